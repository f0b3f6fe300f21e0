// What people can do, as functions. Reads the state, asks the core, tells the store.
import { Broken, Cancelled, Slow, type Core } from "./core/client";
import type { CheckOptions, DrawnTable, Edit, Repair } from "./core/contract";
import type { CheckInput } from "./core/protocol";
import { copyBoth, type Pasted } from "./adapters/clipboard";
import { download } from "./adapters/download";
import { licences, offlineCopy, type Licence } from "./adapters/offline";
import { saveSettings } from "./adapters/settings";
import { Batch, sourceOfFile } from "./batch";
import { findingsCsv, resultsJson } from "./exports/lists";
import { tablesHtml, tablesText } from "./exports/tables";
import { say, type MessageKey } from "./messages";
import { currentEntry, finished, formOf, listedFindings } from "./select";
import { emptyEntry, type Entry, type Origin, type Source, type State } from "./state";
import type { Store } from "./store";
import { spliceOf, withEdits } from "./text";

/** "" in the page that is one file; otherwise the folder its files are in. */
declare const FILES: string;

/** Texts longer than this are not put into the text box. */
export const boxLimit = 300000;
const mergeMilliseconds = 1200;

export class App {
  private nextId = 100;
  private typedAt = 0;
  private noticeTimer = 0;
  private htmlFallback: { [id: number]: string } = {};
  private batch: Batch;
  /** The page for web servers was opened from disk, where browsers let it load nothing. */
  readonly openedFromDisk = FILES !== "" && window.location.protocol === "file:";
  /** What an opened cell editor starts with, when it was opened by typing. */
  editStart: string | null = null;

  constructor(readonly store: Store, readonly core: Core) {
    this.batch = new Batch(store, core);
  }

  say(key: MessageKey, ...values: (string | number)[]): string {
    return say(this.store.state.language, key, ...values);
  }
  notice(key: MessageKey, ...values: (string | number)[]): void {
    this.store.dispatch({ do: "set", values: { notice: this.say(key, ...values) } });
    window.clearTimeout(this.noticeTimer);
    this.noticeTimer = window.setTimeout(() => this.store.dispatch({ do: "set", values: { notice: "" } }), 7000);
  }
  newId(): number {
    return this.nextId++;
  }
  entry(id: number): Entry | undefined {
    return this.store.state.entries.find((one) => one.id === id);
  }

  // --- bringing a report in ---

  openSource(source: Source, name: string, origin: Origin, size: number): void {
    const many = this.store.state.entries.length > 1;
    const id = many ? this.newId() : this.store.state.current;
    const entry: Entry = { ...emptyEntry(id), name, origin, size, source, first: source, progress: "checking" };
    if (many) {
      this.store.dispatch({ do: "add", entries: [entry] });
      this.store.dispatch({ do: "show", id });
    } else {
      this.store.dispatch({ do: "open", entry });
    }
    void this.check(id);
  }

  openText(text: string, origin: Origin, name: string): void {
    this.openSource({ kind: "text", text }, name, origin, text.length);
  }

  openPasted(pasted: Pasted): void {
    const name = this.say("pastedName");
    if (pasted.kind === "html") {
      const bytes = new TextEncoder().encode(pasted.html);
      this.openSource({ kind: "bytes", bytes, format: "html", encoding: "UTF-8", edits: [] }, name, "paste", bytes.length);
      if (pasted.plain.trim() !== "") this.htmlFallback[this.store.state.current] = pasted.plain;
    } else if (pasted.kind === "text") {
      this.openText(pasted.text, "paste", name);
    } else if (pasted.kind !== "files") {
      this.notice(pasted.kind === "picture" ? "pastedPicture" : "pastedNothing");
    }
  }

  async openSample(kind: "clean" | "errors"): Promise<void> {
    const forms = this.store.state.forms;
    const form = forms[forms.length - 1];
    if (!form) return;
    try {
      this.openText(await this.core.sample(kind, form.id), "sample", this.say("sampleName"));
    } catch (error) {
      if (!(error instanceof Cancelled)) this.notice("coreBroken");
    }
  }

  startOver(): void {
    this.batch.cancel();
    this.store.dispatch({ do: "close-all", id: this.newId() });
  }

  openFiles(files: File[]): void {
    const only = files.length === 1 && this.store.state.entries.length === 1 ? files[0] : undefined;
    if (only) void this.openOneFile(only);
    else if (files.length > 0) void this.batch.run(files, () => this.newId());
  }

  private async openOneFile(file: File): Promise<void> {
    const id = this.store.state.current;
    this.store.dispatch({ do: "open", entry: { ...emptyEntry(id), name: file.name, origin: "file", size: file.size, file, progress: "checking" } });
    try {
      const source = await sourceOfFile(file);
      this.store.dispatch({ do: "read", id, source, size: file.size });
      await this.check(id);
    } catch (error) {
      this.store.dispatch({ do: "failed", id, failure: failureOf(error) });
    }
  }

  filesChosen(input: HTMLInputElement): void {
    const files = Array.prototype.slice.call(input.files || []) as File[];
    input.value = "";
    this.openFiles(files);
  }

  cancelBatch(): void {
    this.batch.cancel();
  }

  async showReport(id: number): Promise<void> {
    this.store.dispatch({ do: "show", id });
    const entry = this.entry(id);
    // A check of this report gave way to one of another; it is asked for again.
    if (entry && entry.source && entry.progress === "checking") void this.check(id);
    if (!entry || entry.source || !entry.file || !finished(entry)) return;
    try {
      this.store.dispatch({ do: "read", id, source: await sourceOfFile(entry.file), size: entry.file.size });
    } catch (error) {
      this.store.dispatch({ do: "failed", id, failure: failureOf(error) });
    }
  }

  boxInput(box: HTMLTextAreaElement): void {
    const value = box.value;
    // The box is emptied before it is drawn: laying out megabytes of text would stop the page.
    if (value.length > boxLimit) {
      box.value = "";
      this.openText(value, "paste", this.say("pastedName"));
    } else {
      this.typed(value);
    }
  }

  // --- checking ---

  async check(id: number): Promise<void> {
    const entry = this.entry(id);
    if (!entry || !entry.source) return;
    const source = entry.source;
    try {
      const result = await this.core.live(checkInput(entry, source));
      const now = this.entry(id);
      if (!now || now.source !== source) return;
      const plain = this.htmlFallback[id];
      delete this.htmlFallback[id];
      if (plain && result.summary.verdict === "unreadable" && source.kind === "bytes" && source.edits.length === 0) {
        this.openText(plain, "paste", now.name);
        return;
      }
      this.store.dispatch({ do: "checked", id, result });
    } catch (error) {
      if (error instanceof Cancelled) return;
      this.store.dispatch({ do: "failed", id, failure: error instanceof Broken ? "coreBroken" : String(error) });
    }
  }

  // --- changing the report in hand ---

  change(source: Source, merge = false): void {
    const id = this.store.state.current;
    this.store.dispatch({ do: "change", id, source, merge });
    void this.check(id);
  }

  /** The text box changed, by typing or by a paste into it. */
  typed(value: string): void {
    const entry = currentEntry(this.store.state);
    // A paste of many lines makes as many events.
    if (entry.source && entry.source.kind === "text" && entry.source.text === value) return;
    const now = Date.now();
    const merge = now - this.typedAt < mergeMilliseconds;
    this.typedAt = now;
    if (value === "" && entry.past.length === 0 && entry.origin === "typed") {
      this.startOver();
      return;
    }
    if (!entry.source) {
      this.openText(value, "typed", this.say("typedName"));
      return;
    }
    const result = entry.result;
    const edit = result ? spliceOf(result.document.text, value) : null;
    if (result && edit && edit.text.length > 200 && edit.end - edit.begin > result.document.text.length / 2) {
      this.openText(value, "typed", this.say("typedName"));
      return;
    }
    if (entry.source.kind === "bytes" && result && result.document.format !== "text") {
      if (edit) this.change({ ...entry.source, edits: [...entry.source.edits, edit] }, false);
      return;
    }
    this.change({ kind: "text", text: value }, merge);
  }

  /** Replaces parts of the text; places are those of the last result. */
  replace(edits: Edit[]): void {
    const entry = currentEntry(this.store.state);
    if (!entry.source || !entry.result || edits.length === 0) return;
    const lastFirst = edits.slice().sort((a, b) => b.begin - a.begin);
    if (entry.source.kind === "bytes" && entry.result.document.format !== "text") {
      this.change({ ...entry.source, edits: [...entry.source.edits, ...lastFirst] });
    } else {
      this.change({ kind: "text", text: withEdits(entry.result.document.text, lastFirst) });
    }
  }

  /** Ends the editor of a cell; a second call, from the focus leaving the editor as it goes, does nothing. */
  editCell(id: string, text: string): void {
    if (this.store.state.editing !== id) return;
    const result = currentEntry(this.store.state).result;
    const cell = result ? result.cells[id] : undefined;
    this.store.dispatch({ do: "edit", cell: null });
    if (cell && cell.raw !== text) this.replace([{ begin: cell.begin, end: cell.end, text }]);
  }

  tryRepair(repair: Repair): void {
    const result = currentEntry(this.store.state).result;
    if (!result) return;
    const edits: Edit[] = [];
    for (const change of repair.changes) {
      const cell = result.cells[change.cell];
      if (!cell || cell.reading === "unreadable") {
        this.notice("repairImpossible");
        return;
      }
      edits.push({ begin: cell.begin, end: cell.end, text: String(change.to) });
    }
    this.replace(edits);
    this.notice("repairTried");
  }

  step(what: "undo" | "redo" | "reset"): void {
    const id = this.store.state.current;
    const before = currentEntry(this.store.state).source;
    this.store.dispatch({ do: what, id });
    if (currentEntry(this.store.state).source !== before) void this.check(id);
  }

  setEncoding(encoding: string): void {
    const entry = currentEntry(this.store.state);
    if (!entry.first || entry.first.kind !== "bytes") return;
    this.store.dispatch({ do: "recode", id: entry.id, source: { ...entry.first, encoding } });
    void this.check(entry.id);
  }

  setPrevious(source: Source | null, name: string): void {
    const id = this.store.state.current;
    this.store.dispatch({ do: "previous", id, previous: source ? { name, source, result: null, pairedWith: null } : null });
    void this.check(id);
    if (!source) return;
    const alone: Entry = { ...emptyEntry(id), name, origin: "file" };
    this.core.queued(checkInput(alone, source)).then((result) => this.store.dispatch({ do: "previous-checked", id, source, result }), () => undefined);
  }

  previousTyped(value: string): void {
    this.setPrevious(value.trim() === "" ? null : { kind: "text", text: value }, this.say("previousHeading"));
  }

  previousChosen(input: HTMLInputElement): void {
    const file = input.files ? input.files[0] : undefined;
    input.value = "";
    if (!file) return;
    sourceOfFile(file).then((source) => this.setPrevious(source, file.name), () => this.notice("failedRead"));
  }

  accept(key: string, reason: string | null): void {
    this.store.dispatch({ do: "accept", id: this.store.state.current, key, reason });
  }

  // --- choosing ---

  toggleFinding(key: string): void {
    const open = this.store.state.focus.finding === key;
    this.store.dispatch({ do: "focus", focus: { finding: open ? null : key, cell: null, from: "findings" } });
  }

  /** Opens the finding `steps` further among those shown. */
  stepFinding(steps: number): void {
    const shown = Array.prototype.slice.call(document.querySelectorAll("#findings > li:not([hidden])")) as HTMLElement[];
    if (shown.length === 0) return;
    const at = shown.findIndex((item) => item.getAttribute("data-key") === this.store.state.focus.finding);
    const next = shown[at < 0 ? (steps > 0 ? 0 : shown.length - 1) : Math.max(0, Math.min(shown.length - 1, at + steps))] as HTMLElement;
    this.store.dispatch({ do: "focus", focus: { finding: next.getAttribute("data-key"), cell: null, from: "findings" } });
    const head = next.querySelector("button");
    if (head) head.focus();
  }

  /** Chooses a cell and opens its worst finding; choosing it again goes on to its next finding. */
  chooseCell(id: string, from: "findings" | "tables" | "source"): void {
    const state = this.store.state;
    const touching = listedFindings(currentEntry(state)).filter((one) => one.finding.cells.indexOf(id) >= 0).map((one) => one.key);
    const at = touching.indexOf(state.focus.finding || "");
    const again = state.focus.cell === id && at >= 0;
    const finding = touching.length === 0 ? null : again ? touching[(at + 1) % touching.length] as string : at >= 0 ? state.focus.finding : touching[0] as string;
    this.store.dispatch({ do: "focus", focus: { finding, cell: id, from } });
  }

  /** From an opened finding to one of its cells. */
  jumpToCell(id: string): void {
    this.store.dispatch({ do: "focus", focus: { cell: id, from: "findings" } });
    const cell = document.querySelector<HTMLElement>('td[data-cell="' + id + '"]');
    if (cell) cell.focus({ preventScroll: true } as FocusOptions);
  }

  jumpToPlace(key: string): void {
    this.store.dispatch({ do: "focus", focus: { finding: key, cell: null, from: "findings" } });
  }

  chooseMark(index: number): void {
    const listed = listedFindings(currentEntry(this.store.state))[index];
    if (listed) this.store.dispatch({ do: "focus", focus: { finding: listed.key, cell: null, from: "source" } });
  }

  sourceClicked(event: MouseEvent): void {
    const mark = event.target instanceof Element ? event.target.closest("mark[data-index]") : null;
    if (mark) this.chooseMark(Number(mark.getAttribute("data-index")));
  }

  beginEdit(id: string, start: string | null = null): void {
    const result = currentEntry(this.store.state).result;
    const cell = result ? result.cells[id] : undefined;
    if (!cell || cell.reading === "unreadable") {
      this.notice("editNotPossible");
      return;
    }
    this.editStart = start;
    this.store.dispatch({ do: "edit", cell: id });
  }

  // --- taking it out again ---

  copyTables(tables?: DrawnTable[]): void {
    const entry = currentEntry(this.store.state);
    const form = formOf(this.store.state, entry.result);
    if (!form || !entry.result) return;
    const chosen = tables || form.tables;
    const done = copyBoth(tablesHtml(chosen, entry.result.cells), tablesText(chosen, entry.result.cells));
    this.notice(done ? "copied" : "copyFailed");
  }

  exportCsv(): void {
    const { state } = this.store;
    download(this.say("csvName") + ".csv", findingsCsv(state), "text/csv;charset=utf-8");
  }

  exportJson(): void {
    download(this.say("jsonName") + ".json", resultsJson(this.store.state.entries), "application/json");
  }

  printSheets(ids: number[]): void {
    this.store.dispatch({ do: "dialog", dialog: "none" });
    this.store.dispatch({ do: "set", values: { printing: ids } });
    window.print();
    this.store.dispatch({ do: "set", values: { printing: [] } });
  }

  printPage(): void {
    this.store.dispatch({ do: "dialog", dialog: "none" });
    window.print();
  }

  setDisplay(values: Partial<Pick<State, "language" | "theme" | "large" | "contrast">>): void {
    this.store.dispatch({ do: "set", values });
    saveSettings(this.store.state);
  }

  licences(): Licence[] {
    return licences();
  }

  saveOffline(): void {
    offlineCopy();
  }
}

/** What the core is asked for a report. */
export function checkInput(entry: Entry, source: Source): CheckInput {
  const options: CheckOptions = { name: entry.origin === "file" ? entry.name : "" };
  const input: CheckInput = { input: source.kind === "text" ? source.text : source.bytes, options };
  if (source.kind === "text") {
    options.encoding = "UTF-8";
  } else {
    if (source.format) options.format = source.format;
    if (source.encoding) options.encoding = source.encoding;
    if (source.edits.length > 0) options.edits = source.edits;
  }
  if (entry.previous) {
    const last = entry.previous.source;
    input.previous = { input: last.kind === "text" ? last.text : last.bytes, name: entry.previous.name, format: last.kind === "text" ? "" : last.format };
  }
  return input;
}

export function failureOf(error: unknown): string {
  if (error instanceof Broken) return "failedBroken";
  if (error instanceof Slow) return "failedTime";
  return error instanceof Error && error.message ? error.message : "failedRead";
}

export function sizeText(units: number): string {
  return units < 1048576 ? Math.max(1, Math.round(units / 1024)) + " KB" : (units / 1048576).toFixed(1) + " MB";
}
