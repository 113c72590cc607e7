import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { createEngine, type Engine, type Snapshot } from '../../server/core/engine';
import { RULES } from '../../server/core/rules';
import { changesToEdits } from '../../server/core/syntax';
import { unmark } from '../marks';

/** Services to make streams of: every example of every rule, the other files of examples among them. */
const TEXTS = RULES.flatMap((rule) => [...rule.examples.invalid, ...rule.examples.valid])
  .flatMap((e) => [e.text, ...Object.values(e.beside ?? {})])
  .map((text) => unmark(text).text.replace(/\n?$/, '\n'))
  .filter((text) => !text.includes('\n---') && !text.startsWith('{'));
const TASK = 'family: web\ncontainerDefinitions:\n  - name: app\n    image: x\n    memory: 128\n';

/** Findings with all that they lead to, in words. */
const show = (s: Snapshot) =>
  [...s.findings(), ...s.elsewhere()].map((f) => ({
    what: `${f.severity} ${f.rule} ${'uri' in f ? f.uri : ''} ${f.span.start}-${f.span.end} ${f.path} ${f.message}`,
    related: f.related.map((r) => `${r.uri} ${r.span.start}-${r.span.end} ${r.message}`),
    fixes: f.fixes().map((fix) => [fix.title, fix.uri ? 'elsewhere' : changesToEdits(s.tree, fix.changes)]),
  }));

const uri = (name: string) => `file:///w/${name}`;
/** Files that change under the engine. */
const hostOf = (files: Readonly<Record<string, string>>) => ({
  read: (u: string) => files[u.slice(uri('').length)],
  list: () => Object.keys(files).map(uri),
});

const nth = (n: number) => TEXTS[n % TEXTS.length] as string;

/** What a person does to a file of many services. */
const edit = fc.oneof(
  fc.record({ do: fc.constant('line' as const), at: fc.nat(), other: fc.nat(), from: fc.nat(), cut: fc.boolean() }),
  fc.record({ do: fc.constant('document' as const), at: fc.nat(), other: fc.nat(), cut: fc.boolean() }),
  fc.record({ do: fc.constant('task definition' as const), at: fc.nat() }),
  fc.record({ do: fc.constant('nothing' as const) }),
);

describe('a keystroke in a file of many services', () => {
  it('finds the same, and mends it the same, as a fresh look', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(), { minLength: 2, maxLength: 6 }),
        fc.array(edit, { maxLength: 6 }),
        (from, edits) => {
          let documents = from.map(nth);
          const files: Record<string, string> = { 'services.yaml': '', 'taskdef.yaml': TASK };
          const make = () => createEngine({ host: hostOf(files), workspace: () => Object.keys(files).map(uri) });
          const open = (engine: Engine, last?: Snapshot) =>
            engine.snapshot(uri('services.yaml'), files['services.yaml'] as string, { last });
          const engine = make();
          let last: Snapshot | undefined;
          for (const step of [{ do: 'nothing' as const }, ...edits]) {
            documents = change(documents, step);
            if (step.do === 'task definition') files['taskdef.yaml'] = TASK.replace('app', `app${step.at % 3}`);
            files['services.yaml'] = documents.join('---\n');
            last = open(engine, last);
            expect(show(last)).toEqual(show(open(make())));
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

function change(documents: string[], step: { do: string; at?: number; other?: number; from?: number; cut?: boolean }) {
  const { at = 0, other = 0, from = 0, cut } = step;
  const i = at % documents.length;
  if (step.do === 'document') return documents.toSpliced(i, 1, ...(cut && documents.length > 1 ? [] : [nth(other)]));
  if (step.do !== 'line') return documents;
  const lines = (documents[i] as string).split('\n');
  const source = nth(other).split('\n');
  lines.splice(from % lines.length, 1, ...(cut ? [] : [source[from % source.length] as string]));
  return documents.with(i, lines.join('\n').replace(/\n?$/, '\n'));
}

/** The same services as JSON, as far as they are sound YAML without templates. */
const JSON_TEXTS = TEXTS.flatMap((text) => {
  try {
    return [JSON.stringify(parseYaml(text, { merge: true }), null, 2)];
  } catch {
    return [];
  }
}).filter((text) => text.startsWith('{'));
const nthJson = (n: number) => JSON_TEXTS[n % JSON_TEXTS.length] as string;

/** Short texts are always read whole. */
const PADDING = ' '.repeat(8192);

/** Characters come and go anywhere, and lines go to where they belong or do not. */
const stroke = fc.oneof(
  fc.record({
    at: fc.nat(),
    length: fc.nat(4),
    insert: fc.constantFrom('', 'x', '"', ',', '}', '{', '[', '\n', '// c\n'),
  }),
  fc.record({ at: fc.nat(), length: fc.constant(0), insert: fc.nat().map((n) => nthJson(n).split('\n')[1] ?? '') }),
);

describe('a keystroke in JSON', () => {
  it.each([
    ['one service', (texts: string[]) => texts[0] as string],
    ['a list of services', (texts: string[]) => `{"services": [\n${texts.join(',\n')}\n]}\n`],
    ['lines that end as on Windows', (texts: string[]) => (texts[0] as string).replaceAll('\n', '\r\n')],
  ])('finds the same, and mends it the same, as a fresh look: %s', (_, write) => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(), { minLength: 4, maxLength: 6 }),
        fc.array(fc.tuple(stroke, fc.boolean()), { minLength: 1, maxLength: 5 }),
        (from, strokes) => {
          const files: Record<string, string> = {
            'taskdef.yaml': TASK,
            'services.json': write(from.map(nthJson)) + PADDING,
          };
          const make = () => createEngine({ host: hostOf(files), workspace: () => Object.keys(files).map(uri) });
          const open = (engine: Engine, last?: Snapshot) =>
            engine.snapshot(uri('services.json'), files['services.json'] as string, { last });
          const engine = make();
          let last = open(engine);
          show(last);
          for (const [{ at, length, insert }, takenBack] of strokes) {
            const before = files['services.json'] as string;
            const start = at % (before.length - PADDING.length);
            const typed = before.slice(0, start) + insert + before.slice(start + length);
            for (const text of takenBack ? [typed, before] : [typed]) {
              files['services.json'] = text;
              last = open(engine, last);
              expect(show(last)).toEqual(show(open(make())));
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
