// Positioned text as the core takes it: core/read/runs.hpp says what each line means.

export interface TextItem {
  str: string;
  width: number;
  height: number;
  transform: number[];
  fontName: string;
}

export interface Matrix {
  values: number[];
}

const ascent = 0.88;

export function multiplied(a: number[], b: number[]): number[] {
  const [a0, a1, a2, a3, a4, a5] = a as [number, number, number, number, number, number];
  const [b0, b1, b2, b3, b4, b5] = b as [number, number, number, number, number, number];
  return [a0 * b0 + a2 * b1, a1 * b0 + a3 * b1, a0 * b2 + a2 * b3, a1 * b2 + a3 * b3, a0 * b4 + a2 * b5 + a4, a1 * b4 + a3 * b5 + a5];
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** The box a piece of text covers on the page as shown, with y growing downwards, as a line of the format. */
export function runLine(item: TextItem, view: number[], vertical: boolean): string | null {
  const text = item.str.replace(/[\r\n\u2028\u2029]+/g, " ");
  if (text.trim() === "") return null;
  const [m0, m1, m2, m3, x, y] = multiplied(view, item.transform) as [number, number, number, number, number, number];
  const size = Math.hypot(m2, m3) || Math.hypot(m0, m1);
  const along = Math.hypot(m0, m1) || 1;
  // Unit vectors of the line of text and of its upright, as they lie on the page.
  const [ux, uy] = [m0 / along, m1 / along];
  const [vx, vy] = size > 0 ? [m2 / size, m3 / size] : [0, -1];
  const corners = vertical
    ? [[-size / 2, 0], [size / 2, 0], [-size / 2, -item.height], [size / 2, -item.height]]
    : [[0, ascent * size], [item.width, ascent * size], [0, (ascent - 1) * size], [item.width, (ascent - 1) * size]];
  const xs = corners.map(([a, b]) => x + (a as number) * ux + (b as number) * vx);
  const ys = corners.map(([a, b]) => y + (a as number) * uy + (b as number) * vy);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return "run " + [left, top, Math.max(...xs) - left, Math.max(...ys) - top].map(short).join(" ") + " " + text;
}

export const runsHead = "nianbao-runs 1\n";

export function pageLine(width: number, height: number): string {
  return "page " + short(width) + " " + short(height);
}
