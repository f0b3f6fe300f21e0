// Memory is bounded: a report of 5 MB takes at most 64 MB of the module's heap, whatever it is written in.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { before, test } from 'node:test';

const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const create = createRequire(import.meta.url)(join(root, 'dist/nianbao-core.js'));
const size = 5_000_000;
const most = 64 * 1024 * 1024;

let report;
before(async () => {
  report = (await create()).sample('clean', '2021');
});

const sentence = '本机关按照要求主动公开政府信息，加强政策解读，规范公开审查，按时更新网站专栏，接受社会监督。\n';

/** The sample with as many sentences in its first section as make it `size` bytes. */
function longReport(bytesPerSentence) {
  const [head, rest] = report.split(/(?<=一、总体情况\n)/);
  return head + sentence.repeat(Math.floor((size - 4 * report.length) / bytesPerSentence)) + rest;
}

const paragraph = (line) => `<p class="MsoNormal" style="text-indent:28.0pt"><span style="font-family:宋体">${line}</span></p>`;
const row = (line) => `<tr>${line.replace(/ \|$/, '').split(' | ').map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const tables = (html) => html.replace(/<tr>.*<\/tr>(\n<tr>.*<\/tr>)*/g, '<table>$&</table>');
const asHtml = (text) =>
  `<html><meta charset=utf-8><body>${tables(text.split('\n').map((line) => (line.includes(' | ') ? row(line) : paragraph(line))).join('\n'))}`;

const kinds = {
  'text in UTF-8': () => Buffer.from(longReport(Buffer.byteLength(sentence))),
  'text in UTF-16': () => Buffer.from('\ufeff' + longReport(2 * sentence.length), 'utf16le'),
  'a web page with long prose': () => Buffer.from(asHtml(longReport(Buffer.byteLength(paragraph(sentence))))),
  'a web page with a picture in it': () =>
    Buffer.from(asHtml(report).replace('<body>', `<body><img src="data:image/png;base64,${'iVBORw0KGgoA'.repeat(410_000)}">`)),
};

for (const [name, make] of Object.entries(kinds))
  test(`${name}, 5 MB`, async () => {
    const core = await create();
    const bytes = make();
    assert.ok(bytes.length > 0.9 * size && bytes.length < 1.1 * size, `${bytes.length} bytes`);
    const result = JSON.parse(core.check(bytes, '{}'));
    assert.equal(Object.keys(result.cells).length, 200, 'the tables are read');
    assert.ok(core.HEAP8.length <= most, `${Math.round(core.HEAP8.length / 1048576)} MB of heap`);
  });
