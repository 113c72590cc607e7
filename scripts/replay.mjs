/**
 * Replays a file of reference traces against the simulator: `npm run --silent replay -- FILE.json`.
 * Prints `ok ID` or `not ok ID: what differs` for each trace, then `N passed, N failed`; exits 1 when one failed,
 * 2 when the file cannot be read.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { bundle } from './bundle-simulator.mjs';

const [, , given] = process.argv;
if (!given) {
  console.error('usage: npm run --silent replay -- FILE.json');
  process.exit(2);
}

// npm runs scripts in the package's own folder, wherever it was called.
const file = existsSync(given) ? given : resolve(process.env.INIT_CWD ?? '.', given);
let traces;
try {
  traces = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
} catch (error) {
  console.error(`cannot read ${file}: ${error.message}`);
  process.exit(2);
}
if (!Array.isArray(traces)) {
  console.error(`${file} is not an array of traces`);
  process.exit(2);
}

const { replayTrace } = await bundle();
let failed = 0;
for (const [index, trace] of traces.entries()) {
  const name = trace?.id ?? `#${index + 1}`;
  const differs = differences(trace);
  if (differs.length > 0) failed++;
  console.log(differs.length === 0 ? `ok ${name}` : `not ok ${name}: ${differs.join('; ')}`);
}
console.log(`${traces.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** A defect of the simulator in one trace is told as such and leaves the others their turn. */
function differences(trace) {
  try {
    return replayTrace(trace);
  } catch (error) {
    return [`the simulator failed on it (${error instanceof Error ? error.message : error})`];
  }
}
