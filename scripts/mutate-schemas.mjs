/**
 * `npm run mutate -- schemas`: changes the facts of the schemas one at a time (a limit by one step, a required mark, a
 * value of an enum, a pattern, a default, since when a member exists, whether it is a secret, who says so) and asks whether
 * the tests notice: those that hold the schemas against the SDK and the documents of AWS, and those of the rules.
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createModules, readModules } from './mutate/modules.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const ENTRY = 'test/mutation/schemas.ts';

/** @param {{ parts: string[], minutes: number, sample: number, json?: string }} options */
export async function mutateSchemas({ parts, minutes, sample, json }) {
  const { mutants, noticedBy } = createModules(root, await readModules(root, ENTRY)).load(ENTRY);
  const chosen = mutants().filter(
    ({ path, kind }, i) =>
      i % sample === 0 && (parts.length === 0 || parts.some((part) => path.includes(part) || kind === part)),
  );
  console.log(`${chosen.length} changes in the schemas`);
  const started = Date.now();
  const run = [];
  for (const mutant of chosen) {
    if (Date.now() > started + minutes * 60_000) break;
    run.push({ ...mutant, by: noticedBy(mutant) });
    if (run.length % 100 === 0) process.stderr.write(`${run.length}/${chosen.length}, ${seconds(started)} s\n`);
  }
  report(run, chosen.length, started);
  const survivors = run.filter(({ by }) => !by).map(({ root, path, kind, is }) => ({ root, path, kind, is }));
  if (json) writeFileSync(json, JSON.stringify(survivors, null, 1));
}

function report(run, all, started) {
  for (const { root, path, kind, is, by } of run) if (!by) console.log(`${root} ${path} ${kind}: ${is}`);
  console.log('\nby kind');
  for (const kind of new Set(run.map((m) => m.kind))) {
    const of = run.filter((m) => m.kind === kind);
    console.log(`  ${kind.padEnd(20)} ${of.filter((m) => m.by).length} of ${of.length}`);
  }
  console.log('noticed by');
  for (const by of new Set(run.flatMap((m) => m.by ?? [])))
    console.log(`  ${by.padEnd(20)} ${run.filter((m) => m.by === by).length}`);
  const noticed = run.filter((m) => m.by).length;
  console.log(
    `\n${noticed} of ${run.length} changes noticed: ${((100 * noticed) / run.length).toFixed(1)} %, in ${seconds(started)} s`,
  );
  if (run.length < all) console.log(`${all - run.length} changes were left out: the time was over`);
}

const seconds = (started) => Math.round((Date.now() - started) / 1000);
