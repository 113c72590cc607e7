/**
 * Do the simulator's tests notice changed arithmetic? `node scripts/mutate-simulator.mjs [NAME-PART] [--part K/N]`.
 * --part takes every N-th mutant from the K-th on, for machines on which all of them at once take too long.
 * Each entry of simulator-mutants.json [file, old, new, what] is applied while the tests (all but the slow properties) are bundled,
 * so no source file is touched. A mutant is killed when a test fails or the run does not end. Exits 1 below 95 % killed.
 */
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const WANTED = 0.95;
const TIMEOUT = 180_000;
const CONCURRENCY = 2;
const TESTS = ['traces', 'scenarios', 'shifting', 'units', 'report', 'options'];

const root = fileURLToPath(new URL('..', import.meta.url));
const simulator = `${root}server/core/simulator/`;
const out = `${root}.cache/mutants/`;

const mutants = JSON.parse(readFileSync(new URL('./simulator-mutants.json', import.meta.url), 'utf8'));

/** Replaces `from` by `to` in one file as it is read; null = nothing. */
function mutation(mutant) {
  return {
    name: 'mutation',
    setup({ onLoad }) {
      if (!mutant) return;
      const [file, from, to] = mutant;
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        if (path !== simulator + file) return undefined;
        const source = readFileSync(path, 'utf8');
        if (source.split(from).length !== 2) throw new Error(`${file}: not exactly once: ${from}`);
        return { contents: source.replace(from, () => to), loader: 'ts' };
      });
    },
  };
}

async function bundleTests(name, mutant) {
  const folder = `${out}${name}/`;
  mkdirSync(folder, { recursive: true });
  for (const data of ['traces', 'derived-traces', 'observed']) {
    copyFileSync(`${root}test/simulator/${data}.json`, `${folder}${data}.json`);
  }
  await build({
    stdin: {
      contents: TESTS.map((test) => `import './${test}.test.ts';`).join('\n'),
      resolveDir: `${root}test/simulator`,
      loader: 'ts',
    },
    outfile: `${folder}all.test.mjs`,
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['vitest', 'fast-check'],
    logLevel: 'silent',
    plugins: [mutation(mutant)],
  });
  return folder;
}

/** True when every test passes. */
function passes(folder) {
  return new Promise((resolve) => {
    const vitest = `${root}node_modules/vitest/vitest.mjs`;
    const child = spawn(process.execPath, [vitest, 'run', '--root', folder, '--bail', '1', '--silent'], {
      stdio: 'ignore',
      env: { ...process.env, CI: '1' },
      detached: true,
    });
    const timer = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), TIMEOUT);
    child.on('exit', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
}

/** Snapshots written in the source are compared, never updated: CI is set. */
async function survives(name, mutant) {
  const folder = await bundleTests(name, mutant);
  return passes(folder);
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
writeFileSync(`${out}vitest.config.mjs`, 'export default {};\n');
if (!(await survives('none', null))) {
  console.error('the tests fail without any mutant');
  process.exit(2);
}

const { values, positionals } = parseArgs({
  options: { part: { type: 'string', default: '1/1' } },
  allowPositionals: true,
});
const [wanted] = positionals;
const [part, parts] = values.part.split('/').map(Number);
const chosen = mutants
  .filter(([file, , , what]) => !wanted || `${file} ${what}`.includes(wanted))
  .filter((_, index) => index % parts === part - 1);
const survivors = [];
let next = 0;
async function worker() {
  while (next < chosen.length) {
    const index = next++;
    const mutant = chosen[index];
    const [file, , , what] = mutant;
    const alive = await survives(`m${index}`, mutant);
    if (alive) survivors.push(mutant);
    console.log(`${alive ? 'SURVIVED' : 'killed  '} ${file}: ${what}`);
    rmSync(`${out}m${index}`, { recursive: true, force: true });
  }
}
await Promise.all(Array.from({ length: CONCURRENCY }, worker));
const killed = chosen.length - survivors.length;
console.log(`${killed} of ${chosen.length} mutants killed (${((100 * killed) / chosen.length).toFixed(1)} %)`);
process.exitCode = killed >= WANTED * chosen.length ? 0 : 1;
