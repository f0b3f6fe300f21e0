// One finding opened: the relation in numbers, both sides, why, what to do, the clause, and "checked, fine".
import { Component, type JSX } from "preact";
import type { Cell, Finding, Form, Result } from "../core/contract";
import { inLanguage, type Say } from "../messages";
import { cellIn, formOf, likelyChanges, rolesOf, ruleOf, type ListedFinding, type Role } from "../select";
import type { App } from "../app";
import { roleKeys } from "./tables";
import { classes, type View } from "./view";

/** What tells the cells of one relation apart: their rows, their columns, or both. */
export function shortLabels(form: Form | undefined, ids: string[]): { [id: string]: string } {
  const cells = ids.map((id) => cellIn(form, id));
  const rows = new Set(cells.map((cell) => (cell ? cell.row_label : "")));
  const columns = new Set(cells.map((cell) => (cell ? cell.column_label : "")));
  const labels: { [id: string]: string } = {};
  ids.forEach((id, i) => {
    const cell = cells[i];
    if (!cell) labels[id] = id;
    else if (columns.size === 1 && rows.size > 1) labels[id] = cell.row_label;
    else if (rows.size === 1 && columns.size > 1) labels[id] = cell.column_label;
    else labels[id] = cell.row_label + " · " + cell.column_label;
  });
  return labels;
}

interface CellProps {
  id: string;
  cell: Cell | undefined;
  label: string;
  role: Role;
  likely: number | undefined;
  app: App;
  say: Say;
}

/** One cell of a finding: a button that leads to it. */
function CellButton({ id, cell, label, role, likely, app, say }: CellProps): JSX.Element {
  const raw = cell ? cell.raw || say("cellBlank") : say("cellAbsent");
  return (
    <button type="button" data-jump={id} class={classes("entry", "role-" + role, likely !== undefined && "is-likely")} onClick={() => app.walk.jumpToCell(id)}>
      <span class="entry-label">{label}</span>
      {role !== "cell" && <span class="entry-role">{say(roleKeys[role])}</span>}
      {likely !== undefined && <span class="entry-role entry-likely">{say("markLikely")}</span>}
      <b class="entry-figure">{raw}{likely !== undefined && <span class="entry-fix"> → {likely}</span>}</b>
    </button>
  );
}

class Side extends Component<{ heading: string; sum: number | string | undefined; ids: string[]; button(id: string): JSX.Element; result: Result; say: Say }, { all: boolean }> {
  override state = { all: false };

  override render(): JSX.Element {
    const { heading, sum, ids, button, result, say } = this.props;
    const isZero = (id: string): boolean => { const cell = result.cells[id]; return !cell || !cell.value; };
    const zeros = ids.filter(isZero);
    const fold = !this.state.all && ids.length > 5 && zeros.length > 1;
    const shown = fold ? ids.filter((id) => !isZero(id)) : ids;
    return (
      <div class="side">
        <p class="side-head"><span>{heading}</span>{sum !== undefined && <b class="side-sum">{sum}</b>}</p>
        {ids.length > 0 && (
          <ul class="entries">
            {shown.map((id) => <li key={id}>{button(id)}</li>)}
            {fold && <li><button type="button" class="entry entry-more" onClick={() => this.setState({ all: true })}><span class="entry-label">{say("zeroCells", zeros.length)}</span></button></li>}
          </ul>
        )}
      </div>
    );
  }
}

type SideFacts = [string[], number | string | undefined, string];

/** The two sides of a relation, in the order people read them: what the parts come to, then what the table says. */
function sidesOf(finding: Finding, result: Result, of: (...wanted: Role[]) => string[], say: Say): SideFacts[] {
  // A lone cell stands against a figure from elsewhere: last year's report, or the text.
  const totals = finding.cells.length === 1 ? finding.cells : of("total");
  const total = totals.length === 1 ? result.cells[totals[0] as string] : undefined;
  if (totals.length !== 1) return [[of("left"), finding.left, say("leftSide")], [of("right"), finding.right, say("rightSide")]];
  const totalIsRight = total !== undefined && finding.spans.some((span) => span.role === "right" && span.begin === total.begin && span.end === total.end);
  const [parts, stated] = totalIsRight ? [finding.left, finding.right] : [finding.right, finding.left];
  const alone = of("part").length === 0;
  return [[of("part"), parts, say(alone ? "otherFigure" : "partsSide")], [totals, stated, say(alone ? "ownFigure" : "totalSide")]];
}

function Relation({ finding, view, result }: { finding: Finding; view: View; result: Result }): JSX.Element | null {
  const { state, app, say } = view;
  if (finding.cells.length === 0) return null;
  const form = formOf(state, result);
  const roles = rolesOf(finding, result.cells);
  const labels = shortLabels(form, finding.cells);
  const likely = likelyChanges(result);
  const button = (id: string): JSX.Element => (
    <CellButton key={id} id={id} cell={result.cells[id]} label={labels[id] as string} role={roles[id] as Role} likely={likely[id]} app={app} say={say} />
  );
  const of = (...wanted: Role[]): string[] => finding.cells.filter((id) => wanted.indexOf(roles[id] as Role) >= 0);
  const alone = finding.cells.length === 1;
  const others = alone ? [] : of("cell");
  if (finding.left === undefined || others.length === finding.cells.length) {
    return <div class="relation"><Side heading={say("detailCells")} sum={undefined} ids={finding.cells} button={button} result={result} say={say} /></div>;
  }
  return (
    <div class="relation">
      {sidesOf(finding, result, of, say).map(([ids, sum, heading]) => <Side heading={heading} sum={sum} ids={ids} button={button} result={result} say={say} />)}
      {finding.difference !== undefined && <p class="difference"><span>{say("difference")}</span><b>{finding.difference}</b></p>}
      {others.length > 0 && <Side heading={say("detailCells")} sum={undefined} ids={others} button={button} result={result} say={say} />}
    </div>
  );
}

class AcceptForm extends Component<{ listed: ListedFinding; view: View }, { open: boolean }> {
  override state = { open: false };

  override render(): JSX.Element {
    const { listed, view: { app, say } } = this.props;
    if (listed.accepted !== undefined) {
      return (
        <p class="accepted">{say("accepted", listed.accepted || say("noReason"))}
          <button type="button" class="link" onClick={() => app.correct.accept(listed.key, null)}>{say("unaccept")}</button></p>
      );
    }
    if (!this.state.open) return <p class="accept"><button type="button" onClick={() => this.setState({ open: true })}>{say("accept")}</button></p>;
    const id = "reason-" + listed.index;
    return (
      <form class="accept" onSubmit={(event) => {
        event.preventDefault();
        const input = event.currentTarget.elements.namedItem("reason") as HTMLInputElement;
        this.setState({ open: false });
        app.correct.accept(listed.key, input.value.trim());
      }}>
        <label for={id}>{say("acceptReason")}</label>
        <input id={id} name="reason" type="text" autocomplete="off" maxLength={200} ref={(input) => { if (input) input.focus(); }} />
        <button type="submit">{say("acceptSave")}</button>
        <button type="button" onClick={(event) => {
          const head = (event.currentTarget.closest("li") as HTMLElement).querySelector<HTMLElement>(".finding-head");
          this.setState({ open: false });
          if (head) head.focus();
        }}>{say("acceptCancel")}</button>
      </form>
    );
  }
}

export function Detail({ listed, result, view }: { listed: ListedFinding; result: Result; view: View }): JSX.Element {
  const { state, app, say } = view;
  const { finding } = listed;
  const rule = ruleOf(state, finding.rule);
  const clause = finding.clause || (rule ? rule.clause : "");
  const places = finding.cells.length === 0 ? finding.spans.filter((span) => span.end > span.begin).slice(0, 12) : [];
  const excerpt = (begin: number, end: number): string => {
    const text = result.document.text.slice(begin, Math.min(end, begin + 40)).replace(/\s+/g, " ").trim();
    return text + (end - begin > 40 ? "……" : "");
  };
  return (
    <div class="detail" id={"detail-" + listed.index}>
      <Relation finding={finding} view={view} result={result} />
      {places.length > 0 && (
        <div class="relation"><p class="side-head">{say("detailPlaces")}</p>
          <div class="chips">{places.map((span) => <button type="button" class="chip" onClick={() => app.walk.jumpToPlace(listed.key)}>{excerpt(span.begin, span.end)}</button>)}</div>
        </div>
      )}
      {rule && (
        <dl class="why">
          <div><dt>{say("detailWhy")}</dt><dd>{inLanguage(state.language, rule.why, rule.why_en)}</dd></div>
          <div><dt>{say("detailTodo")}</dt><dd>{inLanguage(state.language, rule.todo, rule.todo_en)}</dd></div>
          {clause && <div><dt>{say("detailClause")}</dt><dd>{clause}</dd></div>}
        </dl>
      )}
      <AcceptForm key={listed.key} listed={listed} view={view} />
    </div>
  );
}
