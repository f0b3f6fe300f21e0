// The page on the old kernels of intranet browsers, from disk, with nothing but the DevTools protocol.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { kernelPath, openKernel } from "./kernels.mjs";
import { cannotRun, launch, oneFile, samples } from "./support.mjs";

const type = (text) => `const box = document.getElementById("input"); box.value = ${JSON.stringify(text)}; box.dispatchEvent(new Event("input", { bubbles: true }));`;
const settled = "document.querySelector('#verdict[data-verdict]')";

/** A report as a PDF, printed by the current browser. */
async function printed(html) {
  const browser = await launch();
  const page = await browser.newPage();
  await page.setContent(html);
  const bytes = await page.pdf({ format: "A4", landscape: true });
  await browser.close();
  return bytes;
}

describe("old kernels", { skip: cannotRun }, () => {
  let core, pdf, server, url;
  const visits = [];
  before(async () => {
    core = await samples();
    pdf = (await printed(core.asHtml(core.sample("clean")))).toString("base64");
    server = createServer((request, response) => { visits.push(request.url); response.end(); }).listen(0, "127.0.0.1");
    await new Promise((done) => server.on("listening", done));
    url = "http://127.0.0.1:" + server.address().port;
  });
  after(() => server.close());

  for (const version of [69, 79, 88, 109]) {
    test("Chromium " + version, async (context) => {
      const path = await kernelPath(version);
      if (!path) return context.skip("the npm package chrome-" + version + " is not installed");
      let kernel;
      try {
        kernel = await openKernel(path);
      } catch (error) {
        return context.skip("this kernel does not start here: " + error.message);
      }
      try {
        assert.match(await kernel.evaluate("return navigator.userAgent;"), new RegExp("Chrome/" + version + "\\."));
        await kernel.goto(pathToFileURL(oneFile).href);
        const expected = core.check(core.sample("errors"), { encoding: "UTF-8" });
        await kernel.evaluate(type(core.sample("errors")));
        await kernel.until(settled);
        assert.equal(await kernel.evaluate("return document.getElementById('verdict').dataset.verdict;"), "errors");
        assert.deepEqual(await kernel.evaluate("return [...document.querySelectorAll('#findings > [data-rule]')].map((item) => item.dataset.rule);"), expected.findings.map((finding) => finding.rule));
        assert.equal(await kernel.evaluate("return document.querySelectorAll('td[data-cell]').length;"), 200);
        await kernel.evaluate("document.querySelector('#findings [data-rule=t3-handled-sum] button').click();");
        assert.ok(await kernel.evaluate("return document.querySelectorAll('td.role-part').length;") > 10);
        // Editing in the table.
        await kernel.evaluate(type(core.sample("clean")));
        await kernel.until("document.querySelector('#verdict[data-verdict=ok]')");
        await kernel.evaluate(`document.querySelector('td[data-cell="t3.new.natural"]').dispatchEvent(new MouseEvent("dblclick", { bubbles: true }));
          const input = document.querySelector(".cell-input"); input.value = "77"; input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));`);
        await kernel.until("document.querySelector('#verdict[data-verdict=errors]')");
        // The last columns of the layout are where they belong: findings beside the tables on a wide window.
        assert.equal(await kernel.evaluate("return document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1;"), true);
        // A PDF, through pdf.js.
        await kernel.evaluate(`const transfer = new DataTransfer(); const bytes = Uint8Array.from(atob("${pdf}"), (c) => c.charCodeAt(0));
          transfer.items.add(new File([bytes], "report.pdf", { type: "application/pdf" })); document.getElementById("start-over").click();
          document.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));`);
        await kernel.until("document.querySelector('#verdict[data-verdict=ok]') && document.querySelectorAll('td[data-cell]').length === 200");
        // Nothing leaves.
        await kernel.evaluate(`for (const [tag, name] of [["img", "src"], ["link", "href"], ["script", "src"], ["iframe", "src"]]) { const e = document.createElement(tag); if (tag === "link") e.rel = "stylesheet"; e[name] = "${url}/" + tag; document.body.appendChild(e); }
          try { await fetch("${url}/fetch"); } catch (_) {} try { new Worker("${url}/worker"); } catch (_) {} navigator.sendBeacon("${url}/beacon", "x"); await new Promise((done) => setTimeout(done, 300));`);
        assert.deepEqual(visits, []);
        assert.deepEqual(kernel.faults, []);
        return undefined;
      } finally {
        await kernel.close();
      }
    });
  }
});
