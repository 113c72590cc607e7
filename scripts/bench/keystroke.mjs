/**
 * What a keystroke costs beyond a bare parse of the same text, and what completion costs after an edit. Both sides run
 * in turns in one process; each round types one character into a value in the middle of the file.
 */
import { loadBundle } from './_load.mjs';
import { median } from './_measure.mjs';
import { serviceYaml } from './_texts.mjs';

function load() {
  return loadBundle(
    'bench-keystroke',
    `
    export { createEngine } from './server/core/engine';
    export * as ide from './server/core/ide';
    export { NO_VIEW } from './server/core/ide/types';
    export { parseDocument, parseAllDocuments, parse } from 'yaml';
    export { parseTree } from 'jsonc-parser';`,
  );
}

export async function bench() {
  const m = await load();
  const yaml = serviceYaml('web');
  const json = JSON.stringify(m.parse(yaml), null, 2);
  return [
    ...keystroke(m, 'YAML', yaml, 'ecs-service-def.yaml', (text) => m.parseDocument(text, { merge: true }), 1.5),
    ...keystroke(m, 'JSON', json, 'ecs-service-def.json', (text) => m.parseTree(text), 2),
    completion(m, yaml),
  ];
}

/** Texts that differ by one digit of desiredCount. */
const typed = (text, i) => text.replace(/(desiredCount"?: )\d+/, `$1${4 + (i % 5)}`);

function keystroke(m, what, text, name, bare, target) {
  const engine = m.createEngine();
  const uri = `file:///w/${name}`;
  let last = engine.snapshot(uri, text);
  last.findings();
  const [ours, theirs, fresh] = [[], [], []];
  for (let i = 0; i < 1500; i++) {
    const edited = typed(text, i);
    const a = performance.now();
    last = engine.snapshot(uri, edited, { last });
    last.findings();
    const b = performance.now();
    bare(edited);
    const c = performance.now();
    if (i % 10 === 0) {
      m.createEngine().snapshot(uri, edited).findings();
      fresh.push(performance.now() - c);
    }
    if (i < 300) continue;
    ours.push(b - a);
    theirs.push(c - b);
  }
  const size = `${(text.length / 1000).toFixed(1)} KB ${what}`;
  return [
    {
      what: `keystroke to diagnostics, ${size}`,
      ms: median(ours),
      ratio: median(ours) / median(theirs),
      target,
      note: 'of a bare parse',
    },
    { what: `first look, ${size}`, ms: median(fresh), ratio: median(fresh) / median(theirs), note: 'of a bare parse' },
  ];
}

function completion(m, yaml) {
  const engine = m.createEngine();
  const uri = 'file:///w/ecs-service-def.yaml';
  let last = engine.snapshot(uri, yaml);
  const times = [];
  for (let i = 0; i < 400; i++) {
    const edited = `${typed(yaml, i)}${'pla'.slice(0, 1 + (i % 3))}`;
    const start = performance.now();
    last = engine.snapshot(uri, edited, { last });
    m.ide.complete(last, edited.length, m.NO_VIEW, { snippets: true });
    if (i >= 100) times.push(performance.now() - start);
  }
  return { what: 'completion after an edit', ms: median(times) };
}
