// What stood in the page is not lost by a paste, a drop, a cleared list or a closed window; and reports of one body find each other.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { cannotRun, cellText, file, launch, openPage, paste, samples, settled } from "./support.mjs";

describe("keeping what was there", { skip: cannotRun }, () => {
  let browser, core, clean, other, lastYear, page;
  const bodyShown = () => page.textContent("#report");
  const pasteText = async (text) => { await paste(page, { "text/plain": text }, "body"); await settled(page); };
  const carryOver = () => page.waitForSelector("#findings [data-rule=carry-over]");
  const drop = (selector, name, text) => page.evaluate(([target, fileName, content]) => {
    const data = new DataTransfer();
    data.items.add(new File([content], fileName));
    document.querySelector(target).dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, [selector, name, text]);
  const yearShown = async () => (await page.textContent(".bar .particulars")).match(/年度：?\s*(\d{4})/)[1];
  const correct = async (id, figure) => {
    await page.locator('td[data-cell="' + id + '"]').dblclick();
    await page.fill("td input.cell-input", figure);
    await page.keyboard.press("Enter");
    await settled(page);
  };

  before(async () => {
    browser = await launch();
    core = await samples();
    clean = core.sample("clean");
    other = core.sample("errors").replace(/临江县自然资源局/g, "临江县教育局");
    lastYear = clean.replace(/2024/g, "2023").replace(/(四、结转下年度继续办理 \| )\d+( .*\| )\d+( \|)/, "$177$277$3");
  });
  after(() => browser.close());
  const fresh = async () => {
    if (page) await page.context().close();
    page = await openPage(browser);
  };

  test("a report pasted over another gives it back with its corrections, and the other way round", async () => {
    await fresh();
    await pasteText(clean);
    assert.equal(await page.locator("#restore").count(), 0, "nothing gave way yet");
    await correct("t3.new.natural", "1024");
    await pasteText(other);
    assert.match(await page.textContent(".notice"), /找回/);
    assert.match(await bodyShown(), /教育局/);
    await page.click("#restore");
    await settled(page);
    assert.match(await bodyShown(), /自然资源局/);
    assert.equal(await cellText(page, "t3.new.natural"), "1024");
    await page.click("#undo");
    assert.equal(await settled(page), "ok");
    await page.click("#restore");
    assert.match(await bodyShown(), /教育局/);
  });

  test("Ctrl+Z right after a paste brings the report before it back", async () => {
    await fresh();
    await pasteText(clean);
    await pasteText("这不是报告，是不小心复制的一段别的文字。".repeat(5));
    await page.focus("#verdict");
    await page.keyboard.press("Control+z");
    assert.equal(await settled(page), "ok");
    assert.match(await bodyShown(), /自然资源局/);
  });

  test("a cleared list comes back, with the report that was open", async () => {
    await fresh();
    await page.setInputFiles("#file", [file("甲.txt", clean), file("乙.txt", other), file("丙.txt", "不是报告")]);
    await page.waitForSelector("#reports[data-done='3']");
    await page.locator("#reports tbody tr", { hasText: "乙.txt" }).click();
    await page.click("#start-over");
    assert.equal(await page.locator("#reports").count(), 0);
    await page.click("#restore");
    await page.waitForSelector("#reports[data-done='3']");
    assert.equal(await page.textContent("#reports tr.is-current .list-name"), "乙.txt");
    assert.equal(await settled(page), "errors");
  });

  test("last year's report that comes after this year's is checked like any other, and one press compares the two", async () => {
    const compare = async () => {
      assert.equal(await page.locator("#findings [data-rule=carry-over]").count(), 0, "nothing is compared unasked");
      if ((await page.locator(".previous").count()) === 0) await page.click("#toggle-previous");
      await page.click("#compare-years");
      await carryOver();
      assert.equal(await yearShown(), "2024");
      assert.equal(await page.locator("#compare-years").count(), 0);
    };
    await fresh();
    await pasteText(clean);
    await page.setInputFiles("#file", file("去年.txt", lastYear));
    await page.waitForFunction(() => /2023/.test(document.querySelector(".particulars").textContent));
    assert.match(await page.textContent(".notice"), /2024 年度/);
    await settled(page);
    await compare();
    assert.match(await page.textContent(".previous"), /去年\.txt/);
    await fresh();
    await pasteText(lastYear);
    await pasteText(clean);
    assert.equal(await yearShown(), "2024");
    await compare();
    await page.click("#start-over");
    await pasteText(lastYear);
    assert.equal(await yearShown(), "2023");
    assert.equal(await page.locator("#compare-years").count(), 0, "after a clear start it is a report like any other");
  });

  test("the same report pasted again keeps last year's beside it and what was found fine", async () => {
    await fresh();
    await pasteText(core.sample("errors"));
    await page.click("#findings [data-rule=leading-zero] .finding-head");
    await page.click("#findings li.is-open .accept button");
    await page.fill("input[name=reason]", "原件如此");
    await page.click("#findings li.is-open .accept button[type=submit]");
    await page.click("#toggle-previous");
    await page.fill("#previous", lastYear);
    await carryOver();
    await pasteText(core.sample("errors").replace("问题", "难题"));
    await carryOver();
    assert.equal(await page.locator("#findings li.is-accepted[data-rule=leading-zero]").count(), 1);
    await pasteText(other);
    assert.equal(await page.locator("#findings [data-rule=carry-over], #findings li.is-accepted").count(), 0, "another body's report keeps none of it");
  });

  test("a file dropped on the pane of last year's report, and a table pasted into it, are last year's", async () => {
    await fresh();
    await pasteText(clean);
    await page.click("#toggle-previous");
    await drop(".previous", "上年.txt", lastYear.replace(/自然资源局/g, "国土资源局"));
    await page.waitForSelector(".previous-facts[data-readable=true]");
    assert.match(await page.textContent(".previous"), /上年\.txt/);
    assert.equal(await yearShown(), "2024");
    await page.click("#previous-remove");
    await page.waitForSelector(".previous-facts", { state: "detached" });
    await paste(page, { "text/html": core.asHtml(core.sample("clean")).replace(/2024/g, "2023"), "text/plain": "没有表格" }, "#previous");
    await page.waitForSelector(".previous-facts[data-readable=true]");
    assert.equal(await yearShown(), "2024");
  });

  test("what is dragged within the page is no new report, and a drag that ended elsewhere leaves nothing behind", async () => {
    await fresh();
    await pasteText(clean);
    const dragged = (events) => page.evaluate((names) => {
      const data = new DataTransfer();
      data.setData("text/plain", "选中的半句话".repeat(100));
      for (const name of names) document.getElementById("source").dispatchEvent(new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true }));
      return document.querySelector(".drag-veil") !== null;
    }, events);
    assert.equal(await dragged(["dragstart", "dragenter"]), false);
    await dragged(["drop", "dragend"]);
    assert.equal(await settled(page), "ok");
    assert.equal(await dragged(["dragenter"]), true, "from another program");
    await page.mouse.move(300, 300);
    await page.waitForSelector(".drag-veil", { state: "detached" });
    await dragged(["dragenter", "drop"]);
    assert.equal(await settled(page), "unreadable");
  });

  test("leaving asks once something was done, not before", async () => {
    const asks = () => page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
    await fresh();
    assert.equal(await asks(), false);
    await pasteText(clean);
    assert.equal(await asks(), false, "a report that was only looked at is pasted again in a moment");
    await correct("t3.new.natural", "1024");
    assert.equal(await asks(), true);
  });

  test("a batch that was stopped is taken up again, as a whole or report by report", async () => {
    await fresh();
    await page.evaluate(() => {
      // Files that are read slowly, so that there is something left to stop.
      const real = FileReader.prototype.readAsArrayBuffer;
      FileReader.prototype.readAsArrayBuffer = function (blob) { window.setTimeout(() => real.call(this, blob), 300); };
    });
    await page.setInputFiles("#file", Array.from({ length: 30 }, (_, i) => file("r" + i + ".txt", clean)));
    await page.click("#cancel");
    await page.waitForSelector("#reports[data-done='30']");
    const stopped = () => page.locator("#reports tbody tr", { hasText: "已停止" });
    const left = await stopped().count();
    assert.ok(left >= 10, left + " left");
    const name = await stopped().first().locator(".list-name").textContent();
    await stopped().first().click();
    await page.locator("#reports tbody tr[data-verdict=ok]", { hasText: name }).waitFor();
    assert.match(await page.textContent("#resume"), new RegExp(String(left - 1)));
    await page.click("#resume");
    await page.waitForFunction(() => document.querySelectorAll("#reports tbody tr[data-verdict=ok]").length === 30);
    assert.equal(await page.locator("#resume").count(), 0);
    assert.deepEqual(page.faults, []);
  });
});
