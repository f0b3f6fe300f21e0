// Builds the page: ../dist/index.html with its files for a web server, and ../dist/nianbao.html, one file for everywhere.
// Reads ../build/wasm/nianbao-core.{js,wasm} (or the folder NIANBAO_WASM names) and, where present, ../build/licences.json.
// The same inputs give the same bytes.
import { execFileSync } from "node:child_process";
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const wasmFolder = process.env.NIANBAO_WASM || join(here, "../build/wasm");
const dist = process.env.NIANBAO_DIST || join(here, "../dist");

const read = (...path) => readFileSync(join(here, ...path), "utf8");
const sha256 = (text) => "'sha256-" + createHash("sha256").update(text).digest("base64") + "'";

/** Gzipped by zopfli, as base64. It takes seconds and saves every copy of the page 5 %; what it packed before is kept in ../build/packed. */
function packed(bytes) {
  const folder = join(here, "../build/packed");
  const file = join(folder, createHash("sha256").update(bytes).digest("hex") + ".gz");
  if (!existsSync(file)) {
    const unfinished = file + "." + process.pid;
    mkdirSync(folder, { recursive: true });
    writeFileSync(unfinished, bytes);
    execFileSync("zopfli", ["--i5", unfinished]);  // writes unfinished.gz
    renameSync(unfinished + ".gz", file);
    rmSync(unfinished);
  }
  return readFileSync(file).toString("base64");
}

// Characters beyond ASCII are written as escapes throughout: a browser keeps a page of two million single bytes at half the size, and reads it faster.
const common = { bundle: true, write: false, minify: true, charset: "ascii", target: "es2017", legalComments: "none", absWorkingDir: here, logLevel: "warning" };

async function bundle(entry, define = {}, format = "iife") {
  const result = await build({ ...common, entryPoints: [entry], format, define, jsx: "automatic", jsxImportSource: "preact" });
  return result.outputFiles[0].text;
}

/** The PDF part: pdf.js with its character maps for GB encodings; none of its Node and picture code is ever reached. */
async function pdfPart() {
  const folder = join(here, "node_modules/pdfjs-dist/cmaps");
  const maps = {};
  for (const name of readdirSync(folder).sort())
    if (/^(Adobe-GB1-|GB|UniGB-)/.test(name)) maps[name.replace(/\.bcmap$/, "")] = readFileSync(join(folder, name)).toString("base64");
  const cmaps = {
    name: "cmaps",
    setup(plugins) {
      plugins.onResolve({ filter: /^nianbao:cmaps$/ }, () => ({ path: "cmaps", namespace: "made" }));
      plugins.onLoad({ filter: /.*/, namespace: "made" }, () => ({ contents: JSON.stringify(maps), loader: "json" }));
    },
  };
  const result = await build({ ...common, entryPoints: ["src/pdf/worker.ts"], format: "iife", plugins: [cmaps], logLevel: "error",
    external: ["canvas", "fs", "http", "https", "url", "path2d-polyfill", "zlib"], define: { "process.env.NODE_ENV": '"production"' } });
  return result.outputFiles[0].text;
}

/** Text that stands inside <script>: it must not end the element or open a comment. */
function inScript(text, name) {
  if (/<\/script|<!--/i.test(text)) throw new Error(name + " cannot stand inside a script element");
  return text;
}

/** A script that every browser can read. */
async function plainScript(name) {
  return (await build({ ...common, target: "es5", bundle: false, stdin: { contents: read("src", name) } })).outputFiles[0].text.trim();
}

async function styles() {
  const files = ["base", "intake", "report", "print"].map((name) => read("src/styles", name + ".css")).join("\n");
  const result = await build({ ...common, bundle: false, target: "chrome69", stdin: { contents: files, loader: "css" } });
  return result.outputFiles[0].text.trim();
}

function licences() {
  const own = ["preact", "fflate", "pdfjs-dist"].map((name) => {
    const about = JSON.parse(read("node_modules", name, "package.json"));
    return { name, version: about.version, licence: about.license, text: read("node_modules", name, "LICENSE") };
  });
  const file = join(here, "../build/licences.json");
  const core = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
  return packed(Buffer.from(JSON.stringify([...core, ...own.filter((one) => !core.some((other) => other.name === one.name))])));
}

function policy(...scriptSources) {
  const served = scriptSources.includes("'self'");
  return ["default-src 'none'", "script-src " + scriptSources.join(" ") + " 'wasm-unsafe-eval' 'unsafe-eval'", "style-src 'unsafe-inline'",
    "img-src data: blob:", "worker-src " + (served ? "'self' " : "") + "blob:", ...(served ? ["connect-src 'self'"] : []), "base-uri 'none'", "form-action 'none'"].join("; ");
}

/** The page as alternating pieces: markup, part id, markup, … so that it can write itself out again. */
function pieces(head, body) {
  const block = ({ id, type }) => "<script" + (type ? ' type="' + type + '"' : "") + ' id="' + id + '">{{' + id + "}}</script>";
  const blocks = (parts) => parts.map(block).join("\n");
  const frame = read("template.html").replace(/[^\0-\x7f]/g, (letter) => "&#" + letter.charCodeAt(0) + ";");
  const whole = frame.replace("{{head}}", blocks(head)).replace("{{style}}", '<style id="style">{{style}}</style>').replace("{{scripts}}", blocks(body));
  return whole.split(/\{\{([a-z0-9-]+)\}\}/);
}

const assembled = (list, values) => list.map((piece, i) => (i % 2 === 0 ? piece : values[piece])).join("");

/** In the order of the longest way to a usable page: the worker starts first and gets the module as soon as that is read; meanwhile the page draws itself. */
async function oneFile(css, old, worker, wasm, pdf) {
  const data = "text/plain";
  const head = [{ id: "old-browser", text: old }, { id: "core-worker", type: data, text: worker }, { id: "core-boot", text: await plainScript("boot-worker.js") }];
  const page = { id: "page-script" };
  const body = [{ id: "core-wasm", type: data, text: packed(wasm) }, { id: "core-feed", text: await plainScript("boot-module.js") }, page,
    { id: "licences", type: data, text: licences() }, { id: "pdf-part", type: data, text: packed(Buffer.from(pdf)) }];
  const list = pieces(head, body);
  page.text = await bundle("src/main.tsx", { FILES: '""', PAGE_PIECES: JSON.stringify(list) });
  const parts = [...head, ...body];
  const scripts = parts.filter(({ type }) => !type).map(({ text }) => sha256(text));
  const values = { style: css, policy: policy(...scripts) };
  for (const { id, text } of parts) values[id] = inScript(text, id);
  return assembled(list, values);
}

async function served(css, old, worker, wasm, pdf) {
  const main = await bundle("src/main.tsx", { FILES: '"./"', PAGE_PIECES: "null" });
  const list = pieces([{ id: "old-browser" }], [{ id: "licences", type: "text/plain" }]);
  const values = { style: css, "old-browser": inScript(old, "old-browser"), licences: licences(), policy: policy("'self'", sha256(old)) };
  const page = assembled(list, values).replace("</body>", '<script src="page.js"></script>\n</body>');
  return { "index.html": page, "page.js": main, "core-worker.js": worker, "pdf-worker.js": pdf, "nianbao-core.wasm": wasm };
}

async function main() {
  const core = readFileSync(join(wasmFolder, "nianbao-core.js"), "utf8");
  const wasm = readFileSync(join(wasmFolder, "nianbao-core.wasm"));
  const css = await styles();
  const old = await plainScript("old-browser.js");
  const glue = (await build({ ...common, bundle: false, stdin: { contents: core } })).outputFiles[0].text;
  const worker = glue + (await bundle("src/core/worker.ts"));
  mkdirSync(dist, { recursive: true });
  const pdf = await pdfPart();
  const files = { ...(await served(css, old, worker, wasm, pdf)), "nianbao-core.js": core, "nianbao.html": await oneFile(css, old, worker, wasm, pdf) };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dist, name), content);
  console.log("dist/nianbao.html " + Math.round(files["nianbao.html"].length / 1024) + " KB");
}

await main();
