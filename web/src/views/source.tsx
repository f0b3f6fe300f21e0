// The report's text with marks. Only text nodes: nothing of the report is ever read as markup.
import { Component, type JSX } from "preact";
import type { Place, Result } from "../core/contract";
import type { Say } from "../messages";
import { likelyChanges, pointedCells, rolesOf, type ListedFinding, type Role } from "../select";
import { roleKeys } from "./tables";
import { classes, type View } from "./view";
import type { Entry } from "../state";

/** A text longer than this is shown in part, around the report. */
export const windowLimit = 200000;
const marksLimit = 4000;
const margin = 4000;

interface Mark extends Place {
  rule: string;
  severity: string;
  index: number;
  accepted: boolean;
  open: boolean;
  weak: boolean;
  role: Role | "";
  likely: boolean;
}

interface Segment {
  begin: number;
  end: number;
  marks: Mark[];
}

/** The part of a long text worth showing: where the report was found, or its beginning. */
export function shownWindow(result: Result): Place {
  const length = result.document.text.length;
  if (length <= windowLimit) return { begin: 0, end: length };
  let begin = length;
  let end = 0;
  const widen = (place: Place): void => {
    if (place.begin < begin) begin = place.begin;
    if (place.end > end) end = place.end;
  };
  for (const id of Object.keys(result.cells)) widen(result.cells[id] as Place);
  result.report.sections.forEach(widen);
  if (begin > end) for (const finding of result.findings.slice(0, 100)) finding.spans.forEach(widen);
  if (begin > end) begin = 0;
  begin = Math.max(0, begin - margin);
  return { begin, end: Math.min(length, begin + windowLimit) };
}

/** Cuts the window at every border of a mark. Marks on a segment come longest first. */
export function segmentsOf(shown: Place, marks: Mark[]): Segment[] {
  const inside = marks.filter((mark) => mark.end >= shown.begin && mark.begin <= shown.end);
  const borders = [shown.begin, shown.end];
  for (const mark of inside) borders.push(Math.max(mark.begin, shown.begin), Math.min(mark.end, shown.end));
  const cuts = borders.sort((a, b) => a - b).filter((at, i, all) => i === 0 || all[i - 1] !== at);
  const byBegin = inside.slice().sort((a, b) => a.begin - b.begin);
  const segments: Segment[] = [];
  let active: Mark[] = [];
  let next = 0;
  for (let i = 0; i < cuts.length; i++) {
    const begin = cuts[i] as number;
    const empty: Mark[] = [];
    for (; next < byBegin.length && (byBegin[next] as Mark).begin <= begin; next++) {
      const mark = byBegin[next] as Mark;
      if (mark.begin === mark.end) empty.push(mark);
      else active.push(mark);
    }
    active = active.filter((mark) => mark.end > begin);
    if (empty.length > 0) segments.push({ begin, end: begin, marks: empty });
    const end = cuts[i + 1];
    if (end === undefined) break;
    segments.push({ begin, end, marks: active.slice().sort((a, b) => b.end - b.begin - (a.end - a.begin)) });
  }
  return segments;
}

/** Characters after which a block of the text ends with its line. */
const blockLength = 500;

function lineBreak(text: string, from: number, end: number): number {
  const at = from < end ? text.slice(from, end).indexOf("\n") : -1;
  return at < 0 ? -1 : from + at;
}

/**
 * The segments in blocks of whole lines, each laid out on its own: a change in one leaves the others as they are. A block
 * ends at a line break outside every mark.
 */
export function blocksOf(text: string, segments: Segment[]): Segment[][] {
  const blocks: Segment[][] = [];
  let block: Segment[] = [];
  let first = segments.length > 0 ? (segments[0] as Segment).begin : 0;
  for (const segment of segments) {
    let begin = segment.begin;
    let line = segment.marks.length > 0 ? -1 : lineBreak(text, Math.max(begin, first + blockLength), segment.end);
    for (; line >= 0; line = lineBreak(text, first + blockLength, segment.end)) {
      block.push({ begin, end: line + 1, marks: [] });
      blocks.push(block);
      block = [];
      begin = first = line + 1;
    }
    if (begin < segment.end || begin === segment.begin) block.push({ begin, end: segment.end, marks: segment.marks });
  }
  if (block.length > 0) blocks.push(block);
  return blocks;
}

export function marksOf(result: Result, listed: ListedFinding[], open: string | null): Mark[] {
  const marks: Mark[] = [];
  const pointed = pointedCells(result);
  const likely = likelyChanges(result);
  const placeOf = (id: string): string => { const cell = result.cells[id]; return cell ? cell.begin + "-" + cell.end : ""; };
  const likelyPlaces = Object.keys(likely).map(placeOf);
  const opened = listed.find((one) => one.key === open);
  const roles: { [place: string]: Role } = {};
  if (opened) {
    const byCell = rolesOf(opened.finding, result.cells);
    for (const id of opened.finding.cells) roles[placeOf(id)] = byCell[id] as Role;
  }
  const strong: { [place: string]: boolean } = {};
  for (const id of Object.keys(pointed)) strong[placeOf(id)] = true;
  for (const { finding, key, index, accepted } of listed)
    for (const span of finding.spans) {
      if (marks.length >= marksLimit) return marks;
      const place = span.begin + "-" + span.end;
      marks.push({ begin: span.begin, end: span.end, rule: finding.rule, severity: finding.severity, index, accepted: accepted !== undefined, open: key === open,
        weak: finding.left !== undefined && !strong[place], role: key === open ? roles[place] || "" : "", likely: key === open && likelyPlaces.indexOf(place) >= 0 });
    }
  return marks;
}

interface SourceTextProps {
  result: Result;
  listed: ListedFinding[];
  open: string | null;
  chosen: string | null;
  language: string;
  say: Say;
}

function drawSegment(text: string, segment: Segment, chosen: Place | null, say: Say): JSX.Element | string {
  const isChosen = chosen !== null && chosen.begin <= segment.begin && segment.end <= chosen.end && (segment.end > segment.begin || chosen.begin === chosen.end);
  let drawn: JSX.Element | string = text.slice(segment.begin, segment.end);
  const empty = segment.begin === segment.end;
  for (let i = segment.marks.length - 1; i >= 0; i--) {
    const mark = segment.marks[i] as Mark;
    const tags = [mark.role && mark.role !== "cell" ? say(roleKeys[mark.role]) : "", mark.likely ? say("markLikely") : ""].filter((tag) => tag !== "");
    drawn = (
      <mark data-rule={mark.rule} data-severity={mark.severity} data-index={mark.index} {...(empty ? { "data-blank": say("cellBlank") } : {})} {...(tags.length > 0 ? { "data-tag": tags.join("·") } : {})}
            class={classes(empty && "gap", mark.accepted && "is-accepted", mark.open && "is-open", mark.weak && "is-weak", mark.role && "role-" + mark.role, mark.likely && "is-likely", isChosen && "is-chosen")}>{drawn}</mark>
    );
  }
  return isChosen && segment.marks.length === 0 ? <mark class={classes("is-chosen", empty && "gap")}>{drawn}</mark> : drawn;
}

class SourceText extends Component<SourceTextProps> {
  override shouldComponentUpdate(next: SourceTextProps): boolean {
    return next.result !== this.props.result || next.open !== this.props.open || next.chosen !== this.props.chosen ||
      next.language !== this.props.language || next.listed.some((one, i) => { const mine = this.props.listed[i]; return !mine || mine.accepted !== one.accepted; });
  }

  override render(): JSX.Element {
    const { result, listed, open, chosen, say } = this.props;
    const text = result.document.text;
    const cell = chosen ? result.cells[chosen] : undefined;
    const marks = marksOf(result, listed, open);
    const shown = shownWindow(result);
    const extra: Mark[] = cell ? [{ begin: cell.begin, end: cell.end, rule: "", severity: "", index: -1, accepted: false, open: false, weak: false, role: "", likely: false }] : [];
    const segments = segmentsOf(shown, marks.concat(extra)).map((segment) => ({ ...segment, marks: segment.marks.filter((mark) => mark.index >= 0) }));
    return (
      <div class="source-text">
        {blocksOf(text, segments).map((block, i) => <div key={i} class="source-block">{block.map((segment) => drawSegment(text, segment, cell || null, say))}</div>)}
      </div>
    );
  }
}

export function SourceView(props: View & { entry: Entry; listed: ListedFinding[] }): JSX.Element {
  const { state, app, say, entry, listed } = props;
  const result = entry.result;
  if (!result) return <div id="source" class="source" />;
  const shown = shownWindow(result);
  const length = result.document.text.length;
  return (
    <div id="source" class="source" lang="zh-CN" tabIndex={0} role="group" aria-label={say("sourceHeading")} onClick={(event) => app.walk.sourceClicked(event)}>
      {length === 0 && <p class="none" lang={state.language === "en" ? "en" : undefined}>{say("sourceNone")}</p>}
      {shown.begin > 0 && <p class="cut">{say("sourceCutBefore", shown.begin)}</p>}
      <SourceText result={result} listed={listed} open={state.focus.finding} chosen={state.focus.cell} language={state.language} say={say} />
      {shown.end < length && <p class="cut">{say("sourceCutAfter", length - shown.end)}</p>}
    </div>
  );
}
