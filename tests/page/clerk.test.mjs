// The evening before the deadline: pastes of every kind, what the verdict says first, and what was and was not checked.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { begin, cannotRun, cellText, findings, paste, settled } from "./support.mjs";

/** A report of lines with pipes as an office program without HTML puts it on the clipboard: \u1234? for what is not ASCII. */
function asRtf(text) {
  const words = (line) => [...line].map((one) => (one < "\x80" ? one.replace(/[\\{}]/, "\\$&") : "\\u" + one.charCodeAt(0) + "?")).join("");
  const row = (cells) => "\\trowd" + cells.map((_, i) => "\\cellx" + 900 * (i + 1)).join("") + cells.map((cell) => "\\intbl " + words(cell.trim()) + "\\cell").join("") + "\\row\n";
  return "{\\rtf1\\ansi\\uc1\n" + text.split("\n").map((line) => (line.includes("|") ? row(line.replace(/^\s*\||\|\s*$/g, "").split("|")) : "\\pard " + words(line) + "\\par\n")).join("") + "}";
}

const focused = (page) => page.evaluate(() => document.activeElement.id);

describe("the clerk", { skip: cannotRun }, () => {
  let browser, core, page;
  before(async () => {
    ({ browser, core, page } = await begin());
  });
  after(() => browser.close());

  test("RTF is read where the clipboard holds nothing better, and before text where it holds tables", async () => {
    const rtf = asRtf(core.sample("errors"));
    for (const data of [{ "text/rtf": rtf }, { "text/rtf": rtf, "text/plain": "表格在这里丢了" }]) {
      await paste(page, data);
      assert.equal(await settled(page), "errors");
      assert.equal(await cellText(page, "t3.new.natural"), "23");
      await page.click("#start-over");
    }
    await paste(page, { "text/rtf": "{\\rtf1 a scrap}", "text/plain": core.sample("clean") });
    assert.equal(await settled(page), "ok");
    await page.click("#start-over");
  });

  test("a paste that holds no text is said to, in the box for last year's report too", async () => {
    await paste(page, { "text/uri-list": "" });
    assert.match(await page.textContent(".notice"), /没有文字/);
    await paste(page, { "text/plain": core.sample("clean") });
    await settled(page);
    await page.click("#scope button");
    assert.equal(await focused(page), "previous");
    await paste(page, { "text/uri-list": "" }, "#previous");
    assert.match(await page.textContent(".notice"), /没有文字/);
    await page.click("#start-over");
  });

  test("a report pasted anywhere puts the keys on its verdict, wherever they were in the one before", async () => {
    await paste(page, { "text/plain": core.sample("errors") });
    await settled(page);
    await page.keyboard.press("j");
    await paste(page, { "text/plain": core.sample("clean") }, "#findings button");
    await settled(page);
    assert.equal(await focused(page), "verdict");
    const changed = Object.entries(core.check(core.sample("errors")).cells).filter(([id, { raw }]) => raw !== core.check(core.sample("clean")).cells[id].raw).length;
    assert.match(await page.textContent(".notice"), new RegExp("改动 " + changed + " 格，错误 4 → 0 处"));
    assert.match(await page.title(), /临江县自然资源局2024/);
  });

  test("a report without findings says what was checked, what was not, and how to have that checked", async () => {
    assert.equal((await findings(page)).length, 0);
    assert.match(await page.textContent("#scope"), /已核对：[^]*没有核对：上年结转数[^]*申请台账/);
    await page.click("#scope button");
    await paste(page, { "text/html": core.asHtml(core.sample("clean").replace(/2024/g, "2023")) }, "#previous");
    await page.waitForFunction(() => !/没有核对：上年结转数/.test(document.getElementById("scope").textContent));
    await page.click("#previous-remove");
    await page.click("#start-over");
  });

  test("what could not be checked says why in its headline", async () => {
    await paste(page, { "text/plain": core.sample("clean").split("\n").filter((line) => !line.includes("|")).join("\n") });
    assert.equal(await settled(page), "unreadable");
    assert.equal(await page.textContent("#verdict strong"), "无法核对：缺少统计表");
    assert.equal(await page.$("#scope"), null);
    await page.click("#start-over");
  });

  test("a correction of many cells is folded after the first ones", async () => {
    let row = 0;
    const shifted = core.sample("clean").split("\n").map((line) => {
      const cells = line.split("|");
      if (cells.length > 7 && /^ *\d+ *$/.test(cells[cells.length - 4]) && row++ < 12) cells[cells.length - 4] = " 3 ";
      return cells.join("|");
    }).join("\n");
    const { repairs } = core.check(shifted);
    assert.ok(repairs[0].changes.length > 6, "a correction of " + repairs[0].changes.length + " cells");
    await paste(page, { "text/plain": shifted });
    await settled(page);
    const seen = () => page.$$eval(".repair-best .repair-changes li", (items) => items.filter((item) => !item.closest("details:not([open])")).length);
    assert.equal(await seen(), 5);
    await page.click(".repair-best summary");
    assert.equal(await seen(), repairs[0].changes.length);
  });

  test("on paper what was found comes before the tables, and no control is printed", async () => {
    await page.emulateMedia({ media: "print" });
    const top = (selector) => page.$eval(selector, (one) => one.getBoundingClientRect().top);
    assert.ok((await top(".pane-findings")) < (await top(".left")));
    assert.deepEqual(await page.$$eval("select, .panes button.try, .scope button", (all) => all.filter((one) => one.offsetParent).length), 0);
    await page.emulateMedia({ media: "screen" });
  });
});
