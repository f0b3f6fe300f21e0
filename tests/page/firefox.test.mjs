// The page on Firefox ESR, from disk, over WebDriver BiDi.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";
import { assault, attempts, openTrap, payloads, waysOut } from "./hostile.mjs";
import { cannotRun, oneFile, samples, serve } from "./support.mjs";

const firefox = process.env.FIREFOX || "/usr/bin/firefox-esr";

/** Firefox as a person has it, or null. puppeteer turns the origin policy of file:// off; it is turned on again. */
async function openFirefox(context) {
  try {
    return await puppeteer.launch({ browser: "firefox", executablePath: firefox, headless: true, protocolTimeout: 240000, extraPrefsFirefox: { "security.fileuri.strict_origin_policy": true } });
  } catch (error) {
    context.skip("Firefox does not start here: " + error.message);
    return null;
  }
}

/** A page, ready, with what went wrong in it. */
async function openReady(browser, url) {
  const page = await browser.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(String(error)));
  await page.goto(url);
  await page.waitForSelector("html[data-ready=true]", { timeout: 60000 });
  return page;
}

const enter = (page, text) => page.evaluate((content) => {
  const box = document.getElementById("input");
  box.value = content;
  box.dispatchEvent(new Event("input", { bubbles: true }));
}, text);

describe("Firefox ESR", { skip: cannotRun || (existsSync(firefox) ? false : "no Firefox at " + firefox) }, () => {
  test("a report, its findings, editing, undo and another report, from disk", { timeout: 180000 }, async (context) => {
    const browser = await openFirefox(context);
    if (!browser) return;
    try {
      const core = await samples();
      const page = await openReady(browser, pathToFileURL(oneFile).href);
      await enter(page, core.sample("errors"));
      await page.waitForSelector("#verdict[data-verdict=errors]");
      const expected = core.check(core.sample("errors"), { encoding: "UTF-8" }).findings.map((finding) => finding.rule);
      assert.deepEqual(await page.$$eval("#findings > [data-rule]", (items) => items.map((item) => item.dataset.rule)), expected);
      await page.evaluate(() => document.querySelector("#findings [data-rule=t3-handled-sum] .finding-head").click());
      assert.ok((await page.$$("td.role-part")).length > 10);
      await enter(page, core.sample("clean"));
      await page.waitForSelector("#verdict[data-verdict=ok]");
      await page.focus('td[data-cell="t3.new.natural"]');
      await page.keyboard.press("7");
      await page.keyboard.press("Enter");
      await page.waitForSelector("#verdict[data-verdict=errors]");
      await page.keyboard.down("Control");
      await page.keyboard.press("z");
      await page.keyboard.up("Control");
      await page.waitForSelector("#verdict[data-verdict=ok]");
      assert.deepEqual(page.faults, []);
    } finally {
      await browser.close();
    }
  });

  test("nothing of a hostile report runs or leaves, and a script could not send anything either", { timeout: 300000 }, async (context) => {
    const browser = await openFirefox(context);
    if (!browser) return;
    const trap = await openTrap();
    try {
      const core = await samples();
      const page = await openReady(browser, pathToFileURL(oneFile).href);
      const hostile = waysOut(trap.url).concat(payloads());
      const found = await page.evaluate("(" + assault + ")(" + JSON.stringify(hostile) + ", " + JSON.stringify(core.sample("errors")) + ")");
      assert.deepEqual(found, { hacked: "", odd: [], drawn: 200 });
      assert.deepEqual(trap.visits.concat(trap.touches), []);
      assert.deepEqual(await page.evaluate("(" + attempts + ")(" + JSON.stringify(trap.url) + ")"), []);
      assert.deepEqual(trap.visits, []);
    } finally {
      await browser.close();
      trap.close();
    }
  });

  test("from a web server that does not know .wasm", { timeout: 180000 }, async (context) => {
    const browser = await openFirefox(context);
    if (!browser) return;
    try {
      const core = await samples();
      for (const wasm of ["text/plain", "application/octet-stream", "application/wasm"]) {
        const server = await serve({ ".wasm": wasm });
        const page = await openReady(browser, server.url);
        await enter(page, core.sample("errors"));
        await page.waitForSelector("#verdict[data-verdict=errors]");
        assert.deepEqual(page.faults, []);
        server.close();
      }
    } finally {
      await browser.close();
    }
  });
});
