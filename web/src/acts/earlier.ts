// Results this page saved another day (JSON): what a person had found fine in them is found fine again, where it still stands word for word.
import type { Result } from "../core/contract";
import { acceptedStill } from "../reports";
import { findingKeys } from "../select";
import { emptyEntry, type Entry } from "../state";
import type { Desk } from "./desk";

interface SavedReport {
  file: string;
  result?: Result;
  accepted?: { finding: number; reason: string }[];
}

/** The saved reports in which something was found fine, by file; null for what is no such file. */
export function savedReports(text: string): Map<string, Entry> | null {
  try {
    const saved = new Map<string, Entry>();
    for (const { file, result, accepted } of (JSON.parse(text) as { reports: SavedReport[] }).reports) {
      if (!result || !accepted || accepted.length === 0) continue;
      const keys = findingKeys(result);
      const entry: Entry = { ...emptyEntry(0), name: String(file), result };
      for (const { finding, reason } of accepted) entry.accepted[keys[finding] as string] = String(reason);
      saved.set(entry.name, entry);
    }
    return saved;
  } catch (_) {
    return null;
  }
}

export class EarlierActs {
  private saved = new Map<string, Entry>();

  constructor(private desk: Desk) {}

  /** Keeps what was saved for the reports of the same names; whether it was such a file. */
  take(text: string): boolean {
    const saved = savedReports(text);
    if (!saved) return false;
    saved.forEach((entry, file) => this.saved.set(file, entry));
    if (this.bringBack() === 0) this.desk.notice("earlierTaken");
    return true;
  }

  /** Marks the reports that have come; how many. */
  bringBack(): number {
    let reports = 0;
    for (const now of this.desk.store.state.entries) {
      const before = this.saved.get(now.name);
      if (!before || !now.result) continue;
      const accepted = acceptedStill(before, now);
      this.saved.delete(now.name);
      if (Object.keys(accepted).length === 0) continue;
      reports++;
      this.desk.store.dispatch({ do: "carry", id: now.id, previous: now.previous, accepted: { ...accepted, ...now.accepted } });
    }
    if (reports > 0) this.desk.notice("earlierBack", reports);
    return reports;
  }
}
