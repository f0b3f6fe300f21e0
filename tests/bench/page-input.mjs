// What the page's benchmark is fed: reports with figures of their own, in the formats that arrive together.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../page/support.mjs";

const { zipSync, strToU8 } = createRequire(join(root, "web/package.json"))("fflate");

/** Numbers that are the same in every run. */
function dice(seed) {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** A report as a Word file: a paragraph a line, a table a run of lines with pipes. */
function docx(text) {
  const paragraph = (line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`;
  let body = "";
  let open = false;
  for (const line of text.split("\n")) {
    const isRow = line.includes("|");
    if (isRow !== open) body += isRow ? "<w:tbl>" : "</w:tbl>";
    open = isRow;
    body += isRow ? "<w:tr>" + line.replace(/^\s*\||\|\s*$/g, "").split("|").map((cell) => "<w:tc>" + paragraph(cell.trim()) + "</w:tc>").join("") + "</w:tr>" : paragraph(line);
  }
  const document = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}${open ? "</w:tbl>" : ""}</w:body></w:document>`;
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
  return zipSync({ "[Content_Types].xml": strToU8(types), "word/document.xml": strToU8(document) }, { mtime: new Date("2020-01-01T00:00:00Z") });
}

const makers = {
  txt: (core, text) => Buffer.from(text),
  html: (core, text) => Buffer.from(core.asHtml(text)),
  docx: (core, text) => docx(text),
  none: () => Buffer.from("这不是年度报告"),
};

/** `count` files as [name, base64]: clean and wrong reports of many bodies, some figures changed, formats in turn. */
export async function mixedReports(core, count, formats = ["txt", "txt", "html", "docx", "txt", "html", "txt", "none"]) {
  const roll = dice(5);
  const samples = [core.sample("clean"), core.sample("errors")];
  const files = [];
  for (let i = 0; i < count; i++) {
    const format = formats[i % formats.length];
    let text = samples[i % 3 === 0 ? 1 : 0].replace(/临江县自然资源局/g, "第" + (i + 1) + "局");
    if (i % 5 === 0) text = text.replace(/\| (\d+) \|/g, (whole, figure) => (roll(40) === 0 ? "| " + (Number(figure) + 1 + roll(9)) + " |" : whole));
    files.push(["报告" + String(i).padStart(4, "0") + "." + (format === "none" ? "txt" : format), Buffer.from(makers[format](core, text)).toString("base64")]);
  }
  return files;
}

/** Bytes that one script element takes in the page. */
export function partOfPage(path, id) {
  const page = readFileSync(path, "utf8");
  const begin = page.lastIndexOf(` id="${id}">`);
  return begin < 0 ? 0 : Buffer.byteLength(page.slice(begin, page.indexOf("</script>", begin)));
}
