// PDF files: the part that reads them is loaded only when one arrives.

export function isPdf(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length - 4, 1024);
  for (let i = 0; i < end; i++)
    if (bytes[i] === 0x25 && bytes[i + 1] === 0x50 && bytes[i + 2] === 0x44 && bytes[i + 3] === 0x46 && bytes[i + 4] === 0x2d) return true;
  return false;
}

/** The positioned text of a PDF, as the core's reader of text runs takes it. */
export async function pdfRuns(_bytes: Uint8Array): Promise<Uint8Array> {
  throw new Error("failedPdfPart");
}
