// Small facts about texts: their size in words, applying edits, and finding the one edit that leads from one text to another.
import type { Edit } from "./core/contract";

/** Applies edits in order; each place is in the text the edits before it left. */
export function withEdits(text: string, edits: Edit[]): string {
  let result = text;
  for (const edit of edits) result = result.slice(0, edit.begin) + edit.text + result.slice(edit.end);
  return result;
}

/** The single replacement that turns `before` into `after` (line ends counted alike), or null when they are equal. */
export function spliceOf(before: string, after: string): Edit | null {
  const plain = before.replace(/\r\n?/g, "\n");
  if (plain === after) return null;
  let begin = 0;
  const shorter = Math.min(plain.length, after.length);
  while (begin < shorter && plain.charCodeAt(begin) === after.charCodeAt(begin)) begin++;
  let tail = 0;
  while (tail < shorter - begin && plain.charCodeAt(plain.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  const place = (offset: number): number => placeWithLineEnds(before, offset);
  return { begin: place(begin), end: place(plain.length - tail), text: after.slice(begin, after.length - tail) };
}

/** Where an offset into a text with single line ends stands in the text with its own line ends. */
function placeWithLineEnds(text: string, offset: number): number {
  if (text.indexOf("\r\n") < 0) return offset;
  let at = 0;
  for (let seen = 0; seen < offset; seen++, at++) if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) at++;
  return at;
}

export function sizeText(units: number): string {
  return units < 1048576 ? Math.max(1, Math.round(units / 1024)) + " KB" : (units / 1048576).toFixed(1).replace(/\.0$/, "") + " MB";
}
