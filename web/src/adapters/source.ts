// A file that was dropped or chosen, as the core takes it.
import { readFile, sizeLimit } from "./files";
import { isPdf, pdfRuns } from "./pdf";
import type { Source } from "../state";

export function sourceOfRich(format: "html" | "rtf", content: string): Source & { kind: "bytes" } {
  return { kind: "bytes", bytes: new TextEncoder().encode(content), format, encoding: "UTF-8", edits: [] };
}

/** A PDF's text runs are taken out first. Fails with a key of the catalogue. */
export async function sourceOfFile(file: File): Promise<Source> {
  if (file.size > sizeLimit) throw new Error("failedSize");
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (_) {
    throw new Error("failedRead");
  }
  if (isPdf(bytes)) return { kind: "bytes", bytes: await pdfRuns(bytes), format: "runs", encoding: "", edits: [] };
  return { kind: "bytes", bytes, format: "", encoding: "", edits: [] };
}
