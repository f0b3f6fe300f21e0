// The three tables drawn as the official form, with marks; every cell found in the text can be edited.
import { Component, type JSX } from "preact";
import type { Cell, DrawnCell, DrawnTable, Form, Result } from "../core/contract";
import type { MessageKey, Say } from "../messages";
import { changedCells, findingsByCell, formOf, likelyChanges, longLabel, pointedCells, rolesOf, type ListedFinding, type Role } from "../select";
import type { Entry, State } from "../state";
import type { App } from "../app";
import { cellKey, editorKey } from "../keys";
import { classes, type View } from "./view";

export interface CellMarks {
  byCell: { [cell: string]: ListedFinding[] };
  pointed: { [cell: string]: boolean };
  roles: { [cell: string]: Role };
  likely: { [cell: string]: number };
  changed: { [cell: string]: string };
  chosen: string | null;
}

export const roleKeys: { [role in Role]: MessageKey } = { total: "markTotal", part: "markPart", left: "markLeft", right: "markRight", cell: "markCell" };

export function cellMarks(state: State, entry: Entry, listed: ListedFinding[]): CellMarks {
  const result = entry.result as Result;
  const open = listed.find((one) => one.key === state.focus.finding);
  const changed: { [cell: string]: string } = {};
  for (const change of changedCells(entry)) changed[change.id] = change.from;
  return {
    byCell: findingsByCell(listed.filter((one) => one.accepted === undefined)), pointed: pointedCells(result),
    roles: open ? rolesOf(open.finding, result.cells) : {},
    likely: likelyChanges(result), changed, chosen: state.focus.cell,
  };
}

/** A new editor takes the focus; opened by Enter its text is selected, opened by a figure it goes on after it. */
function showEditor(input: HTMLInputElement | null): void {
  if (!input || document.activeElement === input) return;
  input.focus();
  if (input.value.length > 1) input.select();
}

/** How many columns or rows a cell spans, where it says so at all. */
function many(span: number): number | undefined {
  return span > 1 ? span : undefined;
}

/** The cell that was clicked; none for a click into its editor. One listener serves a whole table. */
function clickedCell(event: MouseEvent): string | null {
  const cell = event.target instanceof Element && event.target.tagName !== "INPUT" ? event.target.closest("td[data-cell]") : null;
  return cell ? cell.getAttribute("data-cell") : null;
}

function tagOf(role: Role | undefined, likely: boolean, say: Say): string {
  const part = role ? say(roleKeys[role]) : "";
  if (!likely) return part;
  // A narrow cell breaks the line between the two words, not inside them.
  return part && role !== "cell" ? part + "·\u200b" + say("markLikely") : say("markLikely");
}

interface DrawnProps {
  view: View;
  form: Form;
  table: DrawnTable;
  result: Result;
  marks: CellMarks;
}

/** Drawn once: what a person writes into it must not be written over when the page is drawn again. */
class CellEditor extends Component<{ id: string; cell: Cell | undefined; label: string; app: App }> {
  override shouldComponentUpdate(): boolean {
    return false;
  }

  override render(): JSX.Element {
    const { id, cell, label, app } = this.props;
    const start = app.correct.editStart;
    return <input class="cell-input" type="text" inputMode="decimal" autocomplete="off" aria-label={label} value={start !== null ? start : cell ? cell.raw : ""}
                  ref={showEditor} onBlur={(event) => app.correct.editCell(id, event.currentTarget.value.trim())} onKeyDown={(event) => editorKey(app, event, id)} />;
  }
}

/** A cell with its marks. Plain text only and no listeners: there are two hundred of them. */
function drawValue(props: DrawnProps, drawn: DrawnCell, first: boolean): JSX.Element {
  const { view: { state, app, say }, form, result, marks } = props;
  const id = drawn.cell as string;
  const cell = result.cells[id];
  const touching = marks.byCell[id];
  const role = marks.roles[id];
  const likely = marks.likely[id];
  const was = marks.changed[id];
  const chosen = marks.chosen === id;
  return (
    <td key={id} data-cell={id} colSpan={many(drawn.colspan)} rowSpan={many(drawn.rowspan)} tabIndex={first ? 0 : -1} aria-selected={chosen ? "true" : undefined}
        data-severity={touching && (touching[0] as ListedFinding).finding.severity} aria-describedby={touching && touching.map((one) => "finding-" + one.index + "-text").join(" ")}
        data-tag={tagOf(role, likely !== undefined, say) || undefined} data-fix={likely === undefined ? undefined : String(likely)} data-was={was === "" ? say("cellBlank") : was}
        class={classes("value", marks.pointed[id] !== true && "is-weak", role && "role-" + role, likely !== undefined && "is-likely", chosen && "is-chosen", !cell && "is-absent", was !== undefined && "is-changed",
          cell && cell.reading === "unreadable" && "is-unreadable", cell && cell.raw.length > 5 && "is-long")}>
      {state.editing === id ? <CellEditor id={id} cell={cell} label={say("editCell", longLabel(form, id))} app={app} /> : cell ? cell.raw : <span class="absent">{say("cellAbsent")}</span>}
    </td>
  );
}

/** Columns of labels are wider than columns of figures, the innermost label widest; shares in percent. */
function columnWidths(table: DrawnTable): number[] {
  const values = Math.max(...table.rows.map((row) => row.filter((cell) => cell.cell).length));
  const labels = table.columns - values;
  if (labels <= 0) return [];
  const forLabels = 100 - values * (labels > 1 ? 7.6 : 20);
  const weights = Array.from({ length: labels }, (_, i) => 1.4 ** i * (i + 1));
  const sum = weights.reduce((a, b) => a + b, 0);
  return [...weights.map((weight) => (weight / sum) * forLabels), ...Array.from({ length: values }, () => (100 - forLabels) / values)];
}

function Drawn(props: DrawnProps): JSX.Element {
  const { view: { app, say, state }, table } = props;
  const name = state.language === "en" ? table.name_en : table.name;
  let first = true;
  return (
    <figure class="drawn" id={"table-" + table.table}>
      <figcaption>
        <span class="drawn-name">{name}</span>
        <button type="button" class="quiet" onClick={() => app.take.copyTables([table])}>{say("copyOne")}</button>
      </figcaption>
      <div class="drawn-scroll">
        <table role="grid" aria-label={name} class={"form-table form-table-" + table.table} onKeyDown={(event) => cellKey(app, event)}
               onClick={(event) => { const id = clickedCell(event); if (id) app.walk.chooseCell(id, "tables"); }}
               onDblClick={(event) => { const id = clickedCell(event); if (id) app.correct.beginEdit(id); }}>
          <colgroup>{columnWidths(table).map((width) => <col style={{ width: width + "%" }} />)}</colgroup>
          <tbody lang="zh-CN">
            {table.rows.map((row, r) => (
              <tr key={r}>
                {row.map((drawn, c) => {
                  if (drawn.cell) {
                    const value = drawValue(props, drawn, first);
                    first = false;
                    return value;
                  }
                  const beside = row.some((other) => other.cell);
                  return <th key={"h" + c} scope={beside ? "row" : "col"} colSpan={many(drawn.colspan)} rowSpan={many(drawn.rowspan)}
                             class={r === 0 && c === 0 && table.table === 3 ? "corner" : undefined}>{drawn.text}</th>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

function Legend({ say, result, marks }: View & { result: Result; marks: CellMarks }): JSX.Element | null {
  const roles = Object.keys(marks.roles).some((id) => marks.roles[id] === "total" || marks.roles[id] === "part");
  if (!roles && result.repairs.length === 0) return null;
  return (
    <p class="legend" aria-label={say("legend")}>{say("legend")}
      {roles && [<span class="key role-total">{say("markTotal")}</span>, <span class="key role-part">{say("markPart")}</span>]}
      {result.repairs.length > 0 && <span class="key is-likely">{say("markLikely")}</span>}
    </p>
  );
}

export function Tables(props: View & { entry: Entry; listed: ListedFinding[] }): JSX.Element {
  const { state, say, entry, listed } = props;
  const result = entry.result;
  const form = formOf(state, result);
  if (!result || !form) return <p class="none">{say("tablesNone")}</p>;
  const marks = cellMarks(state, entry, listed);
  return (
    <div class="tables">
      <div class="tables-head">
        <p class="table-hint">{say("editHint")}</p>
        <Legend {...props} result={result} marks={marks} />
      </div>
      {form.tables.map((table) => <Drawn key={form.id + table.table} view={props} form={form} table={table} result={result} marks={marks} />)}
    </div>
  );
}

/** The cells changed here, with what stood in them. */
export function Changes({ state, app, say, entry }: View & { entry: Entry }): JSX.Element | null {
  const changes = changedCells(entry);
  if (changes.length === 0) return null;
  const form = formOf(state, entry.result);
  const shown = (raw: string): string => (raw === "" ? say("repairBlank") : raw);
  return (
    <section class="changes" id="changes" aria-label={say("changedCells", changes.length)}>
      <strong>{say("changedCells", changes.length)}</strong>
      <ul>
        {changes.map((change) => (
          <li key={change.id} data-changed={change.id}>
            <button type="button" class="link" onClick={() => app.walk.jumpToCell(change.id)}>{longLabel(form, change.id)}</button>
            <span class="from-to"><del>{shown(change.from)}</del> → <ins>{shown(change.to)}</ins></span>
          </li>
        ))}
      </ul>
      <p>{say("changedHere")}</p>
      <button type="button" onClick={() => app.correct.step("undo")}>{say("undo")}</button> <button type="button" onClick={() => app.correct.step("reset")}>{say("reset")}</button>
    </section>
  );
}
