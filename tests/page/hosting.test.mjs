// Where the page can't run: it says why and what to do, and never stays at "opening".
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { cannotRun, launch, oneFile, openPage, serve, settled } from "./support.mjs";

const fromDisk = pathToFileURL(oneFile).href;
/** What docs/hosting.md says a site's own policy has to allow. */
const leastPolicy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; img-src 'self' data:; worker-src 'self'";

describe("where the page is kept from running", { skip: cannotRun }, () => {
  let browser;
  before(async () => { browser = await launch(); });
  after(() => browser.close());

  /** The page at an address, in a browser that lost something before its scripts ran. */
  async function opened(url, lose = () => {}) {
    const page = await (await browser.newContext()).newPage();
    await page.addInitScript(lose);
    await page.goto(url);
    return page;
  }

  for (const [what, lose] of [["WebAssembly", () => { delete window.WebAssembly; }], ["workers", () => { delete window.Worker; }]]) {
    test("a browser without " + what + " is told so in place of the page", async () => {
      const page = await opened(fromDisk, lose);
      await page.waitForFunction(() => /极速模式[^]*too old/.test(document.getElementById("page").textContent));
      assert.equal(await page.$("#input"), null);
      await page.context().close();
    });
  }

  test("where no worker may start, a report pasted is said to be unread for that reason", async () => {
    const page = await opened(fromDisk, () => { window.Worker = function () { throw new Error("blocked"); }; });
    await page.waitForSelector(".alert");
    await page.fill("#input", "某某局2024年政府信息公开工作年度报告");
    assert.equal(await settled(page), "unreadable");
    assert.match(await page.textContent("#verdict"), /核对程序没有启动/);
    await page.context().close();
  });

  test("scripts that the server makes the browser refuse: what to look for stands there after a while", async () => {
    const server = await serve({ ".js": "text/plain" }, { "x-content-type-options": "nosniff" });
    const page = await opened(server.url);
    assert.equal(await page.isVisible(".stuck"), false);
    await page.waitForSelector(".stuck", { state: "visible", timeout: 12000 });
    assert.match(await page.textContent(".stuck"), /极速模式.*nosniff/);
    await page.context().close();
    server.close();
  });

  test("a site's policy that blocks the core is named as a reason; the least one of docs/hosting.md lets it run", async () => {
    const strict = await serve({}, { "content-security-policy": "default-src 'self'" });
    const page = await opened(strict.url);
    assert.match(await page.textContent(".alert"), /CSP/);
    await page.context().close();
    strict.close();
    const least = await serve({}, { "content-security-policy": leastPolicy, "x-content-type-options": "nosniff" });
    const running = await openPage(browser, { url: least.url });
    await running.fill("#input", "不是报告");
    assert.equal(await settled(running), "unreadable");
    await running.context().close();
    least.close();
  });
});
