// Changing the report in hand: its text, its cells, last year's report beside it, what was found fine.
import { nameOf } from "../batch";
import type { Pasted } from "../adapters/clipboard";
import { sourceOfFile, sourceOfRich } from "../adapters/source";
import { checkInput, failureOf, failureText } from "../ask";
import type { Cell, Edit, Repair } from "../core/contract";
import { asPrevious, kinship } from "../reports";
import { currentEntry, formOf, valueRows } from "../select";
import { boxLimit, emptyEntry, type Entry, type Source } from "../state";
import { spliceOf, withEdits } from "../text";
import { figuresOf, placed } from "./cells";
import type { Desk } from "./desk";
import type { IntakeActs } from "./intake";

const mergeMilliseconds = 1200;

export class CorrectActs {
  private typedAt = 0;
  /** What an opened cell editor starts with, when it was opened by typing. */
  editStart: string | null = null;

  constructor(private desk: Desk, private intake: IntakeActs) {}

  beginEdit(id: string, start: string | null = null): void {
    const result = currentEntry(this.desk.store.state).result;
    const cell = result ? result.cells[id] : undefined;
    if (!cell || cell.reading === "unreadable") {
      this.desk.notice("editNotPossible");
      return;
    }
    this.editStart = start;
    this.desk.store.dispatch({ do: "edit", cell: id });
  }

  boxInput(box: HTMLTextAreaElement): void {
    const value = box.value;
    // The box is emptied before it is drawn: laying out megabytes of text would stop the page.
    if (value.length > boxLimit) {
      box.value = "";
      this.intake.openText(value, "paste", this.desk.say("pastedName"));
    } else {
      this.typed(value);
    }
  }

  change(source: Source, merge = false): void {
    const id = this.desk.store.state.current;
    this.desk.store.dispatch({ do: "change", id, source, merge });
    void this.desk.check(id);
  }

  /** The text box changed, by typing or by a paste into it. */
  typed(value: string): void {
    const entry = currentEntry(this.desk.store.state);
    // A paste of many lines makes as many events.
    if (entry.source && entry.source.kind === "text" && entry.source.text === value) return;
    const now = Date.now();
    const merge = now - this.typedAt < mergeMilliseconds;
    this.typedAt = now;
    if (value === "" && entry.past.length === 0 && entry.origin === "typed") {
      this.intake.startOver();
      return;
    }
    if (!entry.source) {
      this.intake.openText(value, "typed", this.desk.say("typedName"));
      return;
    }
    const result = entry.result;
    const edit = result ? spliceOf(result.document.text, value) : null;
    if (result && edit && edit.text.length > 200 && edit.end - edit.begin > result.document.text.length / 2) {
      this.intake.openText(value, "typed", this.desk.say("typedName"));
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
    const entry = currentEntry(this.desk.store.state);
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
    if (this.desk.store.state.editing !== id) return;
    const result = currentEntry(this.desk.store.state).result;
    const cell = result ? result.cells[id] : undefined;
    this.desk.store.dispatch({ do: "edit", cell: null });
    if (cell && cell.raw !== text) this.replace([{ begin: cell.begin, end: cell.end, text }]);
  }

  /** Writes figures copied elsewhere into the cells from one on; whether that is what was pasted. */
  pasteFigures(first: string, text: string): boolean {
    const result = currentEntry(this.desk.store.state).result;
    const form = formOf(this.desk.store.state, result);
    const figures = figuresOf(text);
    if (!result || !form || !figures) return false;
    const taken = placed(figures, valueRows(form.tables), first);
    const ids = taken ? Object.keys(taken) : [];
    if (!taken || ids.some((id) => { const cell = result.cells[id]; return !cell || cell.reading === "unreadable"; })) {
      this.desk.notice("figuresNotPlaced");
      return true;
    }
    const edits: Edit[] = [];
    for (const id of ids) {
      const cell = result.cells[id] as Cell;
      if (cell.raw !== taken[id]) edits.push({ begin: cell.begin, end: cell.end, text: taken[id] as string });
    }
    this.replace(edits);
    return true;
  }

  tryRepair(repair: Repair): void {
    const result = currentEntry(this.desk.store.state).result;
    if (!result) return;
    const edits: Edit[] = [];
    for (const change of repair.changes) {
      const cell = result.cells[change.cell];
      if (!cell || cell.reading === "unreadable") {
        this.desk.notice("repairImpossible");
        return;
      }
      edits.push({ begin: cell.begin, end: cell.end, text: String(change.to) });
    }
    this.replace(edits);
    this.desk.notice("repairTried");
  }

  step(what: "undo" | "redo" | "reset"): void {
    const id = this.desk.store.state.current;
    const before = currentEntry(this.desk.store.state).source;
    this.desk.store.dispatch({ do: what, id });
    if (currentEntry(this.desk.store.state).source !== before) void this.desk.check(id);
  }

  setEncoding(encoding: string): void {
    const entry = currentEntry(this.desk.store.state);
    if (!entry.first || entry.first.kind !== "bytes") return;
    this.desk.store.dispatch({ do: "recode", id: entry.id, source: { ...entry.first, encoding } });
    void this.desk.check(entry.id);
  }

  setPrevious(source: Source | null, name: string): void {
    const id = this.desk.store.state.current;
    this.desk.store.dispatch({ do: "previous", id, previous: source ? { name, source, result: null, pairedWith: null } : null });
    void this.desk.check(id);
    if (!source) return;
    const alone: Entry = { ...emptyEntry(id), name, origin: "file" };
    this.desk.core.queued(checkInput(alone, source)).then((result) => this.desk.store.dispatch({ do: "previous-checked", id, source, result }), () => undefined);
  }

  /** Two years of one body, one of which took the place of the other: the earlier is compared as last year's of the later. */
  compareYears(): void {
    const { store } = this.desk;
    const { shelf } = store.state;
    const entry = currentEntry(store.state);
    const before = shelf ? shelf.entries[0] : undefined;
    const kin = kinship(shelf, entry);
    if (!before || (kin !== "the year after" && kin !== "the year before")) return;
    const [later, earlier] = kin === "the year after" ? [entry, before] : [before, entry];
    if (later === before) store.dispatch({ do: "restore" });
    store.dispatch({ do: "previous", id: later.id, previous: asPrevious(earlier) });
    store.dispatch({ do: "set", values: { previousOpen: true } });
    void this.desk.check(later.id);
  }

  previousTyped(value: string): void {
    this.setPrevious(value.trim() === "" ? null : { kind: "text", text: value }, this.desk.say("previousHeading"));
  }

  previousPasted(pasted: Pasted & { kind: "rich" }): void {
    this.setPrevious(sourceOfRich(pasted.format, pasted.content), this.desk.say("previousHeading"));
  }

  previousChosen(input: HTMLInputElement): void {
    const file = input.files ? input.files[0] : undefined;
    input.value = "";
    if (file) this.previousFile(file);
  }

  previousFile(file: File): void {
    sourceOfFile(file).then((source) => this.setPrevious(source, nameOf(file)), (error) => this.desk.tell(failureText(failureOf(error), (key, ...values) => this.desk.say(key, ...values))));
  }

  accept(key: string, reason: string | null): void {
    this.desk.store.dispatch({ do: "accept", id: this.desk.store.state.current, key, reason });
  }
}
