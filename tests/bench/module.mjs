// The module in Node beside the native build and beside cheerio, and the sizes: prints the table of docs/performance.md.
//
// usage: node tests/bench/module.mjs NATIVE.json FOLDER LOCATE.json
//   NATIVE.json   what bench_check printed with --benchmark_format=json
//   FOLDER        what bench_check --write made
//   LOCATE.json   {"native": …, "wasm": …}: what bench_locate printed with --json
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { load } from 'cheerio';

const [nativePath, folder, locatePath] = process.argv.slice(2);
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const native = {};
for (const run of JSON.parse(readFileSync(nativePath, 'utf8')).benchmarks)
  if (!run.run_type || run.run_type === 'iteration' || run.aggregate_name === 'median')
    native[run.name.replace(/_median$/, '')] = run.cpu_time / { ns: 1e3, us: 1, ms: 1e-3 }[run.time_unit];
const locate = JSON.parse(readFileSync(locatePath, 'utf8'));
const core = await createRequire(import.meta.url)(join(root, 'build/wasm/nianbao-core.js'))();

/** Microseconds of this process's processor time a call takes, as natively: other programs don't count, however long the
    call. The best of many, after a warm-up. */
function time(run, rounds) {
  for (let i = 0; i < Math.min(rounds, 60); ++i) run();
  let best = Infinity;
  for (let i = 0; i < rounds; ++i) {
    const begin = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(begin);
    best = Math.min(best, user + system);
  }
  return best;
}

/** What a script does that only wants the figures: parse, and take the text of every cell. */
function extract(html) {
  const $ = load(html);
  return $('table').map((_, table) => [$(table).find('tr').map((_, row) => [$(row).find('td,th').map((_, cell) => $(cell).text().trim()).get()]).get()]).get();
}

const text = readFileSync(join(folder, 'report.txt'));
const html = readFileSync(join(folder, 'report.html'));
if (extract(html.toString('utf8')).length === 0) throw new Error('cheerio found no table');
const verdict = JSON.parse(core.check(html, '{}')).summary.verdict;
if (verdict === 'unreadable') throw new Error('the module could not read the report');
const wasm = {
  text: time(() => core.check(text, '{}'), 400),
  html: time(() => core.check(html, '{}'), 400),
  empty: time(() => core.check(new Uint8Array(0), '{}'), 400),
  ten: time(() => core.check(readFileSync(join(folder, '10.txt')), '{}'), 20),
  hundred: time(() => core.check(readFileSync(join(folder, '100.txt')), '{}'), 5),
};
const cheerio = time(() => extract(html.toString('utf8')), 200);

const rows = [];
const row = (what, value, bar, met) => rows.push(`| ${what} | ${value} | ${bar} | ${met ? 'yes' : '**no**'} |`);
const ms = (us) => `${(us / 1000).toFixed(2)} ms`;
const kb = (bytes) => `${Math.round(bytes / 1000)} kB`;
const ratio = (what, a, b, bar, atMost = true) =>
  row(what, `${(a / b).toFixed(2)} × (${ms(a)} / ${ms(b)})`, `${atMost ? '≤' : '≥'} ${bar} ×`, atMost ? a / b <= bar : a / b >= bar);

ratio(`native: whole check of ${(text.length / 1024).toFixed(0)} KB / ICU NFKC of the same bytes (UTF-8)`, native['whole_check/1'], native['nfkc/1'], 6);
ratio('the same / ICU NFKC by way of UTF-16', native['whole_check/1'], native.nfkc_utf16, 6);
ratio(`cheerio parses and extracts the tables of a report as HTML (${kb(html.length)}) / the module's full check of it`, cheerio, wasm.html, 10, false);
ratio('module / native, whole check, text', wasm.text, native['whole_check/1'], 2.5);
ratio('module / native, whole check, HTML', wasm.html, native.whole_check_html, 2.5);
ratio('native, 10 reports / 10 × one', native['whole_check/10'], 10 * native['whole_check/1'], 1.15);
ratio('native, 100 reports / 100 × one', native['whole_check/100'], 100 * native['whole_check/1'], 1.15);
ratio('module, 10 reports / 10 × one', wasm.ten, 10 * wasm.text, 1.15);
ratio('module, 100 reports / 100 × one', wasm.hundred, 100 * wasm.text, 1.15);
if (locate.native.glpk) ratio('GLPK / locating, median of the same tables', locate.native.glpk, locate.native.beside, 100, false);
row('locating in the module: the worst table of the benchmark', ms(locate.wasm.worst), '≤ 20 ms', locate.wasm.worst <= 20000);
row('locating in the module: the worst of tables with 4–21 wrong cells', ms(locate.wasm.worst_many), '≤ 20 ms', locate.wasm.worst_many <= 20000);
const size = gzipSync(readFileSync(join(root, 'build/wasm/nianbao-core.wasm')), { level: 9 }).length;
row('module, gzipped', kb(size), '≤ 450 kB', size <= 450e3);
const page = join(root, 'dist/index.html');
if (existsSync(page)) rows.push(`| page, index.html alone | ${kb(readFileSync(page).length)} | | |`);

console.log('| | measured | bar | met |\n|---|---|---|---|');
console.log(rows.join('\n'));
console.log(`\nNative, by stage: read ${ms(native.stage_read)}, match ${ms(native.stage_match)}, rules ${ms(native.stage_rules)}, write ${ms(native.stage_write)}. ` +
  `The module with no input at all: ${ms(wasm.empty)}.`);
