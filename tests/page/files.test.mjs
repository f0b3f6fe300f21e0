// Many reports: hundreds of files, a folder's worth, two years of one body, and taking the results out again.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { begin, cannotRun, file, openPage, root, settled, strangers, typeReport } from "./support.mjs";

const batchDone = (page, total) => page.waitForFunction((n) => {
  const list = document.getElementById("reports");
  return list && list.dataset.total === String(n) && list.dataset.done === String(n);
}, total, { timeout: 60000 });

async function saved(page, action) {
  const [download] = await Promise.all([page.waitForEvent("download"), action()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** RFC 4180, as a spreadsheet reads it. */
function csvRows(text) {
  const rows = [[]];
  const pattern = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/g;
  for (let match = pattern.exec(text); match && match.index < text.length; match = pattern.exec(text)) {
    const field = match[1].startsWith('"') ? match[1].slice(1, -1).replace(/""/g, '"') : match[1];
    rows[rows.length - 1].push(field);
    if (match[2] === "\r\n") rows.push([]);
    else if (match[2] === "") break;
  }
  return rows.filter((row) => row.length > 1);
}

describe("many reports", { skip: cannotRun }, () => {
  let browser, core, page;
  const bodyOf = (text) => core.check(text, { encoding: "UTF-8" }).report.organization;
  before(async () => {
    ({ browser, core, page } = await begin());
  });
  after(() => browser.close());

  test("two hundred files are checked with progress while the page answers", async () => {
    const clean = core.sample("clean");
    const wrong = core.sample("errors");
    const files = Array.from({ length: 198 }, (_, i) => file("报告" + String(i).padStart(3, "0") + ".txt", i % 3 === 0 ? wrong : clean));
    files.push(file("照片说明.txt", "这不是报告"), file("=cmd|calc.txt", wrong));
    await page.evaluate(() => {
      window.longest = 0;
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.longest = Math.max(window.longest, entry.duration); }).observe({ entryTypes: ["longtask"] });
    });
    await page.setInputFiles("#file", files);
    await batchDone(page, 200);
    assert.equal(await page.locator("#reports tbody tr").count(), 200);
    assert.equal(await page.locator("#reports tbody tr[data-verdict=ok]").count(), 132);
    assert.equal(await page.locator("#reports tbody tr[data-verdict=errors]").count(), 67);
    assert.equal(await page.locator("#reports tbody tr[data-verdict=unreadable]").count(), 1);
    assert.ok((await page.evaluate(() => window.longest)) < 3000, "longest task " + (await page.evaluate(() => window.longest)) + " ms");
  });

  test("the list sorts, filters and is walked by keyboard; a row opens its report", async () => {
    await page.click(".column-name .sort");
    const first = await page.textContent("#reports tbody tr:first-child .list-name");
    await page.click(".column-name .sort");
    assert.notEqual(await page.textContent("#reports tbody tr:first-child .list-name"), first);
    await page.selectOption("#reports-verdict", "errors");
    assert.equal(await page.locator("#reports tbody tr").count(), 67);
    await page.fill("#reports-filter", "报告00");
    assert.equal(await page.locator("#reports tbody tr").count(), 4);
    await page.focus("#reports tbody tr:first-child .list-name button");
    await page.keyboard.press("ArrowDown");
    const chosen = await page.evaluate(() => document.activeElement.textContent);
    await page.keyboard.press("Enter");
    assert.equal(await settled(page), "errors");
    assert.equal(await page.textContent("#reports tr.is-current .list-name"), chosen);
    assert.ok((await page.locator("#findings > [data-rule]").count()) > 0);
    await page.fill("#reports-filter", "");
    await page.selectOption("#reports-verdict", "all");
  });

  test("n and p lead through the list as it stands, and the list keeps the report in sight", async () => {
    const names = await page.locator("#reports tbody .list-name").allTextContents();
    const current = () => page.textContent("#reports tr.is-current .list-name");
    await page.locator("#reports tbody tr").first().click();
    await page.focus("#verdict");
    await page.keyboard.press("p");
    assert.equal(await current(), names[0], "there is none before the first");
    for (let i = 1; i <= 20; i++) {
      await page.keyboard.press("n");
      await page.waitForFunction((name) => document.querySelector("#reports tr.is-current .list-name").textContent === name, names[i]);
    }
    assert.ok(await page.evaluate(() => {
      const row = document.querySelector("#reports tr.is-current").getBoundingClientRect();
      const box = document.querySelector(".reports-scroll").getBoundingClientRect();
      return row.top >= box.top && row.bottom <= box.bottom + 1;
    }), "the current row is in sight");
    await page.keyboard.press("p");
    assert.equal(await current(), names[19]);
    await settled(page);
  });

  test("opening a report brings it into sight, l leads back to its row", async () => {
    const inSight = (selector) => page.$eval(selector, (one) => { const box = one.getBoundingClientRect(); return box.top >= -1 && box.top < window.innerHeight / 2; });
    await page.setViewportSize({ width: 1366, height: 640 });
    await page.evaluate(() => window.scrollTo(0, 0));
    assert.equal(await inSight("#findings-title"), false);
    await page.locator("#reports tbody tr[data-verdict=errors] button").nth(2).press("Enter");
    await settled(page);
    assert.equal(await inSight("#findings-title"), true);
    await page.keyboard.press("j");
    assert.equal(await page.evaluate(() => document.activeElement.closest("#findings") !== null), true, "the keys lead through its findings");
    await page.keyboard.press("l");
    assert.equal(await inSight("#reports-title"), true);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), await page.textContent("#reports tr.is-current .list-name"));
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  test("a common fault lists the reports that have it", async () => {
    await page.locator(".common li", { hasText: "67 份报告" }).first().locator("button").click();
    assert.equal(await page.locator("#reports tbody tr").count(), 67);
    await page.click("#show-all");
    assert.equal(await page.locator("#reports tbody tr").count(), 200);
  });

  test("what could not be read says why in its row and stands with the worst", async () => {
    if ((await page.getAttribute(".column-errors", "aria-sort")) !== "descending") await page.click(".column-errors .sort");
    if ((await page.getAttribute(".column-errors", "aria-sort")) !== "descending") await page.click(".column-errors .sort");
    const first = page.locator("#reports tbody tr").first();
    assert.equal(await first.getAttribute("data-verdict"), "unreadable");
    const { findings } = core.check("这不是报告", { encoding: "UTF-8" });
    assert.ok((await first.textContent()).includes(findings[0].message));
  });

  test("the most common faults are summed up", async () => {
    const both = ["这不是报告", core.sample("errors")].map((text) => core.check(text, { encoding: "UTF-8" }).findings);
    const expected = new Set([].concat(...both).filter((one) => one.severity !== "note").map((one) => one.rule));
    assert.equal(await page.locator(".common li").count(), Math.min(8, expected.size));
    assert.match(await page.textContent(".common li:first-child"), /67 份报告/);
  });

  test("a report of the list can be corrected like any other", async () => {
    const row = page.locator("#reports tbody tr[data-verdict=errors]").first();
    await row.click();
    await settled(page);
    await page.click("[data-repair=best] .try");
    await page.waitForSelector("#changes");
    await page.click("#undo");
    await settled(page);
    assert.equal(await page.locator("#changes").count(), 0);
  });

  test("findings go out as CSV that a spreadsheet opens safely", async () => {
    await page.click("#open-exports");
    const { name, bytes } = await saved(page, () => page.click("#export-csv"));
    assert.match(name, /\.csv$/);
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const rows = csvRows(bytes.toString("utf8").slice(1));
    assert.equal(rows[0][0], "文件");
    assert.ok(rows.every((row) => row.length === rows[0].length));
    const perReport = core.check(core.sample("errors"), { encoding: "UTF-8" }).findings.length;
    assert.equal(rows.length, 1 + 67 * perReport + 1 + (rows.filter((row) => row[0] === "照片说明.txt").length - 1));
    assert.ok(rows.some((row) => row[0] === "'=cmd|calc.txt"), "a name that looks like a formula is made text");
    for (const row of rows) for (const field of row) assert.doesNotMatch(field, /^[=+\-@\t\r]/);
  });

  test("a summary goes out with one line a report, and why one was not judged", async () => {
    const { name, bytes } = await saved(page, () => page.click("#export-summary"));
    assert.match(name, /汇总表\.csv$/);
    const [head, ...rows] = csvRows(bytes.toString("utf8").slice(1));
    assert.equal(rows.length, 200);
    const column = (row, title) => row[head.indexOf(title)];
    const { summary, checks } = core.check(core.sample("errors"), { encoding: "UTF-8" });
    const wrong = rows.find((row) => row[0] === "报告003.txt");
    assert.deepEqual(["结论", "错误", "警告", "提示", "不成立的关系"].map((title) => column(wrong, title)),
      ["有错误", summary.errors, summary.warnings, summary.notes, checks.failed].map(String));
    assert.deepEqual(["结论", "错误", "主要问题或未读原因"].map((title) => column(rows[1], title)), ["无问题", "0", ""]);
    const none = rows.find((row) => row[0] === "照片说明.txt");
    assert.deepEqual(["结论", "错误", "主要问题或未读原因"].map((title) => column(none, title)),
      ["无法核对", "", core.check("这不是报告", { encoding: "UTF-8" }).findings[0].message], "it is not said to have no errors");
  });

  test("the findings of a report are copied in words, without those found fine", async () => {
    await page.keyboard.press("Escape");
    await page.fill("#reports-filter", "报告003");
    await page.locator("#reports tbody tr").first().click();
    await settled(page);
    const copied = async () => {
      await page.click("#open-exports");
      return page.evaluate(() => new Promise((done) => {
        const real = DataTransfer.prototype.setData;
        DataTransfer.prototype.setData = function (type, text) { done(text); return real.call(this, type, text); };
        document.getElementById("copy-notice").click();
        DataTransfer.prototype.setData = real;
      }));
    };
    const { findings, report } = core.check(core.sample("errors"), { encoding: "UTF-8" });
    const all = await copied();
    assert.ok(all.includes(report.title || report.organization));
    for (const { message } of findings) assert.ok(all.includes(message), message);
    await page.click("#findings [data-rule=leading-zero] .finding-head");
    await page.click("#findings li.is-open .accept button");
    await page.click("#findings li.is-open .accept button[type=submit]");
    const fewer = await copied();
    const fine = findings.find((one) => one.rule === "leading-zero");
    assert.ok(!fewer.includes(fine.message));
    assert.ok(fewer.includes(findings[0].message));
    await page.click("#findings li.is-open .accepted .link");
    await page.click("#show-all");
    await page.click("#open-exports");
  });

  test("results go out as JSON with the reasons given", async () => {
    const { bytes } = await saved(page, () => page.click("#export-json"));
    const exported = JSON.parse(bytes.toString("utf8"));
    assert.equal(exported.reports.length, 200);
    assert.equal(exported.reports[1].result.schema, 1);
    await page.keyboard.press("Escape");
  });

  test("review sheets are printed, a page or more each, with room to sign", async () => {
    const pages = await page.evaluate(() => {
      const seen = [];
      window.print = () => { seen.push(document.querySelectorAll("#sheets .sheet").length); window.sheets = document.getElementById("sheets").textContent; };
      for (const button of ["print-faulty", "print-sheets"]) {
        document.getElementById("open-exports").click();
        document.getElementById(button).click();
      }
      return seen;
    });
    assert.deepEqual(pages, [67, 200], "those with errors or warnings, and all");
    const text = await page.evaluate(() => window.sheets);
    assert.match(text, /审核意见单/);
    assert.match(text, /审核人（签名）/);
    assert.match(text, /日期/);
    assert.equal(await page.locator("#sheets").count(), 0);
  });

  test("a new start forgets the list; two years of the same body pair up by themselves", async () => {
    await page.click("#start-over");
    assert.equal(await page.locator("#reports").count(), 0);
    const now = core.sample("clean");
    const year = core.check(now, { encoding: "UTF-8" }).report.year;
    const last = now.split(String(year)).join(String(year - 1)).replace(/(四、结转下年度继续办理 \| )\d+( .*\| )\d+( \|)/, "$177$2" + "77$3");
    assert.equal(bodyOf(now), bodyOf(last));
    await page.setInputFiles("#file", [file("今年.txt", now), file("去年.txt", last)]);
    await page.waitForSelector("#reports .list-paired");
    assert.equal(await page.locator("#reports .list-paired").count(), 1);
    await page.locator("#reports tbody tr", { hasText: "今年.txt" }).click();
    await page.waitForSelector("#findings [data-rule=carry-over]");
    await page.click("#toggle-previous");
    assert.match(await page.textContent(".previous"), /去年\.txt/);
  });

  test("two reports of one body for one year are pointed out", async () => {
    await page.click("#start-over");
    await page.setInputFiles("#file", [file("初稿.txt", core.sample("errors")), file("定稿.txt", core.sample("clean")), file("上年.txt", core.sample("clean").replace(/2024/g, "2023")), file("空.txt", "")]);
    await batchDone(page, 4);
    assert.deepEqual((await page.locator("#reports tr", { has: page.locator(".list-twins") }).locator(".list-name").allTextContents()).sort(), ["初稿.txt", "定稿.txt"]);
  });

  test("an archive is opened: every file in it, whoever packed it, and a document by another name stays one", async () => {
    const { zipSync } = createRequire(join(root, "web/package.json"))("fflate");
    const bytes = (text) => new TextEncoder().encode(text);
    const packed = Buffer.from(zipSync({ "科室/教育局.txt": bytes(core.sample("errors")), "__MACOSX/科室/._教育局.txt": bytes("x"), "~$乙.docx": bytes("x"), "NNNNNN.txt": bytes(core.sample("clean")) }));
    // As Chinese Windows writes a name: in GBK, and no mark for UTF-8.
    const gbkName = Buffer.from([0xcb, 0xae, 0xc0, 0xfb, 0xbe, 0xd6]);
    for (let at = packed.indexOf("NNNNNN"); at >= 0; at = packed.indexOf("NNNNNN", at)) gbkName.copy(packed, at);
    const document = Buffer.from(zipSync({ "[Content_Types].xml": bytes("<Types/>"), "word/document.xml": bytes("<w:document/>") }));
    const broken = Buffer.from(packed);
    broken.fill(0xff, 60, 600);
    await page.click("#start-over");
    await page.setInputFiles("#file", [file("各局.zip", packed), file("改了名.zip", document), file("空话.zip", "不是压缩包")]);
    await batchDone(page, 4);
    assert.deepEqual((await page.locator("#reports tbody .list-name").allTextContents()).sort(), ["科室/教育局.txt", "水利局.txt", "改了名.zip", "空话.zip"].sort());
    const verdictOf = (name) => page.locator("#reports tbody tr", { hasText: name }).getAttribute("data-verdict");
    assert.deepEqual(await Promise.all(["教育局", "水利局", "改了名", "空话"].map(verdictOf)), ["errors", "ok", "unreadable", "unreadable"]);
    await page.locator("#reports tbody tr", { hasText: "水利局" }).click();
    assert.equal(await settled(page), "ok");
    await page.click("#start-over");
    await page.setInputFiles("#file", file("坏.zip", broken));
    await page.waitForFunction(() => /有 1 个文件没有打开/.test(document.querySelector(".notice").textContent));
    assert.equal(await settled(page), "ok", "the other file of it is there");
  });

  test("a long batch can be stopped", async () => {
    await page.click("#start-over");
    const text = core.sample("clean");
    await page.setInputFiles("#file", Array.from({ length: 400 }, (_, i) => file("r" + i + ".txt", text)));
    await page.waitForSelector("#cancel", { timeout: 10000 }).then((button) => button.click()).catch(() => null);
    await batchDone(page, 400);
    assert.equal(await page.locator("#cancel").count(), 0);
  });

  test("one report prints with its tables and findings, and as a sheet", async () => {
    const single = await openPage(browser);
    await typeReport(single, core.sample("errors"));
    const whole = await single.pdf({ format: "A4", preferCSSPageSize: true });
    assert.ok(whole.length > 20000);
    await single.evaluate(() => { window.print = () => undefined; });
    await single.emulateMedia({ media: "print" });
    for (const selector of [".intake", ".toolbar", ".pane-source"]) assert.equal(await single.locator(selector).isVisible(), false, selector);
    assert.equal(await single.locator("#table-3").isVisible(), true);
    assert.equal(await single.locator("#findings").isVisible(), true);
    assert.deepEqual(single.faults, []);
    await single.context().close();
  });

  test("not one request left the page, and nothing failed in it", () => {
    assert.deepEqual(strangers(page), []);
    assert.deepEqual(page.faults, []);
  });
});
