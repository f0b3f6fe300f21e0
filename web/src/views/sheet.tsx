// The printable review sheet (审核意见单), one report a page or more.
import type { JSX } from "preact";
import { inLanguage } from "../messages";
import { formOf, listedFindings, longLabel, ruleOf } from "../select";
import type { Entry } from "../state";
import { failureText } from "../ask";
import { unreadable } from "./verdict";
import { severityKey, type View } from "./view";

function conclusion(entry: Entry, view: View): string {
  const { say } = view;
  if (entry.progress === "failed") return say("verdictFailed") + " — " + failureText(entry.failure, say);
  const result = entry.result;
  if (!result) return say("noneYet");
  const { verdict, errors, warnings, notes } = result.summary;
  if (verdict === "unreadable") return unreadable(view, result);
  const counts = [say("count", say("errors"), errors), say("count", say("warnings"), warnings), say("count", say("notes"), notes)].join("　");
  return verdict === "ok" && notes === 0 ? say("verdictOk") : counts;
}

function Sheet({ entry, view }: { entry: Entry; view: View }): JSX.Element {
  const { state, say } = view;
  const result = entry.result;
  const form = formOf(state, result);
  const listed = listedFindings(entry);
  const report = result ? result.report : null;
  const period = report && report.period ? report.period.from + " — " + report.period.to : say("notFound");
  const facts: [string, string][][] = [
    [[say("sheetBody"), (report && report.organization) || say("notFound")], [say("year"), report && report.year !== null ? String(report.year) : say("notFound")]],
    [[say("form"), form ? say("formOf", form.id, form.notice) : say("notFound")], [say("period"), period]],
    [[say("sheetFile"), entry.name], [say("sheetConclusion"), conclusion(entry, view)]],
  ];
  const best = result ? result.repairs[0] : undefined;
  return (
    <article class="sheet">
      <h2>{say("sheetTitle")}</h2>
      <table class="sheet-facts"><tbody>
        {facts.map((row) => <tr>{row.map(([name, value]) => [<th scope="row">{name}</th>, <td>{value}</td>])}</tr>)}
      </tbody></table>
      {listed.length === 0
        ? <p class="sheet-none">{result && result.summary.verdict !== "unreadable" ? say("sheetNone") : conclusion(entry, view)}</p>
        : <table class="sheet-findings">
            <thead><tr><th scope="col">{say("sheetNumber")}</th><th scope="col">{say("sheetSeverity")}</th><th scope="col">{say("sheetFinding")}</th><th scope="col">{say("sheetTodo")}</th></tr></thead>
            <tbody>
              {listed.map(({ finding, accepted }, i) => {
                const rule = ruleOf(state, finding.rule);
                const clause = finding.clause || (rule && rule.clause) || "";
                const cells = finding.cells.slice(0, 6).map((id) => longLabel(form, id)).join("；") + (finding.cells.length > 6 ? "……" : "");
                return (
                  <tr key={i}>
                    <td>{i + 1}</td><td>{say(severityKey(finding.severity))}</td>
                    <td>{inLanguage(state.language, finding.message, finding.message_en)}
                      {cells && finding.left === undefined && finding.cells.length <= 6 && <small>{say("sheetCell")}：{cells}</small>}
                      {clause && <small>{say("sheetClause")}：{clause}</small>}</td>
                    <td>{accepted !== undefined ? say("accepted", accepted || say("noReason")) : rule ? inLanguage(state.language, rule.todo, rule.todo_en) : ""}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>}
      {best && <p class="sheet-repair"><b>{say("sheetRepair")}：</b>{inLanguage(state.language, best.message, best.message_en)}</p>}
      <div class="sheet-sign">
        <p class="sheet-opinion">{say("sheetOpinion")}：</p>
        <p class="sheet-names"><span>{say("sheetReviewer")}：<span class="sheet-line" /></span><span class="sheet-seal">{say("sheetSeal")}</span></p>
        <p>{say("sheetDate")}</p>
      </div>
    </article>
  );
}

export function Sheets(view: View): JSX.Element | null {
  const { state } = view;
  if (state.printing.length === 0) return null;
  const entries = state.entries.filter((entry) => state.printing.indexOf(entry.id) >= 0);
  return <div class="sheets" id="sheets">{entries.map((entry) => <Sheet key={entry.id} entry={entry} view={view} />)}</div>;
}
