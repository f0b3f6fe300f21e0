// The command line as a Unix filter: lists and records in, results out in the same order, on any number of threads.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';

const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const nianbao = join(root, 'build/release/nianbao');
const golden = join(root, 'tests/reports/golden');

let folder, clean, faulty;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
  clean = run(['form', '2021', '--filled']).out;
  faulty = run(['form', '2021', '--errors']).out;
});
after(() => rmSync(folder, { recursive: true, force: true }));

function run(args, input = '') {
  const done = spawnSync(nianbao, args, { input, maxBuffer: 1 << 30 });
  return { status: done.status, out: done.stdout.toString('utf8'), err: done.stderr.toString('utf8') };
}

function given(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const lines = (out) => {
  assert.ok(out === '' || out.endsWith('\n'));
  return out.split('\n').slice(0, -1).map((line) => JSON.parse(line));
};
const record = (object) => JSON.stringify(object) + '\n';

test('exit status: 0 without errors, 1 with errors, 2 where something could not be checked', () => {
  const [good, bad] = [given('good.txt', clean), given('bad.txt', faulty)];
  assert.equal(run(['--json', good]).status, 0);
  assert.equal(run(['--json', good, bad]).status, 1);
  assert.equal(run(['--json', bad, join(folder, 'absent.txt'), good]).status, 2);
  assert.equal(run(['--json', given('note.txt', '今天下午三点开会')]).status, 2);
  assert.equal(run([]).status, 2);
  assert.equal(run(['--nonsense', good]).status, 2);
  assert.equal(run(['--encoding', 'klingon', good]).status, 2);
  assert.equal(run(['--encoding', 'utf-8', good]).status, 0);
  assert.equal(run(['rules', good]).status, 2);
});

test('one line for each file, also for one that is not there', () => {
  const good = given('good.txt', clean);
  const absent = join(folder, 'absent.txt');
  const { out, err } = run(['--json', good, absent, good]);
  const results = lines(out);
  assert.deepEqual(results.map((result) => result.summary.verdict), ['ok', 'unreadable', 'ok']);
  assert.match(results[1].error, /absent\.txt/);
  assert.match(err, /absent\.txt/);
});

test('a folder is told from a file that can’t be read', () => {
  const done = run(['--json', folder, join(folder, 'absent.txt')]);
  assert.equal(done.status, 2);
  const [inside, absent] = lines(done.out).map((result) => result.error);
  assert.match(inside, /文件夹.*folder/);
  assert.doesNotMatch(absent, /文件夹/);
});

test('a list of paths gives what the paths as operands give, each with its path', () => {
  const paths = [given('good.txt', clean), given('bad.txt', faulty), given('with space.txt', clean)];
  const asOperands = lines(run(['--json', ...paths]).out);
  for (const [list, flags] of [[paths.join('\n'), []], [paths.join('\r\n') + '\r\n', []], ['\ufeff' + paths.join('\n') + '\n\n', []], [paths.join('\0'), ['-0']]]) {
    const results = lines(run(['--json', '--files-from', '-', ...flags], list).out);
    assert.deepEqual(results.map((result) => result.path), paths);
    assert.deepEqual(results.map(({ path, ...rest }) => rest), asOperands);
  }
  assert.equal(run(['--json', '--files-from', join(folder, 'no-list')]).status, 2);
});

test('records carry text, bytes or a path, last year’s report, and an id that comes back', () => {
  const bad = given('bad.txt', faulty);
  const input = [
    { id: { row: 12 }, name: '甲局', text: clean },
    { id: 'b', path: bad },
    { id: null, name: 'gbk.txt', base64: readFileSync(given('bytes.txt', faulty)).toString('base64') },
    { id: 4, text: clean, previous: faulty },
    { id: 5, text: clean, previous_path: bad },
  ];
  const { out, status } = run(['--json', '--records', '-'], input.map(record).join(''));
  const results = lines(out);
  assert.equal(status, 1);
  assert.deepEqual(results.map((result) => result.id), input.map(({ id }) => id));
  assert.deepEqual(results.map((result) => result.summary.verdict).slice(0, 3), ['ok', 'errors', 'errors']);
  assert.equal(results[0].document.name, '甲局');
  assert.equal(results[1].path, bad);
  assert.deepEqual(results[2].findings, results[1].findings);
  assert.deepEqual(results[3].findings, results[4].findings);
  assert.notDeepEqual(results[3].findings, results[0].findings, 'last year’s report is looked at');
});

test('a record that can’t be used keeps its line and says why', () => {
  const input = ['nonsense', '[1]', '{"text":5}', '{}', '{"text":"a","path":"b"}', '{"id":9,"text":"\\ud800"}', '{"id":3,"path":"/nonexistent/x"}'];
  const { out, status } = run(['--json', '--records', '-'], input.join('\n'));
  const results = lines(out);
  assert.equal(status, 2);
  assert.equal(results.length, input.length);
  for (const result of results) {
    assert.equal(result.summary.verdict, 'unreadable');
    assert.ok(result.error.length > 4);
  }
  assert.equal(results[6].id, 3);
  assert.equal(results[6].document.name, 'x');
  for (const key of Object.keys(lines(run(['--json', '-'], clean).out)[0])) assert.ok(key in results[6], `${key} is there`);
});

test('an empty line among records or paths keeps its line, those at the end are none', () => {
  const good = given('good.txt', clean);
  for (const [args, line] of [[['--records', '-'], JSON.stringify({ text: clean })], [['--files-from', '-'], good]]) {
    const results = lines(run(['--json', ...args], `\n${line}\n\n\n${line}\n\n\n`).out);
    assert.deepEqual(results.map((result) => result.summary.verdict), ['unreadable', 'ok', 'unreadable', 'unreadable', 'ok']);
    assert.deepEqual(results.map((result) => 'error' in result), [true, false, true, true, false]);
  }
});

test('bytes and encodings that are none are said, never passed over', () => {
  const bytes = Buffer.from(clean).toString('base64');
  const wrapped = bytes.replace(/.{76}/g, '$&\r\n');
  const input = [
    { base64: 'data:text/plain;base64,' + bytes }, { base64: bytes.slice(0, 40) + '-_' + bytes.slice(42) }, { base64: bytes, encoding: 'klingon' },
    { base64: bytes }, { base64: wrapped, encoding: 'utf-8' }, { base64: bytes, encoding: '' },
  ];
  const results = lines(run(['--json', '--records', '-'], input.map(record).join('')).out);
  assert.deepEqual(results.map((result) => 'error' in result), [true, true, true, false, false, false]);
  for (const result of results.slice(3)) assert.equal(result.summary.verdict, 'ok');
});

test('--no-text leaves out the text and nothing else', () => {
  const [whole] = lines(run(['--json', '-'], faulty).out);
  const [brief] = lines(run(['--json', '--no-text', '-'], faulty).out);
  assert.equal(whole.document.text, faulty);
  delete whole.document.text;
  assert.deepEqual(brief, whole);
});

test('any number of threads gives the same bytes', () => {
  const input = Array.from({ length: 400 }, (_, i) => record({ id: i, text: i % 3 === 0 ? faulty : i % 7 === 0 ? 'x'.repeat(i) : clean })).join('');
  const one = run(['--json', '--records', '-'], input);
  for (const threads of ['-j2', '-j7', '-j0']) {
    const many = run(['--json', '--records', '-', threads], input);
    assert.ok(many.out === one.out, `${threads}: other bytes`);
    assert.equal(many.status, one.status);
    assert.equal(many.err, one.err);
  }
  for (const wrong of ['-j', '-jx', '-j-1', '-j9999999999']) assert.equal(run(['--json', wrong, '-'], clean).status, 2);
});

test('a result comes as soon as its record is there, while the pipe stays open', async () => {
  const child = spawn(nianbao, ['--json', '--records', '-', '-j2']);
  try {
    for (let i = 0; i < 3; i++) {
      const answer = new Promise((resolve_, reject) => {
        child.stdout.once('data', resolve_);
        child.once('exit', () => reject(new Error('ended')));
      });
      child.stdin.write(record({ id: i, text: clean }));
      assert.ok((await answer).length > 0);
    }
  } finally {
    child.stdin.end();
    child.kill();
  }
});

test('memory does not grow with the number of reports', { skip: process.platform !== 'linux' && 'reads /proc' }, async () => {
  const child = spawn(nianbao, ['--json', '--no-text', '--records', '-', '-j2']);
  const peak = () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]);
  let seen = 0;
  let tell = () => {};
  child.stdout.on('data', (bytes) => {
    for (const byte of bytes) if (byte === 10) seen++;
    tell();
  });
  const feed = async (count) => {
    const target = seen + count;
    for (let i = 0; i < count; i++)
      if (!child.stdin.write(record({ text: i % 2 ? faulty : clean }))) await new Promise((drained) => child.stdin.once('drain', drained));
    while (seen < target) await new Promise((more) => (tell = more));
  };
  await feed(200);
  const before = peak();
  await feed(1000);
  const grown = peak() - before;
  child.stdin.end();
  assert.ok(grown < 2048, `${grown} kB more after 1,000 reports`);
});

test('an output that can’t be written ends with a message', { skip: process.platform !== 'linux' && 'needs /dev/full' }, () => {
  const done = spawnSync('sh', ['-c', `"${nianbao}" --json "${given('good.txt', clean)}" > /dev/full`]);
  assert.equal(done.status, 2);
  assert.match(done.stderr.toString(), /cannot write/);
});

test('the golden reports as one list', () => {
  const { out } = run(['--json', '--files-from', '-', '-j2'], spawnSync('find', [golden, '-type', 'f']).stdout);
  assert.ok(lines(out).length >= 15);
});
