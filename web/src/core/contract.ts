// What the core says: the JSON of one report, the forms and the rules. Positions are UTF-16 offsets into document.text.

export type Severity = "error" | "warning" | "note";
export type Verdict = "ok" | "warnings" | "errors" | "unreadable";
export type TableNumber = 2 | 3 | 4;

export interface Place {
  begin: number;
  end: number;
}

export interface Cell extends Place {
  raw: string;
  value: number | null;
  unit?: string;
  remark?: string;
  reading?: "number" | "blank" | "not_a_number" | "unreadable";
}

export interface FindingPlace extends Place {
  role: string;
}

export interface Finding {
  rule: string;
  severity: Severity;
  message: string;
  message_en?: string;
  clause?: string;
  cells: string[];
  spans: FindingPlace[];
  left?: number | string;
  right?: number | string;
  difference?: number | string;
}

export interface Change {
  cell: string;
  from: number | null;
  to: number;
}

export interface Repair {
  changes: Change[];
  message: string;
  message_en?: string;
}

export interface Result {
  schema: number;
  document: { name: string; format: string; encoding: string; text: string };
  report: {
    title: string | null;
    organization: string | null;
    year: number | null;
    form: string | null;
    period: { from: string; to: string } | null;
    sections: { number: number; title: string; begin: number; end: number }[];
  };
  cells: { [id: string]: Cell };
  findings: Finding[];
  repairs: Repair[];
  repair_note?: string;
  repair_note_en?: string;
  checks: { held: number; failed: number; unknown: number };
  summary: { errors: number; warnings: number; notes: number; verdict: Verdict };
}

export interface DrawnCell {
  text: string;
  colspan: number;
  rowspan: number;
  head: boolean;
  cell?: string;
}

export interface DrawnTable {
  table: TableNumber;
  name: string;
  name_en: string;
  columns: number;
  rows: DrawnCell[][];
}

export interface FormCell {
  id: string;
  quantity: "count" | "change" | "money";
  row_label: string;
  column_label: string;
}

export interface Form {
  id: string;
  notice: string;
  first_year: number;
  last_year: number;
  tables: DrawnTable[];
  cells: FormCell[];
}

export interface Rule {
  id: string;
  severity: Severity;
  title: string;
  title_en: string;
  why: string;
  why_en: string;
  todo: string;
  todo_en: string;
  clause?: string;
}

/** What the module is asked to do with some bytes. Each edit replaces a part of the text as the edits before it left it. */
export interface CheckOptions {
  name?: string;
  format?: string;
  encoding?: string;
  edits?: Edit[];
  previous?: string;
  previous_base64?: string;
  previous_name?: string;
  previous_format?: string;
}

export interface Edit extends Place {
  text: string;
}

/** The Embind module. */
export interface CoreModule {
  check(bytes: Uint8Array, options: string): string;
  rules(): string;
  forms(): string;
  version(): string;
  sample?(kind: string, form: string): string;
}
