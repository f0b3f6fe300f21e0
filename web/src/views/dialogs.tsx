// Display settings, keys, about, exports: one dialog at a time, focus kept inside, Esc closes.
import { Component, type ComponentChildren, type JSX } from "preact";
import type { Theme } from "../state";
import type { MessageKey } from "../messages";
import { licences } from "../adapters/offline";
import { currentEntry, finished, verdictOf } from "../select";
import type { View } from "./view";

class Dialog extends Component<{ title: string; view: View; children: ComponentChildren }> {
  private box: HTMLElement | null = null;
  private before: Element | null = null;

  override componentDidMount(): void {
    this.before = document.activeElement;
    if (this.box) this.box.focus();
  }

  override componentWillUnmount(): void {
    if (this.before instanceof HTMLElement) this.before.focus();
  }

  private keepInside(event: KeyboardEvent): void {
    if (event.key !== "Tab" || !this.box) return;
    const all = this.box.querySelectorAll<HTMLElement>("button, a[href], input, select, textarea, summary, [tabindex='0']");
    const first = all[0];
    const last = all[all.length - 1];
    if (!first || !last) return;
    const at = document.activeElement;
    if (event.shiftKey && (at === first || at === this.box)) {
      last.focus();
      event.preventDefault();
    } else if (!event.shiftKey && at === last) {
      first.focus();
      event.preventDefault();
    }
  }

  override render(): JSX.Element {
    const { title, view: { app, say }, children } = this.props;
    const close = (): void => app.store.dispatch({ do: "dialog", dialog: "none" });
    return (
      <div class="veil" onClick={(event) => { if (event.target === event.currentTarget) close(); }}>
        <div class="dialog" role="dialog" aria-modal="true" aria-labelledby="dialog-title" tabIndex={-1} ref={(box) => { this.box = box; }} onKeyDown={(event) => this.keepInside(event)}>
          <div class="dialog-head"><h2 id="dialog-title">{title}</h2><button type="button" id="dialog-close" onClick={close}>{say("close")}</button></div>
          <div class="dialog-body">{children}</div>
        </div>
      </div>
    );
  }
}

function Display({ state, app, say }: View): JSX.Element {
  const themes: [Theme, MessageKey][] = [["auto", "themeAuto"], ["light", "themeLight"], ["dark", "themeDark"]];
  return (
    <div class="display">
      <fieldset><legend>{say("theme")}</legend>
        {themes.map(([theme, key]) => (
          <label><input type="radio" name="theme" value={theme} checked={state.theme === theme} onChange={() => app.setDisplay({ theme })} /> {say(key)}</label>
        ))}
      </fieldset>
      <label><input type="checkbox" id="large" checked={state.large} onChange={(event) => app.setDisplay({ large: event.currentTarget.checked })} /> {say("large")}</label>
      <label><input type="checkbox" id="contrast" checked={state.contrast} onChange={(event) => app.setDisplay({ contrast: event.currentTarget.checked })} /> {say("highContrast")}</label>
    </div>
  );
}

const keyList: [string[], MessageKey][] = [[["j", "↓"], "keyNext"], [["k", "↑"], "keyPrevious"], [["←", "→", "↑", "↓"], "keyArrows"], [["Enter", "F2"], "keyEdit"], [["Space"], "keyOpen"], [["g"], "keyFocus"],
  [["n"], "keyNextReport"], [["p"], "keyPreviousReport"], [["l"], "keyList"],
  [["Ctrl Z", "Ctrl Y"], "keyUndo"], [["Ctrl V"], "keyPaste"], [["?"], "keyHelp"], [["Esc"], "keyClose"]];

function Keys({ say }: View): JSX.Element {
  return <dl class="keys">{keyList.map(([keys, what]) => <div><dt>{keys.map((key) => <kbd>{key}</kbd>)}</dt><dd>{say(what)}</dd></div>)}</dl>;
}

function About({ state, app, say }: View): JSX.Element {
  return (
    <div class="about">
      <p>{say("aboutWhat")}</p>
      <p>{say("aboutVersion", state.version)}</p>
      <p><button type="button" id="save-offline" onClick={() => app.take.saveOffline()}>{say("saveOffline")}</button> <span class="hint">{say("saveOfflineHint")}</span></p>
      <h3>{say("aboutPrivacy")}</h3>
      <p>{say("aboutPrivacyText")}</p>
      <h3>{say("aboutForms")}</h3>
      <ul>{state.forms.map((form) => <li>{say("aboutFormLine", form.notice, form.first_year)}</li>)}</ul>
      <h3>{say("aboutLicences")}</h3>
      {licences().map((licence) => (
        <details class="licence"><summary>{licence.name} {licence.version} — {licence.licence}</summary><pre tabIndex={0}>{licence.text}</pre></details>
      ))}
    </div>
  );
}

function Exports({ state, app, say }: View): JSX.Element {
  const ready = state.entries.filter(finished).map((entry) => entry.id);
  const faulty = state.entries.filter((entry) => ["errors", "warnings"].indexOf(verdictOf(entry)) >= 0).map((entry) => entry.id);
  const many = state.entries.length > 1;
  const readable = ["errors", "warnings", "ok"].indexOf(verdictOf(currentEntry(state))) >= 0;
  return (
    <ul class="exports">
      <li><button type="button" id="copy-notice" disabled={!readable} onClick={() => app.take.copyNotice()}>{say("copyNotice")}</button></li>
      {many && <li><button type="button" id="export-summary" onClick={() => app.take.exportSummary()}>{say("exportSummary", state.entries.length)}</button></li>}
      <li><button type="button" id="export-csv" onClick={() => app.take.exportCsv()}>{say("exportCsv")}</button></li>
      <li><button type="button" id="export-json" onClick={() => app.take.exportJson()}>{say("exportJson")}</button></li>
      <li><button type="button" id="print-sheet" onClick={() => app.take.printSheets([state.current])}>{say("printSheet")}</button></li>
      {many && <li><button type="button" id="print-sheets" onClick={() => app.take.printSheets(ready)}>{say("printSheets", ready.length)}</button></li>}
      {many && <li><button type="button" id="print-faulty" disabled={faulty.length === 0} onClick={() => app.take.printSheets(faulty)}>{say("printFaulty", faulty.length)}</button></li>}
      <li><button type="button" id="print-page" onClick={() => app.take.printPage()}>{say("printPage")}</button></li>
    </ul>
  );
}

export function Dialogs(view: View): JSX.Element | null {
  const { state, say } = view;
  switch (state.dialog) {
    case "none": return null;
    case "display": return <Dialog title={say("display")} view={view}><Display {...view} /></Dialog>;
    case "keys": return <Dialog title={say("keys")} view={view}><Keys {...view} /></Dialog>;
    case "about": return <Dialog title={say("about")} view={view}><About {...view} /></Dialog>;
    case "exports": return <Dialog title={say("exports")} view={view}><Exports {...view} /></Dialog>;
  }
}
