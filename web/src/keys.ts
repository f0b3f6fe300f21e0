// The keyboard: everywhere on the page, in the tables, in the list of reports.
import type { App } from "./app";
import { currentEntry, formOf, valueRows } from "./select";

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable);
}

/** Keys that work anywhere. */
export function pageKey(app: App, event: KeyboardEvent): void {
  const state = app.store.state;
  const target = event.target;
  if (event.key === "Escape") {
    if (state.dialog !== "none") app.store.dispatch({ do: "dialog", dialog: "none" });
    else if (state.focus.finding !== null && !isTyping(target)) app.store.dispatch({ do: "focus", focus: { finding: null, cell: null, from: "none" } });
    return;
  }
  if (event.isComposing || state.dialog !== "none") return;
  if ((event.ctrlKey || event.metaKey) && !event.altKey) {
    const key = event.key.toLowerCase();
    const inOther = isTyping(target) && (target as HTMLElement).id !== "input";
    if (inOther || (key !== "z" && key !== "y")) return;
    const undo = key === "z" && !event.shiftKey;
    const entry = currentEntry(state);
    // Nothing was changed yet: what can be undone is that this report came in place of another.
    if (undo && state.shelf && entry.past.length === 0 && entry.future.length === 0) app.intake.restore();
    else app.correct.step(undo ? "undo" : "redo");
    event.preventDefault();
    return;
  }
  if (isTyping(target) || event.altKey || event.ctrlKey || event.metaKey) return;
  const inTable = target instanceof Element && target.closest("td[data-cell], .reports-scroll") !== null;
  if (event.key === "?") app.store.dispatch({ do: "dialog", dialog: "keys" });
  else if (event.key === "j" || (event.key === "ArrowDown" && inFindings(target))) app.walk.stepFinding(1);
  else if (event.key === "k" || (event.key === "ArrowUp" && inFindings(target))) app.walk.stepFinding(-1);
  else if (event.key === "l") app.walk.toList();
  else if (event.key === "n") app.walk.stepReport(1);
  else if (event.key === "p") app.walk.stepReport(-1);
  else if (event.key === "g" && !inTable) toFirstCell(app);
  else return;
  event.preventDefault();
}

function inFindings(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("#findings") !== null;
}

function toFirstCell(app: App): void {
  const marked = document.querySelector<HTMLElement>("td.role-total, td.is-likely[class*=role-], td[class*=role-]");
  if (marked) app.walk.jumpToCell(marked.getAttribute("data-cell") as string);
}

/** In a drawn table: arrows move, Enter and figures edit, Space opens the cell's finding. */
export function cellKey(app: App, event: KeyboardEvent): void {
  const cell = event.target instanceof HTMLElement && event.target.tagName === "TD" ? event.target : null;
  const id = cell ? cell.getAttribute("data-cell") : null;
  if (!cell || !id || event.ctrlKey || event.metaKey || event.altKey) return;
  const state = app.store.state;
  if (event.key === "Enter" || event.key === "F2") app.correct.beginEdit(id);
  else if (/^[-0-9]$/.test(event.key)) app.correct.beginEdit(id, event.key);
  else if (event.key === " ") app.walk.chooseCell(id, "tables");
  else if (event.key === "g") {
    app.walk.chooseCell(id, "tables");
    const head = document.querySelector<HTMLElement>("#findings > li.is-open .finding-head");
    if (head) head.focus();
  } else if (/^Arrow/.test(event.key)) {
    const form = formOf(state, currentEntry(state).result);
    const next = form ? neighbour(valueRows(form.tables), id, event.key) : null;
    const element = next ? document.querySelector<HTMLElement>('td[data-cell="' + next + '"]') : null;
    if (element) element.focus();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

/** The cell an arrow key leads to, or null at the edge. */
export function neighbour(rows: string[][], id: string, key: string): string | null {
  const r = rows.findIndex((row) => row.indexOf(id) >= 0);
  const row = rows[r];
  if (!row) return null;
  const c = row.indexOf(id);
  if (key === "ArrowLeft") return row[c - 1] || null;
  if (key === "ArrowRight") return row[c + 1] || null;
  const other = rows[key === "ArrowUp" ? r - 1 : r + 1];
  return other ? other[Math.min(c, other.length - 1)] as string : null;
}

/** In the cell editor: Enter keeps, Tab keeps and goes on to the next cell, Escape gives up. */
export function editorKey(app: App, event: KeyboardEvent, id: string): void {
  const input = event.target as HTMLInputElement;
  event.stopPropagation();
  if (event.key === "Enter") {
    event.preventDefault();
    finishEdit(app, id, input.value.trim());
  } else if (event.key === "Tab") {
    event.preventDefault();
    const form = formOf(app.store.state, currentEntry(app.store.state).result);
    const ids = form ? ([] as string[]).concat(...valueRows(form.tables)) : [];
    finishEdit(app, id, input.value.trim(), ids[ids.indexOf(id) + (event.shiftKey ? -1 : 1)]);
  } else if (event.key === "Escape") {
    event.preventDefault();
    app.store.dispatch({ do: "edit", cell: null });
    focusCell(id);
  }
}

function finishEdit(app: App, id: string, text: string, next = id): void {
  app.correct.editCell(id, text);
  focusCell(next);
}

function focusCell(id: string): void {
  const cell = document.querySelector<HTMLElement>('td[data-cell="' + id + '"]');
  if (cell) cell.focus();
}

/** In the list of reports: arrows choose, Enter opens. */
export function listKey(event: KeyboardEvent): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp" && event.key !== "Home" && event.key !== "End") return;
  const box = event.currentTarget as HTMLElement;
  const names = (): HTMLElement[] => Array.prototype.slice.call(box.querySelectorAll("tbody .list-name button"));
  const near = names();
  if (near.length === 0) return;
  if (event.key === "Home" || event.key === "End") {
    // The first and last rows of a long list come into the page only when it is scrolled there.
    box.scrollTop = event.key === "Home" ? 0 : box.scrollHeight;
    window.setTimeout(() => { const now = names(); const edge = now[event.key === "Home" ? 0 : now.length - 1]; if (edge) edge.focus(); }, 60);
  } else {
    const at = near.indexOf(document.activeElement as HTMLElement);
    (near[event.key === "ArrowDown" ? Math.min(near.length - 1, at + 1) : Math.max(0, at - 1)] as HTMLElement).focus();
  }
  event.preventDefault();
}
