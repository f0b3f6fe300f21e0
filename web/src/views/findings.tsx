// The findings: filters, the likely correction, and one entry each that opens.
import type { JSX } from "preact";
import type { Repair, Result } from "../core/contract";
import { inLanguage } from "../messages";
import { countByTable, formOf, longLabel, ruleOf, severities, shownFindings, tableKey, tableNumbers, tableOf, type ListedFinding } from "../select";
import type { Entry, TableFilter } from "../state";
import { Detail } from "./detail";
import { SeverityShape } from "./icons";
import { Changes } from "./tables";
import { classes, severityKey, type View } from "./view";

function Filters({ state, app, say, result }: View & { result: Result }): JSX.Element {
  const count = (severity: string): number => result.findings.filter((finding) => finding.severity === severity).length;
  const tables: TableFilter[] = ["all", ...tableNumbers, 0];
  return (
    <div class="filters">
      <div role="group" aria-label={say("filterSeverity")} class="filter-group">
        {severities.map((severity) => (
          <button type="button" class={"toggle toggle-" + severity} data-filter={severity} aria-pressed={state.severities[severity] ? "true" : "false"}
                  onClick={() => app.store.dispatch({ do: "severity", severity, shown: !state.severities[severity] })}>
            <SeverityShape severity={severity} />{say(severityKey(severity))} {count(severity)}
          </button>
        ))}
      </div>
      <div role="group" aria-label={say("filterTable")} class="filter-group">
        {tables.map((table) => (
          <button type="button" class="toggle" data-table={String(table)} data-count={countByTable(result.findings, table)} aria-pressed={state.table === table ? "true" : "false"} onClick={() => app.store.dispatch({ do: "table", table })}>
            {say(tableKey(table))} {countByTable(result.findings, table)}
          </button>
        ))}
      </div>
    </div>
  );
}

/** More changes than this are folded: the findings below must stay in reach. */
const mostChanges = 6;

/** The cells to change, and why these. */
function RepairChanges({ repair, result, view }: { repair: Repair; result: Result; view: View }): JSX.Element {
  const { state, app, say } = view;
  const form = formOf(state, result);
  const { changes } = repair;
  const list = (some: Repair["changes"]): JSX.Element => (
    <ul class="repair-changes">
      {some.map((change) => {
        const cell = result.cells[change.cell];
        const from = change.from !== null ? String(change.from) : cell && cell.raw ? cell.raw : say("repairBlank");
        return (
          <li key={change.cell}><button type="button" class="link" onClick={() => app.walk.jumpToCell(change.cell)}>{longLabel(form, change.cell)}</button>
            <span class="from-to"><del>{from}</del> → <ins>{change.to}</ins></span></li>
        );
      })}
    </ul>
  );
  const why = <p class="repair-why">{inLanguage(state.language, repair.message, repair.message_en)}</p>;
  if (changes.length <= mostChanges) return <div>{list(changes)}{why}</div>;
  const first = mostChanges - 1;
  return <div>{list(changes.slice(0, first))}<details><summary>{say("repairRest", changes.length - first)}</summary>{list(changes.slice(first))}{why}</details></div>;
}

/** What could be judged of this report, and what only a person can. */
function Scope({ state, app, say, entry }: View & { entry: Entry }): JSX.Element {
  const compared = entry.previous && entry.previous.result && formOf(state, entry.previous.result);
  return (
    <section class="scope" id="scope" aria-labelledby="scope-title">
      <h3 id="scope-title">{say("scopeHeading")}</h3>
      <ul>
        <li>{say("scopeDone")}</li>
        {compared ? <li>{say("scopePrevious")}</li> : <li>{say("scopeNoPrevious")} <button type="button" class="link" onClick={() => app.walk.toPrevious()}>{say("previousOpen")}</button></li>}
        <li>{say("scopeNever")}</li>
      </ul>
    </section>
  );
}

function RepairBox({ repair, result, view, best }: { repair: Repair; result: Result; view: View; best: boolean }): JSX.Element {
  const { app, say } = view;
  return (
    <div class={classes("repair", best && "repair-best")} data-repair={best ? "best" : "other"}>
      <RepairChanges repair={repair} result={result} view={view} />
      <button type="button" class="try" onClick={() => app.correct.tryRepair(repair)}>{say("repairTry")}</button>
    </div>
  );
}

function Repairs({ result, view }: { result: Result; view: View }): JSX.Element | null {
  const { state, say } = view;
  const best = result.repairs[0];
  const note = inLanguage(state.language, result.repair_note || "", result.repair_note_en);
  if (!best && !note) return null;
  const others = result.repairs.slice(1);
  return (
    <section class="repairs" id="repairs" aria-labelledby="repairs-title">
      <h3 id="repairs-title">{say("repairsHeading")}</h3>
      {best && <RepairBox repair={best} result={result} view={view} best={true} />}
      {note && <p class="repair-note">{note}</p>}
      {others.length > 0 && (
        <details><summary>{say("repairOthers", others.length)}</summary>
          {others.map((repair) => <RepairBox repair={repair} result={result} view={view} best={false} />)}</details>
      )}
      {best && <p class="proposal">{say("repairProposal")}</p>}
    </section>
  );
}

function FindingItem({ listed, result, view, hidden }: { listed: ListedFinding; result: Result; view: View; hidden: boolean }): JSX.Element {
  const { state, app, say } = view;
  const { finding, index, key } = listed;
  const rule = ruleOf(state, finding.rule);
  const open = state.focus.finding === key;
  const touchesCell = state.focus.cell !== null && finding.cells.indexOf(state.focus.cell) >= 0;
  return (
    <li id={"finding-" + index} data-rule={finding.rule} data-severity={finding.severity} data-key={key} hidden={hidden}
        class={classes("finding", "finding-" + finding.severity, open && "is-open", touchesCell && "is-touched", listed.accepted !== undefined && "is-accepted")}>
      <button type="button" class="finding-head" aria-expanded={open ? "true" : "false"} onClick={() => app.walk.toggleFinding(key)}>
        <SeverityShape severity={finding.severity} />
        <span class="finding-words">
          <span class="finding-rule"><span class="finding-severity">{say(severityKey(finding.severity))}</span>{" "}
            <span>{say(tableKey(tableOf(finding)))}</span>{" "}
            {rule && <span>{inLanguage(state.language, rule.title, rule.title_en)}</span>}{" "}
            {listed.accepted !== undefined && <span class="accepted-mark">{say("acceptedMark")}</span>}</span>
          <span class="finding-message" id={"finding-" + index + "-text"}>{inLanguage(state.language, finding.message, finding.message_en)}</span>
        </span>
      </button>
      {open && <Detail listed={listed} result={result} view={view} />}
    </li>
  );
}

export function Findings(props: View & { entry: Entry; listed: ListedFinding[] }): JSX.Element {
  const { state, say, entry, listed } = props;
  const result = entry.result;
  if (!result) return <ol id="findings" class="findings" />;
  const shown = shownFindings(state, listed);
  return (
    <div class="findings-body">
      <Changes {...props} />
      <Repairs result={result} view={props} />
      {listed.length > 1 && <Filters {...props} result={result} />}
      <ol id="findings" class="findings">
        {listed.map((one) => <FindingItem key={one.key} listed={one} result={result} view={props} hidden={shown.indexOf(one) < 0} />)}
      </ol>
      {listed.length === 0 && result.summary.verdict !== "unreadable" && <p class="none">{say("noFindings")}</p>}
      {listed.length > 0 && shown.length === 0 && <p class="none">{say("noneShown")}</p>}
      {result.summary.verdict !== "unreadable" && <Scope {...props} />}
    </div>
  );
}
