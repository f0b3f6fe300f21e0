// Choosing: from finding to finding, to the cells of one, and from a cell or a mark in the text back.
import { listedReports } from "../reports";
import { currentEntry, listedFindings } from "../select";
import { showReportInHand } from "../follow";
import type { Store } from "../store";
import type { IntakeActs } from "./intake";

export class WalkActs {
  constructor(private store: Store, private intake: IntakeActs) {}

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

  /** Opens a report of the list and brings it into sight; the keys lead through its findings then. */
  openReport(id: number): void {
    void this.intake.showReport(id);
    showReportInHand();
  }

  /** To where last year's report is put. */
  toPrevious(): void {
    this.store.dispatch({ do: "set", values: { previousOpen: true } });
    const box = document.getElementById("previous");
    if (box) box.focus();
  }

  /** Back to the row of the report on show. */
  toList(): void {
    const list = document.getElementById("reports");
    if (!list) return;
    list.scrollIntoView();
    const row = list.querySelector<HTMLElement>("tr.is-current .list-name button") || list.querySelector<HTMLElement>(".list-name button");
    if (row) row.focus({ preventScroll: true });
  }

  /** Opens the report `steps` further in the list as it stands. */
  stepReport(steps: number): void {
    const { entries, list, rules, current } = this.store.state;
    const listed = listedReports(entries, list, rules);
    const at = listed.findIndex((entry) => entry.id === current);
    const next = listed[at < 0 ? 0 : Math.max(0, Math.min(listed.length - 1, at + steps))];
    if (next && next.id !== current) void this.intake.showReport(next.id);
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
}
