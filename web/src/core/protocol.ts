// What page and core worker say to each other. Every answer carries the id of its question.
import type { CheckOptions, Form, Rule } from "./contract";

/** Where the worker finds the module: gzip + base64 inside the page, a file beside it, or compiled by another worker. */
export type WasmSource = { packed: string } | { url: string } | { module: WebAssembly.Module };

/** Last year's report, checked beside this year's. */
export interface PreviousInput {
  input: string | Uint8Array;
  name: string;
  format: string;
}

export interface CheckInput {
  input: string | Uint8Array;
  options: CheckOptions;
  previous?: PreviousInput;
}

export interface CheckQuestion extends CheckInput {
  kind: "check";
  id: number;
}

/** `first`: this worker says what the core knows of forms and rules, and hands its compiled module on. */
export type Question = { kind: "start"; wasm: WasmSource; first: boolean } | CheckQuestion | { kind: "sample"; id: number; sample: string; form: string };

export interface CoreInfo {
  version: string;
  rules: Rule[];
  forms: Form[];
}

export type Answer =
  | { kind: "awake" }
  | { kind: "ready" }
  | { kind: "compiled"; module: WebAssembly.Module }
  | { kind: "about"; info: CoreInfo }
  /** The result as the core wrote it: text is handed over many times faster than the objects it stands for. */
  | { kind: "checked"; id: number; json: string }
  | { kind: "sampled"; id: number; text: string }
  | { kind: "broken"; id: number; reason: string };
