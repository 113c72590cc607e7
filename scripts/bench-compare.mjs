/**
 * `npm run bench:compare`: this language server beside yaml-language-server 1.x and the JSON server of VS Code, both with
 * our JSON Schema, and the command beside ajv-cli. The competitors are installed from npm into a folder outside the clone.
 * Prints medians, ratios (ours divided by theirs) and whether each target is met.
 *
 *   node scripts/bench-compare.mjs [cold] [yaml] [json] [files] [cli]   all parts, or some
 *   --strict                                                           exit code 1 when a target is missed
 *   --json FILE                                                        the rows as data
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCompetitors, SCHEMA } from './compare/competitors.mjs';
import { coldStart, commandLine, keystrokes, manyFiles } from './compare/measure.mjs';
import { TEXTS } from './compare/texts.mjs';
import { NotAvailable } from './editors/cache.mjs';

const argv = process.argv.slice(2);
const jsonAt = argv.indexOf('--json');
const asked = argv.filter((arg, i) => !arg.startsWith('-') && (jsonAt < 0 || i !== jsonAt + 1));
const rows = [];

/** Keystroke work beside yaml-language-server, by file. */
const YAML_TARGETS = { 'small.yaml': 1 / 4, 'medium.yaml': 1 / 15, 'large.yaml': 1 / 30 };

const PARTS = {
  async cold({ ours, yaml, json, empty }, folder) {
    const { times, memory } = await coldStart([ours, empty, yaml, json], folder, 9);
    const [mine, nothing, yamls, jsons] = times;
    row('cold start to the first diagnostics', mine, { against: empty.name, theirs: nothing, target: 1.25 });
    row('', mine, { against: yaml.name, theirs: yamls, target: 1 / 4 });
    row('', mine, { against: json.name, theirs: jsons });
    row('memory after opening one file', memory[0], { unit: 'MB', limit: 60 });
    for (const [i, { name }] of [ours, empty, yaml, json].entries())
      if (i > 0) row(`  ${name}`, memory[i], { unit: 'MB' });
  },
  yaml: (who, folder) => typing(who, who.yaml, folder, 'yaml'),
  json: (who, folder) => typing(who, who.json, folder, 'json'),
  async files({ ours, yaml }, folder) {
    const many = await manyFiles([ours, yaml], folder, 3, { debounce: false });
    const against = yaml.name;
    row('500 YAML files opened at once, work', many.work[0], { against, theirs: many.work[1], target: 1 / 4 });
    row('  until the last is answered', many.times[0], { against, theirs: many.times[1] });
    row('  memory then', many.memory[0], { unit: 'MB', against, theirs: many.memory[1] });
  },
  async cli(who, folder) {
    const { node, ours, theirs, oursMany, theirsMany } = commandLine(who, SCHEMA, folder);
    row('check, one file', ours, { against: 'node -e 0', theirs: node, target: 1.4 });
    row('', ours, { against: 'ajv-cli', theirs });
    row('check, 500 YAML files', oursMany, { against: 'ajv-cli', theirs: theirsMany, target: 1 });
  },
};

try {
  await run();
} catch (error) {
  if (!(error instanceof NotAvailable)) throw error;
  console.log(`SKIPPED: ${error.message}`);
}

async function run() {
  const who = await findCompetitors();
  const folder = mkdtempSync(join(tmpdir(), 'ecs-preflight-compare-'));
  console.log(
    `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}`,
  );
  try {
    for (const [name, part] of Object.entries(PARTS)) {
      if (asked.length > 0 && !asked.includes(name)) continue;
      console.log(`\n${name}`);
      await part(who, folder);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const missed = rows.filter(({ met }) => met === false).length;
  console.log(
    `\n${rows.filter(({ met }) => met).length} targets met, ${missed} missed; load ${loadavg()[0]?.toFixed(1)}`,
  );
  if (jsonAt >= 0) writeFileSync(argv[jsonAt + 1], JSON.stringify(rows, null, 2));
  if (missed > 0 && argv.includes('--strict')) process.exitCode = 1;
}

async function typing({ ours, empty }, theirs, folder, kind) {
  for (const text of TEXTS.filter(({ file }) => file.endsWith(kind))) {
    const against = theirs.name;
    const busy = await keystrokes([ours, theirs, empty], folder, text, { debounce: false });
    const target = kind === 'yaml' ? YAML_TARGETS[text.file] : 1;
    row(`${text.name}: keystroke, work alone`, busy.work[0], { against, theirs: busy.work[1], target });
    row('  what an empty server takes of that', busy.work[2], { against, theirs: busy.work[1] });
    row('  keystroke, until the answer', busy.times[0], { against, theirs: busy.times[1] });
    const seen = await keystrokes([ours, theirs], folder, text, { debounce: true });
    row('  keystroke, as seen', seen.times[0], { against, theirs: seen.times[1] });
    row('  completion after a change', busy.completion[0], { against, theirs: busy.completion[1] });
    row('  hover after a change', busy.hover[0], { against, theirs: busy.hover[1] });
    const [mine, other] = busy.memory;
    const limit = text.file.startsWith('large') ? 200 : undefined;
    row('  peak memory while typing', mine.peak, { unit: 'MB', limit, against, theirs: other.peak });
  }
}

/** Prints a row as soon as it is known. `target` holds for the ratio, `limit` for the figure itself. */
function row(what, ours, { unit = 'ms', against, theirs, target, limit } = {}) {
  const ratio = theirs === undefined ? undefined : ours / theirs;
  const met = target !== undefined ? ratio <= target : limit !== undefined ? ours <= limit : undefined;
  rows.push({ what, ours, unit, against, theirs, ratio, target, limit, met });
  const figure = (value) => `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ${unit}`;
  const beside = ratio === undefined ? '' : `${against} ${figure(theirs)}, × ${ratio.toFixed(3)}`;
  const bound =
    target !== undefined ? `at most × ${target.toFixed(3)}` : limit !== undefined ? `at most ${limit} ${unit}` : '';
  const verdict = met === undefined ? '' : met ? 'met' : 'MISSED';
  console.log(
    `  ${what.padEnd(40)}${figure(ours).padStart(10)}   ${[beside, bound, verdict].filter(Boolean).join('   ')}`,
  );
}
