// The office that reviews its county's reports: finding the ones it looks for, and going on the next day.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { cannotRun, file, launch, openPage, samples, settled } from "./support.mjs";

describe("the county office", { skip: cannotRun }, () => {
  let browser, core, errors, clean;
  before(async () => {
    browser = await launch();
    core = await samples();
    [errors, clean] = [core.sample("errors"), core.sample("clean")];
  });
  after(() => browser.close());

  const of = (text, body) => text.replace(/临江县自然资源局/g, body);
  const listed = (page) => page.$$eval("tr[data-report] .list-name", (names) => names.map((name) => name.textContent).sort());
  const checked = (page, count) => page.waitForSelector(`#reports[data-done='${count}']`);

  test("reports are found by file, body, year and fault, by several words at once", async () => {
    const page = await openPage(browser);
    await page.focus("#input");
    await page.setInputFiles("#file", [file("一.txt", of(errors, "某甲局")), file("二.txt", of(clean, "某乙局")), file("三.txt", of(clean, "某甲局").replace(/2024/g, "2022"))]);
    await checked(page, 3);
    for (const [words, names] of [["某甲", ["一.txt", "三.txt"]], ["某甲 2022", ["三.txt"]], ["勾稽", ["一.txt"]], ["T3-BALANCE", ["一.txt"]], ["勾稽 某乙", []], ["", ["一.txt", "三.txt", "二.txt"]]]) {
      // Nobody who presses keys after a drop writes into a report.
      assert.notEqual(await page.evaluate(() => document.activeElement.id), "input");
      await page.fill("#reports-filter", words);
      assert.deepEqual(await listed(page), names, words);
    }
    await page.context().close();
  });

  test("what was found fine comes back another day with the saved results, where it still stands", async () => {
    const day = async (files, count) => {
      const page = await openPage(browser);
      await page.setInputFiles("#file", files);
      await checked(page, count);
      await page.waitForTimeout(300);
      return page;
    };
    const reports = [file("一.txt", of(errors, "某甲局")), file("二.txt", of(clean, "某乙局"))];
    const first = await day(reports, 2);
    await first.click("tr[data-report] >> text=一.txt");
    await first.click("#findings [data-rule=leading-zero] .finding-head");
    await first.click(".accept button");
    await first.fill("[name=reason]", "按原件");
    await first.click(".accept [type=submit]");
    await first.click("#open-exports");
    const [download] = await Promise.all([first.waitForEvent("download"), first.click("#export-json")]);
    const saved = { name: "结果.json", mimeType: "application/json", buffer: readFileSync(await download.path()) };
    await first.context().close();

    const accepted = async (page) => page.$$eval("#findings > .is-accepted", (all) => all.map((one) => one.dataset.rule));
    const next = await day([saved, ...reports], 2);
    await next.waitForSelector("#findings > .is-accepted");
    assert.match(await next.textContent(".notice"), /1 份报告/);
    await next.click("tr[data-report] >> text=一.txt");
    assert.deepEqual(await accepted(next), ["leading-zero"]);
    await next.click("#findings > .is-accepted .finding-head");
    assert.match(await next.textContent(".accepted"), /按原件/);
    await next.context().close();

    // A finding that speaks of another figure now is to be looked at anew; a file that is no saved result is a file like any other.
    const changed = [file("一.txt", of(errors, "某甲局").replace("00", "000")), reports[1]];
    const other = await day([...changed, file("别的.json", '{"reports": [{"file": 1, "result": {}, "accepted": [1]}]}')], 3);
    await other.setInputFiles("#file", [saved]);
    await other.waitForTimeout(300);
    assert.equal(await other.getAttribute("#reports", "data-total"), "3");
    await other.click("tr[data-report] >> text=一.txt");
    assert.equal(await settled(other), "errors");
    assert.deepEqual(await accepted(other), []);
    await other.context().close();
  });

  test("a file that is gone when two years are to be compared keeps no other pair from it", async () => {
    const page = await openPage(browser);
    await page.evaluate(([now, last]) => {
      const transfer = new DataTransfer();
      for (const body of ["某甲局", "某乙局"]) for (const [year, text] of [["今年", now], ["去年", last]]) {
        const one = new File([text.replace(/临江县自然资源局/g, body)], body + year + ".txt");
        transfer.items.add(one);
      }
      const read = FileReader.prototype.readAsArrayBuffer;
      const seen = {};
      FileReader.prototype.readAsArrayBuffer = function (blob) {
        seen[blob.name] = (seen[blob.name] || 0) + 1;
        if (blob.name === "某甲局去年.txt" && seen[blob.name] > 1) setTimeout(() => this.onerror(), 0);
        else read.call(this, blob);
      };
      document.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }, [clean, clean.replace(/2024/g, "2023")]);
    await checked(page, 4);
    await page.waitForSelector("tr[data-report]:has(.list-paired) >> text=某乙局今年");
    await page.context().close();
  });

  test("of a file that was checked nothing stays in memory but its result", async () => {
    const page = await openPage(browser);
    await page.evaluate(() => {
      const [begin, end] = [window.setTimeout, window.clearTimeout];
      window.long = new Set();
      window.setTimeout = (act, wait, ...rest) => { const id = begin(act, wait, ...rest); if (wait >= 10000) window.long.add(id); return id; };
      window.clearTimeout = (id) => { window.long.delete(id); end(id); };
    });
    await page.setInputFiles("#file", Array.from({ length: 12 }, (_, i) => file(i + ".txt", of(clean, "第" + i + "局"))));
    await checked(page, 12);
    // A wait for an answer holds what was asked.
    assert.equal(await page.evaluate(() => window.long.size), 0);
    await page.context().close();
  });
});
