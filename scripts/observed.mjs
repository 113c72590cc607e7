/**
 * Real event logs beside what the simulator predicts with its default timings: `node scripts/observed.mjs`.
 * Exits 1 when fewer than four of the five finishes are within 35 %.
 */
import { readFileSync } from 'node:fs';
import { bundle } from './bundle-simulator.mjs';

const TOLERANCE = 0.35;
const WANTED = 4;

const { simulate, milestones } = await bundle();
const logs = JSON.parse(readFileSync(new URL('../test/simulator/observed.json', import.meta.url), 'utf8'));

const error = (seen, said) =>
  said === undefined ? '-' : `${said >= seen ? '+' : ''}${Math.round(((said - seen) / seen) * 100)} %`;
let within = 0;
for (const { id, what, settings, plan, observed, last = 'finish' } of logs) {
  const report = simulate(plan);
  const said = milestones(report);
  console.log(`${id}  ${what}\n    settings: ${settings}`);
  for (const [name, seen] of Object.entries(observed)) {
    const shown = said[name] === undefined ? '-' : said[name].toFixed(1);
    console.log(
      `    ${name.padEnd(12)} seen ${String(seen).padStart(7)} s   predicted ${shown.padStart(7)} s   ${seen === 0 ? '' : error(seen, said[name])}`,
    );
  }
  const { best, worst } = report.duration;
  console.log(`    range of the finish: ${(best ?? 0) / 1000} to ${(worst ?? 0) / 1000} s`);
  if (Math.abs((said[last] ?? Infinity) - observed[last]) <= TOLERANCE * observed[last]) within++;
}
console.log(`${within} of ${logs.length} within ${TOLERANCE * 100} % of the last moment seen`);
process.exitCode = within >= WANTED ? 0 : 1;
