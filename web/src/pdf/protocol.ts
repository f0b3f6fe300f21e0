// What the PDF worker says.
export type PdfAnswer = { kind: "pdf-ready" } | { kind: "runs"; id: number; runs: string };
