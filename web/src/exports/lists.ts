// Findings as CSV that Excel opens in Chinese, and results as JSON.
import { inLanguage, say } from "../messages";
import { formOf, listedFindings, longLabel, ruleOf } from "../select";
import type { Entry, State } from "../state";

/** A CSV field. One that a spreadsheet would take for a formula is made text. */
export function csvField(value: string): string {
  const text = /^[\s\u0000-\u001f]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20|%]/.test(value) || /^[\t\r\n]/.test(value) ? "'" + value : value;
  return /[",\r\n]/.test(text) || text !== value ? '"' + text.replace(/"/g, '""') + '"' : text;
}

export function findingsCsv(state: State): string {
  const { language } = state;
  const lines = [say(language, "csvHead")];
  for (const entry of state.entries) {
    const result = entry.result;
    const about = (rest: string[]): void => {
      const report = result ? result.report : null;
      const facts = [entry.name, (report && report.organization) || "", report && report.year !== null ? String(report.year) : "", (report && report.form) || ""];
      lines.push(facts.concat(rest).map(csvField).join(","));
    };
    if (entry.progress === "failed" || !result) {
      if (entry.progress !== "empty") about([say(language, "verdictFailed"), "", entry.failure, "", "", "", "", ""]);
      continue;
    }
    const form = formOf(state, result);
    if (result.summary.verdict === "unreadable") about([say(language, "verdictShortUnreadable"), "", say(language, "verdictUnreadable"), "", "", "", "", ""]);
    for (const { finding, accepted } of listedFindings(entry)) {
      const rule = ruleOf(state, finding.rule);
      const clause = finding.clause || (rule && rule.clause) || "";
      const checked = accepted === undefined ? "" : say(language, "accepted", accepted || say(language, "noReason"));
      about([say(language, finding.severity), finding.rule, inLanguage(language, finding.message, finding.message_en),
        finding.cells.map((id) => longLabel(form, id)).join("；"), finding.left === undefined ? "" : String(finding.left),
        finding.right === undefined ? "" : String(finding.right), clause, checked]);
    }
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
