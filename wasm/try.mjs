// Checks one report, given on standard input, with a built module and prints what it finds.
//
// usage: node wasm/try.mjs dist/nianbao-core.js < report.txt
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const createNianbao = createRequire(import.meta.url)(resolve(process.argv[2]));
const core = await createNianbao();
const result = JSON.parse(core.check(readFileSync(0), JSON.stringify({ name: 'sample.txt' })));
const { errors, warnings, notes, verdict } = result.summary;
console.log(`nianbao ${core.version()}: ${result.report.title ?? '(no title)'}, form ${result.report.form}`);
for (const finding of result.findings) console.log(`  ${finding.severity.padEnd(7)} ${finding.rule}: ${finding.message}`);
for (const repair of result.repairs) console.log(`  repair  ${repair.message}`);
console.log(`  ${errors} errors, ${warnings} warnings, ${notes} notes: ${verdict}`);
if (verdict !== 'errors' || result.findings.length === 0) {
  console.error('The sample holds a wrong number, and the module did not say so.');
  process.exit(1);
}
