/**
 * `npm run mutate [PART…]`: changes the rules in one place at a time (a comparison flipped, a condition dropped, a limit
 * moved) and asks whether the tests notice. Prints the share that they do, and the changes that nobody noticed. PART: only
 * modules whose path holds it. `--minutes N` stops after that time and says how much was left; `--sample N` takes every
 * Nth change; `--json FILE` writes the survivors.
 *
 * The demands are those of test/rules, test/ledger and test/corpus (test/mutation/oracle.ts), run in this process without
 * a test runner; the compiler is asked last. The rest of the tests would only notice more.
 *
 * `npm run mutate -- schemas [PART…]` changes the facts of the schemas instead (mutate-schemas.mjs).
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { refusedByCompiler } from './mutate/compile.mjs';
import { dependents, readModules } from './mutate/modules.mjs';
import { mutationsOf } from './mutate/sites.mjs';
import { mutateSchemas } from './mutate-schemas.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const ENTRY = 'test/mutation/oracle.ts';
const RULE = /^server\/core\/rules\/[a-z-]+\/([a-z0-9-]+)\.ts$/;
/** What rules stand on; index, types and texts are left out. */
const SHARED =
  /^server\/core\/(rules\/(arn|enforcement|fill-in|fixes|placeholder|sharing|words)|model\/(traits|shape-check|compare))\.ts$/;
const SAMPLES = /\/samples\.ts$/;
/** A change that makes the rules run for ever is noticed, too. */
const PATIENCE_MS = 20_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '60' },
    workers: { type: 'string', default: '2' },
    sample: { type: 'string', default: '1' },
    json: { type: 'string' },
  },
});

if (positionals[0] === 'schemas') {
  const [minutes, sample] = [Number(values.minutes), Number(values.sample)];
  await mutateSchemas({ parts: positionals.slice(1), minutes, sample, json: values.json });
  process.exit();
}

const modules = await readModules(root, ENTRY);
const paths = Object.keys(modules).filter(
  (path) =>
    (RULE.test(path) || SHARED.test(path)) &&
    !SAMPLES.test(path) &&
    (positionals.length === 0 || positionals.some((part) => path.includes(part))),
);
const mutants = paths.flatMap(mutantsOf).filter((_, i) => i % Number(values.sample) === 0);
for (const [id, mutant] of mutants.entries()) mutant.id = id;
console.log(`${mutants.length} changes in ${paths.length} modules`);

const started = Date.now();
const deadline = started + Number(values.minutes) * 60_000;
let next = 0;
await Promise.all(Array.from({ length: Number(values.workers) }, work));
await compileSurvivors();
report();

function mutantsOf(path) {
  const { source } = modules[path];
  const rules = rulesOf(path);
  const seen = new Set();
  return mutationsOf(source).flatMap(({ start, end, text, kind }) => {
    const changed = source.slice(0, start) + text + source.slice(end);
    if (seen.has(changed)) return [];
    seen.add(changed);
    const line = source.slice(0, start).split('\n').length;
    return [
      { path, folder: dirname(path), rules, kind, line, was: source.slice(start, end), is: text, source: changed },
    ];
  });
}

/** The rules that a module is a part of; all of them where the module makes what rules are given. */
function rulesOf(path) {
  if (isModel(path)) return Object.keys(modules).flatMap((p) => (isRule(p) ? RULE.exec(p)[1] : []));
  return [...dependents(modules, path)].flatMap((p) => (isRule(p) ? RULE.exec(p)[1] : []));
}

function isModel(path) {
  return path.startsWith('server/core/model/');
}

function isRule(path) {
  return RULE.test(path) && /export default/.test(modules[path].source);
}

async function work() {
  let worker;
  while (next < mutants.length && Date.now() < deadline) {
    const mutant = mutants[next++];
    worker ??= await startWorker();
    const answer = await ask(worker, mutant);
    Object.assign(mutant, answer);
    if (answer.by === 'time') {
      await worker.terminate();
      worker = undefined;
    }
    if (mutant.id % 100 === 99) progress(mutant.id + 1);
  }
  await worker?.terminate();
}

function startWorker() {
  const worker = new Worker(join(root, 'scripts', 'mutate', 'worker.mjs'), {
    workerData: { root, modules, entry: ENTRY },
  });
  return new Promise((resolve, reject) => {
    worker.once('message', () => resolve(worker));
    worker.on('error', (error) => {
      reject(error);
      console.error(error);
      process.exit(1);
    });
  });
}

function ask(worker, { id, path, source, rules }) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ killed: true, by: 'time' }), PATIENCE_MS * (rules.length > 20 ? 4 : 1));
    worker.once('message', ({ killed, by }) => {
      clearTimeout(timer);
      resolve({ killed, by });
    });
    worker.postMessage({ id, path, source, rules, isModel: isModel(path) });
  });
}

async function compileSurvivors() {
  const survivors = mutants.filter((m) => m.killed === false);
  const refused = await refusedByCompiler(root, survivors);
  for (const mutant of survivors) if (refused.has(mutant.id)) Object.assign(mutant, { killed: true, by: 'types' });
}

function progress(done) {
  const run = mutants.filter((m) => m.killed !== undefined);
  const share = (100 * run.filter((m) => m.killed).length) / run.length;
  process.stderr.write(
    `${done}/${mutants.length} ${share.toFixed(1)} % noticed, ${Math.round((Date.now() - started) / 1000)} s\n`,
  );
}

function report() {
  const run = mutants.filter((m) => m.killed !== undefined);
  const survivors = run.filter((m) => !m.killed);
  for (const m of survivors) console.log(`${m.path}:${m.line} ${m.kind}: ${short(m.was)} → ${short(m.is)}`);
  const table = (key) => {
    for (const value of new Set(run.map((m) => m[key]))) {
      const of = run.filter((m) => m[key] === value);
      const killed = of.filter((m) => m.killed).length;
      console.log(`  ${String(value).padEnd(36)} ${String(killed).padStart(5)} of ${String(of.length).padStart(5)}`);
    }
  };
  console.log('\nby kind');
  table('kind');
  console.log('by folder');
  table('folder');
  console.log('noticed by');
  for (const by of new Set(run.flatMap((m) => m.by ?? [])))
    console.log(`  ${by.padEnd(36)} ${String(run.filter((m) => m.by === by).length).padStart(5)}`);
  const share = (100 * (run.length - survivors.length)) / run.length;
  console.log(
    `\n${run.length - survivors.length} of ${run.length} changes noticed: ${share.toFixed(1)} %, in ${Math.round((Date.now() - started) / 1000)} s`,
  );
  if (run.length < mutants.length)
    console.log(`${mutants.length - run.length} changes were left out: the time was over`);
  if (values.json)
    writeFileSync(
      values.json,
      JSON.stringify(
        survivors.map(({ source, rules, folder, ...rest }) => rest),
        null,
        1,
      ),
    );
}

function short(text) {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 110 ? `${line.slice(0, 107)}…` : line;
}
