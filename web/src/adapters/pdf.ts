// PDF files: the part that reads them is unpacked and started only when one arrives.
import type { PdfAnswer } from "../pdf/protocol";
import { unpacked } from "./packed";

export function isPdf(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length - 4, 1024);
  for (let i = 0; i < end; i++)
    if (bytes[i] === 0x25 && bytes[i + 1] === 0x50 && bytes[i + 2] === 0x44 && bytes[i + 3] === 0x46 && bytes[i + 4] === 0x2d) return true;
  return false;
}

/** "" in the page that is one file; otherwise the folder its files are in. */
declare const FILES: string;

function partUrl(): string {
  if (FILES !== "") return FILES + "pdf-worker.js";
  const part = document.getElementById("pdf-part");
  if (!part || !part.textContent) throw new Error("failedPdfPart");
  return URL.createObjectURL(new Blob([unpacked(part.textContent) as BlobPart], { type: "text/javascript" }));
}

const patience = 60000;
let url: string | null = null;
let worker: Worker | null = null;
let nextId = 1;
const waiting: { [id: number]: (runs: string | null) => void } = {};

function stop(): void {
  if (worker) worker.terminate();
  worker = null;
  for (const id of Object.keys(waiting)) (waiting[Number(id)] as (runs: null) => void)(null);
}

function started(): Worker {
  if (worker) return worker;
  url = url || partUrl();
  worker = new Worker(url);
  worker.onmessage = (event: MessageEvent) => {
    const answer = event.data as PdfAnswer;
    if (answer.kind === "runs" && waiting[answer.id]) (waiting[answer.id] as (runs: string) => void)(answer.runs);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    stop();
  };
  return worker;
}

/** The positioned text of a PDF, as the core's reader of text runs takes it. */
export function pdfRuns(bytes: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const id = nextId++;
    const timer = window.setTimeout(stop, patience);
    waiting[id] = (runs) => {
      window.clearTimeout(timer);
      delete waiting[id];
      if (runs === null) reject(new Error("failedBroken"));
      else resolve(new TextEncoder().encode(runs));
    };
    try {
      started().postMessage({ id, bytes });
    } catch (error) {
      delete waiting[id];
      window.clearTimeout(timer);
      reject(error as Error);
    }
  });
}
