// The whole page: head, intake, the list of reports, the report in hand.
import { Component, type JSX } from "preact";
import type { App } from "../app";
import { currentEntry, formOf, listedFindings } from "../select";
import type { LeftView, State } from "../state";
import type { MessageKey } from "../messages";
import { Dialogs } from "./dialogs";
import { Findings } from "./findings";
import { Header } from "./header";
import { Intake } from "./intake";
import { Reports } from "./list";
import { PreviousPane } from "./previous";
import { Sheets } from "./sheet";
import { SourceView } from "./source";
import { Tables } from "./tables";
import { Particulars, VerdictLine } from "./verdict";
import { classes, viewOf, type View } from "./view";

function Toolbar({ state, app, say }: View): JSX.Element {
  const entry = currentEntry(state);
  const usable = entry.result !== null && entry.progress !== "failed";
  return (
    <div class="toolbar">
      {state.entries.length > 1 && <button type="button" id="to-list" onClick={() => app.walk.toList()}>{say("toList")}</button>}
      <span class="steps-group">
      <button type="button" id="undo" disabled={entry.past.length === 0} onClick={() => app.correct.step("undo")}>{say("undo")}</button>
      <button type="button" id="redo" disabled={entry.future.length === 0} onClick={() => app.correct.step("redo")}>{say("redo")}</button>
      <button type="button" id="reset" disabled={entry.past.length === 0} onClick={() => app.correct.step("reset")}>{say("reset")}</button>
      </span>
      <button type="button" id="copy-tables" disabled={!usable || !entry.result || entry.result.report.form === null} onClick={() => app.take.copyTables()}>{say("copyTables")}</button>
      <button type="button" id="toggle-previous" aria-expanded={state.previousOpen ? "true" : "false"}
              onClick={() => app.store.dispatch({ do: "set", values: { previousOpen: !state.previousOpen } })}>{say("previousOpen")}</button>
      <button type="button" id="open-exports" onClick={() => app.store.dispatch({ do: "dialog", dialog: "exports" })}>{say("exports")}</button>
    </div>
  );
}

function LeftSwitch({ state, app, say }: View): JSX.Element {
  const views: [LeftView, MessageKey][] = [["both", "viewBoth"], ["tables", "viewTables"], ["source", "viewSource"]];
  return (
    <div class="left-switch" role="group" aria-label={say("viewLabel")}>
      {views.map(([view, key]) => (
        <button type="button" data-view={view} aria-pressed={state.leftView === view ? "true" : "false"} onClick={() => app.store.dispatch({ do: "left", view })}>{say(key)}</button>
      ))}
    </div>
  );
}

/** What the report in hand is drawn from besides its result: while it or others are being checked it is not drawn again. */
const drawnFrom: (keyof State)[] = ["focus", "severities", "table", "leftView", "editing", "language", "forms", "rules", "current"];

class Report extends Component<View> {
  override shouldComponentUpdate(next: View): boolean {
    const [now, then] = [currentEntry(this.props.state), currentEntry(next.state)];
    return drawnFrom.some((key) => next.state[key] !== this.props.state[key]) || now.result !== then.result || now.original !== then.original ||
      now.accepted !== then.accepted || now.previous !== then.previous || (now.progress === "failed") !== (then.progress === "failed");
  }

  override render(): JSX.Element {
    return drawReport(this.props);
  }
}

function drawReport(view: View): JSX.Element {
  const { state, say } = view;
  const entry = currentEntry(state);
  const listed = listedFindings(entry);
  // Where no table was read there is only the text to look at.
  const left = formOf(state, entry.result) ? state.leftView : "source";
  return (
    <section class={classes("report", "left-" + left)} id="report" aria-label={entry.name || say("findingsHeading")}>
      {entry.result && entry.progress !== "failed" && (
        <div class="panes">
          <div class="left">
            {formOf(state, entry.result) && <LeftSwitch {...view} />}
            <section class="pane pane-tables" aria-label={say("tablesHeading")} hidden={left === "source"}>
              <div class="pane-scroll" id="tables-scroll"><Tables {...view} entry={entry} listed={listed} /></div>
            </section>
            <section class="pane pane-source" aria-labelledby="source-title" hidden={left === "tables"}>
              <h2 class="pane-title" id="source-title">{say("sourceHeading")}</h2>
              <SourceView {...view} entry={entry} listed={listed} />
            </section>
          </div>
          <section class="pane pane-findings" aria-labelledby="findings-title">
            <h2 class="pane-title" id="findings-title">{say("findingsHeading")}</h2>
            <div class="pane-scroll" id="findings-scroll" tabIndex={0} role="group" aria-label={say("findingsHeading")}><Findings {...view} entry={entry} listed={listed} /></div>
          </section>
        </div>
      )}
    </section>
  );
}

export function Page({ state, app }: { state: State; app: App }): JSX.Element {
  const view = viewOf(state, app);
  const { say } = view;
  const entry = currentEntry(state);
  const empty = entry.progress === "empty";
  const many = state.entries.length > 1;
  return (
    <div class={classes("page", empty ? "page-empty" : "page-loaded", state.core === "ready" && "page-ready", many && "page-many", state.printing.length > 0 && "page-printing")}>
      <div class="screen">
        <Header {...view} />
        <main id="main">
          {state.core === "dead" && <p class="alert" role="alert">{say(app.deadKey, state.coreReason.replace(/\.$/, ""))}</p>}
          <Intake {...view} />
          <Reports {...view} />
          <div class="bar">
            <VerdictLine {...view} />
            {!empty && <Toolbar {...view} />}
            {!empty && <Particulars {...view} />}
          </div>
          <PreviousPane {...view} />
          {!empty && <Report {...view} />}
        </main>
        {state.dragging && <div class="drag-veil" aria-hidden="true"><p>{say("dropHere")}</p></div>}
        <p class={classes("notice", state.notice !== "" && "is-shown")} role="status" aria-live="polite">{state.notice}</p>
        <Dialogs {...view} />
      </div>
      <Sheets {...view} />
    </div>
  );
}
