// The page on the old kernels of intranet browsers, from disk, with nothing but the DevTools protocol.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { assault, attempts, openTrap, payloads, waysOut } from "./hostile.mjs";
import { kernelPath, openKernel } from "./kernels.mjs";
import { cannotRun, launch, oneFile, samples, serve } from "./support.mjs";

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
  let core, pdf, trap;
  before(async () => {
    core = await samples();
    pdf = (await printed(core.asHtml(core.sample("clean")))).toString("base64");
    trap = await openTrap();
  });
  after(() => trap.close());

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
        // Nothing of a hostile report runs or leaves, and a script could not send anything either.
        const hostile = waysOut(trap.url).concat(payloads());
        const found = await kernel.evaluate("return await (" + assault + ")(" + JSON.stringify(hostile) + ", " + JSON.stringify(core.sample("errors")) + ");");
        assert.deepEqual(found, { hacked: "", odd: [], drawn: 200 });
        assert.deepEqual(trap.visits.concat(trap.touches), []);
        assert.deepEqual(kernel.faults, []);
        assert.deepEqual(await kernel.evaluate("return await (" + attempts + ")(" + JSON.stringify(trap.url) + ");"), []);
        assert.deepEqual(trap.visits, []);
        // From a web server that does not know .wasm.
        for (const wasm of ["text/plain", "application/octet-stream", "application/wasm"]) {
          const server = await serve({ ".wasm": wasm });
          await kernel.goto(server.url);
          await kernel.evaluate(type(core.sample("errors")));
          await kernel.until("document.querySelector('#verdict[data-verdict=errors]')");
          server.close();
        }
        return undefined;
      } finally {
        await kernel.close();
      }
    });
  }
});
