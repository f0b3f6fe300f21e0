// Many reports: progress, filter, the table of reports, and which faults are most common.
import type { JSX } from "preact";
import { inLanguage } from "../messages";
import { wasStopped } from "../batch";
import { commonFaults, listedReports, verdictKeys } from "../reports";
import { finished, ruleOf, verdictOf } from "../select";
import { unfiltered, type ListState } from "../state";
import { ReportsTable } from "./list-table";
import type { View } from "./view";

function Common({ state, app, say }: View): JSX.Element | null {
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
              <button type="button" class="link" aria-pressed={state.list.rule === fault.rule ? "true" : "false"} title={say("commonOnly")}
                      onClick={() => app.store.dispatch({ do: "list", list: { rule: state.list.rule === fault.rule ? "" : fault.rule } })}>
                {rule ? inLanguage(state.language, rule.title, rule.title_en) : fault.rule}</button>
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
  const stopped = entries.filter(wasStopped).length;
  const listed = listedReports(entries, state.list, state.rules);
  return (
    <section id="reports" class="reports" aria-labelledby="reports-title" data-total={entries.length} data-done={done}>
      <div class="reports-head">
        <h2 id="reports-title">{say("reportsHeading", entries.length)}</h2>
        <span class="reports-progress">{say("reportsProgress", done, entries.length)}</span>
        {/* Said aloud once, not at every report. */}
        <span class="visually-hidden" role="status">{done === entries.length ? say("reportsProgress", done, entries.length) : ""}</span>
        {done < entries.length && <progress max={entries.length} value={done} aria-label={say("reportsProgress", done, entries.length)} />}
        {done < entries.length && <button type="button" id="cancel" onClick={() => app.intake.cancelBatch()}>{say("cancel")}</button>}
        {done === entries.length && stopped > 0 && <button type="button" id="resume" onClick={() => app.intake.resumeBatch()}>{say("resume", stopped)}</button>}
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
        {listed.length < entries.length && <button type="button" id="show-all" class="quiet" onClick={() => app.store.dispatch({ do: "list", list: unfiltered })}>{say("reportsAll")}</button>}
      </div>
      <div class="reports-body">
        <ReportsTable view={{ state, app, say }} listed={listed} />
        <Common state={state} app={app} say={say} />
      </div>
    </section>
  );
}
