// Nothing gets in or out: no request leaves the page, nothing of a report runs, what is saved is clean, a broken core is replaced.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { cannotRun, dist, file, launch, oneFile, openPage, paste, samples, settled, strangers, typeReport } from "./support.mjs";

/** Every way out that markup or a script could take, aimed at a server of ours. */
const waysOut = (url) => [
  `<img src="${url}/img"><img srcset="${url}/srcset 2x" src=x onerror="fetch('${url}/onerror')">`, `<script>fetch("${url}/script")</script>`, `<script src="${url}/src"></script>`,
  `<link rel=stylesheet href="${url}/css"><link rel=prefetch href="${url}/prefetch"><link rel=dns-prefetch href="${url}/dns"><link rel=preconnect href="${url}">`,
  `<style>@import url("${url}/import");@font-face{font-family:x;src:url("${url}/font")}*{font-family:x;background:url("${url}/bg")}</style>`,
  `<iframe src="${url}/frame" srcdoc="<img src='${url}/srcdoc'>"></iframe><object data="${url}/object"></object><embed src="${url}/embed">`,
  `<video src="${url}/video" poster="${url}/poster"></video><audio src="${url}/audio"></audio><source src="${url}/source"><track src="${url}/track">`,
  `<form action="${url}/form"><button autofocus onfocus="this.form.submit()">x</button></form><meta http-equiv=refresh content="0;url=${url}/refresh"><base href="${url}/">`,
  `<svg onload="fetch('${url}/svg')"><image href="${url}/svgimage"/><use href="${url}/use#a"/><script href="${url}/svgscript"/></svg>`, `<a href="javascript:fetch('${url}/a')" ping="${url}/ping" id=x tabindex=1 onfocus=alert(1) autofocus>x</a>`,
  `<input onfocus="location='${url}/loc'" autofocus><details open ontoggle="fetch('${url}/toggle')"><marquee onstart="fetch('${url}/marquee')">`, `<math><mtext><table><mglyph><style><img src=x onerror="fetch('${url}/mxss')">`,
  `"><img src=x onerror=fetch('${url}/quote')>`, `'-fetch('${url}/js')-'`, "{{constructor.constructor('return fetch')()('" + url + "/template')}}", `<td background="${url}/td" style="background:url(${url}/tdstyle)">1</td>`,
];

/** Hundreds of payloads: every handler and scheme, in several wrappings. */
function payloads() {
  const handlers = ["onload", "onerror", "onclick", "onmouseover", "onfocus", "onblur", "onanimationstart", "ontransitionend", "onpointerenter", "onpaste", "ontoggle", "onbegin", "onscroll", "onwheel"];
  const tags = ["img src=x", "svg", "body", "input autofocus", "details open", "video src=x", "iframe", "math", "select autofocus", "style"];
  const list = [];
  for (const handler of handlers) for (const tag of tags) list.push(`<${tag} ${handler}=window.hacked=1>`, `"'><${tag} ${handler}="window.hacked=1"`);
  for (const scheme of ["javascript:", "JaVaScRiPt:", "java\tscript:", "&#106;avascript:", "data:text/html,", "vbscript:"]) list.push(`<a href="${scheme}window.hacked=1">x</a>`, `<iframe src="${scheme}window.hacked=1">`);
  for (const text of ["</textarea>", "</title>", "</style>", "</script>", "<!--", "]]>", "</mark>"]) list.push(text + "<script>window.hacked=1</script>");
  return list;
}

describe("nothing gets in or out", { skip: cannotRun }, () => {
  let browser, core, server, url;
  const visits = [];
  before(async () => {
    browser = await launch();
    core = await samples();
    server = createServer((request, response) => { visits.push(request.url); response.end(""); }).listen(0, "127.0.0.1");
    await new Promise((done) => server.on("listening", done));
    url = "http://127.0.0.1:" + server.address().port;
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  test("hostile pasted HTML, texts, cells and file names stay text", async () => {
    const page = await openPage(browser);
    const dialogs = [];
    page.on("dialog", (dialog) => { dialogs.push(dialog.message()); dialog.dismiss(); });
    const hostile = waysOut(url).concat(payloads());
    const sample = core.sample("errors");
    const rows = sample.split("\n").filter((line) => line.includes("|")).map((line) => "<tr>" + line.split("|").map((cell) => "<td>" + cell + "</td>").join("") + "</tr>").join("");
    await paste(page, { "text/html": hostile.join("\n") + "<table>" + rows + "</table>" + hostile.join("\n"), "text/plain": "x" });
    await settled(page);
    await typeReport(page, sample.replace("一、总体情况", "一、总体情况\n" + hostile.join("\n")).replace("| 27 |", "| " + waysOut(url)[0].replace(/\|/g, "") + " |"));
    for (const item of await page.locator("#findings > li").all()) await item.locator(".finding-head").click();
    await page.click("#start-over");
    await page.setInputFiles("#file", [...hostile.slice(0, 40).map((text) => file(text.replace(/[/\\]/g, "_") + ".txt", sample)), file("a.html", hostile.join("\n"), "text/html")]);
    await page.waitForSelector("#reports[data-done='41']");
    await page.locator("#reports tbody tr").nth(3).click();
    await settled(page);
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    assert.deepEqual(dialogs, []);
    assert.deepEqual(visits, []);
    assert.deepEqual(strangers(page), []);
    const foreign = await page.evaluate(() => document.querySelectorAll("iframe, object, embed, video, audio, img, link:not([rel=icon]), form[action], #source *:not(mark):not(div):not(p), base, math").length);
    assert.equal(foreign, 0);
    await page.context().close();
  });

  test("the page's own script could not send anything out either", async () => {
    const page = await openPage(browser);
    const outcome = await page.evaluate(async (target) => {
      const tries = {
        fetch: () => fetch(target + "/1"), beacon: () => navigator.sendBeacon(target + "/2", "x"),
        xhr: () => new Promise((ok, bad) => { const r = new XMLHttpRequest(); r.onload = ok; r.onerror = bad; r.open("GET", target + "/3"); r.send(); }),
        socket: () => new Promise((ok, bad) => { const s = new WebSocket(target.replace("http", "ws")); s.onopen = ok; s.onerror = bad; }),
        image: () => new Promise((ok, bad) => { const i = new Image(); i.onload = ok; i.onerror = bad; i.src = target + "/4"; }),
        style: () => new Promise((ok, bad) => { const l = document.createElement("link"); l.rel = "stylesheet"; l.onload = ok; l.onerror = bad; l.href = target + "/5"; document.head.appendChild(l); }),
        script: () => new Promise((ok, bad) => { const s = document.createElement("script"); s.onload = ok; s.onerror = bad; s.src = target + "/6"; document.head.appendChild(s); }),
        worker: () => new Promise((ok, bad) => { const w = new Worker(URL.createObjectURL(new Blob(["importScripts('" + target + "/7');postMessage(1)"]))); w.onmessage = ok; w.onerror = (e) => { e.preventDefault(); bad(e); }; }),
        workerFetch: () => new Promise((ok, bad) => { const w = new Worker(URL.createObjectURL(new Blob(["fetch('" + target + "/8').then(()=>postMessage(1),()=>postMessage(0))"]))); w.onmessage = (e) => (e.data ? ok() : bad()); w.onerror = bad; }),
        frame: () => new Promise((ok, bad) => { const f = document.createElement("iframe"); f.onload = () => bad(); f.src = target + "/9"; document.body.appendChild(f); setTimeout(bad, 500); }),
        font: () => new FontFace("x", "url(" + target + "/10)").load(), events: () => new Promise((ok, bad) => { const e = new EventSource(target + "/11"); e.onopen = ok; e.onerror = bad; }),
        prefetch: () => new Promise((ok, bad) => { const l = document.createElement("link"); l.rel = "prefetch"; l.onload = ok; l.onerror = bad; l.href = target + "/12"; document.head.appendChild(l); setTimeout(bad, 500); }),
      };
      const result = {};
      for (const [name, attempt] of Object.entries(tries)) {
        try { const sent = await attempt(); result[name] = name === "beacon" && sent === false ? "stopped" : name === "beacon" ? "see visits" : "went out"; } catch (_) { result[name] = "stopped"; }
      }
      return result;
    }, url);
    await page.waitForTimeout(300);
    assert.deepEqual(visits, []);
    for (const [name, what] of Object.entries(outcome)) assert.notEqual(what, "went out", name);
    await page.context().close();
  });

  test("the offline copy is the page's own clean bytes, and works", async () => {
    const page = await openPage(browser);
    await typeReport(page, core.sample("errors"));
    await page.click("#language");
    await page.click("#open-about");
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save-offline")]);
    const copy = await download.path();
    assert.ok(readFileSync(copy).equals(readFileSync(oneFile)), "byte for byte");
    await page.context().close();
  });

  test("a core that breaks is replaced, and what was pasted stays", async () => {
    const page = await openPage(browser);
    const text = core.sample("errors");
    await page.evaluate(() => {
      // The next question to the core meets one that dies.
      const post = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (...args) {
        if (args[0] && args[0].kind === "check") {
          Worker.prototype.postMessage = post;
          setTimeout(() => this.onmessage(new MessageEvent("message", { data: { kind: "broken", id: args[0].id, reason: "RuntimeError: memory access out of bounds" } })), 10);
          return;
        }
        post.apply(this, args);
      };
    });
    await page.fill("#input", text);
    await page.waitForFunction(() => /已重新启动/.test(document.getElementById("verdict").textContent));
    assert.equal(await page.inputValue("#input"), text);
    assert.equal(await page.getAttribute("#verdict", "data-verdict"), "unreadable");
    await page.locator("#input").press("End");
    await page.locator("#input").type(" ");
    await page.waitForSelector("#verdict[data-verdict=errors]");
    await page.context().close();
  });

  test("from a web server, with a wrong type for .wasm, under its own policy", async () => {
    const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".wasm": "text/plain" };
    const asked = [];
    const files = createServer((request, response) => {
      asked.push(request.url);
      const name = request.url === "/" ? "index.html" : request.url.slice(1);
      try {
        response.setHeader("content-type", types[name.slice(name.lastIndexOf("."))] || "application/octet-stream");
        response.end(readFileSync(join(dist, name)));
      } catch (_) {
        response.statusCode = 404;
        response.end();
      }
    }).listen(0, "127.0.0.1");
    await new Promise((done) => files.on("listening", done));
    const page = await openPage(browser, { url: "http://127.0.0.1:" + files.address().port + "/" });
    await typeReport(page, core.sample("errors"));
    assert.equal(await page.getAttribute("#verdict", "data-verdict"), "errors");
    assert.deepEqual(page.faults, []);
    assert.deepEqual(asked.filter((path) => !["/", "/page.js", "/core-worker.js", "/nianbao-core.wasm"].includes(path)), []);
    await page.context().close();
    files.close();
  });
});
