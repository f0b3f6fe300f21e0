// Taking it out again: tables to paste elsewhere, lists, review sheets, the page itself.
import { copyBoth, copyText } from "../adapters/clipboard";
import { download } from "../adapters/download";
import { offlineCopy } from "../adapters/offline";
import type { DrawnTable } from "../core/contract";
import { findingsCsv, resultsJson, summaryCsv } from "../exports/lists";
import { noticeText } from "../exports/notice";
import { tablesHtml, tablesText } from "../exports/tables";
import { currentEntry, formOf } from "../select";
import type { Desk } from "./desk";

export class TakeActs {
  constructor(private desk: Desk) {}

  copyTables(tables?: DrawnTable[]): void {
    const entry = currentEntry(this.desk.store.state);
    const form = formOf(this.desk.store.state, entry.result);
    if (!form || !entry.result) return;
    const chosen = tables || form.tables;
    const done = copyBoth(tablesHtml(chosen, entry.result.cells), tablesText(chosen, entry.result.cells));
    this.desk.notice(done ? "copied" : "copyFailed");
  }

  exportCsv(): void {
    const { state } = this.desk.store;
    download(this.desk.say("csvName") + ".csv", findingsCsv(state), "text/csv;charset=utf-8");
  }

  exportSummary(): void {
    const { state } = this.desk.store;
    download(this.desk.say("summaryName") + ".csv", summaryCsv(state), "text/csv;charset=utf-8");
  }

  /** The findings in words. */
  copyNotice(): void {
    const { state } = this.desk.store;
    const done = copyText(noticeText(state, currentEntry(state)));
    this.desk.store.dispatch({ do: "dialog", dialog: "none" });
    this.desk.notice(done ? "noticeCopied" : "copyFailed");
  }

  exportJson(): void {
    download(this.desk.say("jsonName") + ".json", resultsJson(this.desk.store.state.entries), "application/json");
  }

  printSheets(ids: number[]): void {
    this.desk.store.dispatch({ do: "dialog", dialog: "none" });
    this.desk.store.dispatch({ do: "set", values: { printing: ids } });
    window.print();
    this.desk.store.dispatch({ do: "set", values: { printing: [] } });
  }

  printPage(): void {
    this.desk.store.dispatch({ do: "dialog", dialog: "none" });
    window.print();
  }

  saveOffline(): void {
    offlineCopy();
  }
}
