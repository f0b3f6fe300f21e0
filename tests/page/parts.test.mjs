// The page's own small functions, on many made-up inputs.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { runInNewContext } from "node:vm";
import { root } from "./support.mjs";

const web = join(root, "web");
const missing = existsSync(join(web, "node_modules/esbuild")) ? false : "web/node_modules is not installed";

/** Numbers that are the same in every run. */
function dice(seed) {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

describe("parts of the page", { skip: missing }, () => {
  let parts;
  before(async () => {
    const { build } = createRequire(join(web, "package.json"))("esbuild");
    const contents = ["./src/text", "./src/adapters/zip", "./src/exports/lists", "./src/exports/tables", "./src/views/source", "./src/select", "./src/keys", "./src/batch", "./src/pdf/runs", "./src/views/list-table"]
      .map((path) => `export * from "${path}";`).join("\n");
    const result = await build({ stdin: { contents, resolveDir: web }, bundle: true, write: false, format: "esm", jsx: "automatic", jsxImportSource: "preact", define: { FILES: '""', PAGE_PIECES: "null" }, logLevel: "error" });
    parts = await import("data:text/javascript;base64," + Buffer.from(result.outputFiles[0].text).toString("base64"));
  });

  test("names in an archive are read as UTF-8 or as Chinese Windows writes them, marked or not", () => {
    const unmarked = (...bytes) => String.fromCharCode(...bytes);
    assert.equal(parts.nameInArchive("报告/教育局.docx"), "报告/教育局.docx");
    assert.equal(parts.nameInArchive("plain/a-1.txt"), "plain/a-1.txt");
    assert.equal(parts.nameInArchive(unmarked(0xcb, 0xae, 0xc0, 0xfb, 0xbe, 0xd6) + ".txt"), "水利局.txt");
    assert.equal(parts.nameInArchive(unmarked(...Buffer.from("水利局.txt"))), "水利局.txt");
  });

  test("the one edit between two texts leads from one to the other, whatever their line ends", () => {
    const roll = dice(7);
    const some = () => Array.from({ length: roll(30) }, () => ["0", "1", "表", "|", "\n", " "][roll(6)]).join("");
    for (let i = 0; i < 3000; i++) {
      const before = some().replace(/\n/g, i % 2 ? "\r\n" : "\n");
      const after = i % 5 === 0 ? before.replace(/\r\n/g, "\n") : some();
      const edit = parts.spliceOf(before, after);
      const result = edit ? parts.withEdits(before, [edit]) : before;
      assert.equal(result.replace(/\r\n/g, "\n"), after);
    }
  });

  test("the marked text is the text: segments follow one another without gap or overlap", () => {
    const roll = dice(11);
    for (let i = 0; i < 2000; i++) {
      const length = roll(40);
      const shown = { begin: roll(length + 1), end: length };
      const marks = Array.from({ length: roll(8) }, (_, index) => {
        const begin = roll(length + 1);
        return { begin, end: Math.min(length, begin + roll(6)), index };
      });
      const segments = parts.segmentsOf(shown, marks);
      let at = shown.begin;
      for (const segment of segments) {
        assert.equal(segment.begin, at);
        at = segment.end;
        for (const mark of segment.marks) assert.ok(mark.begin <= segment.begin && segment.end <= mark.end);
      }
      assert.equal(at, shown.end);
      for (const mark of marks) {
        const inside = mark.begin >= shown.begin && mark.end <= shown.end;
        if (inside) assert.ok(segments.some((segment) => segment.marks.includes(mark)), "every mark is drawn");
      }
    }
  });

  test("blocks of the text hold its segments whole and in order, and end with a line", () => {
    const roll = dice(12);
    for (let i = 0; i < 300; i++) {
      const text = Array.from({ length: roll(4000) }, () => (roll(i % 3 === 0 ? 600 : 40) === 0 ? "\n" : "字")).join("");
      const marks = Array.from({ length: roll(30) }, (_, index) => {
        const begin = roll(text.length + 1);
        return { begin, end: Math.min(text.length, begin + roll(i % 2 ? 5 : 900)), index };
      });
      const segments = parts.segmentsOf({ begin: 0, end: text.length }, marks);
      const blocks = parts.blocksOf(text, segments);
      assert.equal(blocks.map((block) => block.map(({ begin, end }) => text.slice(begin, end)).join("")).join(""), text);
      const marked = (list) => list.filter((one) => one.marks.length > 0).map(({ begin, end, marks: own }) => [begin, end, own.length]);
      assert.deepEqual(marked(blocks.flat()), marked(segments));
      for (const block of blocks.slice(0, -1)) assert.equal(text.charAt(block[block.length - 1].end - 1), "\n");
    }
  });

  test("no CSV field is a formula, and none loses a character", () => {
    for (const text of ["=1+1", "+1", "-1", "@a", "\t=1", " =1", "＝1", "|calc", "%0A", "\r=1", "平常", "a,b", 'a"b', "两\n行", ""]) {
      const field = parts.csvField(text);
      const read = field.startsWith('"') ? field.slice(1, -1).replace(/""/g, '"') : field;
      assert.ok(read === text || read === "'" + text);
      assert.doesNotMatch(read, /^\s*[=+\-@＝＋－＠|%]/);
      if (/[",\r\n]/.test(text)) assert.ok(field.startsWith('"'));
    }
  });

  test("plain text of a table keeps every column in its place", () => {
    const table = { columns: 3, rows: [[{ text: "甲", colspan: 1, rowspan: 2 }, { text: "乙", colspan: 2, rowspan: 1 }], [{ text: "", colspan: 1, rowspan: 1, cell: "a" }, { text: "", colspan: 1, rowspan: 1, cell: "b" }]] };
    assert.equal(parts.tablesText([table], { a: { raw: "1" }, b: { raw: "2" } }), "甲\t乙\t\r\n\t1\t2");
    assert.match(parts.tablesHtml([table], { a: { raw: "<1" }, b: { raw: "2" } }), /&lt;1/);
  });

  test("a cell has a part in a relation: the lone side is the total", () => {
    const at = (n) => ({ raw: "", begin: n, end: n + 1 });
    const cells = { a: at(1), b: at(3), c: at(5), d: at(7) };
    const finding = (roles) => ({ cells: Object.keys(roles), spans: Object.keys(roles).map((id) => ({ begin: cells[id].begin, end: cells[id].end, role: roles[id] })) });
    assert.deepEqual(parts.rolesOf(finding({ a: "left", b: "left", c: "right" }), cells), { a: "part", b: "part", c: "total" });
    assert.deepEqual(parts.rolesOf(finding({ a: "left", b: "left", c: "right", d: "right" }), cells), { a: "left", b: "left", c: "right", d: "right" });
    assert.deepEqual(parts.rolesOf(finding({ a: "cell" }), cells), { a: "cell" });
  });

  test("of a long list the rows in the page cover what is visible, wherever it is scrolled", () => {
    for (const total of [0, 1, 250, 251, 400, 1000, 5000])
      for (let top = 0; top <= total; top += 7) {
        const { begin, end } = parts.rowsInPage(total, top, 20);
        assert.ok(begin >= 0 && end <= total && begin <= end);
        if (total <= parts.wholeLimit) assert.ok(begin === 0 && end === total);
        else assert.ok(begin <= Math.min(top, total - 1) && end >= Math.min(total, top + 20) && end - begin <= 125, [total, top, begin, end].join());
      }
  });

  test("arrow keys lead through rows of different lengths", () => {
    const rows = [["a", "b", "c"], ["d"], ["e", "f", "g"]];
    assert.equal(parts.neighbour(rows, "c", "ArrowDown"), "d");
    assert.equal(parts.neighbour(rows, "d", "ArrowDown"), "e");
    assert.equal(parts.neighbour(rows, "a", "ArrowLeft"), null);
    assert.equal(parts.neighbour(rows, "f", "ArrowRight"), "g");
  });

  test("two years of one body pair up; other bodies and years do not", () => {
    const entry = (id, organization, year) => ({ id, previous: null, result: { report: { organization, year } } });
    const pairs = parts.pairsOf([entry(1, "甲局", 2022), entry(2, "甲 局", 2021), entry(3, "乙局", 2021), entry(4, null, 2021), entry(5, "甲局", 2019)]);
    assert.deepEqual(pairs.map(([now, last]) => [now.id, last.id]), [[1, 2]]);
  });

  test("a PDF's pieces of text are boxes on the page as shown", () => {
    const item = (transform, extra = {}) => ({ str: "12", width: 20, height: 10, fontName: "f", transform, ...extra });
    const upright = [1, 0, 0, -1, 0, 800];
    assert.equal(parts.runLine(item([10, 0, 0, 10, 100, 700]), upright, false), "run 100 91.2 20 10 12");
    assert.equal(parts.runLine(item([0, 10, -10, 0, 100, 700]), upright, false), "run 91.2 80 10 20 12");
    assert.equal(parts.runLine(item([10, 0, 0, 10, 1, 1], { str: "  " }), upright, false), null);
    assert.match(parts.runLine(item([10, 0, 0, 10, 1, 1], { str: "1\n2" }), upright, false), / 1 2$/);
  });

  test("a browser too old for the page is told so in plain words, a current one is left alone", () => {
    const script = readFileSync(join(web, "src/old-browser.js"), "utf8");
    const words = (missing) => {
      const page = { textContent: "" };
      const supports = (what) => what !== missing;
      const sandbox = { document: { documentElement: { setAttribute() {} }, getElementById: () => page }, WebAssembly: missing === "WebAssembly" ? undefined : {}, Worker: function () {}, TextEncoder: function () {},
        Object: missing === "entries" ? { entries: undefined } : Object, CSS: { supports }, Function };
      sandbox.window = sandbox;
      runInNewContext(script, sandbox);
      return page.textContent;
    };
    assert.equal(words(""), "");
    for (const missing of ["WebAssembly", "entries", "display", "(--a: 0)"]) assert.match(words(missing), /浏览器版本过旧[^]*too old/, missing);
  });
});
