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

interface ValueCellProps {
  id: string;
  drawn: DrawnCell;
  cell: Cell | undefined;
  /** Everything below is plain text, so that an unchanged cell is not drawn again. */
  severity: string;
  weak: boolean;
  describedBy: string;
  role: string;
  tag: string;
  fix: string;
  was: string;
  chosen: boolean;
  editing: boolean;
  first: boolean;
  label: string;
  absent: string;
  app: App;
}

class ValueCell extends Component<ValueCellProps> {
  override shouldComponentUpdate(next: ValueCellProps): boolean {
    const keys = Object.keys(next) as (keyof ValueCellProps)[];
    return keys.some((key) => key !== "cell" && next[key] !== this.props[key]) || (next.cell ? next.cell.raw : null) !== (this.props.cell ? this.props.cell.raw : null);
  }

  override render(): JSX.Element {
    const { id, drawn, cell, severity, weak, describedBy, role, tag, fix, was, chosen, editing, first, label, absent, app } = this.props;
    const marks: { [name: string]: string } = {};
    if (severity) marks["data-severity"] = severity;
    if (describedBy) marks["aria-describedby"] = describedBy;
    if (tag) marks["data-tag"] = tag;
    if (fix) marks["data-fix"] = fix;
    if (was) marks["data-was"] = was;
    return (
      <td data-cell={id} colSpan={drawn.colspan} rowSpan={drawn.rowspan} tabIndex={first ? 0 : -1} {...marks} {...(chosen ? { "aria-selected": "true" } : {})}
          class={classes("value", weak && "is-weak", role && "role-" + role, fix && "is-likely", chosen && "is-chosen", !cell && "is-absent", was && "is-changed", cell && cell.reading === "unreadable" && "is-unreadable")}
          onClick={() => app.walk.chooseCell(id, "tables")} onDblClick={() => app.correct.beginEdit(id)}>
        {editing
          ? <input class="cell-input" type="text" inputMode="decimal" autocomplete="off" aria-label={label} value={app.correct.editStart !== null ? app.correct.editStart : cell ? cell.raw : ""}
                   ref={(input) => showEditor(input)} onBlur={(event) => app.correct.editCell(id, event.currentTarget.value.trim())}
                   onKeyDown={(event) => editorKey(app, event, id)} onClick={(event) => event.stopPropagation()} />
          : cell ? cell.raw : <span class="absent">{absent}</span>}
      </td>
    );
  }
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

function drawValue(props: DrawnProps, drawn: DrawnCell, first: boolean): JSX.Element {
  const { view: { state, app, say }, form, result, marks } = props;
  const id = drawn.cell as string;
  const touching = marks.byCell[id] || [];
  const worst = touching[0];
  const role = marks.roles[id];
  const likely = marks.likely[id];
  const was = marks.changed[id];
  const editing = state.editing === id;
  return (
    <ValueCell key={id} id={id} drawn={drawn} cell={result.cells[id]} app={app} first={first} editing={editing}
               weak={marks.pointed[id] !== true} severity={worst ? worst.finding.severity : ""} describedBy={touching.map((one) => "finding-" + one.index + "-text").join(" ")}
               role={role || ""} tag={tagOf(role, likely !== undefined, say)} fix={likely === undefined ? "" : String(likely)}
               was={was === undefined ? "" : was === "" ? say("cellBlank") : was} chosen={marks.chosen === id}
               label={editing ? say("editCell", longLabel(form, id)) : ""} absent={say("cellAbsent")} />
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

class Drawn extends Component<DrawnProps> {
  override render(): JSX.Element {
    const { view, table } = this.props;
    const { app, say, state } = view;
    const name = state.language === "en" ? table.name_en : table.name;
    let first = true;
    return (
      <figure class="drawn" id={"table-" + table.table}>
        <figcaption>
          <span class="drawn-name">{name}</span>
          <button type="button" class="quiet" onClick={() => app.take.copyTables([table])}>{say("copyOne")}</button>
        </figcaption>
        <div class="drawn-scroll">
          <table role="grid" aria-label={name} class={"form-table form-table-" + table.table} onKeyDown={(event) => cellKey(app, event)}>
            <colgroup>{columnWidths(table).map((width) => <col style={{ width: width + "%" }} />)}</colgroup>
            <tbody>
              {table.rows.map((row, r) => (
                <tr key={r}>
                  {row.map((drawn, c) => {
                    if (drawn.cell) {
                      const value = drawValue(this.props, drawn, first);
                      first = false;
                      return value;
                    }
                    const beside = row.some((other) => other.cell);
                    return <th key={"h" + c} scope={beside ? "row" : "col"} colSpan={drawn.colspan} rowSpan={drawn.rowspan}
                               class={classes(r === 0 && c === 0 && table.table === 3 && "corner")}>{drawn.text}</th>;
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </figure>
    );
  }
}

function Legend({ state, say, result }: View & { result: Result }): JSX.Element | null {
  const roles = state.focus.finding !== null;
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
        <Legend {...props} result={result} />
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
      <button type="button" onClick={() => app.correct.step("undo")}>{say("undo")}</button> <button type="button" onClick={() => app.correct.step("reset")}>{say("reset")}</button>
    </section>
  );
}
