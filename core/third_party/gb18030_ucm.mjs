// Writes ICU's GB18030 table back as the source makeconv compiles, so that it can be made small: without the table from
// Unicode, which ICU then rebuilds from the other direction when the converter is opened.
//
// usage: node core/third_party/gb18030_ucm.mjs gb18030.cnv > gb18030.ucm
// Source of the layout: ICU's ucnvmbcs.h, version 4 of a multi-byte table.
import { readFileSync } from 'node:fs';

const file = readFileSync(process.argv[2]);
const header = file.readUInt16LE(0);
const table = header + 100;  // after UConverterStaticData
if (file[table] !== 4) throw new Error('not a version 4 table');
const stateCount = file.readUInt32LE(table + 4);
const fallbackCount = file.readUInt32LE(table + 8);
if (fallbackCount !== 0) throw new Error('the table holds fallbacks, which this does not write');
const states = table + 32;
const units = table + file.readUInt32LE(table + 12);

const hex = (n) => n.toString(16).toUpperCase().padStart(2, '0');
const entry = (state, byte) => file.readInt32LE(states + (state * 256 + byte) * 4);
const VALID = 4, UNASSIGNED = 6, ILLEGAL = 7;

/** What a byte does in a state: the next state, or how the character ends. */
function role(state, byte) {
  const e = entry(state, byte);
  if (e >= 0) return `:${(e >>> 24).toString(16)}`;
  const action = (e >>> 20) & 15;
  if (action === ILLEGAL) return null;
  if (action === UNASSIGNED) return '.u';
  if (action === VALID || action === 0) return '';
  throw new Error(`action ${action}`);
}

function stateLine(state) {
  const runs = [];
  for (let byte = 0; byte < 256; byte++) {
    const r = role(state, byte);
    const last = runs.at(-1);
    if (last && last.role === r) last.end = byte;
    else runs.push({ role: r, begin: byte, end: byte });
  }
  const kept = runs.filter((run) => run.role !== null);
  return kept.map((run) => (run.begin === run.end ? run.begin.toString(16) : `${run.begin.toString(16)}-${run.end.toString(16)}`) + run.role).join(', ');
}

const lines = [];
function walk(state, offset, bytes) {
  for (let byte = 0; byte < 256; byte++) {
    const e = entry(state, byte);
    const here = [...bytes, byte];
    if (e >= 0) {
      walk(e >>> 24, offset + (e & 0xffffff), here);
      continue;
    }
    const action = (e >>> 20) & 15;
    if (action === ILLEGAL || action === UNASSIGNED) continue;
    const value = e & 0xfffff;
    const unit = action === 0 ? value & 0xffff : file.readUInt16LE(units + 2 * (offset + (value & 0xffff)));
    if (unit < 0xfffe) lines.push(`<U${unit.toString(16).toUpperCase().padStart(4, '0')}> ${here.map((b) => `\\x${hex(b)}`).join('')} |0`);
  }
}
walk(0, 0, []);

console.log(`<code_set_name> "gb18030"
<mb_cur_max> 4
<mb_cur_min> 1
<uconv_class> "MBCS"
<subchar> \\x1A`);
for (let state = 0; state < stateCount; state++) console.log(`<icu:state> ${stateLine(state)}`);
console.log('CHARMAP');
console.log(lines.sort().join('\n'));
console.log('END CHARMAP');
