import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadBundle } from '../bench/_load.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const CORPUS = join(root, '..', 'shared', 'corpus', 'files');
const LONGEST = 20_000;

/** The core, as the shells see it. */
export function loadCore() {
  return loadBundle(
    'fuzz',
    `
    export { createEngine } from './server/core/engine';
    export * as ide from './server/core/ide';
    export { NO_VIEW } from './server/core/ide/types';
    export { RULES } from './server/core/rules';
    export { applyEdits, changesToEdits, parse, transcode } from './server/core/syntax';
    export * as query from './server/core/query';`,
    { sourcemap: 'inline' },
  );
}

/** Real files, by name; [] where they are not kept beside the project. */
export function realFiles(log) {
  if (!existsSync(CORPUS)) {
    log.note(`SKIPPED: real files need ${CORPUS}`);
    return [];
  }
  return readdirSync(CORPUS, { recursive: true })
    .filter((name) => /\.(json|jsonc|ya?ml)$/i.test(name))
    .sort()
    .map((name) => ({ name: name.replace(/.*\//, ''), text: readFileSync(join(CORPUS, name), 'utf8') }))
    .filter(({ text }) => text.length <= LONGEST);
}

/** The examples of all rules, without their marks. */
export function examples({ RULES }) {
  return RULES.flatMap((rule) => [...rule.examples.invalid, ...rule.examples.valid])
    .flatMap((e) => [e.text, e.taskDefinition ?? ''])
    .filter(Boolean)
    .map((text) => ({ name: 'ecs-service-def.yaml', text: text.replace(/[⟦⟧]/g, '') }));
}
