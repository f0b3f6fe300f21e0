// Collects the licence notices of everything inside the page, from the sources themselves.
//
// usage: node core/third_party/licences.mjs SOURCES OUT
//   SOURCES: the folder core/third_party/fetch.sh prints; OUT: a JSON file, [{name, version, licence, text}]
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [sources, out] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const read = (path) => readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trim();
const version = (name) => read(join(sources, name, 'VERSION.pinned'));

/** The part of a Markdown file under the heading that starts with `heading`, up to the next heading of its rank. */
function part(text, heading) {
  const lines = text.split('\n');
  const begin = lines.findIndex((line) => line.startsWith(heading));
  if (begin < 0) throw new Error(`no heading "${heading}"`);
  const rank = heading.match(/^#+/)[0];
  const length = lines.slice(begin + 1).findIndex((line) => line.startsWith(`${rank} `));
  return lines.slice(begin + 1, length < 0 ? undefined : begin + 1 + length).join('\n').trim();
}

/** The comment at the top of a C header. */
const headComment = (path) => read(path).match(/^\/\*([\s\S]*?)\*\//)[1].trim();

const mit = (holder) => `Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files
(the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge,
publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do
so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE
FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN
CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const llvm = `The LLVM Project (libc++, compiler-rt), under the Apache License v2.0 with LLVM Exceptions:
https://llvm.org/LICENSE.txt. The exception lets compiled programs that contain its portions be passed on without its notices.`;

// Emscripten's system libraries lie beside its compiler.
const compiler = process.env.PATH.split(':').map((folder) => join(folder, 'em++')).find(existsSync);
const musl = join(dirname(realpathSync(compiler)), 'system/lib/libc/musl');

const notices = [
  { name: 'ICU4C', version: version('icu'), licence: 'Unicode-DFS-2016', text: read(join(sources, 'icu/LICENSE')) },
  { name: 'Unicode Character Database', version: '15.0', licence: 'Unicode-DFS-2016',
    text: 'Tables of equivalent ideographs and variants are derived from it. The licence is the one printed under ICU4C.' },
  { name: 'gumbo (Nokogiri)', version: version('gumbo'), licence: 'Apache-2.0',
    text: part(read(join(sources, 'gumbo/LICENSE-DEPENDENCIES.md')), '### libgumbo') },
  { name: 'pugixml', version: version('pugixml'), licence: 'MIT', text: read(join(sources, 'pugixml/LICENSE.md')) },
  { name: 'zlib', version: version('zlib'), licence: 'Zlib', text: read(join(sources, 'zlib/LICENSE')) },
  { name: 'MiniZip', version: '1.1', licence: 'Zlib', text: headComment(join(sources, 'zlib/contrib/minizip/unzip.h')) },
  { name: 'JSON for Modern C++', version: version('json'), licence: 'MIT', text: read(join(sources, 'json/LICENSE.MIT')) },
  { name: 'Emscripten runtime', version: '3.1.6', licence: 'MIT', text: mit('2010-2022 Emscripten authors') },
  { name: 'musl', version: read(join(musl, 'VERSION')), licence: 'MIT', text: read(join(musl, 'COPYRIGHT')) },
  { name: 'LLVM libc++ and compiler-rt', version: '13', licence: 'Apache-2.0 WITH LLVM-exception', text: llvm },
];

// The page's own run-time packages, as npm installed them.
const web = join(here, '../../web');
if (existsSync(join(web, 'package.json'))) {
  for (const name of Object.keys(JSON.parse(read(join(web, 'package.json'))).dependencies ?? {})) {
    const folder = join(web, 'node_modules', name);
    const about = JSON.parse(read(join(folder, 'package.json')));
    const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'license'].map((f) => join(folder, f)).find(existsSync);
    if (!file) throw new Error(`${name} carries no licence file`);
    notices.push({ name, version: about.version, licence: about.license, text: read(file) });
  }
}

mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, `${JSON.stringify(notices, null, 1)}\n`);
