// What the core is asked for a report, and what is said when no answer comes.
import { Broken, Slow } from "./core/client";
import type { CheckOptions } from "./core/contract";
import type { CheckInput } from "./core/protocol";
import { sizeLimit } from "./adapters/files";
import type { MessageKey, Say } from "./messages";
import type { Entry, Source } from "./state";
import { sizeText } from "./text";

export function checkInput(entry: Entry, source: Source): CheckInput {
  const options: CheckOptions = { name: entry.origin === "file" ? entry.name : "" };
  const input: CheckInput = { input: source.kind === "text" ? source.text : source.bytes, options };
  if (source.kind === "text") {
    options.encoding = "UTF-8";
  } else {
    if (source.format) options.format = source.format;
    if (source.encoding) options.encoding = source.encoding;
    if (source.edits.length > 0) options.edits = source.edits;
  }
  if (entry.previous) {
    const last = entry.previous.source;
    input.previous = { input: last.kind === "text" ? last.text : last.bytes, name: entry.previous.name, format: last.kind === "text" ? "" : last.format };
  }
  return input;
}

/** Why a check gave nothing: a key of the catalogue, or the core's own reason. */
export function failureOf(error: unknown): string {
  if (error instanceof Broken) return "failedBroken";
  if (error instanceof Slow) return "failedTime";
  return error instanceof Error && error.message ? error.message : "failedRead";
}

export function failureText(failure: string, say: Say): string {
  const known: { [failure: string]: MessageKey } = { coreBroken: "coreBroken", coreDown: "coreDown", cancelled: "cancelled", failedRead: "failedRead", failedBroken: "failedBroken",
    failedTime: "failedTime", failedPdfPart: "failedPdfPart", failedPdfPassword: "failedPdfPassword" };
  if (failure === "failedSize") return say("failedSize", sizeText(sizeLimit));
  const key = known[failure];
  return key ? say(key) : failure;
}
