// How the page's state changes. Pure: no time, no storage, no core.
import type { CoreInfo } from "./core/protocol";
import type { Result, Severity } from "./core/contract";
import { emptyEntry, unfiltered, type Dialog, type Entry, type Focus, type LeftView, type ListState, type PreviousReport, type Shelf, type Source,
  type State, type TableFilter } from "./state";

export type Action =
  | { do: "core-ready" }
  | { do: "core-about"; info: CoreInfo }
  | { do: "core-dead"; reason: string }
  | { do: "open"; entry: Entry }
  | { do: "add"; entries: Entry[] }
  | { do: "close-all"; id: number }
  | { do: "restore" }
  | { do: "show"; id: number }
  | { do: "change"; id: number; source: Source; merge?: boolean }
  | { do: "recode"; id: number; source: Source }
  | { do: "undo" | "redo" | "reset"; id: number }
  | { do: "read"; id: number; source: Source; size: number }
  | { do: "checking"; id: number }
  | { do: "checked"; id: number; result: Result }
  | { do: "failed"; id: number; failure: string }
  | { do: "cancel-waiting" }
  | { do: "wait"; ids: number[] }
  | { do: "carry"; id: number; previous: PreviousReport | null; accepted: Entry["accepted"] }
  | { do: "previous"; id: number; previous: PreviousReport | null }
  | { do: "previous-checked"; id: number; source: Source; result: Result }
  | { do: "accept"; id: number; key: string; reason: string | null }
  | { do: "focus"; focus: Partial<Focus> }
  | { do: "severity"; severity: Severity; shown: boolean }
  | { do: "table"; table: TableFilter }
  | { do: "edit"; cell: string | null }
  | { do: "dialog"; dialog: Dialog }
  | { do: "left"; view: LeftView }
  | { do: "list"; list: Partial<ListState> }
  | { do: "set"; values: Partial<Pick<State, "language" | "theme" | "large" | "contrast" | "notice" | "dragging" | "previousOpen" | "boxOpen"
      | "printing">> };

const historyLimit = 200;

function update(state: State, id: number, change: (entry: Entry) => Entry): State {
  return { ...state, entries: state.entries.map((entry) => (entry.id === id ? change(entry) : entry)) };
}

/** A report that is laid aside: it is not checked to its end now. */
function heldBack(entry: Entry): Entry {
  if (entry.progress !== "checking" && entry.progress !== "waiting") return entry;
  if (entry.source) return { ...entry, progress: "checking" };
  return entry.result ? { ...entry, progress: "done" } : { ...entry, progress: "failed", failure: "cancelled" };
}

/** What is on show, laid aside whole. */
function shelved(state: State, cleared = false): Shelf | null {
  const held = state.entries.filter((entry) => entry.progress !== "empty").map(heldBack);
  return held.length > 0 ? { entries: held, current: state.current, cleared } : state.shelf;
}

const noFocus: Focus = { finding: null, cell: null, from: "none", turn: 0 };

function changed(entry: Entry, source: Source, merge: boolean): Entry {
  if (!entry.source) return { ...entry, source, first: source, past: [], future: [], progress: "checking" };
  const past = merge && entry.past.length > 0 ? entry.past : [...entry.past, entry.source].slice(-historyLimit);
  return { ...entry, source, past, future: [], progress: "checking" };
}

function undone(entry: Entry): Entry {
  const source = entry.past[entry.past.length - 1];
  if (!source || !entry.source) return entry;
  return { ...entry, source, past: entry.past.slice(0, -1), future: [entry.source, ...entry.future], progress: "checking" };
}

function redone(entry: Entry): Entry {
  const source = entry.future[0];
  if (!source || !entry.source) return entry;
  return { ...entry, source, past: [...entry.past, entry.source], future: entry.future.slice(1), progress: "checking" };
}

function checked(entry: Entry, result: Result): Entry {
  const original = entry.original && entry.past.length > 0 ? entry.original : result;
  return { ...entry, result, original, progress: "done", failure: "" };
}

export function reduce(state: State, action: Action): State {
  switch (action.do) {
    case "core-ready":
      return { ...state, core: "ready", coreReason: "" };
    case "core-about":
      return { ...state, version: action.info.version, rules: action.info.rules, forms: action.info.forms };
    case "core-dead":
      return { ...state, core: "dead", coreReason: action.reason };
    case "open":
      return { ...update(state, action.entry.id, () => action.entry), shelf: shelved(state), focus: noFocus, editing: null, notice: "" };
    case "add": {
      const kept = state.entries.filter((entry) => entry.progress !== "empty");
      const entries = [...kept, ...action.entries];
      const first = action.entries[0];
      return { ...state, entries, current: kept.length === 0 && first ? first.id : state.current, focus: kept.length === 0 ? noFocus : state.focus };
    }
    case "close-all":
      return { ...state, entries: [emptyEntry(action.id)], current: action.id, shelf: shelved(state, true), focus: noFocus, editing: null, notice: "",
        previousOpen: false, list: { ...state.list, ...unfiltered } };
    case "restore":
      return state.shelf ? { ...state, entries: state.shelf.entries, current: state.shelf.current, shelf: shelved({ ...state, shelf: null }), focus: noFocus, editing: null, notice: "",
        list: { ...state.list, ...unfiltered } } : state;
    case "show":
      return { ...state, current: action.id, focus: noFocus, editing: null, table: "all" };
    case "change":
      return update(state, action.id, (entry) => changed(entry, action.source, action.merge === true));
    case "recode":
      return update(state, action.id, (entry) => ({ ...entry, source: action.source, first: action.source, past: [], future: [],
        original: null, progress: "checking" }));
    case "undo":
      return update(state, action.id, undone);
    case "redo":
      return update(state, action.id, redone);
    case "reset":
      return update(state, action.id, (entry) => (entry.first ? changed(entry, entry.first, false) : entry));
    case "read":
      return update(state, action.id, (entry) => ({ ...entry, source: action.source, first: action.source, size: action.size }));
    case "checking":
      return update(state, action.id, (entry) => ({ ...entry, progress: "checking" }));
    case "checked":
      return update(state, action.id, (entry) => checked(entry, action.result));
    case "failed":
      return update(state, action.id, (entry) => ({ ...entry, progress: "failed", failure: action.failure }));
    case "cancel-waiting":
      return { ...state, entries: state.entries.map((entry) =>
        entry.progress === "waiting" ? { ...entry, progress: "failed", failure: "cancelled" } : entry) };
    case "wait":
      return { ...state, entries: state.entries.map((entry) =>
        action.ids.indexOf(entry.id) >= 0 ? { ...entry, progress: "waiting", failure: "" } : entry) };
    case "carry":
      return update(state, action.id, (entry) => ({ ...entry, previous: action.previous, accepted: action.accepted }));
    case "previous":
      return update(state, action.id, (entry) => ({ ...entry, previous: action.previous }));
    case "previous-checked":
      return update(state, action.id, (entry) => (entry.previous && entry.previous.source === action.source
        ? { ...entry, previous: { ...entry.previous, result: action.result } } : entry));
    case "accept":
      return update(state, action.id, (entry) => {
        const accepted = { ...entry.accepted };
        if (action.reason === null) delete accepted[action.key];
        else accepted[action.key] = action.reason;
        return { ...entry, accepted };
      });
    case "focus":
      return { ...state, focus: { ...state.focus, ...action.focus, turn: state.focus.turn + 1 } };
    case "severity":
      return { ...state, severities: { ...state.severities, [action.severity]: action.shown } };
    case "table":
      return { ...state, table: action.table };
    case "edit":
      return { ...state, editing: action.cell };
    case "dialog":
      return { ...state, dialog: action.dialog };
    case "left":
      return { ...state, leftView: action.view };
    case "list":
      return { ...state, list: { ...state.list, ...action.list } };
    case "set":
      return { ...state, ...action.values };
  }
}
