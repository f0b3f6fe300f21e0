// Findings as CSV that Excel opens in Chinese, and results as JSON.
import { failureText } from "../ask";
import type { Result } from "../core/contract";
import { inLanguage, say, speaker } from "../messages";
import { reasonOf, verdictKeys } from "../reports";
import { formOf, listedFindings, longLabel, ruleOf } from "../select";
import type { Entry, State } from "../state";

/** A CSV field. One that a spreadsheet would take for a formula is made text. */
export function csvField(value: string): string {
  const text = /^[\s\u0000-\u001f]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20|%]/.test(value) || /^[\t\r\n]/.test(value) ? "'" + value : value;
  return /[",\r\n]/.test(text) || text !== value ? '"' + text.replace(/"/g, '""') + '"' : text;
}

/** What the columns of both lists begin with: the file, whose report, its year and form. */
function factsOf(entry: Entry, result: Result | null): string[] {
  const report = result ? result.report : null;
  return [entry.name, (report && report.organization) || "", report && report.year !== null ? String(report.year) : "", (report && report.form) || ""];
}

export function findingsCsv(state: State): string {
  const { language } = state;
  const lines = [say(language, "csvHead")];
  for (const entry of state.entries) {
    const result = entry.result;
    const about = (rest: string[]): void => { lines.push(factsOf(entry, result).concat(rest).map(csvField).join(",")); };
    if (entry.progress === "failed" || !result) {
      if (entry.progress !== "empty") about([say(language, "verdictFailed"), "", failureText(entry.failure, speaker(language)), "", "", "", "", "", ""]);
      continue;
    }
    const form = formOf(state, result);
    for (const { finding, accepted } of listedFindings(entry)) {
      const rule = ruleOf(state, finding.rule);
      const clause = finding.clause || (rule && rule.clause) || "";
      const checked = accepted === undefined ? "" : say(language, "accepted", accepted || say(language, "noReason"));
      about([say(language, finding.severity), finding.rule, inLanguage(language, finding.message, finding.message_en),
        finding.cells.map((id) => longLabel(form, id)).join("；"), finding.left === undefined ? "" : String(finding.left),
        finding.right === undefined ? "" : String(finding.right), finding.difference === undefined ? "" : String(finding.difference), clause, checked]);
    }
  }
  return "\uFEFF" + lines.join("\r\n") + "\r\n";
}

/** One line a report: whose it is, how it was judged, how many faults of which kind. */
export function summaryCsv(state: State): string {
  const tell = speaker(state.language);
  const lines = [tell("summaryHead")];
  for (const entry of state.entries) {
    if (entry.progress === "empty") continue;
    const result = entry.progress === "failed" ? null : entry.result;
    const readable = result !== null && result.summary.verdict !== "unreadable";
    const listed = readable ? listedFindings(entry) : [];
    const titles = listed.filter(({ finding, accepted }) => finding.severity !== "note" && accepted === undefined).map(({ finding }) => {
      const rule = ruleOf(state, finding.rule);
      return rule ? inLanguage(state.language, rule.title, rule.title_en) : finding.rule;
    });
    const verdict = !result ? tell(entry.failure === "cancelled" ? "cancelled" : "verdictShortFailed") : tell(verdictKeys[result.summary.verdict]);
    const counts = readable ? [result.summary.errors, result.summary.warnings, result.summary.notes, listed.filter((one) => one.accepted !== undefined).length,
      result.checks.held, result.checks.failed, result.checks.unknown].map(String) : ["", "", "", "", "", "", ""];
    const reason = readable ? titles.filter((title, i) => titles.indexOf(title) === i).join(tell("listComma")) : reasonOf(entry, tell, state.language);
    lines.push(factsOf(entry, result).concat([verdict], counts, [reason, entry.previous ? entry.previous.name : ""]).map(csvField).join(","));
  }
  return "\uFEFF" + lines.join("\r\n") + "\r\n";
}

/** Every result as the core gave it, with what a person said about its findings. */
export function resultsJson(entries: Entry[]): string {
  const rows = entries.filter((entry) => entry.progress !== "empty").map((entry) => {
    if (entry.progress === "failed" || !entry.result) return { file: entry.name, failure: entry.failure };
    const accepted = listedFindings(entry).filter((one) => one.accepted !== undefined).map((one) => ({ finding: one.index, reason: one.accepted }));
    return { file: entry.name, result: entry.result, accepted, previous: entry.previous ? entry.previous.name : null };
  });
  return JSON.stringify({ reports: rows }, null, 1) + "\n";
}
