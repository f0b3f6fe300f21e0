// Last year's report beside this one: pasted, chosen, or paired by the page.
import type { JSX } from "preact";
import type { Form, Result } from "../core/contract";
import { neighbourYear } from "../reports";
import { currentEntry, formOf } from "../select";
import { showTop, toTop, type View } from "./view";

/** Last year's tables as they are, to look at only. */
function PlainTables({ form, result, language }: { form: Form; result: Result; language: string }): JSX.Element {
  return (
    <div class="previous-tables">
      {form.tables.map((table) => (
        <table class={"form-table form-table-" + table.table} aria-label={language === "en" ? table.name_en : table.name}>
          <tbody>
            {table.rows.map((row) => (
              <tr>
                {row.map((cell) => {
                  const value = cell.cell ? result.cells[cell.cell] : undefined;
                  return cell.cell
                    ? <td colSpan={cell.colspan} rowSpan={cell.rowspan} data-previous-cell={cell.cell}>{value ? value.raw : ""}</td>
                    : <th scope={row.some((other) => other.cell) ? "row" : "col"} colSpan={cell.colspan} rowSpan={cell.rowspan}>{cell.text}</th>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

function PreviousFacts({ state, say, result }: View & { result: Result }): JSX.Element {
  const form = formOf(state, result);
  const readable = result.summary.verdict !== "unreadable" && form !== undefined;
  const { organization, year } = result.report;
  return (
    <div class="previous-facts" data-readable={readable ? "true" : "false"}>
      <dl class="particulars">
        <div><dt>{say("organization")}</dt><dd>{organization || say("notFound")}</dd></div>
        <div><dt>{say("year")}</dt><dd>{year === null ? say("notFound") : String(year)}</dd></div>
        {!readable && <div><dd class="previous-bad">{say("previousUnreadable")}</dd></div>}
      </dl>
      {readable && form && <details><summary>{say("previousTables")}</summary><PlainTables form={form} result={result} language={state.language} /></details>}
    </div>
  );
}

export function PreviousPane(view: View): JSX.Element | null {
  const { state, app, say } = view;
  const entry = currentEntry(state);
  if (!state.previousOpen || entry.progress === "empty") return null;
  const previous = entry.previous;
  const neighbour = neighbourYear(state.shelf, entry);
  return (
    <section class="previous" aria-labelledby="previous-title">
      <h2 id="previous-title">{say("previousHeading")}</h2>
      {previous
        ? <p class="previous-using">{say(previous.pairedWith === null ? "previousUsing" : "previousPaired", previous.name)}</p>
        : <p class="hint" id="previous-hint">{say("previousHint")}</p>}
      {previous && previous.result && <PreviousFacts {...view} result={previous.result} />}
      <label class="visually-hidden" for="previous">{say("previousHeading")}</label>
      <textarea id="previous" ref={(box) => showTop(box, previous ? previous.name : "")} onBlur={(event) => toTop(event.currentTarget)} class="input" spellcheck={false} autocomplete="off" placeholder={say("previousHint")}
                value={previous && previous.source.kind === "text" && previous.source.text.length < 300000 ? previous.source.text : ""}
                onInput={(event) => app.correct.previousTyped(event.currentTarget.value)} />
      <p class="previous-actions">
        <label class="button" for="previous-file">{say("previousFile")}</label>
        <input type="file" id="previous-file" class="visually-hidden" onChange={(event) => app.correct.previousChosen(event.currentTarget)} />
        {neighbour !== null && <button type="button" id="compare-years" onClick={() => app.correct.compareYears()}>{say("compareYears", neighbour)}</button>}
        {previous && <button type="button" id="previous-remove" onClick={() => app.correct.setPrevious(null, "")}>{say("previousRemove")}</button>}
      </p>
    </section>
  );
}
