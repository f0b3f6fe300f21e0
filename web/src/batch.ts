// Many files: read a few at a time, checked in the background, then last year's reports found among them.
import { Cancelled, type Core } from "./core/client";
import { checkInput, failureOf } from "./ask";
import { sourceOfFile } from "./adapters/source";
import { emptyEntry, type Entry } from "./state";
import type { Store } from "./store";

const readers = 6;

function bodyOf(entry: Entry): string {
  return ((entry.result && entry.result.report.organization) || "").replace(/\s+/g, "");
}

/** For each report the one of the same body for the year before, where both are loaded. */
export function pairsOf(entries: Entry[]): [Entry, Entry][] {
  const byBody: { [key: string]: Entry } = {};
  for (const entry of entries) {
    const year = entry.result ? entry.result.report.year : null;
    const body = bodyOf(entry);
    if (body && year !== null) byBody[body + "|" + year] = byBody[body + "|" + year] || entry;
  }
  const pairs: [Entry, Entry][] = [];
  for (const entry of entries) {
    const year = entry.result ? entry.result.report.year : null;
    if (year === null || entry.previous) continue;
    const last = byBody[bodyOf(entry) + "|" + (year - 1)];
    if (last && bodyOf(entry)) pairs.push([entry, last]);
  }
  return pairs;
}

export class Batch {
  private turn = 0;

  constructor(private store: Store, private core: Core) {}

  async run(files: File[], newId: () => number): Promise<void> {
    const entries = files.map((file): Entry => ({ ...emptyEntry(newId()), name: nameOf(file), origin: "file", size: file.size, file, progress: "waiting" }));
    this.store.dispatch({ do: "add", entries });
    await this.work(entries);
  }

  /** Checks what was stopped, or one of it. */
  async resume(id?: number): Promise<void> {
    const stopped = this.store.state.entries.filter((entry) => wasStopped(entry) && (id === undefined || entry.id === id));
    this.store.dispatch({ do: "wait", ids: stopped.map((entry) => entry.id) });
    await this.work(stopped);
  }

  private async work(entries: Entry[]): Promise<void> {
    const turn = this.turn;
    const waiting = entries.slice();
    const work = async (): Promise<void> => {
      for (let entry = waiting.shift(); entry && turn === this.turn; entry = waiting.shift()) await this.checkOne(entry);
    };
    const workers: Promise<void>[] = [];
    for (let i = 0; i < readers; i++) workers.push(work());
    await Promise.all(workers);
    if (turn === this.turn) await this.pair();
  }

  cancel(): void {
    this.turn++;
    this.core.cancelQueued();
    this.store.dispatch({ do: "cancel-waiting" });
  }

  private async checkOne(entry: Entry): Promise<void> {
    const id = entry.id;
    this.store.dispatchSoon({ do: "checking", id });
    try {
      const source = await sourceOfFile(entry.file as File);
      const result = await this.core.queued(checkInput(entry, source));
      // The one on show can be corrected at once; the others are read again when they are opened.
      if (this.store.state.current === id) this.store.dispatchSoon({ do: "read", id, source, size: entry.size });
      this.store.dispatchSoon({ do: "checked", id, result });
    } catch (error) {
      this.store.dispatchSoon({ do: "failed", id, failure: error instanceof Cancelled ? "cancelled" : failureOf(error) });
    }
  }

  private async pair(): Promise<void> {
    for (const [entry, last] of pairsOf(this.store.state.entries)) {
      try {
        const source = last.source || (last.file ? await sourceOfFile(last.file) : null);
        const own = entry.source || (entry.file ? await sourceOfFile(entry.file) : null);
        if (!source || !own) continue;
        const previous = { name: last.name, source, result: last.result, pairedWith: last.id };
        const result = await this.core.queued(checkInput({ ...entry, previous }, own));
        const now = this.store.state.entries.find((one) => one.id === entry.id);
        // What a person changed or paired meanwhile stays as it is.
        if (!now || now.past.length > 0 || now.previous) continue;
        this.store.dispatchSoon({ do: "previous", id: entry.id, previous });
        this.store.dispatchSoon({ do: "checked", id: entry.id, result });
      } catch (error) {
        // One that breaks, or whose file is gone, keeps no other from its last year's.
        if (error instanceof Cancelled) return;
      }
    }
  }
}

export function wasStopped(entry: Entry): boolean {
  return entry.progress === "failed" && entry.failure === "cancelled" && entry.file !== null;
}

/** Marks that turn the direction of writing would show a name as another. */
export function nameOf(file: File): string {
  const name = (file as unknown as { webkitRelativePath?: string }).webkitRelativePath || file.name;
  return name.replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, "");
}
