// What the page's tests share: a browser, the page opened from disk, samples, and a record of every network request.
import { chromium } from "playwright-core";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, extname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
export const root = resolve(here, "../..");
export const dist = resolve(process.env.NIANBAO_DIST || join(root, "dist"));
export const oneFile = join(dist, "nianbao.html");
export const reportsFolder = resolve(process.env.NIANBAO_REPORTS || join(root, "../shared/reports"));
export const chromiumPath = process.env.CHROMIUM || "/usr/bin/chromium";

export const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** Why the page can't be tested here, or false. */
export const cannotRun = !existsSync(oneFile) ? "dist/nianbao.html is not built" : !existsSync(chromiumPath) ? "no Chromium at " + chromiumPath : false;

// Without a UTF-8 locale Chromium calls a download with a Chinese name "download".
export const launch = () => chromium.launch({ executablePath: chromiumPath, args: flags, env: { ...process.env, LC_ALL: "C.UTF-8" } });

/** The core's own samples, from the built module. */
export async function samples() {
  const core = await createRequire(import.meta.url)(join(dist, "nianbao-core.js"))();
  const encoder = new TextEncoder();
  const check = (text, options = {}) => JSON.parse(core.check(encoder.encode(text), JSON.stringify(options)));
  return { sample: (kind, form = "2021") => core.sample(kind, form), check, asHtml: (text) => asHtml(text, check(text, { encoding: "UTF-8" }), JSON.parse(core.forms())) };
}

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** A text report as a web page with the tables as officially drawn, merges and all. */
function asHtml(text, result, forms) {
  const { tables } = forms.find((form) => form.id === result.report.form);
  const cell = (one) => `<td colspan="${one.colspan}" rowspan="${one.rowspan}">${escaped(one.cell ? result.cells[one.cell].raw : one.text)}</td>`;
  const drawn = tables.map((table) => "<table border=1 style='border-collapse:collapse;width:100%'>" + table.rows.map((row) => "<tr>" + row.map(cell).join("") + "</tr>").join("") + "</table>");
  let parts = "";
  let inTable = false;
  for (const line of text.split("\n")) {
    const isRow = line.includes("|");
    if (isRow && !inTable) parts += drawn.shift();
    inTable = isRow;
    if (!isRow) parts += "<p>" + escaped(line) + "</p>";
  }
  return "<html><body style='font-family:Noto Sans CJK SC'>" + parts + "</body></html>";
}

/** A new page with nianbao.html from disk, ready; `page.requests` lists what it asked the network for, `page.faults` its errors. */
export async function openPage(browser, { width = 1440, height = 900, url = pathToFileURL(oneFile).href, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, acceptDownloads: true, ...options });
  const page = await context.newPage();
  page.requests = [];
  page.faults = [];
  page.on("request", (request) => page.requests.push(request.url()));
  page.on("pageerror", (error) => page.faults.push(String(error)));
  page.on("console", (message) => { if (message.type() === "error") page.faults.push(message.text()); });
  await page.goto(url);
  await page.waitForSelector("html[data-ready=true]");
  return page;
}

/** What most tests start from: a browser, the core's samples and an empty page. */
export async function begin() {
  const browser = await launch();
  try {
    return { browser, core: await samples(), page: await openPage(browser) };
  } catch (error) {
    await browser.close(); // or the test's process would wait for it
    throw error;
  }
}

/** Requests other than the page itself and what it makes in memory. */
export const strangers = (page) => page.requests.filter((url) => !/^(file|blob|data):/.test(url));

export async function typeReport(page, text) {
  await page.fill("#input", text);
  await settled(page);
}

export async function settled(page) {
  await page.waitForSelector("#verdict[data-verdict][aria-busy=false]");
  return page.getAttribute("#verdict", "data-verdict");
}

/** A paste as the browser hands it over: types and their contents. */
export async function paste(page, data, target = "#input") {
  await page.evaluate(([selector, entries]) => {
    const transfer = new DataTransfer();
    for (const [type, text] of Object.entries(entries)) transfer.setData(type, text);
    const element = document.querySelector(selector);
    element.focus();
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }));
  }, [target, data]);
}

export const findings = (page) =>
  page.$$eval("#findings > [data-rule]", (items) => items.map((item) => ({ rule: item.dataset.rule, severity: item.dataset.severity, text: item.textContent })));

export const cellText = (page, id) => page.$eval('td[data-cell="' + id + '"]', (cell) => cell.textContent);

export const file = (name, content, mimeType = "text/plain") => ({ name, mimeType, buffer: Buffer.isBuffer(content) ? content : Buffer.from(content) });

export const report = (name) => (existsSync(join(reportsFolder, name)) ? readFileSync(join(reportsFolder, name)) : null);

const usualTypes = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".wasm": "application/wasm" };

/** dist/ on a web server; `types` overrides what it says of a kind of file, `headers` go with each; `asked` lists the paths it was asked for. */
export async function serve(types = {}, headers = {}) {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    const name = request.url === "/" ? "index.html" : request.url.slice(1);
    try {
      const content = readFileSync(join(dist, name));
      response.setHeader("content-type", { ...usualTypes, ...types }[extname(name)] || "application/octet-stream");
      for (const name of Object.keys(headers)) response.setHeader(name, headers[name]);
      response.end(content);
    } catch (_) {
      response.statusCode = 404;
      response.end();
    }
  }).listen(0, "127.0.0.1");
  await new Promise((done) => server.on("listening", done));
  return { url: "http://127.0.0.1:" + server.address().port + "/", asked, close: () => { server.closeAllConnections && server.closeAllConnections(); server.close(); } };
}
