// The table of many reports. Rows are of one height; of a long list only those near the visible part are in the page.
import { Component, type JSX } from "preact";
import type { MessageKey, Say } from "../messages";
import { reasonOf, twinsOf, verdictKeys } from "../reports";
import type { Entry, Language, ListColumn } from "../state";
import type { App } from "../app";
import { listKey } from "../keys";
import { verdictOf } from "../select";
import { SeverityShape } from "./icons";
import { classes, type View } from "./view";

interface RowProps {
  entry: Entry;
  index: number;
  current: boolean;
  twins: number;
  say: Say;
  language: Language;
  app: App;
}

class Row extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    return next.entry !== this.props.entry || next.index !== this.props.index || next.current !== this.props.current || next.twins !== this.props.twins || next.language !== this.props.language;
  }

  override render(): JSX.Element {
    const { entry, index, current, twins, say, app } = this.props;
    const result = entry.result;
    const verdict = verdictOf(entry);
    const shape = verdict === "errors" ? "error" : verdict === "warnings" ? "warning" : verdict === "pending" ? null : verdict;
    const dash = say("noneYet");
    const organization = (result && result.report.organization) || "";
    const reason = reasonOf(entry, say, this.props.language);
    const judged = result && verdict !== "unreadable" ? result.summary : null;
    const said = verdict === "pending" ? say(entry.progress === "checking" ? "checking" : "waiting") : say(entry.progress === "failed" ? "verdictShortFailed" : verdictKeys[verdict]);
    return (
      <tr data-report={entry.id} data-verdict={verdict} aria-rowindex={index + 2} class={classes(current && "is-current")} onClick={() => app.walk.openReport(entry.id)}>
        <td class="list-name" title={entry.name}><button type="button" class="link" aria-current={current ? "true" : undefined} aria-label={say("openReport", entry.name)}>{entry.name}</button></td>
        {reason !== ""
          ? <td class="list-reason" colSpan={3} title={reason}>{reason}</td>
          : [<td title={twins > 0 ? say("twinsHint", twins) : organization}>{organization || dash}{twins > 0 && <span class="list-paired list-twins">{say("twins", twins)}</span>}</td>, <td class="number">{(result && result.report.year) || dash}</td>, <td class="number">{(result && result.report.form) || dash}</td>]}
        <td class={"list-verdict list-" + verdict}>
          {shape && <SeverityShape severity={shape} />}{said}
          {entry.previous && entry.previous.pairedWith !== null && <span class="list-paired">{say("pairedMark")}</span>}
        </td>
        <td class="number">{judged ? judged.errors : dash}</td>
        <td class="number">{judged ? judged.warnings : dash}</td>
      </tr>
    );
  }
}

const columns: [ListColumn, MessageKey][] = [["name", "reportsFile"], ["organization", "organization"], ["year", "year"], ["form", "form"], ["verdict", "reportsVerdict"],
  ["errors", "reportsErrors"], ["warnings", "reportsWarnings"]];

/** Lists up to this long stand in the page whole. */
export const wholeLimit = 250;
const step = 10;

/** Which rows of a list stand in the page when `top` rows are scrolled away and `visible` fit. */
export function rowsInPage(total: number, top: number, visible: number): { begin: number; end: number } {
  if (total <= wholeLimit) return { begin: 0, end: total };
  const begin = Math.max(0, Math.min(Math.floor(top / step) * step - step, total - step));
  return { begin, end: Math.min(total, begin + 3 * step + Math.ceil(visible / step) * step) };
}

function Heads({ state, app, say }: View): JSX.Element {
  const sortBy = (column: ListColumn) => () =>
    app.store.dispatch({ do: "list", list: { sort: column, descending: state.list.sort === column ? !state.list.descending : column === "errors" || column === "warnings" } });
  return (
    <thead><tr aria-rowindex={1}>
      {columns.map(([column, key]) => (
        <th scope="col" class={"column-" + column} aria-sort={state.list.sort === column ? (state.list.descending ? "descending" : "ascending") : "none"}>
          <button type="button" class="sort" onClick={sortBy(column)}>{say(key)}<span aria-hidden="true">{state.list.sort === column ? (state.list.descending ? " ↓" : " ↑") : ""}</span></button>
        </th>
      ))}
    </tr></thead>
  );
}

export class ReportsTable extends Component<{ view: View; listed: Entry[] }, { begin: number; end: number }> {
  private box: HTMLElement | null = null;
  private rowHeight = 32;
  override state = rowsInPage(Infinity, 0, step);

  private look(): void {
    if (!this.box) return;
    const row = this.box.querySelector<HTMLElement>("tr[data-report]");
    if (row && row.offsetHeight > 0) this.rowHeight = row.offsetHeight;
    const rows = rowsInPage(this.props.listed.length, this.box.scrollTop / this.rowHeight, this.box.clientHeight / this.rowHeight);
    if (rows.begin !== this.state.begin || rows.end !== this.state.end) this.setState(rows);
  }

  /** The row of the report on show is kept in sight when another is shown by the keyboard. */
  private showCurrent(): void {
    const at = this.props.listed.findIndex((entry) => entry.id === this.props.view.state.current);
    if (!this.box || at < 0) return;
    // The head stays at the top of the box and covers one row.
    const top = at * this.rowHeight;
    if (top < this.box.scrollTop) this.box.scrollTop = top;
    else if (top + 2 * this.rowHeight > this.box.scrollTop + this.box.clientHeight) this.box.scrollTop = top + 2 * this.rowHeight - this.box.clientHeight;
  }

  override componentDidUpdate(before: { view: View; listed: Entry[] }): void {
    if (before.listed.length !== this.props.listed.length) this.look();
    if (before.view.state.current !== this.props.view.state.current) this.showCurrent();
  }

  override render(): JSX.Element {
    const { view, listed } = this.props;
    const { state, app, say } = view;
    const twins = twinsOf(state.entries);
    const whole = listed.length <= wholeLimit;
    const begin = whole ? 0 : Math.min(this.state.begin, Math.max(0, listed.length - step));
    const end = whole ? listed.length : Math.min(listed.length, Math.max(this.state.end, begin + step));
    const gap = (rows: number): JSX.Element | null => (rows > 0 ? <tr aria-hidden="true" class="list-gap"><td colSpan={columns.length} style={{ height: rows * this.rowHeight + "px" }} /></tr> : null);
    return (
      <div class="reports-scroll" tabIndex={0} role="group" aria-label={say("reportsHint")} ref={(box) => { this.box = box; }} onScroll={() => this.look()} onKeyDown={(event) => listKey(event)}>
        <table class="reports-table" aria-rowcount={listed.length + 1}>
          <Heads {...view} />
          <tbody>
            {gap(begin)}
            {listed.slice(begin, end).map((entry, i) => <Row key={entry.id} entry={entry} index={begin + i} current={entry.id === state.current} twins={twins(entry)} say={say} language={state.language} app={app} />)}
            {gap(listed.length - end)}
          </tbody>
        </table>
        {listed.length === 0 && <p class="none">{say("reportsEmpty")}</p>}
      </div>
    );
  }
}
