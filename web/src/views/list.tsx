// Many reports: progress, filter, the table of reports, and which faults are most common.
import type { JSX } from "preact";
import { inLanguage, type Say } from "../messages";
import { finished, ruleOf, verdictOf, type ListVerdict } from "../select";
import type { Entry, ListColumn, ListState, State } from "../state";
import { ReportsTable, verdictKeys } from "./list-table";
import type { View } from "./view";

const verdictRank: { [verdict in ListVerdict]: number } = { pending: 0, ok: 1, warnings: 2, errors: 3, unreadable: 4 };

function sortValue(entry: Entry, column: ListColumn): string | number {
  const result = entry.result;
  switch (column) {
    case "organization": return (result && result.report.organization) || "";
    case "year": return (result && result.report.year) || 0;
    case "form": return (result && result.report.form) || "";
    case "verdict": return verdictRank[verdictOf(entry)];
    case "errors": return result ? result.summary.errors : -1;
    case "warnings": return result ? result.summary.warnings : -1;
    case "name": return entry.name;
  }
}

let collate: ((a: string, b: string) => number) | null = null;

/** Made when first needed: reading the order of Chinese takes longer than everything else at start. */
function byName(a: string, b: string): number {
  collate = collate || (typeof Intl === "object" ? new Intl.Collator("zh").compare : (one, other) => (one < other ? -1 : one > other ? 1 : 0));
  return collate(a, b);
}

/** The reports that match the filter, in the chosen order; equals stay in the order they came. */
export function listedReports(entries: Entry[], list: ListState): Entry[] {
  const wanted = list.filter.trim().toLowerCase();
  const matches = entries.filter((entry) => {
    if (list.verdict !== "all" && verdictOf(entry) !== list.verdict) return false;
    if (!wanted) return true;
    const organization = (entry.result && entry.result.report.organization) || "";
    return (entry.name + "\n" + organization).toLowerCase().indexOf(wanted) >= 0;
  });
  const keyed = matches.map((entry, at) => ({ entry, at, value: sortValue(entry, list.sort) }));
  keyed.sort((a, b) => {
    const order = typeof a.value === "number" ? a.value - (b.value as number) : byName(a.value, b.value as string);
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

function Common({ state, say }: { state: State; say: Say }): JSX.Element | null {
  const faults = commonFaults(state.entries).slice(0, 8);
  if (faults.length === 0) return null;
  const most = (faults[0] as { reports: number }).reports;
  return (
    <section class="common" aria-labelledby="common-title">
      <h3 id="common-title">{say("commonFaults")}</h3>
      <ol>
        {faults.map((fault) => {
          const rule = ruleOf(state, fault.rule);
          return (
            <li key={fault.rule}>
              <span>{rule ? inLanguage(state.language, rule.title, rule.title_en) : fault.rule}</span>
              <span class="common-count">{say("commonCount", fault.reports, fault.places)}</span>
              <span class="bar" aria-hidden="true"><span style={{ width: (fault.reports / most) * 100 + "%" }} /></span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

export function Reports({ state, app, say }: View): JSX.Element | null {
  const entries = state.entries;
  if (entries.length < 2) return null;
  const done = entries.filter(finished).length;
  const listed = listedReports(entries, state.list);
  return (
    <section id="reports" class="reports" aria-labelledby="reports-title" data-total={entries.length} data-done={done}>
      <div class="reports-head">
        <h2 id="reports-title">{say("reportsHeading", entries.length)}</h2>
        <span class="reports-progress" role="status">{say("reportsProgress", done, entries.length)}</span>
        {done < entries.length && <progress max={entries.length} value={done} aria-label={say("reportsProgress", done, entries.length)} />}
        {done < entries.length && <button type="button" id="cancel" onClick={() => app.cancelBatch()}>{say("cancel")}</button>}
        <label class="visually-hidden" for="reports-filter">{say("reportsSearch")}</label>
        <input id="reports-filter" type="search" placeholder={say("reportsSearch")} value={state.list.filter}
               onInput={(event) => app.store.dispatch({ do: "list", list: { filter: event.currentTarget.value } })} />
        <label class="visually-hidden" for="reports-verdict">{say("reportsVerdict")}</label>
        <select id="reports-verdict" value={state.list.verdict} onChange={(event) => app.store.dispatch({ do: "list", list: { verdict: event.currentTarget.value as ListState["verdict"] } })}>
          <option value="all">{say("reportsVerdictCount", say("tableAll"), entries.length)}</option>
          {(["errors", "warnings", "ok", "unreadable"] as const).map((verdict) => (
            <option value={verdict}>{say("reportsVerdictCount", say(verdictKeys[verdict]), entries.filter((entry) => verdictOf(entry) === verdict).length)}</option>
          ))}
        </select>
        {listed.length < entries.length && <span class="hint">{say("reportsShown", listed.length)}</span>}
      </div>
      <div class="reports-body">
        <ReportsTable view={{ state, app, say }} listed={listed} />
        <Common state={state} say={say} />
      </div>
    </section>
  );
}
