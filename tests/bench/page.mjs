// The page's own numbers, measured in the current Chromium from file://, and printed as a table.
//
// usage: node tests/bench/page.mjs [--runs N] [--reports N]      (after ./build-wasm.sh and npm ci in tests/page)
//
// Cold means a new browser process with an empty profile: no code cache, no cached font. The browser's own start-up goes on
// for a second on both processors, so the page is opened after it, and once more at once. Every time is taken inside the
// page by its own clock; "to marks" ends in the frame after the marks stand in the page.
import { statSync } from "node:fs";
import { cpus } from "node:os";
import { Worker } from "node:worker_threads";
import { pathToFileURL } from "node:url";
import { chromiumPath, dist, flags, launch, oneFile, openPage, samples } from "../page/support.mjs";
import { mixedReports, partOfPage } from "./page-input.mjs";

const option = (name, value) => { const at = process.argv.indexOf("--" + name); return at < 0 ? value : Number(process.argv[at + 1]); };
const runs = option("runs", 9);
const total = option("reports", 1000);

const sorted = (list) => list.slice().sort((a, b) => a - b);
const quantile = (list, share) => sorted(list)[Math.min(list.length - 1, Math.floor(list.length * share))];
const ms = (value) => value.toFixed(value < 10 ? 1 : 0) + " ms";
const rows = [];
const row = (what, value, limit, more = "") => rows.push([what, value, limit, more]);

/**
 * Milliseconds from the navigation to a usable page, and to the first thing painted. The page tells both itself: asking it
 * again and again would take the very thread that is measured.
 */
async function coldStart(settle) {
  const browser = await launch();
  const page = await (await browser.newContext()).newPage();
  await page.addInitScript(() => {
    const times = {};
    const keep = (name, time) => {
      times[name] = times[name] === undefined ? time : times[name];
      if (times.ready && times.paint) setTimeout(() => console.log("times " + JSON.stringify(times)), 100);
    };
    new MutationObserver((_, observer) => {
      if (!document.documentElement || !document.documentElement.dataset.ready) return;
      keep("ready", performance.now());
      observer.disconnect();
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-ready"] });
    new PerformanceObserver((list) => keep("paint", list.getEntries()[0].startTime)).observe({ entryTypes: ["paint"] });
  });
  const told = page.waitForEvent("console", (message) => message.text().startsWith("times "));
  await new Promise((done) => setTimeout(done, settle));
  await page.goto(pathToFileURL(oneFile).href, { waitUntil: "commit" });
  const times = JSON.parse((await told).text().slice(6));
  await browser.close();
  return times;
}

/** Put into the page: resolves in the frame after `done` holds, with the time since `from`. */
const watcher = () => {
  window.until = (done) => new Promise((resolve) => {
    const look = () => {
      if (!done()) return false;
      requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => resolve(performance.now()); channel.port2.postMessage(0); });
      return true;
    };
    if (look()) return;
    const observer = new MutationObserver(() => { if (look()) observer.disconnect(); });
    observer.observe(document.body, { childList: true, subtree: true, attributes: true });
  });
};

async function pasteToMarks(page, text, html) {
  return page.evaluate(async ([plain, rich]) => {
    document.getElementById("start-over") && document.getElementById("start-over").click();
    await new Promise((done) => setTimeout(done, 60));
    const transfer = new DataTransfer();
    transfer.setData("text/plain", plain);
    if (rich) transfer.setData("text/html", rich);
    const from = performance.now();
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }));
    return (await window.until(() => document.querySelector("#source mark[data-rule]") && document.querySelector("#verdict[data-verdict]"))) - from;
  }, [text, html]);
}

/** One character typed in the middle of the report: the time until the text with its marks shows it. */
async function keystrokes(page, count) {
  await page.evaluate(() => {
    const box = document.getElementById("input");
    box.focus();
    const at = box.value.indexOf("。") + 1;
    box.setSelectionRange(at, at);
    window.taken = [];
    box.addEventListener("keydown", (event) => {
      const length = document.querySelector("#source .source-text").textContent.length;
      void window.until(() => document.querySelector("#verdict[aria-busy=false]") && document.querySelector("#source .source-text").textContent.length > length)
        .then((now) => window.taken.push(now - event.timeStamp));
    });
  });
  // Ten keys a second, as a fast typist; nothing is asked of the page while it is measured.
  for (let i = 0; i < count; i++) {
    await page.keyboard.press("a");
    await page.waitForTimeout(100);
  }
  await page.waitForFunction((n) => window.taken.length === n, count);
  return page.evaluate(() => window.taken);
}

/** Checks files given as [name, base64]; the longest main-thread task, and the time it all took. */
async function batch(page, files) {
  return page.evaluate(async (given) => {
    document.getElementById("start-over") && document.getElementById("start-over").click();
    const transfer = new DataTransfer();
    for (const [name, base64] of given) transfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
    await new Promise((done) => setTimeout(done, 500));
    const tasks = [];
    const observer = new PerformanceObserver((list) => { for (const entry of list.getEntries()) tasks.push(entry.duration); });
    observer.observe({ entryTypes: ["longtask"] });
    const from = performance.now();
    document.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
    const done = () => { const list = document.getElementById("reports"); return list && list.dataset.done === String(given.length); };
    while (!done()) await new Promise((next) => setTimeout(next, 20));
    const took = performance.now() - from;
    await new Promise((next) => setTimeout(next, 1500));
    observer.disconnect();
    return { took, longest: Math.max(0, ...tasks), long: tasks.length };
  }, files);
}

/** How many times slower than alone this machine is now: wall time by processor time of a busy loop, on as many threads as there are processors. */
async function slowdown() {
  const code = "const { parentPort } = require('worker_threads'); const from = performance.now(); const cpu = process.cpuUsage(); let n = 0; while (performance.now() - from < 1500) n += Math.sqrt(n + 1); parentPort.postMessage(0);";
  const from = performance.now();
  const before = process.cpuUsage();
  await Promise.all(cpus().map(() => new Promise((done) => new Worker(code, { eval: true }).on("exit", done))));
  const used = process.cpuUsage(before);
  return ((performance.now() - from) * 1000 * cpus().length) / (used.user + used.system);
}

async function main() {
  const busyBefore = await slowdown();
  for (const [what, settle] of [["ready from file://, cold", 1000], ["the same, the browser itself just started", 0]]) {
    const starts = [];
    for (let i = 0; i < runs; i++) starts.push(await coldStart(settle));
    const ready = starts.map((one) => one.ready);
    row(what, ms(quantile(ready, 0.5)), "300 ms", `worst of ${runs} ${ms(Math.max(...ready))}, first paint ${ms(quantile(starts.map((one) => one.paint), 0.5))}`);
  }

  const core = await samples();
  const browser = await launch();
  const page = await openPage(browser);
  await page.evaluate(watcher);
  const text = core.sample("errors");
  const html = core.asHtml(text);
  for (const [name, rich] of [["text", ""], ["HTML", html]]) {
    const times = [];
    for (let i = 0; i < 20; i++) times.push(await pasteToMarks(page, text, rich));
    row("paste to marks, " + name, ms(quantile(times, 0.5)), "50 ms", `first ${ms(times[0])}, worst ${ms(Math.max(...times))}`);
  }
  await pasteToMarks(page, text, "");
  const taken = await keystrokes(page, 60);
  row("keystroke to marks, 95 %", ms(quantile(taken, 0.95)), "30 ms", `median ${ms(quantile(taken, 0.5))}`);

  const mixed = await mixedReports(core, total);
  const many = await batch(page, mixed);
  row(`longest task while ${total} mixed reports are checked`, ms(many.longest), "100 ms", `${many.long} over 50 ms, ${(total / many.took * 1000).toFixed(0)} reports/s`);
  const texts = (await mixedReports(core, total, ["txt"]));
  const plain = await batch(page, texts);
  row("text reports a second", (total / plain.took * 1000).toFixed(0), "200", `longest task ${ms(plain.longest)}`);
  const version = browser.version();
  await browser.close();

  const size = statSync(oneFile).size;
  row("whole page", (size / 1e6).toFixed(2) + " MB", "2.5 MB");
  row("page without its PDF part", ((size - partOfPage(oneFile, "pdf-part")) / 1e6).toFixed(2) + " MB", "1 MB");

  const busy = [busyBefore, await slowdown()].map((factor) => factor.toFixed(1)).join(" before, ");
  console.log(`Times include what others do on the machine: it ran ${busy} after times slower than alone.`);
  console.log(`Chromium ${version} (${chromiumPath} ${flags[0]}), ${cpus().length} × ${cpus()[0].model}, ${dist}`);
  const width = Math.max(...rows.map(([what]) => what.length));
  for (const [what, value, limit, more] of rows) console.log(what.padEnd(width) + "  " + value.padStart(9) + "  (" + limit + ")  " + more);
}

await main();
