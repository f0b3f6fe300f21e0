// Last year's report beside this one: pasted, chosen, or paired by the page.
import type { JSX } from "preact";
import { currentEntry } from "../select";
import type { View } from "./view";

export function PreviousPane({ state, app, say }: View): JSX.Element | null {
  const entry = currentEntry(state);
  if (!state.previousOpen || entry.progress === "empty") return null;
  const previous = entry.previous;
  return (
    <section class="previous" aria-labelledby="previous-title">
      <h2 id="previous-title">{say("previousHeading")}</h2>
      {previous
        ? <p class="previous-using">{say(previous.pairedWith === null ? "previousUsing" : "previousPaired", previous.name)}</p>
        : <p class="hint" id="previous-hint">{say("previousHint")}</p>}
      <label class="visually-hidden" for="previous">{say("previousHeading")}</label>
      <textarea id="previous" class="input" spellcheck={false} autocomplete="off" placeholder={say("previousHint")}
                value={previous && previous.source.kind === "text" && previous.source.text.length < 300000 ? previous.source.text : ""}
                onInput={(event) => app.previousTyped(event.currentTarget.value)} />
      <p class="previous-actions">
        <label class="button" for="previous-file">{say("previousFile")}</label>
        <input type="file" id="previous-file" class="visually-hidden" onChange={(event) => app.previousChosen(event.currentTarget)} />
        {previous && <button type="button" id="previous-remove" onClick={() => app.setPrevious(null, "")}>{say("previousRemove")}</button>}
      </p>
    </section>
  );
}
