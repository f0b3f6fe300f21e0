// Correcting a report in the page: cells, proposals, undo, last year's report, copying back.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { begin, cannotRun, cellText, findings, openPage, paste, settled, typeReport } from "./support.mjs";

describe("correcting", { skip: cannotRun }, () => {
  let browser, core, page;
  const cell = (id) => page.locator('td[data-cell="' + id + '"]');
  const verdict = () => settled(page);
  before(async () => {
    ({ browser, core, page } = await begin());
    await typeReport(page, core.sample("clean"));
  });
  after(() => browser.close());

  test("a cell edited in the table is checked at once and listed as changed", async () => {
    const old = await cellText(page, "t3.granted.natural");
    await cell("t3.granted.natural").dblclick();
    await page.fill("td input.cell-input", "99");
    await page.keyboard.press("Enter");
    assert.equal(await verdict(), "errors");
    assert.equal(await cellText(page, "t3.granted.natural"), "99");
    assert.equal(await page.locator("#changes [data-changed]").count(), 1);
    assert.ok((await page.inputValue("#input")).includes("（一）予以公开 | 99 |"), "the text is what changed");
    await page.click("#undo");
    assert.equal(await verdict(), "ok");
    assert.equal(await cellText(page, "t3.granted.natural"), old);
    await page.click("#redo");
    assert.equal(await verdict(), "errors");
    await page.click("#reset");
    assert.equal(await verdict(), "ok");
    assert.equal(await page.locator("#changes").count(), 0);
  });

  test("with the keyboard alone: arrows, a figure, Enter, Escape, Ctrl+Z", async () => {
    await cell("t3.new.natural").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.cell), "t3.carried_in.business");
    await page.keyboard.type("7");
    await page.keyboard.press("Enter");
    assert.equal(await verdict(), "errors");
    assert.equal(await cellText(page, "t3.carried_in.business"), "7");
    await page.keyboard.press("Enter");
    await page.fill("td input.cell-input", "8");
    await page.keyboard.press("Escape");
    assert.equal(await cellText(page, "t3.carried_in.business"), "7");
    await page.keyboard.press("Control+z");
    assert.equal(await verdict(), "ok");
  });

  test("Tab keeps what was written and goes on to the next cell, Shift+Tab back", async () => {
    await cell("t3.new.natural").focus();
    const old = await cellText(page, "t3.new.natural");
    await page.keyboard.type("5");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.cell), "t3.new.business");
    await page.keyboard.type("-6");
    await page.keyboard.press("Shift+Tab");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.cell), "t3.new.natural");
    assert.equal(await verdict(), "errors");
    assert.deepEqual([await cellText(page, "t3.new.natural"), await cellText(page, "t3.new.business")], ["5", "-6"]);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    assert.equal(await verdict(), "ok");
    assert.equal(await cellText(page, "t3.new.natural"), old);
  });

  test("figures copied in a spreadsheet are pasted into cells; a word pasted by mistake replaces no report", async () => {
    const own = await openPage(browser);
    const at = (id) => 'td[data-cell="' + id + '"]';
    await typeReport(own, core.sample("clean"));
    await paste(own, { "text/plain": "12\t3\r\n4\t5\r\n", "text/html": "<table><tr><td>12<td>3<tr><td>4<td>5</table>" }, at("t3.new.natural"));
    assert.equal(await settled(own), "errors");
    const shown = () => Promise.all(["t3.new.natural", "t3.new.business", "t3.carried_in.natural", "t3.carried_in.business"].map((id) => cellText(own, id)));
    assert.deepEqual(await shown(), ["12", "3", "4", "5"]);
    await own.click("#undo");
    assert.equal(await settled(own), "ok", "one step back undoes them all");
    await paste(own, { "text/plain": "1\t2\t3" }, at("t3.new.total"));
    assert.match(await own.textContent(".notice"), /放不进/);
    await paste(own, { "text/plain": "25" }, "#findings-scroll");
    assert.match(await own.textContent(".notice"), /没有动/);
    assert.equal(await settled(own), "ok");
    await paste(own, { "text/plain": core.sample("errors") }, at("t3.new.natural"));
    await own.waitForSelector("#verdict[data-verdict=errors]");
    assert.equal(await own.locator("#changes").count(), 0, "a report pasted while a cell is chosen is a report");
    await own.locator(at("t3.new.natural")).focus();
    const figure = await cellText(own, "t3.new.natural");
    assert.notEqual(await cellText(own, "t3.new.research"), figure);
    for (const key of ["Control+c", "ArrowRight", "ArrowRight", "Control+v"]) await own.keyboard.press(key);
    await own.waitForSelector("#changes [data-changed='t3.new.research']");
    assert.equal(await cellText(own, "t3.new.research"), figure, "with the keys, from cell to cell");
    assert.deepEqual(own.faults, []);
    await own.context().close();
  });

  test("the focus stays in the page when what had it goes away", async () => {
    const own = await openPage(browser);
    const place = () => own.evaluate(() => { const one = document.activeElement; return one && one !== document.body && !one.disabled ? one.closest("section, #drop, .toolbar, .bar").id || one.closest("[class]").className : "nowhere"; });
    await typeReport(own, core.sample("errors"));
    const press = async (selector) => { await own.focus(selector); await own.keyboard.press("Enter"); await own.waitForSelector("#verdict[aria-busy=false]"); };
    for (const [selector, what] of [["[data-repair=best] .try", "a proposal tried"], ["#undo", "undone to the beginning"], ["#start-over", "cleared"]]) {
      await press(selector);
      assert.notEqual(await place(), "nowhere", what);
    }
    assert.equal(await own.evaluate(() => document.activeElement.id), "input");
    await own.context().close();
  });

  test("the first proposal stands out with old and new value; trying it mends its relations, undo takes it back", async () => {
    await typeReport(page, core.sample("errors"));
    const before = core.check(core.sample("errors"), { encoding: "UTF-8" });
    const best = before.repairs[0];
    for (const change of best.changes) {
      await page.waitForSelector('td.is-likely[data-cell="' + change.cell + '"]');
      assert.equal(await cell(change.cell).getAttribute("data-fix"), String(change.to));
    }
    assert.match(await page.textContent("[data-repair=best] .from-to"), new RegExp(before.cells[best.changes[0].cell].raw + " → " + best.changes[0].to));
    await page.click("[data-repair=best] .try");
    await verdict();
    for (const change of best.changes) assert.equal(await cellText(page, change.cell), String(change.to));
    const failed = (await findings(page)).filter(({ rule }) => /-sum$|-balance$/.test(rule));
    assert.equal(failed.length, 0);
    await page.click("#undo");
    await verdict();
    for (const change of best.changes) assert.equal(await cellText(page, change.cell), before.cells[change.cell].raw);
  });

  test("the corrected tables are copied as real tables with merges, and as text", async () => {
    const copied = await page.evaluate(() => new Promise((done) => {
      const real = DataTransfer.prototype.setData;
      const kept = {};
      DataTransfer.prototype.setData = function (type, text) { kept[type] = text; return real.call(this, type, text); };
      document.getElementById("copy-tables").click();
      DataTransfer.prototype.setData = real;
      done(kept);
    }));
    const html = copied["text/html"];
    assert.equal((html.match(/<table/g) || []).length, 3);
    assert.match(html, /rowspan="22"/);
    assert.match(html, /colspan="3" rowspan="3"/);
    const again = core.check("<p>2024年政府信息公开工作年度报告</p>" + html, { format: "html", encoding: "UTF-8" });
    const original = core.check(core.sample("errors"), { encoding: "UTF-8" });
    assert.equal(Object.keys(again.cells).length, 200);
    for (const id of Object.keys(original.cells)) assert.equal(again.cells[id].raw, original.cells[id].raw, id);
    assert.equal(copied["text/plain"].split("\r\n").filter((line) => line.includes("\t")).length > 30, true);
  });

  test("a cell of a report that came as HTML can be edited and undone, too", async () => {
    await page.click("#start-over");
    await paste(page, { "text/html": core.asHtml(core.sample("clean")), "text/plain": "x" }, "body");
    assert.equal(await verdict(), "ok");
    await cell("t3.new.natural").dblclick();
    await page.fill("td input.cell-input", "1024");
    await page.keyboard.press("Enter");
    assert.equal(await verdict(), "errors");
    assert.equal(await cellText(page, "t3.new.natural"), "1024");
    await page.click("#undo");
    assert.equal(await verdict(), "ok");
  });

  test("last year's report in the second pane is checked against this one", async () => {
    await typeReport(page, core.sample("clean"));
    const now = core.check(core.sample("clean"), { encoding: "UTF-8" });
    const year = now.report.year;
    const last = core.sample("clean").split(String(year)).join(String(year - 1)).replace(/(四、结转下年度继续办理 \| )\d+( .*\| )\d+( \|)/, "$177$2" + "77$3");
    const expected = core.check(core.sample("clean"), { encoding: "UTF-8", previous: last });
    assert.ok(expected.findings.some((finding) => finding.rule === "carry-over"));
    await page.click("#toggle-previous");
    await page.fill("#previous", last);
    await page.waitForSelector("#findings [data-rule=carry-over]");
    assert.deepEqual((await findings(page)).map(({ rule }) => rule), expected.findings.map(({ rule }) => rule));
    await page.waitForSelector(".previous-facts[data-readable=true]");
    await page.click("#findings [data-rule=carry-over] .finding-head");
    assert.equal(await page.locator("#findings li.is-open[data-rule=carry-over]").count(), 1, "nothing moves under the pointer when the box loses the focus");
    await page.locator("#findings li.is-open .finding-head").press("Escape");
    assert.equal(await page.locator("#findings li.is-open").count(), 0, "Esc closes it");
    assert.equal(await page.evaluate(() => document.activeElement.matches(".finding-head")), true);
    assert.match(await page.textContent(".previous-facts"), new RegExp(String(year - 1)));
    await page.click(".previous-facts summary");
    assert.equal(await page.textContent("[data-previous-cell='t3.carried_out.total']"), "77");
    await page.fill("#previous", "不是报告");
    await page.waitForSelector(".previous-facts[data-readable=false]");
    await page.click("#previous-remove");
    await page.waitForFunction(() => !document.querySelector("#findings [data-rule=carry-over]"));
  });

  test("nothing failed in the page", () => assert.deepEqual(page.faults, []));
});
