// Questions about more than one report: which are listed and in what order, which faults are most common, which is the same again.
import type { Rule } from "./core/contract";
import { hindranceOf, listedFindings, verdictOf, type ListVerdict } from "./select";
import { failureText } from "./ask";
import { inLanguage, type MessageKey, type Say } from "./messages";
import type { Entry, Language, ListColumn, ListState, PreviousReport, Shelf } from "./state";

export const verdictKeys: { [verdict in ListVerdict]: MessageKey } = { ok: "verdictShortOk", warnings: "verdictShortWarnings", errors: "verdictShortErrors",
  unreadable: "verdictShortUnreadable", pending: "waiting" };

/** Why a report could not be judged; "" where it was. */
export function reasonOf(entry: Entry, say: Say, language: Language): string {
  if (entry.progress === "failed") return failureText(entry.failure, say);
  const result = entry.result;
  const first = result && result.summary.verdict === "unreadable" ? hindranceOf(result) : undefined;
  return first ? inLanguage(language, first.message, first.message_en) : "";
}

const verdictRank: { [verdict in ListVerdict]: number } = { pending: 0, ok: 1, warnings: 2, errors: 3, unreadable: 4 };

/** What could not be read was not found free of errors: it stands with the worst. */
function countOf(entry: Entry, what: "errors" | "warnings"): number {
  if (entry.failure === "cancelled" || verdictOf(entry) === "pending") return -1;
  return verdictOf(entry) === "unreadable" || !entry.result ? Infinity : entry.result.summary[what];
}

function sortValue(entry: Entry, column: ListColumn): string | number {
  const result = entry.result;
  switch (column) {
    case "organization": return (result && result.report.organization) || "";
    case "year": return (result && result.report.year) || 0;
    case "form": return (result && result.report.form) || "";
    case "verdict": return verdictRank[verdictOf(entry)];
    case "errors": return countOf(entry, "errors");
    case "warnings": return countOf(entry, "warnings");
    case "name": return entry.name;
  }
}

let collate: ((a: string, b: string) => number) | null = null;

/** Made when first needed: reading the order of Chinese takes longer than everything else at start. */
function byName(a: string, b: string): number {
  collate = collate || (typeof Intl === "object" ? new Intl.Collator("zh").compare : (one, other) => (one < other ? -1 : one > other ? 1 : 0));
  return collate(a, b);
}

function bodyAndYear(entry: Entry): string {
  const report = entry.result && verdictOf(entry) !== "unreadable" ? entry.result.report : null;
  return report && report.organization && report.year !== null ? report.organization + "|" + report.year : "";
}

/** How many reports there are of one body for one year, for those of which there is more than one. */
export function twinsOf(entries: Entry[]): (entry: Entry) => number {
  const counts: { [key: string]: number } = {};
  for (const entry of entries) counts[bodyAndYear(entry)] = (counts[bodyAndYear(entry)] || 0) + 1;
  return (entry) => { const key = bodyAndYear(entry); return key !== "" && (counts[key] as number) > 1 ? (counts[key] as number) : 0; };
}

function compared(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What a report is found by: its file, body and year, and the titles of the rules that fire in it. */
function wordsOf(entry: Entry, rules: Rule[]): string {
  const words = [entry.name];
  const { result } = entry;
  if (result) {
    words.push(result.report.organization || "", String(result.report.year || ""));
    for (const { rule: id } of result.findings) {
      const rule = rules.find((one) => one.id === id);
      words.push(id, rule ? rule.title + "\n" + rule.title_en : "");
    }
  }
  return words.join("\n").toLowerCase();
}

/** The reports that match the filter, every word of it, in the chosen order; equals stay in the order they came. */
export function listedReports(entries: Entry[], list: ListState, rules: Rule[]): Entry[] {
  const wanted = list.filter.toLowerCase().split(/\s+/).filter((word) => word !== "");
  const matches = entries.filter((entry) => {
    if (list.verdict !== "all" && verdictOf(entry) !== list.verdict) return false;
    if (list.rule !== "" && !(entry.result && entry.result.findings.some((finding) => finding.rule === list.rule))) return false;
    if (wanted.length === 0) return true;
    const words = wordsOf(entry, rules);
    return wanted.every((word) => words.indexOf(word) >= 0);
  });
  const keyed = matches.map((entry, at) => ({ entry, at, value: sortValue(entry, list.sort) }));
  keyed.sort((a, b) => {
    const order = typeof a.value === "number" ? compared(a.value, b.value as number) : byName(a.value, b.value as string);
    return (list.descending ? -order : order) || a.at - b.at;
  });
  return keyed.map((one) => one.entry);
}

/** Rules by the number of reports they fire in, most common first. */
export function commonFaults(entries: Entry[]): { rule: string; reports: number; places: number }[] {
  const counts: { [rule: string]: { rule: string; reports: number; places: number } } = {};
  for (const entry of entries) {
    const seen: { [rule: string]: boolean } = {};
    for (const finding of entry.result ? entry.result.findings : []) {
      if (finding.severity === "note") continue;
      const count = (counts[finding.rule] = counts[finding.rule] || { rule: finding.rule, reports: 0, places: 0 });
      count.places++;
      if (!seen[finding.rule]) count.reports++;
      seen[finding.rule] = true;
    }
  }
  return Object.keys(counts).map((rule) => counts[rule] as { rule: string; reports: number; places: number })
    .sort((a, b) => b.reports - a.reports || b.places - a.places || (a.rule < b.rule ? -1 : 1));
}

/** A report and the one that gave way to it, where they are of one body. */
export type Kinship = "same" | "the year after" | "the year before" | "none";

/** What the report just read is to the one that gave way to it. */
export function kinship(shelf: Shelf | null, entry: Entry): Kinship {
  const before = shelf && !shelf.cleared && shelf.entries.length === 1 ? (shelf.entries[0] as Entry) : null;
  if (!before || !before.source || !before.result || !entry.result || entry.previous) return "none";
  const [then, now] = [before.result.report, entry.result.report];
  if (!now.organization || now.organization !== then.organization || now.year === null || then.year === null) return "none";
  const years = now.year - then.year;
  return years === 0 ? "same" : years === 1 ? "the year after" : years === -1 && before.previous === null ? "the year before" : "none";
}

/** The year of the report that gave way, where it is of the same body for the year before or after; else null. */
export function neighbourYear(shelf: Shelf | null, entry: Entry): number | null {
  const kin = kinship(shelf, entry);
  const before = shelf ? shelf.entries[0] : undefined;
  return before && before.result && (kin === "the year after" || kin === "the year before") ? before.result.report.year : null;
}

/** What was found fine in a report and still stands word for word in what became of it. */
export function acceptedStill(before: Entry, now: Entry): { [key: string]: string } {
  if (Object.keys(before.accepted).length === 0) return {};
  const messages: { [key: string]: string } = {};
  for (const { key, finding } of listedFindings(before)) messages[key] = finding.message;
  const accepted: { [key: string]: string } = {};
  for (const { key, finding } of listedFindings(now)) {
    const reason = before.accepted[key];
    if (reason !== undefined && messages[key] === finding.message) accepted[key] = reason;
  }
  return accepted;
}

/** A report as last year's of another. */
export function asPrevious(entry: Entry): PreviousReport | null {
  if (!entry.source || !entry.result) return null;
  const { organization, year } = entry.result.report;
  return { name: entry.origin === "file" ? entry.name : (organization || "") + (year || ""), source: entry.source, result: entry.result, pairedWith: null };
}
