// Brings what was chosen into view in the panes it was not chosen in.
import type { State } from "./state";

/** Scrolls inside the pane only; where the whole page scrolls (narrow screens) nothing moves under the reader's finger. */
function reveal(pane: HTMLElement | null, target: Element | null): void {
  if (!pane || !target || pane.scrollHeight <= pane.clientHeight + 1) return;
  const frame = pane.getBoundingClientRect();
  const box = target.getBoundingClientRect();
  if (box.top >= frame.top + 24 && box.bottom <= frame.bottom - 24) return;
  const tall = box.height > frame.height * 0.8;
  pane.scrollTop += tall ? box.top - frame.top - 24 : box.top - frame.top - (frame.height - box.height) / 2;
}

/** A wide table in a narrow pane is moved sideways, too. */
function showColumn(cell: Element | null): void {
  const box = cell ? cell.closest(".drawn-scroll") : null;
  if (!cell || !box || box.scrollWidth <= box.clientWidth) return;
  const frame = box.getBoundingClientRect();
  const place = cell.getBoundingClientRect();
  if (place.left < frame.left || place.right > frame.right) box.scrollLeft += place.left - frame.left - (frame.width - place.width) / 2;
}

/** On a narrow screen the tables stand far below the findings: who asked for one cell is taken there. */
function showFromAfar(pane: HTMLElement | null, cell: Element | null): void {
  if (!pane || !cell || pane.scrollHeight > pane.clientHeight + 1) return;
  const place = cell.getBoundingClientRect();
  if (place.top < 0 || place.bottom > window.innerHeight) window.scrollBy(0, place.top - window.innerHeight / 2);
}

function first(...selectors: string[]): Element | null {
  for (const selector of selectors) {
    const found = document.querySelector(selector);
    if (found) return found;
  }
  return null;
}

export function follow(state: State): void {
  const { focus } = state;
  const pane = (id: string): HTMLElement | null => document.getElementById(id);
  if (focus.from !== "tables") {
    showColumn(document.querySelector("td.is-chosen") || document.querySelector("td.role-total"));
    if (focus.cell !== null) showFromAfar(pane("tables-scroll"), document.querySelector("td.is-chosen"));
    reveal(pane("tables-scroll"), first("td.is-chosen", "td.is-likely[class*=role-]", "td.role-total", "td[class*=role-]"));
  }
  if (focus.from !== "source") reveal(pane("source"), first("#source mark.is-chosen", "#source mark.is-open"));
  if (focus.finding !== null) reveal(pane("findings-scroll"), first("#findings > li.is-open"));
}

/** The keys lead through the findings from here on, and write nothing into the report. */
export function leadFromVerdict(): void {
  (document.getElementById("verdict") as HTMLElement).focus({ preventScroll: true });
}

/** Below a list of reports the one just opened may stand out of sight; where it is brought into it, the keys go along. */
export function showReportInHand(): void {
  const bar = document.querySelector<HTMLElement>("#main > .bar");
  if (!bar || bar.getBoundingClientRect().bottom < window.innerHeight / 2) return;
  bar.scrollIntoView();
  leadFromVerdict();
}

/** A report just opened: the likely wrong cell, or else the first marked one, stands in view in tables and text. */
export function showWorst(): void {
  const places = ["tables-scroll", "source", "findings-scroll"].map((id) => document.getElementById(id));
  for (const place of places) if (place) place.scrollTop = 0;
  reveal(places[0] || null, first("td.is-likely", 'td[data-severity="error"]:not(.is-weak)', 'td[data-severity="warning"]:not(.is-weak)'));
  reveal(places[1] || null, first('#source mark[data-severity="error"]:not(.is-weak)', '#source mark[data-severity="warning"]:not(.is-weak)'));
}
