/**
 * `npm run bench [NAME…]`: runs the benchmarks in scripts/bench/. Each compares with something measured in the same run, in
 * turns, and prints medians and ratios; a ratio over its target is marked and makes the exit code 1 with --strict.
 */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'bench');
const argv = process.argv.slice(2);
const asked = argv.filter((arg) => !arg.startsWith('-'));
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.mjs') && !name.startsWith('_'))
  .map((name) => name.slice(0, -'.mjs'.length))
  .filter((name) => asked.length === 0 || asked.includes(name));

let missed = 0;
for (const name of names) {
  const { bench } = await import(pathToFileURL(join(folder, `${name}.mjs`)).href);
  console.log(`\n${name}`);
  for (const row of await bench()) {
    const over = row.target !== undefined && row.ratio > row.target;
    if (over) missed++;
    console.log(format(row, over));
  }
}
if (missed > 0 && argv.includes('--strict')) process.exitCode = 1;

/** `{ what, ms | text, ratio?, target?, note? }`: milliseconds are medians. */
function format({ what, ms, text, ratio, target, note }, over) {
  const value = ms === undefined ? (text ?? '') : `${ms.toFixed(ms < 10 ? 2 : 1)} ms`;
  const ratios = ratio === undefined ? '' : `× ${ratio.toFixed(2)}${target === undefined ? '' : ` (target ${target})`}`;
  return `  ${what.padEnd(52)} ${value.padStart(11)}  ${ratios.padEnd(22)}${over ? ' MISSED' : ''}${note ? ` ${note}` : ''}`.trimEnd();
}
