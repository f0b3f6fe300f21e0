// What the page knows. Plain data; changed only by reduce (reducer.ts); every view is a function of it.
import type { Edit, Form, Result, Rule, Severity, TableNumber } from "./core/contract";

export type Language = "zh" | "en";
export type Theme = "auto" | "light" | "dark";

/** A report as it came in, plus the changes made to it here. What is checked is always computed from this. */
export type Source =
  | { kind: "text"; text: string }
  | { kind: "bytes"; bytes: Uint8Array; format: string; encoding: string; edits: Edit[] };

export type Origin = "typed" | "paste" | "file" | "sample";

export interface PreviousReport {
  name: string;
  source: Source;
  /** What the core makes of it on its own; null until it has. */
  result: Result | null;
  /** Id of the loaded report it was paired with, when the page did the pairing. */
  pairedWith: number | null;
}

export type Progress = "empty" | "waiting" | "checking" | "done" | "failed";

export interface Entry {
  id: number;
  name: string;
  origin: Origin;
  size: number;
  source: Source | null;
  /** Set while the file has not been read: many files are read one by one. */
  file: File | null;
  first: Source | null;
  past: Source[];
  future: Source[];
  progress: Progress;
  /** The last result; stays while a new check runs. */
  result: Result | null;
  /** The result of the report as it came in. */
  original: Result | null;
  /** Why there is no result: a key of the catalogue, or the core's own reason. */
  failure: string;
  /** Findings a person looked at and found fine, by finding key, with the reason. */
  accepted: { [key: string]: string };
  previous: PreviousReport | null;
}

export type TableFilter = TableNumber | 0 | "all";

export interface Focus {
  /** Key of the opened finding, or null. */
  finding: string | null;
  /** Id of the chosen cell, or null. */
  cell: string | null;
  /** Where the last choice was made, so that the other views follow and this one stays. */
  from: "findings" | "tables" | "source" | "none";
  /** Grows with each choice: the views scroll once per choice. */
  turn: number;
}

export type ListColumn = "organization" | "year" | "form" | "verdict" | "errors" | "warnings" | "name";

export interface ListState {
  sort: ListColumn;
  descending: boolean;
  filter: string;
  verdict: "all" | "ok" | "warnings" | "errors" | "unreadable";
  /** Only reports in which this rule fires; "" for all. */
  rule: string;
}

/** A list that shows all its reports. */
export const unfiltered: Pick<ListState, "filter" | "verdict" | "rule"> = { filter: "", verdict: "all", rule: "" };

export type Dialog = "none" | "keys" | "about" | "display" | "exports";
export type LeftView = "both" | "tables" | "source";

/** What was on show before it gave way to another report or was cleared. */
export interface Shelf {
  entries: Entry[];
  current: number;
  /** A person cleared it away; else another report came in its place. */
  cleared: boolean;
}

export interface State {
  language: Language;
  theme: Theme;
  large: boolean;
  contrast: boolean;
  core: "starting" | "ready" | "dead";
  coreReason: string;
  version: string;
  rules: Rule[];
  forms: Form[];
  entries: Entry[];
  current: number;
  /** What can be brought back; null when nothing gave way yet. */
  shelf: Shelf | null;
  focus: Focus;
  severities: { [severity in Severity]: boolean };
  table: TableFilter;
  leftView: LeftView;
  previousOpen: boolean;
  /** Whether the text box of a loaded report is shown tall. */
  boxOpen: boolean;
  editing: string | null;
  dialog: Dialog;
  list: ListState;
  notice: string;
  dragging: boolean;
  /** Ids of the reports being printed as review sheets; empty otherwise. */
  printing: number[];
}

export const startId = 1;

/** Texts longer than this are not put into the text box: laying them out would stop the page. */
export const boxLimit = 300000;

export function emptyEntry(id: number): Entry {
  return {
    id, name: "", origin: "typed", size: 0, source: null, file: null, first: null, past: [], future: [],
    progress: "empty", result: null, original: null, failure: "", accepted: {}, previous: null,
  };
}

export function initialState(saved: Partial<State>): State {
  return {
    language: "zh", theme: "auto", large: false, contrast: false,
    core: "starting", coreReason: "", version: "", rules: [], forms: [],
    entries: [emptyEntry(startId)], current: startId, shelf: null,
    focus: { finding: null, cell: null, from: "none", turn: 0 },
    severities: { error: true, warning: true, note: true }, table: "all",
    leftView: "both", previousOpen: false, boxOpen: false, editing: null, dialog: "none",
    list: { sort: "errors", descending: true, ...unfiltered },
    notice: "", dragging: false, printing: [], ...saved,
  };
}
