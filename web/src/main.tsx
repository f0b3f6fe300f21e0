// Starts the page: settings, the core's worker, the listeners of the whole document.
import { render } from "preact";
import { App } from "./app";
import { readClipboard } from "./adapters/clipboard";
import { filesOfDrop } from "./adapters/files";
import { loadSettings } from "./adapters/settings";
import { openCore, type CoreParts } from "./core/client";
import type { Answer } from "./core/protocol";
import { pageKey } from "./keys";
import { keepingFocus } from "./focus";
import { follow, leadFromVerdict, showWorst } from "./follow";
import { currentEntry, hasWork } from "./select";
import { initialState, type Entry, type State } from "./state";
import { Store } from "./store";
import { Page } from "./views/page";
import { say } from "./messages";

/** "" in the page that is one file; otherwise the folder its files are in. */
declare const FILES: string;

/** What the scripts before this one began (boot-worker.js). */
declare global {
  interface Window { nianbaoBoot?: { url: string; worker: Worker; said: Answer[]; failed: boolean; then: (() => void) | null } }
}

function coreParts(): CoreParts {
  if (FILES !== "") return { makeWorker: () => new Worker(FILES + "core-worker.js"), wasm: () => ({ url: "nianbao-core.wasm" }), begun: null, compiled: null };
  const boot = window.nianbaoBoot;
  const text = (id: string): string => (document.getElementById(id) as HTMLElement).textContent || "";
  const url = (boot && boot.url) || URL.createObjectURL(new Blob([text("core-worker")], { type: "text/javascript" }));
  return { makeWorker: () => new Worker(url), wasm: () => ({ packed: text("core-wasm") }), begun: boot && !boot.failed ? boot : null, compiled: null };
}

const root = document.getElementById("page") as HTMLElement;
let app: App | null = null;
let drawnTurn = 0;
/** The first result of the report last drawn: when another comes, its worst place is brought into view. */
let shownFirst: object | null = null;

/** Sets what differs only: even the same language set again has the browser work out every style anew. */
function set(name: string, value: string): void {
  const page = document.documentElement;
  if (page.getAttribute(name) !== value) page.setAttribute(name, value);
}

function dress(state: State): void {
  set("lang", state.language === "zh" ? "zh-CN" : "en");
  set("data-theme", state.theme);
  set("data-size", state.large ? "large" : "normal");
  set("data-contrast", state.contrast ? "high" : "normal");
  const { result } = currentEntry(state);
  const of = result && result.report.organization ? result.report.organization + (result.report.year || "") : say(state.language, "subtitle");
  const title = say(state.language, "product") + " — " + of;
  if (document.title !== title) document.title = title;
  if (state.core === "ready") set("data-ready", "true");
}

/** Milliseconds after which the last result is dimmed while a new one is awaited; dimming costs a repaint of everything. */
const dimAfter = 250;
let dimTimer = 0;

function dim(checking: boolean): void {
  if (checking === (dimTimer !== 0)) return;
  window.clearTimeout(dimTimer);
  dimTimer = checking ? window.setTimeout(() => { document.documentElement.dataset["slow"] = "true"; }, dimAfter) : 0;
  if (!checking && document.documentElement.dataset["slow"]) delete document.documentElement.dataset["slow"];
}

function draw(state: State): void {
  if (!app) return;
  dress(state);
  dim(currentEntry(state).progress === "checking");
  const live = app;
  keepingFocus(() => render(<Page state={state} app={live} />, root));
  if (state.focus.turn !== drawnTurn) {
    drawnTurn = state.focus.turn;
    follow(state);
  }
  const { original, result } = currentEntry(state);
  if (original === shownFirst) return;
  shownFirst = original;
  // In a task of its own, before the frame: laying out a whole report and painting it would be one long task.
  if (original && original === result) window.setTimeout(showWorst, 0);
}

/** A text shorter than this is no report; pasted over one it was meant for somewhere else. */
const shortest = 60;

function isReport(entry: Entry): boolean {
  return entry.result !== null && entry.result.summary.verdict !== "unreadable";
}

/** A paste of a report replaces the report; a short paste into a field stays an ordinary paste. */
function listenToPaste(live: App): void {
  document.addEventListener("paste", (event) => {
    const target = event.target;
    const field = target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(target.tagName) ? target : null;
    if (field && field.id !== "input" && field.id !== "previous") return;
    const pasted = readClipboard(event.clipboardData);
    if (field && field.id === "previous") {
      // As text the browser puts it in itself, where the caret stands.
      if (pasted.kind === "rich" || pasted.kind === "files") event.preventDefault();
      if (pasted.kind === "rich") live.correct.previousPasted(pasted);
      else if (pasted.kind === "files") live.correct.previousFile(pasted.files[0] as File);
      else if (pasted.kind !== "text") live.intake.openPasted(pasted);
      return;
    }
    if (field && pasted.kind === "text" && pasted.text.length < 300 && live.store.state.entries.some((entry) => entry.source !== null)) return;
    event.preventDefault();
    // The event comes where the selection is; the chosen cell is where the focus is.
    const cell = document.activeElement ? document.activeElement.getAttribute("data-cell") : null;
    if (cell && event.clipboardData && live.correct.pasteFigures(cell, event.clipboardData.getData("text/plain"))) return;
    if (!field && pasted.kind === "text" && pasted.text.trim().length < shortest && isReport(currentEntry(live.store.state))) {
      live.desk.notice("pastedShort");
      return;
    }
    if (pasted.kind === "files") live.intake.openFiles(pasted.files);
    else live.intake.openPasted(pasted);
    // The keys lead through the findings now, and write nothing into the report; what had the focus may have gone with the report before.
    if (pasted.kind !== "picture" && pasted.kind !== "nothing") leadFromVerdict();
  });
}

/** Ctrl+C in a drawn table copies the chosen cell's figure. */
function listenToCopy(live: App): void {
  document.addEventListener("copy", (event) => {
    const id = document.activeElement ? document.activeElement.getAttribute("data-cell") : null;
    const { result } = currentEntry(live.store.state);
    const cell = id && result ? result.cells[id] : undefined;
    const selection = window.getSelection();
    if (!cell || !event.clipboardData || (selection && !selection.isCollapsed)) return;
    event.clipboardData.setData("text/plain", cell.raw);
    event.preventDefault();
  });
}

function listenToDrop(live: App): void {
  let depth = 0;
  const over = (dragging: boolean): void => {
    if (live.store.state.dragging !== dragging) live.store.dispatch({ do: "set", values: { dragging } });
  };
  // What is dragged from the page itself, a selected word mostly, is no report.
  let own = false;
  document.addEventListener("dragstart", () => { own = true; });
  document.addEventListener("dragend", () => { own = false; });
  // No mouse moves while something is dragged: the drag has ended somewhere else.
  document.addEventListener("mousemove", () => { depth = 0; over(false); });
  document.addEventListener("dragenter", (event) => { event.preventDefault(); depth++; over(!own); });
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("dragleave", () => { if (--depth <= 0) over(false); });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    depth = 0;
    over(false);
    const data = event.dataTransfer;
    if (!data || own) return;
    if (data.files.length === 0 && !(data.items && data.items.length > 0 && (data.items[0] as DataTransferItem).kind === "file")) {
      const pasted = readClipboard(data);
      if (pasted.kind === "rich" || pasted.kind === "text") live.intake.openPasted(pasted);
      return;
    }
    const asPrevious = event.target instanceof Element && event.target.closest(".previous") !== null;
    filesOfDrop(data).then((files) => {
      if (asPrevious && files.length === 1) live.correct.previousFile(files[0] as File);
      else live.intake.openFiles(files);
    }, () => live.desk.notice("failedRead"));
  });
}

function start(): void {
  const store = new Store(initialState(loadSettings()), draw);
  const core = openCore(coreParts(), {
    ready() { if (store.state.core !== "ready") store.dispatch({ do: "core-ready" }); },
    about(info) { if (store.state.forms.length === 0) store.dispatch({ do: "core-about", info }); },
  }, (reason) => store.dispatch({ do: "core-dead", reason }));
  const live = new App(store, core);
  app = live;
  root.textContent = "";
  draw(store.state);
  listenToPaste(live);
  listenToCopy(live);
  listenToDrop(live);
  document.addEventListener("keydown", (event) => pageKey(live, event));
  window.addEventListener("beforeunload", (event) => {
    if (!hasWork(store.state)) return;
    event.preventDefault();
    event.returnValue = "";
  });
}

/** Milliseconds the page waits for its worker before it draws itself. */
const workerFirst = 100;

/**
 * What was sent to a worker that had not run yet reaches it only when the page is idle for a moment: so the page waits
 * until the worker has said its first word, and both go on at once.
 */
function startAfterWorker(): void {
  // The words for an old browser stand there (old-browser.js).
  if (document.documentElement.hasAttribute("data-old")) return;
  const boot = window.nianbaoBoot;
  if (!boot || boot.failed || boot.said.length > 0) {
    start();
    return;
  }
  let begun = false;
  const begin = (): void => {
    boot.then = null;
    if (!begun) start();
    begun = true;
  };
  boot.then = () => window.setTimeout(begin, 0);
  window.setTimeout(begin, workerFirst);
}

startAfterWorker();
