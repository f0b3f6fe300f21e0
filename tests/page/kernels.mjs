// Old Chromium kernels from npm packages, and a small client of the DevTools protocol for them.
import { spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, chmodSync, createReadStream, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";
import WebSocket from "ws";

const here = dirname(fileURLToPath(import.meta.url));

/** The kernel's program, unpacked once beside its package; null where the package could not be installed. */
export async function kernelPath(version) {
  const folder = join(here, "node_modules/chrome-" + version, "bin");
  if (!existsSync(folder)) return null;
  const packed = readdirSync(folder).find((name) => /^chromium.*\.br$/.test(name));
  const path = join(folder, "unpacked", "chromium-" + version);
  if (!packed) return null;
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    await pipeline(createReadStream(join(folder, packed)), createBrotliDecompress(), createWriteStream(path + ".part"));
    chmodSync(path + ".part", 0o755);
    renameSync(path + ".part", path);
  }
  return path;
}

/** The address of the kernel's first page, which may come a moment after the kernel itself. */
async function firstPage(port) {
  for (let tries = 0; tries < 50; tries++) {
    const targets = await (await fetch("http://127.0.0.1:" + port + "/json")).json();
    const page = targets.find((target) => target.type === "page");
    if (page) return page.webSocketDebuggerUrl;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the kernel opened no page");
}

/** Starts a kernel; resolves to a page driver. */
export async function openKernel(path) {
  const profile = mkdtempSync(join(tmpdir(), "nianbao-kernel-"));
  const browser = spawn(path, ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--no-zygote", "--disable-background-networking", "--disable-sync", "--disable-component-update",
    "--disable-dev-shm-usage", "--window-size=1280,900", "--remote-debugging-port=0", "--user-data-dir=" + profile, "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });
  const port = await new Promise((resolve, reject) => {
    let said = "";
    const timer = setTimeout(() => reject(new Error("the kernel did not start: " + said.slice(-500))), 20000);
    browser.on("exit", () => reject(new Error("the kernel ended: " + said.slice(-500))));
    browser.stderr.on("data", (chunk) => {
      said += chunk;
      const match = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(said);
      if (match) {
        clearTimeout(timer);
        resolve(Number(match[1]));
      }
    });
  });
  const socket = new WebSocket(await firstPage(port), { perMessageDeflate: false, maxPayload: 1 << 28 });
  await new Promise((resolve, reject) => { socket.on("open", resolve); socket.on("error", reject); });
  const waiting = new Map();
  const requests = [];
  const faults = [];
  let last = 0;
  socket.on("message", (data) => {
    const message = JSON.parse(String(data));
    if (message.id) {
      const { resolve, reject } = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error) reject(new Error(message.error.message));
      else resolve(message.result);
    } else if (message.method === "Network.requestWillBeSent") requests.push(message.params.request.url);
    else if (message.method === "Runtime.exceptionThrown") faults.push(JSON.stringify(message.params.exceptionDetails).slice(0, 600));
  });
  const send = (method, params = {}) => new Promise((resolve, reject) => {
    waiting.set(++last, { resolve, reject });
    socket.send(JSON.stringify({ id: last, method, params }));
  });
  await send("Network.enable");
  await send("Runtime.enable");
  await send("Page.enable");
  const evaluate = async (expression) => {
    const answer = await send("Runtime.evaluate", { expression: "(async () => { " + expression + " })()", awaitPromise: true, returnByValue: true });
    if (answer.exceptionDetails) throw new Error(JSON.stringify(answer.exceptionDetails).slice(0, 600));
    return answer.result.value;
  };
  return {
    requests, faults, send, evaluate,
    async goto(url) {
      await send("Page.navigate", { url });
      await this.until("document.documentElement && document.documentElement.dataset.ready === 'true'");
    },
    async until(condition, patience = 40000) {
      const end = Date.now() + patience;
      for (;;) {
        if (await evaluate("return !!(" + condition + ");").catch(() => false)) return;
        if (Date.now() > end) throw new Error("waited in vain for " + condition + "; " + faults.join("; "));
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    async close() {
      socket.close();
      browser.removeAllListeners("exit");
      const ended = new Promise((resolve) => browser.on("exit", resolve));
      browser.kill("SIGKILL");
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
