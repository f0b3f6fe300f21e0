// What a paste brings, and how tables go out again.

export type Pasted = { kind: "rich"; format: "html" | "rtf"; content: string; plain: string } | { kind: "text"; text: string } | { kind: "picture" } | { kind: "files"; files: File[] } | { kind: "nothing" };

/** text/html comes first where it holds a table, RTF next: text/plain loses merges and splits cells at line breaks. */
export function readClipboard(data: DataTransfer | null): Pasted {
  if (!data) return { kind: "nothing" };
  const html = data.getData("text/html");
  const plain = data.getData("text/plain");
  const rtf = data.getData("text/rtf");
  if (/<table[\s>]/i.test(html)) return { kind: "rich", format: "html", content: html, plain };
  if (/\\trowd/.test(rtf)) return { kind: "rich", format: "rtf", content: rtf, plain };
  if (plain.trim() !== "") return { kind: "text", text: plain };
  if (html.trim() !== "") return { kind: "rich", format: "html", content: html, plain };
  if (rtf.trim() !== "") return { kind: "rich", format: "rtf", content: rtf, plain };
  const files = Array.prototype.slice.call(data.files || []) as File[];
  if (files.some((file) => /^image\//.test(file.type))) return { kind: "picture" };
  return files.length > 0 ? { kind: "files", files } : { kind: "nothing" };
}

/** Puts a table (or several) on the clipboard as HTML and as text. */
export function copyBoth(html: string, text: string): boolean {
  return copyAs({ "text/html": html, "text/plain": text });
}

export function copyText(text: string): boolean {
  return copyAs({ "text/plain": text });
}

/** Works from file:// and without permissions. */
function copyAs(content: { [type: string]: string }): boolean {
  let done = false;
  const fill = (event: ClipboardEvent): void => {
    if (!event.clipboardData) return;
    for (const type of Object.keys(content)) event.clipboardData.setData(type, content[type] as string);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = true;
  };
  document.addEventListener("copy", fill, true);
  try {
    document.execCommand("copy");
  } catch (_) {
    done = false;
  }
  document.removeEventListener("copy", fill, true);
  return done;
}
