// What every act works with: the state's store, the core, the language, and the check of a report.
import { failureOf, checkInput } from "../ask";
import { Broken, Cancelled, type Core } from "../core/client";
import { say, type MessageKey } from "../messages";
import { acceptedStill, kinship, neighbourYear } from "../reports";
import { changedCells } from "../select";
import type { Entry } from "../state";
import type { Store } from "../store";

const noticeMilliseconds = 7000;

export class Desk {
  private nextId = 100;
  private noticeTimer = 0;
  /** The plain text beside pasted HTML, until it is known that the HTML can be read. */
  private plainBeside: { [id: number]: string } = {};

  constructor(readonly store: Store, readonly core: Core) {}

  say(key: MessageKey, ...values: (string | number)[]): string {
    return say(this.store.state.language, key, ...values);
  }

  notice(key: MessageKey, ...values: (string | number)[]): void {
    this.tell(this.say(key, ...values));
  }

  /** A line that goes away by itself. */
  tell(notice: string): void {
    this.store.dispatch({ do: "set", values: { notice } });
    window.clearTimeout(this.noticeTimer);
    this.noticeTimer = window.setTimeout(() => this.store.dispatch({ do: "set", values: { notice: "" } }), noticeMilliseconds);
  }

  newId(): number {
    return this.nextId++;
  }

  entry(id: number): Entry | undefined {
    return this.store.state.entries.find((one) => one.id === id);
  }

  keepPlain(id: number, plain: string): void {
    if (plain.trim() !== "") this.plainBeside[id] = plain;
  }

  /** A report that came again keeps last year's beside it, and what was found fine; of another year of the same body it is said. */
  private async relate(id: number): Promise<void> {
    const { shelf, entries } = this.store.state;
    const entry = this.entry(id);
    const before = shelf ? (shelf.entries[0] as Entry) : null;
    if (!entry || !before || entries.length > 1) return;
    const year = neighbourYear(shelf, entry);
    if (year !== null) this.notice("neighbourFound", year);
    if (kinship(shelf, entry) !== "same") return;
    this.compare(before, entry);
    const accepted = acceptedStill(before, entry);
    if (before.previous || Object.keys(accepted).length > 0) this.store.dispatch({ do: "carry", id, previous: before.previous, accepted });
    if (before.previous) await this.check(id);
  }

  /** A report corrected elsewhere and pasted again: what became of it. */
  private compare(before: Entry, now: Entry): void {
    const [then, since] = [before.result, now.result];
    if (!then || !since) return;
    const cells = changedCells({ ...now, original: then }).length;
    this.notice("sameAgain", cells, then.summary.errors, since.summary.errors, then.summary.warnings, since.summary.warnings);
  }

  async check(id: number): Promise<void> {
    const entry = this.entry(id);
    if (!entry || !entry.source) return;
    const source = entry.source;
    try {
      const result = await this.core.live(checkInput(entry, source));
      const now = this.entry(id);
      if (!now || now.source !== source) return;
      const plain = this.plainBeside[id];
      delete this.plainBeside[id];
      if (plain && result.summary.verdict === "unreadable" && source.kind === "bytes" && source.edits.length === 0) {
        this.store.dispatch({ do: "recode", id, source: { kind: "text", text: plain } });
        await this.check(id);
        return;
      }
      const first = now.original === null;
      this.store.dispatch({ do: "checked", id, result });
      if (first) await this.relate(id);
    } catch (error) {
      if (error instanceof Cancelled) return;
      this.store.dispatch({ do: "failed", id, failure: this.store.state.core === "dead" ? "coreDown" : error instanceof Broken ? "coreBroken" : failureOf(error) });
    }
  }
}
