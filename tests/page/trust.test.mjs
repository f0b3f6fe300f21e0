// Nothing gets in or out: no request leaves the page, nothing of a report runs, what is saved is clean, a broken core is replaced.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { assault, attempts, openTrap, payloads, waysOut } from "./hostile.mjs";
import { cannotRun, file, launch, oneFile, openPage, samples, serve, strangers, typeReport } from "./support.mjs";

describe("nothing gets in or out", { skip: cannotRun }, () => {
  let browser, core, trap;
  before(async () => {
    browser = await launch();
    core = await samples();
    trap = await openTrap();
  });
  after(async () => {
    await browser.close();
    trap.close();
  });

  test("hostile pasted HTML, texts, cells and file names stay text", async () => {
    const page = await openPage(browser);
    const dialogs = [];
    page.on("dialog", (dialog) => { dialogs.push(dialog.message()); dialog.dismiss(); });
    const hostile = waysOut(trap.url).concat(payloads());
    assert.ok(hostile.length > 500, String(hostile.length));
    const found = await page.evaluate("(" + assault + ")(" + JSON.stringify(hostile) + ", " + JSON.stringify(core.sample("errors")) + ")");
    assert.deepEqual(found, { hacked: "", odd: [], drawn: 200 });
    assert.deepEqual(dialogs, []);
    assert.deepEqual(trap.visits.concat(trap.touches), []);
    assert.deepEqual(strangers(page), []);
    assert.equal(page.context().pages().length, 1, "no window was opened");
    await page.context().close();
  });

  test("the trap catches what leaves a page without a policy", async () => {
    const control = await openTrap();
    const page = await (await browser.newContext()).newPage();
    // Its form leads away in the end.
    await page.evaluate("(" + attempts + ")(" + JSON.stringify(control.url) + ")").catch(() => undefined);
    assert.ok(control.visits.length > 8, control.visits.join(", "));
    await page.context().close();
    control.close();
  });

  test("the page's own script could not send anything out either", async () => {
    const page = await openPage(browser);
    assert.deepEqual(await page.evaluate("(" + attempts + ")(" + JSON.stringify(trap.url) + ")"), []);
    assert.deepEqual(trap.visits, []);
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

  test("a core that runs out of memory is replaced: what was pasted stays, and the page says so", async () => {
    // The page as built, but its core may grow to 17 MB only: one function of the module's script names its bound of 1 GB.
    const whole = readFileSync(oneFile, "utf8").split("{return 1073741824}");
    assert.equal(whole.length, 2);
    const cramped = whole.join("{return " + 17 * 1024 * 1024 + "}");
    const folder = mkdtempSync(join(tmpdir(), "nianbao-page-"));
    writeFileSync(join(folder, "page.html"), cramped);
    const page = await openPage(browser, { url: pathToFileURL(join(folder, "page.html")).href });
    const long = core.sample("errors") + "\n" + "| 0 ".repeat(70000);
    await page.fill("#input", long);
    await page.waitForFunction(() => /已重新启动/.test(document.getElementById("verdict").textContent));
    assert.equal(await page.getAttribute("#verdict", "data-verdict"), "unreadable");
    assert.equal(await page.inputValue("#input"), long);
    await typeReport(page, core.sample("errors"));
    assert.equal(await page.getAttribute("#verdict", "data-verdict"), "errors");
    // Of many files the one that is too much is named, and the others are checked.
    await page.click("#start-over");
    await page.setInputFiles("#file", [0, 1, 2, 3, 4, 5].map((i) => file("r" + i + ".txt", i === 2 ? long.repeat(4) : core.sample("clean"))));
    await page.waitForSelector("#reports[data-done='6']");
    assert.equal(await page.locator("#reports tr[data-verdict=ok]").count(), 5);
    assert.match(await page.textContent("#reports tr[data-verdict=unreadable]"), /r2\.txt.*程序中断/);
    assert.deepEqual(page.faults, []);
    await page.context().close();
    rmSync(folder, { recursive: true });
  });

  for (const wasm of ["text/plain", "application/octet-stream", "application/wasm"]) {
    test("from a web server that calls .wasm " + wasm + ", under its own policy", async () => {
      const server = await serve({ ".wasm": wasm });
      const page = await openPage(browser, { url: server.url });
      await typeReport(page, core.sample("errors"));
      assert.equal(await page.getAttribute("#verdict", "data-verdict"), "errors");
      assert.deepEqual(page.faults, []);
      assert.deepEqual(server.asked.filter((path) => !["/", "/page.js", "/core-worker.js", "/nianbao-core.wasm"].includes(path)), []);
      assert.equal(server.asked.filter((path) => path === "/nianbao-core.wasm").length, 1);
      await page.context().close();
      server.close();
    });
  }
});
