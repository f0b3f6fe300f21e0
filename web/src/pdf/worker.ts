// Takes the text out of a PDF with pdf.js, in a worker of its own. Text only: nothing is drawn, no font is loaded, no
// code of the file is run (isEvalSupported is off, CVE-2024-4367), nothing is fetched.
import "./shims";
import * as pdfWorker from "pdfjs-dist/legacy/build/pdf.worker.js";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.js";
import { rulingLines } from "./rulings";
import { pageLine, runLine, runsHead, type TextItem } from "./runs";
import type { PdfAnswer } from "./protocol";

/** The character maps for GB encodings, base64 by name. Put in by the build. */
import cmaps from "nianbao:cmaps";

declare const self: { onmessage: ((event: MessageEvent) => void) | null; postMessage(answer: PdfAnswer): void; pdfjsWorker?: unknown };

// pdf.js looks here for its own worker part, and then needs no other worker.
self.pdfjsWorker = pdfWorker;

const maxPages = 500;

class EmbeddedMaps {
  fetch({ name }: { name: string }): Promise<{ cMapData: Uint8Array; compressionType: number }> {
    const packed = cmaps[name];
    if (!packed) return Promise.reject(new Error("no character map " + name));
    const binary = atob(packed);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
    return Promise.resolve({ cMapData: bytes, compressionType: 1 });
  }
}

class NoFonts {
  fetch(): Promise<never> {
    return Promise.reject(new Error("no fonts are needed"));
  }
}

/** Why there is no text, as the core names it. */
function problemOf(error: unknown): string {
  const name = error instanceof Error ? error.name : "";
  return name === "PasswordException" ? "file-encrypted" : "file-unreadable";
}

async function runsOf(bytes: Uint8Array): Promise<string> {
  const document = await getDocument({
    data: bytes, isEvalSupported: false, disableFontFace: true, useSystemFonts: false, useWorkerFetch: false, enableXfa: false, stopAtErrors: false,
    cMapUrl: "embedded/", cMapPacked: true, CMapReaderFactory: EmbeddedMaps, StandardFontDataFactory: NoFonts, verbosity: 0,
  }).promise;
  if (document.numPages > maxPages) return runsHead + "problem input-too-large\n";
  const lines: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const view = page.getViewport({ scale: 1 });
    lines.push(pageLine(view.width, view.height));
    let texts = 0;
    const content = await page.getTextContent({ disableCombineTextItems: false, includeMarkedContent: false });
    for (const item of content.items as TextItem[]) {
      const style = content.styles[item.fontName];
      const line = runLine(item, view.transform, style ? style.vertical === true : false);
      if (line) lines.push(line);
      texts += line ? 1 : 0;
    }
    // A page without text is a picture of paper: its lines are of no use, and decoding it takes long.
    if (texts > 0) lines.push(...rulingLines(await page.getOperatorList(), view.transform));
    page.cleanup();
  }
  await document.destroy();
  return runsHead + lines.join("\n") + "\n";
}

self.onmessage = (event: MessageEvent) => {
  const { id, bytes } = event.data as { id?: number; bytes?: Uint8Array };
  if (id === undefined || !bytes) return;
  runsOf(bytes).catch((error) => runsHead + "problem " + problemOf(error) + "\n").then((runs) => self.postMessage({ kind: "runs", id, runs }));
};
self.postMessage({ kind: "pdf-ready" });
