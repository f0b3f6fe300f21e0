// Questions views ask about the state: findings by table, the cells of a finding and the part each plays, what changed.
import type { Cell, DrawnTable, Finding, Form, FormCell, Place, Result, Rule, Severity, TableNumber } from "./core/contract";
import type { MessageKey } from "./messages";
import type { Entry, State, TableFilter } from "./state";

export const severities: Severity[] = ["error", "warning", "note"];
export const tableNumbers: TableNumber[] = [2, 3, 4];

export function currentEntry(state: State): Entry {
  return state.entries.find((entry) => entry.id === state.current) || (state.entries[0] as Entry);
}

export function ruleOf(state: State, id: string): Rule | undefined {
  return state.rules.find((rule) => rule.id === id);
}

export function formOf(state: State, result: Result | null): Form | undefined {
  return result ? state.forms.find((form) => form.id === result.report.form) : undefined;
}

export function cellIn(form: Form | undefined, id: string): FormCell | undefined {
  return form ? form.cells.find((cell) => cell.id === id) : undefined;
}

/** The table a finding is about: that of its cells, or 0 for the prose and the structure. */
export function tableOf(finding: Finding): TableNumber | 0 {
  const first = finding.cells[0];
  const digit = first ? Number(first.charAt(1)) : 0;
  return digit === 2 || digit === 3 || digit === 4 ? digit : 0;
}

/** What such a table is called. */
export function tableKey(table: TableNumber | 0 | "all"): MessageKey {
  if (table === "all") return "tableAll";
  return table === 2 ? "tableTwo" : table === 3 ? "tableThree" : table === 4 ? "tableFour" : "tableProse";
}

/** Names a finding so that it is known again after the next check: its rule, its cells or words, and its turn among equals. */
export function findingKeys(result: Result): string[] {
  const seen: { [base: string]: number } = {};
  return result.findings.map((finding) => {
    const place = finding.spans[0];
    const words = finding.cells.length > 0 ? finding.cells.join(",") : place ? result.document.text.slice(place.begin, Math.min(place.end, place.begin + 60)) : "";
    const base = finding.rule + "|" + words;
    const turn = (seen[base] = (seen[base] || 0) + 1);
    return base + "|" + turn;
  });
}

/** What stands in the way of a report that can't be read: its first error. */
export function hindranceOf(result: Result): Finding | undefined {
  return result.findings.find((finding) => finding.severity === "error") || result.findings[0];
}

export interface ListedFinding {
  finding: Finding;
  key: string;
  /** Position in the result's findings. */
  index: number;
  accepted: string | undefined;
}

export function listedFindings(entry: Entry): ListedFinding[] {
  if (!entry.result) return [];
  const keys = findingKeys(entry.result);
  return entry.result.findings.map((finding, index) => {
    const key = keys[index] as string;
    return { finding, key, index, accepted: entry.accepted[key] };
  });
}

export function shownFindings(state: State, all: ListedFinding[]): ListedFinding[] {
  return all.filter(({ finding }) => state.severities[finding.severity] && (state.table === "all" || tableOf(finding) === state.table));
}

export function countByTable(findings: Finding[], table: TableFilter): number {
  return table === "all" ? findings.length : findings.filter((finding) => tableOf(finding) === table).length;
}

/** total: the one figure the others add up to; part: a contributor; left/right: sides without a single total. */
export type Role = "total" | "part" | "left" | "right" | "cell";

/** Each cell of a finding with its part in the relation. */
export function rolesOf(finding: Finding, cells: { [id: string]: Cell }): { [id: string]: Role } {
  const sides: { [id: string]: string } = {};
  const free = finding.cells.slice();
  for (const span of finding.spans) {
    const at = free.findIndex((id) => {
      const cell = cells[id];
      return cell !== undefined && cell.begin === span.begin && cell.end === span.end;
    });
    if (at >= 0) sides[free.splice(at, 1)[0] as string] = span.role;
  }
  const left = finding.cells.filter((id) => sides[id] === "left").length;
  const right = finding.cells.filter((id) => sides[id] === "right").length;
  const roles: { [id: string]: Role } = {};
  for (const id of finding.cells) {
    const side = sides[id];
    if ((side !== "left" && side !== "right") || left + right === 1) roles[id] = "cell";
    else if (left > 1 && right > 1) roles[id] = side;
    else roles[id] = (side === "right") === (right === 1) ? "total" : "part";
  }
  return roles;
}

const rank: { [severity in Severity]: number } = { error: 0, warning: 1, note: 2 };

/** The findings that touch each cell, worst first. */
export function findingsByCell(findings: ListedFinding[]): { [cell: string]: ListedFinding[] } {
  const by: { [cell: string]: ListedFinding[] } = {};
  for (const listed of findings) for (const cell of listed.finding.cells) (by[cell] = by[cell] || []).push(listed);
  for (const cell of Object.keys(by)) (by[cell] as ListedFinding[]).sort((a, b) => rank[a.finding.severity] - rank[b.finding.severity]);
  return by;
}

export function likelyChanges(result: Result | null): { [cell: string]: number } {
  const likely: { [cell: string]: number } = {};
  const best = result ? result.repairs[0] : undefined;
  if (best) for (const change of best.changes) likely[change.cell] = change.to;
  return likely;
}

/**
 * The cells to point at before a finding is opened: the likely wrong ones where those are known, and every cell that is
 * no mere operand of a failed relation. One slip in a column of twenty figures must not look like twenty slips.
 */
export function pointedCells(result: Result): { [cell: string]: boolean } {
  const pointed: { [cell: string]: boolean } = {};
  const likely = likelyChanges(result);
  for (const id of Object.keys(likely)) pointed[id] = true;
  for (const finding of result.findings) {
    const relation = finding.left !== undefined && finding.cells.length > 1;
    const explained = relation && finding.cells.some((id) => likely[id] !== undefined);
    if (explained) continue;
    const roles = relation ? rolesOf(finding, result.cells) : {};
    for (const id of finding.cells) if (!relation || roles[id] !== "part") pointed[id] = true;
  }
  return pointed;
}

export interface ChangedCell {
  id: string;
  from: string;
  to: string;
}

export function changedCells(entry: Entry): ChangedCell[] {
  const { original, result } = entry;
  if (!original || !result || original === result) return [];
  const raw = (r: Result, id: string): string => (r.cells[id] ? (r.cells[id] as Cell).raw : "");
  const ids = Object.keys(original.cells).concat(Object.keys(result.cells).filter((id) => original.cells[id] === undefined));
  return ids.filter((id) => raw(original, id) !== raw(result, id)).map((id) => ({ id, from: raw(original, id), to: raw(result, id) }));
}

/** Cell ids by place in the drawn tables, for arrow keys: rows of value cells. */
export function valueRows(tables: DrawnTable[]): string[][] {
  const rows: string[][] = [];
  for (const table of tables)
    for (const row of table.rows) {
      const ids = row.filter((cell) => cell.cell).map((cell) => cell.cell as string);
      if (ids.length > 0) rows.push(ids);
    }
  return rows;
}

export function covers(place: Place, offset: number): boolean {
  return place.begin <= offset && offset < place.end;
}

export type ListVerdict = "ok" | "warnings" | "errors" | "unreadable" | "pending";

export function verdictOf(entry: Entry): ListVerdict {
  if (entry.progress === "failed") return "unreadable";
  return entry.result ? entry.result.summary.verdict : "pending";
}

/** Whether leaving the page would lose more than one paste can bring back. */
export function hasWork(state: State): boolean {
  return state.entries.length > 1 || state.entries.some(isWorkedOn);
}

export function isWorkedOn(entry: Entry): boolean {
  return entry.past.length > 0 || Object.keys(entry.accepted).length > 0;
}

export function finished(entry: Entry): boolean {
  return entry.progress === "done" || entry.progress === "failed";
}

/** "row label · column label" of a cell. */
export function longLabel(form: Form | undefined, id: string): string {
  const cell = form ? form.cells.find((one) => one.id === id) : undefined;
  return cell ? cell.row_label + " · " + cell.column_label : id;
}
