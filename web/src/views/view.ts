// What every view is given: the state, what people can do, and the language.
import type { App } from "../app";
import type { Severity } from "../core/contract";
import { speaker, type MessageKey, type Say } from "../messages";
import type { State } from "../state";

export interface View {
  state: State;
  app: App;
  say: Say;
}

export function viewOf(state: State, app: App): View {
  return { state, app, say: speaker(state.language) };
}

export function severityKey(severity: Severity): MessageKey {
  return severity;
}

export function classes(...names: (string | false | undefined | null)[]): string {
  return names.filter((name) => name).join(" ");
}

const shownTexts = new WeakMap<HTMLTextAreaElement, string>();

/** A text box one line high shows the first line of a new text, unless someone types in it. Waits for the frame: asking where a box is scrolled lays the page out. */
export function showTop(box: HTMLTextAreaElement | null, text: string): void {
  if (!box || shownTexts.get(box) === text) return;
  shownTexts.set(box, text);
  window.requestAnimationFrame(() => { if (box !== document.activeElement) toTop(box); });
}

export function toTop(box: HTMLTextAreaElement): void {
  box.scrollTop = 0;
  box.scrollLeft = 0;
}
