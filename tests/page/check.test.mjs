// One report: it comes in, is judged at once, and findings, tables and text point at each other.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { begin, cannotRun, cellText, file, findings, launch, oneFile, paste, report, samples, settled, strangers, typeReport } from "./support.mjs";

describe("one report", { skip: cannotRun }, () => {
  let browser, core, page;
  before(async () => {
    ({ browser, core, page } = await begin());
  });
  after(() => browser.close());

  test("the empty page says what to do and that nothing leaves the machine", async () => {
    assert.match(await page.textContent("main"), /粘贴/);
    assert.match(await page.textContent(".privacy"), /不会离开本机/);
    assert.equal(await page.getAttribute("#verdict", "data-verdict"), null);
    assert.equal(await page.getAttribute("html", "lang"), "zh-CN");
  });

  test("a typed report is judged as the module judges it, and redrawn after each change", async () => {
    const text = core.sample("errors");
    const expected = core.check(text, { encoding: "UTF-8" });
    await typeReport(page, text);
    assert.equal(await page.getAttribute("#verdict", "data-verdict"), "errors");
    assert.deepEqual((await findings(page)).map(({ rule, severity }) => rule + " " + severity), expected.findings.map(({ rule, severity }) => rule + " " + severity));
    assert.equal(await page.locator("td[data-cell]").count(), 200);
    for (const id of ["t2.normative.in_force", "t3.new.total", "t3.handled.natural", "t4.review.total"]) assert.equal(await cellText(page, id), expected.cells[id].raw);
    await typeReport(page, core.sample("clean"));
    assert.equal(await page.getAttribute("#verdict", "data-verdict"), "ok");
    assert.equal((await findings(page)).length, 0);
    assert.equal(await page.locator("#source mark[data-rule]").count(), 0);
  });

  test("the text with marks is the report, unaltered", async () => {
    const text = core.sample("errors");
    await typeReport(page, text);
    assert.equal(await page.textContent("#source .source-text"), text);
    const expected = core.check(text, { encoding: "UTF-8" });
    const rules = new Set(expected.findings.filter((finding) => finding.spans.length > 0).map((finding) => finding.rule));
    const marked = new Set(await page.$$eval("#source mark[data-rule]", (marks) => marks.map((mark) => mark.dataset.rule)));
    assert.deepEqual([...marked].sort(), [...rules].sort());
  });

  test("text chosen and copied from there is the report's own, line for line", async () => {
    const chosen = await page.evaluate(() => {
      getSelection().selectAllChildren(document.querySelector("#source .source-text"));
      return getSelection().toString();
    });
    assert.ok((await page.locator("#source .source-text > *").count()) > 1, "laid out in blocks");
    assert.equal(chosen.trimEnd(), core.sample("errors").trimEnd());
  });

  test("opening a finding outlines its cells in the tables and in the text, with the relation in numbers", async () => {
    const expected = core.check(core.sample("errors"), { encoding: "UTF-8" });
    const finding = expected.findings.find((one) => one.rule === "t3-handled-sum");
    await page.click("#findings [data-rule=t3-handled-sum] .finding-head");
    const total = finding.cells.find((id) => id.startsWith("t3.handled."));
    await page.waitForSelector('td[data-cell="' + total + '"].role-total');
    assert.equal(await page.locator("td.role-part").count(), finding.cells.length - 1);
    assert.ok((await page.locator("#source mark.is-open").count()) >= finding.cells.length);
    const sums = await page.$$eval("#findings li.is-open .side-sum", (all) => all.map((one) => one.textContent));
    assert.deepEqual(sums.sort(), [String(finding.left), String(finding.right)].sort());
    assert.equal(finding.difference, Math.abs(finding.left - finding.right));
    assert.equal(await page.textContent("#findings li.is-open .difference b"), String(finding.difference));
    const detail = await page.textContent("#findings li.is-open .detail");
    assert.match(detail, /为什么/);
    assert.match(detail, /怎么办/);
    assert.match(detail, /依据/);
    await page.waitForFunction((id) => {
      const cell = document.querySelector('td[data-cell="' + id + '"]').getBoundingClientRect();
      const pane = document.getElementById("tables-scroll").getBoundingClientRect();
      return cell.bottom > pane.top && cell.top < pane.bottom;
    }, total);
  });

  test("a contributor is one click away", async () => {
    const chip = page.locator("#findings li.is-open [data-jump]").first();
    const id = await chip.getAttribute("data-jump");
    await chip.click();
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute("data-cell")), id);
    assert.ok(await page.locator('td[data-cell="' + id + '"].is-chosen').isVisible());
    assert.ok((await page.locator("#source mark.is-chosen").count()) >= 1);
  });

  test("a marked cell names its finding and opens it; so does a mark in the text", async () => {
    const cell = page.locator("td[data-cell][data-severity=error]").first();
    const named = (await cell.getAttribute("aria-describedby")).split(" ");
    for (const id of named) assert.ok(await page.locator("#findings #" + id).count(), id);
    await page.click("#findings li.is-open .finding-head");
    await cell.click();
    assert.equal(await page.locator("#findings li.is-open").count(), 1);
    await page.locator("#source mark[data-rule=leading-zero]").first().click();
    assert.equal(await page.getAttribute("#findings li.is-open", "data-rule"), "leading-zero");
  });

  test("findings can be filtered by severity and by table, and marked as fine with a reason", async () => {
    await page.click("button[data-filter=error]");
    assert.equal(await page.locator("#findings > [data-severity=error]:visible").count(), 0);
    assert.ok((await page.locator("#findings > [data-severity=warning]:visible").count()) > 0);
    await page.click("button[data-filter=error]");
    await page.click("button[data-table='2']");
    assert.equal(await page.locator("#findings > li:visible").count(), 0);
    await page.click("button[data-table=all]");
    await page.click("#findings li.is-open .accept button");
    await page.fill("#findings li.is-open input[name=reason]", "原件如此");
    await page.click("#findings li.is-open .accept button[type=submit]");
    assert.match(await page.textContent("#findings li.is-open"), /已核对无误：原件如此/);
    assert.equal(await page.locator("#findings li.is-accepted").count(), 1);
    assert.match(await page.textContent("#verdict"), /其中 1 处已核对无误/);
  });

  test("what is no report is never called fine", async () => {
    for (const text of ["你好", "|".repeat(5000), "a\u0000b\u0001c", "政府信息公开工作年度报告", "<script>alert(1)</script>"]) {
      await typeReport(page, text);
      assert.equal(await page.getAttribute("#verdict", "data-verdict"), "unreadable", text.slice(0, 20));
      assert.match(await page.textContent("#verdict"), /没有核对任何数据/);
      const { findings: [first] } = core.check(text, { encoding: "UTF-8" });
      assert.ok((await page.textContent("#verdict")).includes(first.message), "what stood in the way: " + first.message);
    }
  });

  test("clearing the box brings the empty page back", async () => {
    await page.click("#start-over");
    assert.equal(await page.getAttribute("#verdict", "data-verdict"), null);
    assert.equal(await page.inputValue("#input"), "");
  });

  test("a paste anywhere on the page is a new report; text/html wins over text/plain", async () => {
    await paste(page, { "text/plain": core.sample("clean") }, "body");
    assert.equal(await settled(page), "ok");
    const html = core.asHtml(core.sample("errors"));
    await paste(page, { "text/html": html, "text/plain": "plain text only" });
    await page.waitForFunction(() => (document.querySelector("#source .source-text") || document.body).textContent.includes("32"));
    assert.doesNotMatch(await page.textContent("#source"), /plain text only/);
  });

  test("a picture on the clipboard is named as such", async () => {
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(8)], "image.png", { type: "image/png" }));
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }));
    });
    await page.waitForFunction(() => /图片/.test(document.querySelector(".notice").textContent));
  });

  test("files in UTF-8, GB18030 and UTF-16 read alike, and the encoding can be chosen", async () => {
    const text = core.sample("clean");
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
    for (const [name, content, encoding] of [["utf8.txt", Buffer.from("\ufeff" + text), "UTF-8"], ["utf16.txt", utf16, "UTF-16LE"]]) {
      await page.setInputFiles("#file", file(name, content));
      assert.equal(await settled(page), "ok", name);
      assert.match(await page.textContent("#encoding option[value='']"), new RegExp(encoding));
    }
    await page.selectOption("#encoding", "GB18030");
    assert.equal(await settled(page), "unreadable");
    await page.selectOption("#encoding", "");
    assert.equal(await settled(page), "ok");
  });

  test("twenty megabytes neither stop the page nor enter the text box", async () => {
    const started = Date.now();
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.setData("text/plain", "| 0 ".repeat(5 * 1024 * 1024));
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }));
    });
    await page.click("#open-about");
    assert.ok(Date.now() - started < 5000, "the page answers while the core works");
    await page.keyboard.press("Escape");
    assert.equal(await settled(page), "unreadable");
    assert.ok((await page.inputValue("#input")).length < 1000);
    assert.ok((await page.locator("#source").textContent()).length < 1e6);
  });

  // What a careful reviewer finds, without notes.
  const reviewed = {
    "000_7c4e194db34bfb77.txt": ["error form-outdated", "warning applications-not-described", "warning fee-statement-missing", "warning header-altered", "warning items-as-decisions"],
    "001_b58532c6c9d423bb.txt": ["error t3-balance", "error t3-balance", "warning fee-statement-missing", "warning leading-zero", "warning leading-zero", "warning text-table-mismatch"],
    "002_3e15cfd4bb50aca3.txt": ["warning applications-not-described", "warning header-altered"],
    "003_870b2d41ea6f263b.txt": [],
    "004_a53a1aafad74cc7a.txt": ["warning header-altered"],
  };
  for (const [name, expected] of Object.entries(reviewed)) {
    test("the real report " + name.slice(0, 3) + ", dropped", { skip: report(name) ? false : "no real reports here" }, async () => {
      await page.click("#start-over");
      await page.evaluate((base64) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], "report.txt", { type: "text/plain" }));
        document.getElementById("drop").dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
      }, report(name).toString("base64"));
      await settled(page);
      const found = (await findings(page)).filter(({ severity }) => severity !== "note").map(({ rule, severity }) => severity + " " + rule);
      assert.deepEqual(found.sort(), expected);
    });
  }

  test("a published PDF reads cell for cell through pdf.js", { skip: report("more/hongze_2024.pdf") ? false : "no real reports here" }, async () => {
    await page.click("#start-over");
    await page.setInputFiles("#file", file("hongze_2024.pdf", report("more/hongze_2024.pdf"), "application/pdf"));
    await settled(page);
    // Its （六）其他处理 is one undivided row, and one of its labels is misprinted; its tables hold.
    assert.deepEqual((await findings(page)).filter(({ severity }) => severity === "error").map(({ rule }) => rule), ["row-missing"]);
    const absent = await page.$$eval("td.is-absent", (cells) => cells.map((cell) => cell.dataset.cell.split(".")[1]));
    assert.deepEqual([...new Set(absent)].sort(), ["other_no_correction", "other_unpaid"]);
    assert.equal(absent.length, 14);
    assert.equal(await page.locator("td.is-unreadable").count(), 0);
  });

  test("not one request left the page, and nothing failed in it", () => {
    assert.deepEqual(strangers(page), []);
    assert.deepEqual(page.faults, []);
  });
});

describe("before the core is ready", { skip: cannotRun }, () => {
  let browser;
  let text;
  before(async () => {
    browser = await launch();
    text = (await samples()).sample("errors");
  });
  after(() => browser.close());

  // Everything the page says to the worker, or the worker to the page, waits until the test lets it go.
  const gate = "const waiting = []; let open = false; const later = (act) => open ? act() : waiting.push(act); " +
    "window.letGo = () => { open = true; for (const act of waiting.splice(0)) act(); };";
  const delays = {
    "its module comes late": (Real, later) => (url) => {
      const worker = new Real(url);
      return Object.assign(worker, { postMessage: (message) => later(() => Real.prototype.postMessage.call(worker, message)) });
    },
    "its worker wakes late": (Real, later) => (url) => {
      const worker = new Real(url);
      const late = { postMessage: (message) => worker.postMessage(message), terminate: () => worker.terminate() };
      worker.onmessage = (event) => later(() => late.onmessage(event));
      return late;
    },
  };
  for (const [name, delay] of Object.entries(delays)) {
    test("a paste is taken and answered: " + name, async () => {
      const page = await (await browser.newContext()).newPage();
      await page.addInitScript("{ " + gate + " const make = (" + delay + ")(window.Worker, later); window.Worker = function (url) { return make(url); }; }");
      await page.goto(pathToFileURL(oneFile).href);
      await page.waitForSelector("#input");
      await paste(page, { "text/plain": text }, "body");
      await page.waitForSelector("#verdict[aria-busy=true]");
      assert.equal(await page.getAttribute("html", "data-ready"), null);
      await page.evaluate(() => window.letGo());
      assert.equal(await settled(page), "errors");
      assert.equal(await page.getAttribute("html", "data-ready"), "true");
      assert.ok((await page.locator("#source mark[data-rule]").count()) > 0);
    });
  }
});
