// The page on Firefox ESR, from disk, over WebDriver BiDi.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";
import { cannotRun, oneFile, samples } from "./support.mjs";

const firefox = process.env.FIREFOX || "/usr/bin/firefox-esr";

describe("Firefox ESR", { skip: cannotRun || (existsSync(firefox) ? false : "no Firefox at " + firefox) }, () => {
  test("a report, its findings, editing, undo and another report, from disk", { timeout: 180000 }, async (context) => {
    let browser;
    try {
      // puppeteer turns the origin policy of file:// off; a person's browser has it on.
      browser = await puppeteer.launch({ browser: "firefox", executablePath: firefox, headless: true, protocolTimeout: 120000,
        extraPrefsFirefox: { "security.fileuri.strict_origin_policy": true } });
    } catch (error) {
      return context.skip("Firefox does not start here: " + error.message);
    }
    try {
      const core = await samples();
      const page = await browser.newPage();
      const faults = [];
      page.on("pageerror", (error) => faults.push(String(error)));
      await page.goto(pathToFileURL(oneFile).href);
      await page.waitForSelector("html[data-ready=true]", { timeout: 60000 });
      const enter = (text) => page.evaluate((content) => {
        const box = document.getElementById("input");
        box.value = content;
        box.dispatchEvent(new Event("input", { bubbles: true }));
      }, text);
      await enter(core.sample("errors"));
      await page.waitForSelector("#verdict[data-verdict=errors]");
      const expected = core.check(core.sample("errors"), { encoding: "UTF-8" }).findings.map((finding) => finding.rule);
      assert.deepEqual(await page.$$eval("#findings > [data-rule]", (items) => items.map((item) => item.dataset.rule)), expected);
      await page.evaluate(() => document.querySelector("#findings [data-rule=t3-handled-sum] .finding-head").click());
      assert.ok((await page.$$("td.role-part")).length > 10);
      await enter(core.sample("clean"));
      await page.waitForSelector("#verdict[data-verdict=ok]");
      await page.focus('td[data-cell="t3.new.natural"]');
      await page.keyboard.press("7");
      await page.keyboard.press("Enter");
      await page.waitForSelector("#verdict[data-verdict=errors]");
      await page.keyboard.down("Control");
      await page.keyboard.press("z");
      await page.keyboard.up("Control");
      await page.waitForSelector("#verdict[data-verdict=ok]");
      assert.deepEqual(faults, []);
      return undefined;
    } finally {
      await browser.close();
    }
  });
});
