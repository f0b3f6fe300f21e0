// The module and the command line give the same bytes.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';

const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const native = join(root, 'build/release/nianbao');
const generator = join(root, 'build/release/generate_reports');
const generated = 1000;

let core;
let folder;
before(async () => {
  core = await createRequire(import.meta.url)(join(root, 'dist/nianbao-core.js'))();
  folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

function run(...args) {
  const done = spawnSync(native, args, { maxBuffer: 1 << 30 });
  assert.ok(done.status !== null && done.status <= 2, `${args[0]} …: ${done.signal ?? done.status}: ${done.stderr}`);
  return done.stdout.toString('utf8');
}

function filesUnder(path) {
  if (statSync(path).isDirectory()) return readdirSync(path).sort().flatMap((name) => filesUnder(join(path, name)));
  return [path];
}

/** Every file's result from the command line, in order, is what the module says of the same bytes. */
function assertSame(files, flags = [], options = {}) {
  const lines = run('check', '--json', ...flags, '--', ...files).split('\n');
  assert.equal(lines.pop(), '');
  assert.equal(lines.length, files.length);
  files.forEach((file, i) => {
    const fromModule = core.check(readFileSync(file), JSON.stringify({ name: basename(file), ...options }));
    // Compared as booleans: a diff of two long lines takes node minutes.
    assert.ok(fromModule === lines[i], `${file}: the module and the command line differ`);
    assert.equal(JSON.parse(fromModule).schema, 1);
  });
}

function given(name, bytes) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

test('the golden reports', () => {
  const files = filesUnder(join(root, 'tests/reports/golden')).filter((file) => !/\.(cells|expected|md)$/.test(file));
  assert.ok(files.length >= 15);
  assertSame(files);
});

test(`${generated} generated reports in every layout, sound and damaged`, () => {
  const target = join(folder, 'generated');
  mkdirSync(target);
  const made = spawnSync(generator, [target, String(generated)]);
  assert.equal(made.status, 0, String(made.stderr));
  const files = filesUnder(target);
  assert.equal(files.length, generated);
  const verdicts = new Set();
  for (const file of files.slice(0, 100)) verdicts.add(JSON.parse(core.check(readFileSync(file), '{}')).summary.verdict);
  assert.ok(verdicts.has('errors') && verdicts.size >= 2, `all alike: ${[...verdicts]}`);
  assertSame(files);
});

test('the seeds of the fuzz targets', (t) => {
  const seeds = join(root, 'tests/fuzz/seeds');
  if (!statSync(seeds, { throwIfNoEntry: false })) return t.skip('no seeds');
  const files = filesUnder(seeds).filter((file) => !readFileSync(file).subarray(0, 4).equals(Buffer.from('%PDF')));
  assert.ok(files.length > 0);
  assertSame(files);
});

test('what is no report at all', () => {
  assertSame([
    given('empty.txt', ''),
    given('word.txt', '你好'),
    given('pipes.txt', '|'.repeat(1 << 20)),
    given('nul.bin', Buffer.alloc(5000)),
    given('bytes.bin', Buffer.from(Array.from({ length: 65536 }, (_, i) => (i * 7919 + (i >> 8)) & 255))),
    given('surrogates.txt', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00, 0x00, 0xdc])),
    given('half.txt', Buffer.from('政府信息公开').subarray(0, 7)),
    given('名字 & "引号".txt', '年度报告'),
  ]);
});

test('every encoding, detected and named', () => {
  const sample = run('form', '2021', '--errors');
  const utf16 = Buffer.from(`\ufeff${sample}`, 'utf16le');
  assertSame([given('utf8.txt', sample), given('bom.txt', `\ufeff${sample}`), given('le.txt', utf16), given('be.txt', Buffer.from(utf16).swap16())]);
  assertSame([given('named.txt', utf16.subarray(2))], ['--encoding', 'UTF-16LE'], { encoding: 'UTF-16LE' });
});

test("last year's report, as text and as the bytes of its file", () => {
  const report = given('this.txt', run('form', '2021', '--filled'));
  const last = run('form', '2021', '--errors');
  const flags = ['--previous', given('last.txt', last)];
  assertSame([report], flags, { previous: last, previous_name: 'last.txt' });
  assertSame([report], flags, { previous_base64: Buffer.from(last).toString('base64'), previous_name: 'last.txt' });
});

test('catalogue, forms and version', () => {
  assert.equal(`${core.rules()}\n`, run('rules', '--json'));
  assert.equal(`${core.forms()}\n`, run('form', '--json'));
  assert.equal(`${core.version()}\n`, run('--version'));
});

test('the same input gives the same answer, whatever was checked in between', () => {
  const sample = Buffer.from(run('form', '2019', '--errors'));
  const first = core.check(sample, '{}');
  core.check(Buffer.from(run('form', '2021', '--filled')), '{}');
  core.check(Buffer.alloc(100000, '|'), '{}');
  assert.ok(core.check(sample, '{}') === first);
});

test('options that are no JSON object count as none', () => {
  const sample = Buffer.from(run('form', '2021', '--filled'));
  const plain = core.check(sample, '{}');
  for (const options of ['', 'null', '[]', '{', '"name"', '{"name":5,"format":null}', '{"name":"\\ud800"}'])
    assert.ok(core.check(sample, options) === plain, options);
});

test('no character of the text is lost on the way through the module', () => {
  const text = '\ufeffa\tb𠮷\r\n\u2028\u200b\u00a0“年报”';
  const result = JSON.parse(core.check(Buffer.from(text), JSON.stringify({ format: 'text', encoding: 'UTF-8' })));
  assert.equal(result.document.text.replace(/^\ufeff/, ''), text.slice(1));
});
