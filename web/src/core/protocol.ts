// What page and core worker say to each other. Every answer carries the id of its question.
import type { CheckOptions, Form, Result, Rule } from "./contract";

/** Where the worker finds the module's binary: gzip + base64 inside the page, or a file beside it. */
export type WasmSource = { packed: string } | { url: string };

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

export type Question = { kind: "start"; wasm: WasmSource } | CheckQuestion | { kind: "sample"; id: number; sample: string; form: string };

export interface CoreInfo {
  version: string;
  rules: Rule[];
  forms: Form[];
}

export type Answer =
  | { kind: "ready"; info: CoreInfo }
  | { kind: "checked"; id: number; result: Result }
  | { kind: "sampled"; id: number; text: string }
  | { kind: "broken"; id: number; reason: string };
