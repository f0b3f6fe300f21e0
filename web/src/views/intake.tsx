// Where a report comes in: the paste area, the drop zone, files, folders and samples.
import type { JSX } from "preact";
import { sizeText } from "../text";
import { boxLimit, type Entry } from "../state";
import { currentEntry } from "../select";
import { classes, showTop, toTop, type View } from "./view";

/** What the text box shows; a very long text is not put into it. */
export function boxText(entry: Entry): { text: string; large: number } {
  if (!entry.source) return { text: entry.result && entry.progress === "done" ? cut(entry.result.document.text).text : "", large: 0 };
  if (entry.source.kind === "text") return cut(entry.source.text);
  return cut(entry.result ? entry.result.document.text : "");
}

function cut(text: string): { text: string; large: number } {
  return text.length > boxLimit ? { text: "", large: text.length } : { text, large: 0 };
}

function pick(id: string): () => void {
  return () => {
    const input = document.getElementById(id);
    if (input) input.click();
  };
}

export function Intake(view: View): JSX.Element {
  const { state, app, say } = view;
  const entry = currentEntry(state);
  const empty = entry.progress === "empty";
  const box = boxText(entry);
  return (
    <section class={classes("intake", empty ? "intake-empty" : "intake-loaded", state.boxOpen && "box-open")} aria-labelledby="intake-title">
      <div class="intake-words">
        <h2 id="intake-title">{empty ? say("heroTitle") : say("inputLabel")}</h2>
        {empty && <p class="steps">{say("heroSteps")}</p>}
      </div>
      <div id="drop" class={classes("drop", state.dragging && "drop-over")}>
        <label class="visually-hidden" for="input">{say("inputLabel")}</label>
        <textarea id="input" class="input" spellcheck={false} autocomplete="off" value={box.text}
                  readOnly={box.large > 0} aria-describedby="input-hint"
                  placeholder={box.large > 0 ? say("inputLarge", sizeText(box.large)) : say("inputHint")}
                  ref={(one) => { if (!empty && !state.boxOpen) showTop(one, box.text); }} onBlur={(event) => { if (!state.boxOpen) toTop(event.currentTarget); }} onInput={(event) => app.correct.boxInput(event.currentTarget)} />
        <p id="input-hint" class="hint">{empty ? say("dropHint") : say("inputLoadedHint")}</p>
      </div>
      <div class="intake-actions">
        <button type="button" class={empty ? "primary" : ""} onClick={pick("file")}>{say("chooseFile")}</button>
        <button type="button" onClick={pick("folder")}>{say("chooseFolder")}</button>
        <input type="file" id="file" class="visually-hidden" multiple tabIndex={-1} aria-hidden="true"
               onChange={(event) => app.intake.filesChosen(event.currentTarget)} />
        <input type="file" id="folder" class="visually-hidden" multiple tabIndex={-1} aria-hidden="true"
               {...{ webkitdirectory: true }} onChange={(event) => app.intake.filesChosen(event.currentTarget)} />
        {!empty && (
          <button type="button" id="open-box" aria-expanded={state.boxOpen ? "true" : "false"} aria-controls="input" disabled={box.large > 0}
                  onClick={() => app.store.dispatch({ do: "set", values: { boxOpen: !state.boxOpen } })}>{say(state.boxOpen ? "inputCollapse" : "inputExpand")}</button>
        )}
        {state.shelf && (
          <button type="button" id="restore" title={say("restoreHint")} onClick={() => app.intake.restore()}>
            {state.shelf.entries.length > 1 ? say("restoreMany", state.shelf.entries.length) : say("restore")}</button>
        )}
        {!empty && <button type="button" id="start-over" onClick={() => app.intake.startOver()}>{say("startOver")}</button>}
      </div>
      {empty && (
        <p class="samples">{say("samples")}
          <button type="button" class="link" id="sample-errors" disabled={state.forms.length === 0} onClick={() => void app.intake.openSample("errors")}>{say("tryErrors")}</button>
          <button type="button" class="link" id="sample-clean" disabled={state.forms.length === 0} onClick={() => void app.intake.openSample("clean")}>{say("tryClean")}</button>
        </p>
      )}
      {empty && <p class="formats">{say("formatsHint")}</p>}
      {empty && <p class="privacy"><span class="lock" aria-hidden="true" />{say("privacy")}</p>}
    </section>
  );
}
