// The core's worker: owns one module, answers one question at a time. When the module aborts or runs out of memory it
// says so and is of no further use; the page starts another.
import { gunzipSync } from "fflate";
import { bytesOfBase64 } from "../adapters/packed";
import type { CheckOptions, CoreModule } from "./contract";
import type { Answer, CheckQuestion, Question, WasmSource } from "./protocol";

interface ModuleOptions {
  /** Emscripten's hook: the module is compiled here, so that it can be compiled while it is unpacked, and only once. */
  instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void): object;
}
declare function createNianbao(options: ModuleOptions): Promise<CoreModule>;
declare const self: { onmessage: ((event: MessageEvent) => void) | null; onmessageerror: (() => void) | null; postMessage(answer: Answer): void };

let core: CoreModule | null = null;

function base64OfBytes(bytes: Uint8Array): string {
  let binary = "";
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode.apply(null, Array.from(bytes.subarray(i, i + 8192)));
  return btoa(binary);
}

/** Half a surrogate pair, from a cut file name or an edit, would make the options unreadable as UTF-8. */
function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF]/g, (unit) => (unit.length === 2 ? unit : "\uFFFD"));
}

function optionsOf(question: CheckQuestion): CheckOptions {
  const { previous } = question;
  const options: CheckOptions = { ...question.options };
  if (options.name) options.name = wellFormed(options.name);
  if (options.edits) options.edits = options.edits.map((edit) => ({ ...edit, text: wellFormed(edit.text) }));
  if (!previous) return options;
  const { input, name, format } = previous;
  const whole: CheckOptions = { ...options, previous_name: wellFormed(name) };
  if (format) whole.previous_format = format;
  if (typeof input === "string") whole.previous = wellFormed(input);
  else whole.previous_base64 = base64OfBytes(input);
  return whole;
}

type Unpacker = new (format: "gzip") => TransformStream<Uint8Array, Uint8Array>;

/** By the browser where it can (from Chromium 80 on), which is some times faster at start. */
function unpacked(packed: Uint8Array): Response {
  const native = (self as unknown as { DecompressionStream?: Unpacker }).DecompressionStream;
  if (!native) return new Response(gunzipSync(packed) as BodyInit, { headers: wasmType });
  const { readable, writable } = new native("gzip");
  const writer = writable.getWriter();
  // What goes wrong shows where the stream is read.
  writer.write(packed).catch(() => undefined);
  writer.close().catch(() => undefined);
  return new Response(readable as unknown as BodyInit, { headers: wasmType });
}

const wasmType = { "content-type": "application/wasm" };

async function binary(source: Exclude<WasmSource, { module: WebAssembly.Module }>): Promise<Response> {
  if ("packed" in source) return unpacked(bytesOfBase64(source.packed));
  const response = await fetch(source.url);
  if (!response.ok) throw new Error(source.url + ": " + response.status);
  return response.headers.get("content-type") === "application/wasm" || !response.body ? response : new Response(response.body, { headers: wasmType });
}

/** Compiles while the bytes come where the browser can, whatever type the server gave them. */
async function compiled(source: WasmSource): Promise<WebAssembly.Module> {
  if ("module" in source) return source.module;
  if (typeof WebAssembly.compileStreaming === "function") {
    try {
      return await WebAssembly.compileStreaming(binary(source));
    } catch (_) {
      // The plain way tells what is wrong.
    }
  }
  return WebAssembly.compile(await (await binary(source)).arrayBuffer());
}

async function start(source: WasmSource, first: boolean): Promise<void> {
  const module = await compiled(source);
  core = await new Promise<CoreModule>((resolve, reject) => {
    const instantiateWasm: ModuleOptions["instantiateWasm"] = (imports, receive) => {
      WebAssembly.instantiate(module, imports).then((instance) => receive(instance, module), reject);
      return {};
    };
    createNianbao({ instantiateWasm }).then(resolve, reject);
  });
  self.postMessage({ kind: "ready" });
  if (!first) return;
  self.postMessage({ kind: "about", info: { version: core.version(), rules: JSON.parse(core.rules()), forms: JSON.parse(core.forms()) } });
  handOn(module);
  setTimeout(warmUp, warmAfter);
}

/** Old kernels do not pass a module on; there every worker compiles its own. */
function handOn(module: WebAssembly.Module): void {
  try {
    self.postMessage({ kind: "compiled", module });
  } catch (_) {
    return;
  }
}

/** Milliseconds without a question after which the first check is made on a sample, so that a person's first is fast. */
const warmAfter = 40;
let asked = false;

function warmUp(): void {
  if (asked || !core || !core.sample) return;
  const text = new TextEncoder().encode(core.sample("errors", "2021"));
  if (text.length > 0) core.check(text, "{}");
}

function answer(question: Question): void {
  if (question.kind === "start" || !core) return;
  if (question.kind === "sample") {
    const text = core.sample ? core.sample(question.sample, question.form) : "";
    self.postMessage({ kind: "sampled", id: question.id, text });
    return;
  }
  const bytes = typeof question.input === "string" ? new TextEncoder().encode(question.input) : question.input;
  self.postMessage({ kind: "checked", id: question.id, json: core.check(bytes, JSON.stringify(optionsOf(question))) });
}

self.onmessageerror = () => self.postMessage({ kind: "broken", id: 0, reason: "message" });

self.onmessage = (event: MessageEvent) => {
  const question = event.data as Question;
  if (question.kind === "start") {
    start(question.wasm, question.first).catch((error) => self.postMessage({ kind: "broken", id: 0, reason: String(error) }));
    return;
  }
  asked = true;
  try {
    answer(question);
  } catch (error) {
    core = null;
    self.postMessage({ kind: "broken", id: question.id, reason: String(error) });
  }
};

self.postMessage({ kind: "awake" });
