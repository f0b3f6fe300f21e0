// The ruling lines of a PDF page, from its drawing operators: strokes, and filled boxes as thin as a line.
import { OPS } from "pdfjs-dist/legacy/build/pdf.js";
import { multiplied } from "./runs";

type Point = [number, number];
const thin = 2.5;
const shortest = 3;
const maxLines = 20000;

export interface Operators {
  fnArray: number[];
  argsArray: unknown[][];
}

interface Path {
  /** Straight pieces, and the boxes of whole subpaths, in user space already mapped to the page. */
  segments: [Point, Point][];
  boxes: [number, number, number, number][];
}

function mapped(matrix: number[], x: number, y: number): Point {
  const [a, b, c, d, e, f] = matrix as [number, number, number, number, number, number];
  return [a * x + c * y + e, b * x + d * y + f];
}

function boxOf(points: Point[]): [number, number, number, number] {
  const xs = points.map((point) => point[0]);
  const ys = points.map((point) => point[1]);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Reads one constructPath operator: a list of path operators and their coordinates in a row. */
function readPath(matrix: number[], args: unknown[]): Path {
  const kinds = args[0] as number[];
  const numbers = args[1] as number[];
  const path: Path = { segments: [], boxes: [] };
  let points: Point[] = [];
  let at = 0;
  let curved = false;
  const take = (): Point => mapped(matrix, numbers[at++] as number, numbers[at++] as number);
  const close = (): void => {
    if (points.length > 1 && !curved) path.boxes.push(boxOf(points));
    points = [];
    curved = false;
  };
  for (const kind of kinds) {
    if (kind === OPS.moveTo) {
      close();
      points = [take()];
    } else if (kind === OPS.lineTo) {
      const to = take();
      const from = points[points.length - 1];
      if (from) path.segments.push([from, to]);
      points.push(to);
    } else if (kind === OPS.rectangle) {
      close();
      const [x, y, width, height] = numbers.slice(at, at + 4) as [number, number, number, number];
      at += 4;
      const corners: Point[] = [mapped(matrix, x, y), mapped(matrix, x + width, y), mapped(matrix, x + width, y + height), mapped(matrix, x, y + height)];
      corners.forEach((corner, i) => path.segments.push([corner, corners[(i + 1) % 4] as Point]));
      path.boxes.push(boxOf(corners));
    } else if (kind === OPS.closePath) {
      const [from, to] = [points[points.length - 1], points[0]];
      if (from && to) path.segments.push([from, to]);
    } else {
      curved = true;
      at += kind === OPS.curveTo ? 4 : 2;
      points.push(take());
    }
  }
  close();
  return path;
}

const strokes = [OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke];
const fills = [OPS.fill, OPS.eoFill];

function lineOf(x1: number, y1: number, x2: number, y2: number): string | null {
  const width = Math.abs(x1 - x2);
  const height = Math.abs(y1 - y2);
  if (Math.max(width, height) < shortest || Math.min(width, height) > 1) return null;
  return "line " + [x1, y1, x2, y2].map((value) => String(Math.round(value * 100) / 100)).join(" ");
}

function linesOf(path: Path, stroked: boolean, add: (line: string | null) => void): void {
  if (stroked) for (const [from, to] of path.segments) add(lineOf(from[0], from[1], to[0], to[1]));
  for (const [left, top, right, bottom] of path.boxes) {
    const [width, height] = [right - left, bottom - top];
    if (height <= thin && width > height) add(lineOf(left, (top + bottom) / 2, right, (top + bottom) / 2));
    else if (width <= thin && height > width) add(lineOf((left + right) / 2, top, (left + right) / 2, bottom));
  }
}

/** Every ruling line as a line of the format, `view` mapping the page to how it is shown. */
export function rulingLines(operators: Operators, view: number[]): string[] {
  const lines: string[] = [];
  const stack: number[][] = [];
  let matrix = view;
  let paths: Path[] = [];
  operators.fnArray.forEach((operator, i) => {
    const args = operators.argsArray[i] as unknown[];
    if (operator === OPS.save) stack.push(matrix);
    else if (operator === OPS.restore) matrix = stack.pop() || view;
    else if (operator === OPS.transform) matrix = multiplied(matrix, args as number[]);
    else if (operator === OPS.paintFormXObjectBegin) {
      stack.push(matrix);
      if (Array.isArray(args[0])) matrix = multiplied(matrix, args[0] as number[]);
    } else if (operator === OPS.paintFormXObjectEnd) matrix = stack.pop() || view;
    else if (operator === OPS.constructPath) paths.push(readPath(matrix, args));
    else if (operator === OPS.endPath) paths = [];
    else if (strokes.indexOf(operator) >= 0 || fills.indexOf(operator) >= 0) {
      for (const path of paths) linesOf(path, strokes.indexOf(operator) >= 0, (line) => { if (line !== null && lines.length < maxLines) lines.push(line); });
      paths = [];
    }
  });
  return lines;
}
