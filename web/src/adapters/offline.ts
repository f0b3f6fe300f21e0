// The page as a file: its own clean bytes, never what was pasted into it; and the licences of what is inside.
import { download } from "./download";
import { unpacked } from "./packed";

export interface Licence {
  name: string;
  version: string;
  licence: string;
  text: string;
}

export function licences(): Licence[] {
  const block = document.getElementById("licences");
  try {
    return JSON.parse(new TextDecoder().decode(unpacked((block && block.textContent) || ""))) as Licence[];
  } catch (_) {
    return [];
  }
}

/** The page's markup between its parts: data-part elements in order. Put in by the build. */
declare const PAGE_PIECES: string[] | null;

/** The page's own text, put together from its parts as the build wrote them; null for the page on a web server. */
export function ownText(): string | null {
  if (!PAGE_PIECES) return null;
  const parts = PAGE_PIECES.map((piece, i) => {
    if (i % 2 === 0) return piece;
    if (piece === "policy") return (document.querySelector("meta[http-equiv]") as HTMLMetaElement).content;
    return (document.getElementById(piece) as HTMLElement).textContent || "";
  });
  return parts.join("");
}

export function offlineCopy(): void {
  const text = ownText();
  if (text !== null) {
    download("nianbao.html", text, "text/html;charset=utf-8");
    return;
  }
  const link = document.createElement("a");
  link.href = "nianbao.html";
  link.download = "nianbao.html";
  link.click();
}
