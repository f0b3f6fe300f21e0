// The core's worker: owns one module, answers one question at a time. When the module aborts or runs out of memory it
// says so and is of no further use; the page starts another.
import { gunzipSync } from "fflate";
import type { CheckOptions, CoreModule } from "./contract";
import type { Answer, CheckQuestion, Question, WasmSource } from "./protocol";

declare function createNianbao(options: { wasmBinary: Uint8Array }): Promise<CoreModule>;
declare const self: { onmessage: ((event: MessageEvent) => void) | null; postMessage(answer: Answer): void };

let core: CoreModule | null = null;

export function bytesOfBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

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
async function unpacked(packed: Uint8Array): Promise<Uint8Array> {
  const native = (self as unknown as { DecompressionStream?: Unpacker }).DecompressionStream;
  if (!native) return gunzipSync(packed);
  const stream = new Blob([packed as BlobPart]).stream().pipeThrough(new native("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function wasmBytes(source: WasmSource): Promise<Uint8Array> {
  if ("packed" in source) return unpacked(bytesOfBase64(source.packed));
  const response = await fetch(source.url);
  if (!response.ok) throw new Error(source.url + ": " + response.status);
  return new Uint8Array(await response.arrayBuffer());
}

async function start(source: WasmSource): Promise<void> {
  core = await createNianbao({ wasmBinary: await wasmBytes(source) });
  self.postMessage({
    kind: "ready",
    info: { version: core.version(), rules: JSON.parse(core.rules()), forms: JSON.parse(core.forms()) },
  });
}

function answer(question: Question): void {
  if (question.kind === "start" || !core) return;
  if (question.kind === "sample") {
    const text = core.sample ? core.sample(question.sample, question.form) : "";
    self.postMessage({ kind: "sampled", id: question.id, text });
    return;
  }
  const bytes = typeof question.input === "string" ? new TextEncoder().encode(question.input) : question.input;
  const json = core.check(bytes, JSON.stringify(optionsOf(question)));
  self.postMessage({ kind: "checked", id: question.id, result: JSON.parse(json) });
}

self.onmessage = (event: MessageEvent) => {
  const question = event.data as Question;
  if (question.kind === "start") {
    start(question.wasm).catch((error) => self.postMessage({ kind: "broken", id: 0, reason: String(error) }));
    return;
  }
  try {
    answer(question);
  } catch (error) {
    core = null;
    self.postMessage({ kind: "broken", id: question.id, reason: String(error) });
  }
};
