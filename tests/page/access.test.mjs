// Everyone: assistive tools, keyboard only, both languages, large type, contrast, zoom and small screens.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { cannotRun, file, findings, launch, openPage, samples, settled, typeReport } from "./support.mjs";

const axeSource = cannotRun ? "" : readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core has to say of the page as it stands. */
async function complaints(page) {
  await page.evaluate(axeSource);
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return result.violations.map((violation) => violation.id + ": " + violation.nodes.slice(0, 3).map((node) => node.target.join(" ") + " " + (node.any[0] ? node.any[0].message : "")).join(" | "));
}

/** The widest thing that makes the page scroll sideways, or "". */
const overflow = (page) => page.evaluate(() => {
  const width = document.documentElement.clientWidth;
  return document.documentElement.scrollWidth <= width + 1 ? "" : [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > width + 1).slice(0, 3).map((one) => one.className || one.tagName).join(", ");
});

describe("everyone", { skip: cannotRun }, () => {
  let browser, core;
  before(async () => {
    browser = await launch();
    core = await samples();
  });
  after(() => browser.close());

  for (const colorScheme of ["light", "dark"]) {
    for (const contrast of ["normal", "high"]) {
      test("axe-core finds nothing: " + colorScheme + ", " + contrast + " contrast", async () => {
        const page = await openPage(browser, { colorScheme });
        const whole = colorScheme === "light" && contrast === "normal";
        // Structure is the same in every mode; the other modes look at the states that differ in colour.
        const check = async (state) => {
          if (whole || /^(empty|findings|open t3|many)/.test(state)) assert.deepEqual(await complaints(page), [], state);
        };
        await page.evaluate(() => document.getElementById("open-display").click());
        await page.check("input[value=" + colorScheme + "]");
        if (contrast === "high") await page.check("#contrast");
        await check("display dialog");
        await page.keyboard.press("Escape");
        await check("empty");
        await typeReport(page, core.sample("errors"));
        await check("findings");
        for (const rule of ["t3-handled-sum", "leading-zero"]) {
          await page.click("#findings [data-rule=" + rule + "] .finding-head");
          await check("open " + rule);
        }
        await page.click("#findings li.is-open .accept button");
        await check("accept form");
        await page.locator("td[data-cell]").nth(30).dblclick();
        await check("cell editor");
        await page.keyboard.press("Escape");
        await page.click("#toggle-previous");
        await check("previous");
        for (const dialog of ["keys", "about"]) {
          await page.click("#open-" + dialog);
          await check(dialog);
          await page.keyboard.press("Escape");
        }
        await page.click("#open-exports");
        await check("exports");
        await page.keyboard.press("Escape");
        await typeReport(page, "没有报告");
        await check("unreadable");
        await page.click("#start-over");
        await page.setInputFiles("#file", [file("a.txt", core.sample("errors")), file("b.txt", core.sample("clean")), file("c.txt", "无")]);
        await page.waitForSelector("#reports[data-done='3']");
        await check("many reports");
        await page.locator("#reports tbody tr", { hasText: "c.txt" }).click();
        await page.locator(".common button").first().click();
        await check("many reports, those with one fault listed, another on show that cannot be read");
        await page.context().close();
      });
    }
  }

  test("with the keyboard alone: to a sample, its findings, a cell and back", async () => {
    const page = await openPage(browser);
    const focusedId = () => page.evaluate(() => document.activeElement.id);
    for (let i = 0; i < 20 && (await focusedId()) !== "sample-errors"; i++) await page.keyboard.press("Tab");
    assert.equal(await focusedId(), "sample-errors");
    await page.keyboard.press("Enter");
    await settled(page);
    await page.keyboard.press("j");
    const first = await page.getAttribute("#findings li.is-open", "data-key");
    await page.keyboard.press("j");
    assert.notEqual(await page.getAttribute("#findings li.is-open", "data-key"), first);
    await page.keyboard.press("ArrowUp");
    assert.equal(await page.getAttribute("#findings li.is-open", "data-key"), first);
    await page.keyboard.press("g");
    const cell = await page.evaluate(() => document.activeElement.dataset.cell);
    assert.ok(cell, "g leads to a cell of the finding");
    await page.keyboard.press("g");
    assert.ok(await page.evaluate(() => document.activeElement.matches("#findings .finding-head")), "and back");
    await page.keyboard.press("?");
    assert.equal(await page.locator("[role=dialog]").count(), 1);
    for (let i = 0; i < 8; i++) {
      await page.keyboard.press("Tab");
      assert.ok(await page.evaluate(() => document.activeElement.closest("[role=dialog]") !== null), "focus stays in the dialog");
    }
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("[role=dialog]").count(), 0);
    await page.context().close();
  });

  test("English throughout, remembered; Chinese again", async () => {
    const page = await openPage(browser);
    await page.click("#language");
    assert.equal(await page.getAttribute("html", "lang"), "en");
    await typeReport(page, core.sample("errors"));
    assert.match(await page.textContent("#verdict"), /Errors found/);
    for (const { text } of await findings(page)) assert.match(text, /[A-Za-z]{4,}/);
    const chrome = await page.evaluate(() => ["header", ".toolbar", ".filters", ".intake-actions"].map((selector) => document.querySelector(selector).textContent).join(" "));
    assert.doesNotMatch(chrome.replace("中文", ""), /[\u4e00-\u9fff]/);
    await page.reload();
    await page.waitForSelector("html[data-ready=true]");
    assert.equal(await page.getAttribute("html", "lang"), "en");
    await page.click("#language");
    assert.equal(await page.getAttribute("html", "lang"), "zh-CN");
    await page.context().close();
  });

  for (const [name, options] of [["1440", {}], ["1024", { width: 1024, height: 768 }], ["1366 at 125 %", { width: 1093, height: 512, deviceScaleFactor: 1.25 }], ["1366 at 150 %", { width: 911, height: 427, deviceScaleFactor: 1.5 }], ["390", { width: 390, height: 844 }], ["200 % zoom", { width: 720, height: 450, deviceScaleFactor: 2 }]]) {
    test("fits a screen of " + name + ", also in large type", async () => {
      const page = await openPage(browser, options);
      assert.equal(await overflow(page), "", "empty");
      await typeReport(page, core.sample("errors"));
      await page.click("#findings [data-rule=t3-handled-sum] .finding-head");
      assert.equal(await overflow(page), "", "findings");
      assert.equal(await page.locator("#findings li.is-open .detail").isVisible(), true);
      await page.click("#open-display");
      await page.check("#large");
      await page.keyboard.press("Escape");
      assert.equal(await overflow(page), "", "large type");
      await page.context().close();
    });
  }

  test("with the system's own colours marked figures stay legible and choices visible", async () => {
    const page = await openPage(browser, { forcedColors: "active", colorScheme: "dark" });
    await typeReport(page, core.sample("errors"));
    const colours = await page.evaluate(() => {
      const of = (selector, what) => getComputedStyle(document.querySelector(selector))[what];
      return { text: of("#source", "color"), marked: of("#source mark[data-severity=error]", "color"), ground: of("body", "backgroundColor"),
        pressed: of(".left-switch [aria-pressed=true]", "backgroundColor"), other: of(".left-switch [aria-pressed=false]", "backgroundColor") };
    });
    assert.equal(colours.marked, colours.text);
    assert.notEqual(colours.marked, colours.ground);
    assert.notEqual(colours.pressed, colours.other);
    await page.context().close();
  });

  test("on a laptop at 125 and 150 % a finding and its cell are in sight together", async () => {
    for (const [width, height] of [[1093, 512], [911, 427]]) {
      const page = await openPage(browser, { width, height });
      await typeReport(page, core.sample("errors"));
      await page.click("#findings [data-rule=t3-row-sum] .finding-head");
      await page.waitForFunction(() => [document.querySelector("#findings li.is-open .finding-head"), document.querySelector("td.role-total")].every((one) => {
        const box = one.getBoundingClientRect();
        return box.bottom > 0 && box.top < window.innerHeight;
      }));
      await page.context().close();
    }
  });

  test("on a small screen a contributor's button leads to its cell, far below and to the side", async () => {
    const page = await openPage(browser, { width: 390, height: 844 });
    await typeReport(page, core.sample("errors"));
    await page.click("#findings [data-rule=t3-row-sum] .finding-head");
    const jump = page.locator("#findings li.is-open [data-jump$='.total']").first();
    const id = await jump.getAttribute("data-jump");
    await jump.click();
    await page.waitForFunction((cell) => {
      const place = document.querySelector('td[data-cell="' + cell + '"]').getBoundingClientRect();
      return place.top >= 0 && place.bottom <= window.innerHeight && place.left >= 0 && place.right <= window.innerWidth;
    }, id);
    await page.context().close();
  });

  test("the page works without storage and respects reduced motion", async () => {
    const page = await openPage(browser, { reducedMotion: "reduce" });
    await page.evaluate(() => { Object.defineProperty(window, "localStorage", { get() { throw new Error("denied"); } }); });
    await page.click("#language");
    assert.equal(await page.getAttribute("html", "lang"), "en");
    const moving = await page.evaluate(() => [...document.querySelectorAll("*")].filter((one) => getComputedStyle(one).transitionDuration !== "0s").length);
    assert.equal(moving, 0);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });
});
