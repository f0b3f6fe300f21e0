// The verdict in one line with counts by severity and table, and the report's particulars.
import type { JSX } from "preact";
import type { Result, Verdict } from "../core/contract";
import { failureText } from "../ask";
import { countByTable, currentEntry, formOf, hindranceOf, listedFindings, ruleOf, severities, tableKey, tableNumbers } from "../select";
import { inLanguage, type MessageKey, type Say } from "../messages";
import type { State } from "../state";
import { SeverityShape } from "./icons";
import { classes, type View } from "./view";

/** A report that could not be checked, and what stood in the way, in one line. */
export function unreadable({ state, say }: View, result: Result): string {
  const hindrance = hindranceOf(result);
  const rule = hindrance ? ruleOf(state, hindrance.rule) : undefined;
  return rule ? say("verdictUnreadableWhy", inLanguage(state.language, rule.title, rule.title_en)) : say("verdictUnreadable");
}

function headline(view: View, result: Result): string {
  const { say } = view;
  const { verdict, errors, warnings, notes } = result.summary;
  if (verdict === "unreadable") return unreadable(view, result);
  if (verdict === "errors") return say("verdictErrors", errors);
  if (verdict === "warnings") return say("verdictWarnings", warnings);
  return notes > 0 ? say("verdictNotesOnly", notes) : say("verdictOk");
}

function shapeOf(verdict: Verdict): "error" | "warning" | "ok" | "unreadable" {
  return verdict === "errors" ? "error" : verdict === "warnings" ? "warning" : verdict;
}

function Counts({ result, say }: { result: Result; say: Say }): JSX.Element {
  const counts = { error: result.summary.errors, warning: result.summary.warnings, note: result.summary.notes };
  const names: { [severity: string]: MessageKey } = { error: "errors", warning: "warnings", note: "notes" };
  const places = ([...tableNumbers, 0] as const).map((table) => ({ table, count: countByTable(result.findings, table) })).filter(({ count }) => count > 0);
  return (
    <span class="counts">
      {severities.filter((severity) => counts[severity] > 0).map((severity) => (
        <span class={"count count-" + severity}><SeverityShape severity={severity} />{say(names[severity] as MessageKey)} <b>{counts[severity]}</b></span>
      ))}
      {places.length > 0 && <span class="count-split" aria-hidden="true" />}
      {places.map(({ table, count }) => <span class="count count-table">{say(tableKey(table))} <b>{count}</b></span>)}
    </span>
  );
}

/** What stood in the way, and what to do about it. */
function whyUnreadable(state: State, result: Result): string {
  const first = hindranceOf(result);
  const rule = first ? ruleOf(state, first.rule) : undefined;
  if (!first) return "";
  const sentence = inLanguage(state.language, first.message, first.message_en);
  const end = state.language === "zh" ? "。" : ". ";
  const todo = rule ? inLanguage(state.language, rule.todo, rule.todo_en) : "";
  // The headline holds the title.
  return rule && sentence === inLanguage(state.language, rule.title, rule.title_en) ? todo : sentence.replace(/[。.\s]*$/, end) + todo;
}

export function VerdictLine(view: View): JSX.Element {
  const { state, say } = view;
  const entry = currentEntry(state);
  const result = entry.result;
  const busy = entry.progress === "checking" || entry.progress === "waiting";
  const settled = entry.progress === "done" && result ? result.summary.verdict : entry.progress === "failed" ? "unreadable" : undefined;
  let body: JSX.Element;
  if (entry.progress === "failed") {
    body = <span class="verdict-body"><SeverityShape severity="unreadable" /><strong>{say("verdictFailed")}</strong><span>{failureText(entry.failure, say)}</span></span>;
  } else if (result && entry.progress !== "empty") {
    const judged = result.summary.verdict !== "unreadable";
    const more = !judged ? say("verdictUnreadableMore")
      : result.checks.failed === 0 && result.checks.unknown === 0 && result.checks.held > 0 ? say("verdictOkMore", result.checks.held) : "";
    const accepted = listedFindings(entry).filter((one) => one.accepted !== undefined).length;
    body = (
      <span class="verdict-body">
        <SeverityShape severity={shapeOf(result.summary.verdict)} /><strong>{headline(view, result)}</strong>
        {judged && <Counts result={result} say={say} />}
        {accepted > 0 && <span class="verdict-more">{say("acceptedCount", accepted)}</span>}
        {more && <span class="verdict-more">{more}</span>}
        {!judged && <span class="verdict-reason">{whyUnreadable(state, result)}</span>}
        {result.checks.unknown > 0 && <span class="verdict-more">{say("unknownRelations", result.checks.unknown)}</span>}
      </span>
    );
  } else {
    body = <span class="verdict-body">{state.core === "starting" ? say("starting") : busy ? say("verdictChecking") : say("verdictEmpty")}</span>;
  }
  const verdict = entry.progress === "failed" ? "unreadable" : result ? result.summary.verdict : "none";
  return (
    <div id="verdict" role="status" aria-live="polite" aria-atomic="true" tabIndex={-1} aria-busy={busy ? "true" : "false"}
         class={classes("verdict", "verdict-" + verdict, busy && "is-stale")} {...(settled ? { "data-verdict": settled } : {})}>
      {body}
    </div>
  );
}

const encodings = ["UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"];

function factsOf(facts: [MessageKey, string][], say: Say): JSX.Element[] {
  return facts.map(([key, value]) => <div class={"fact-" + key}><dt>{say(key)}</dt><dd title={value}>{value}</dd></div>);
}

/** File, body, year, form, period, and which encoding was taken. */
export function Particulars({ state, app, say }: View): JSX.Element | null {
  const entry = currentEntry(state);
  const result = entry.result;
  const file: [MessageKey, string][] = entry.origin === "file" ? [["reportsFile", entry.name]] : [];
  if (!result || entry.progress === "failed") return file.length > 0 ? <dl class="particulars">{factsOf(file, say)}</dl> : null;
  const { report, document, checks } = result;
  const form = formOf(state, result);
  const chosen = entry.source ? (entry.source.kind === "bytes" ? entry.source.encoding : null) : entry.file ? "" : null;
  const all: [MessageKey, string][] = [
    ["organization", report.organization || say("notFound")],
    ["year", report.year === null ? say("notFound") : String(report.year)],
    ["form", form ? say("formOf", form.id, form.notice) : say("notFound")],
    ["period", report.period ? report.period.from + " — " + report.period.to : say("notFound")],
    ["relations", say("relationCounts", checks.held, checks.failed, checks.unknown)],
  ];
  // What was not found is worth saying of a report only.
  const facts = file.concat(result.summary.verdict === "unreadable" ? all.filter(([key, value]) => value !== say("notFound") && key !== "relations") : all);
  if (facts.length === 0) return null;
  return (
    <dl class={classes("particulars", entry.progress === "checking" && "is-stale")}>
      {factsOf(facts, say)}
      {entry.origin === "file" && chosen !== null && (document.encoding !== "" || chosen !== "") && (
        <div class="fact-encoding">
          <dt><label for="encoding">{say("encoding")}</label></dt>
          <dd>
            <select id="encoding" value={chosen} onChange={(event) => app.correct.setEncoding(event.currentTarget.value)}>
              <option value="">{say("encodingAuto", chosen === "" ? document.encoding : "…")}</option>
              {encodings.map((name) => <option value={name}>{name}</option>)}
            </select>
          </dd>
        </div>
      )}
    </dl>
  );
}
