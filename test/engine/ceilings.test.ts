/** Files of absurd size: an editor looks at a part of them and says where that ends; a command looks at all. */
import { describe, expect, it } from 'vitest';
import { createEngine, type Snapshot } from '../../server/core/engine';
import { definitionAt, renameAt } from '../../server/core/ide/navigation';
import { NO_VIEW } from '../../server/core/ide/types';
import { MOST_DEFINITIONS, MOST_FINDINGS } from '../../server/core/rules/file/too-large-to-check';
import { changesToEdits, LARGEST, parse, transcode } from '../../server/core/syntax';

const URI = 'file:///w/ecs-service-def.yaml';
const repeat = (count: number, make: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join('');
const service = (name: string, more = '') => `serviceName: ${name}\ntaskDefinition: web:1\ndesiredCount: 2\n${more}`;
const WRONG = service('wrong', 'launchType: FARGATEE\n');
/** What the plain reader does not take. */
const SLOW = `cluster: &main main\n${'# text\n'.repeat(200)}`;

const open = (text: string, oneShot = false, uri = URI): Snapshot => createEngine({ oneShot }).snapshot(uri, text);
const told = (snapshot: Snapshot) => snapshot.findings().filter((one) => one.rule === 'too-large-to-check');
const isFound = (snapshot: Snapshot) => snapshot.findings().some((one) => one.rule === 'not-a-listed-value');

/** But for the lists, which are as long as they are. */
const errorsIn = (snapshot: Snapshot) =>
  snapshot
    .findings()
    .filter((one) => one.severity === 'error' && !one.path.endsWith('/tags'))
    .map(({ rule, path }) => `${rule} ${path}`);

const LARGE: Record<string, string> = {
  'documents that are read quickly': `${repeat(20, (i) => `${service(`web-${i}`)}tags:\n${repeat(5_000, (n) => `  - key: k${n}\n    value: v${n}\n`)}---\n`)}${WRONG}`,
  'documents that are read slowly': `${repeat(500, (i) => `${service(`web-${i}`, SLOW)}---\n`)}${WRONG}`,
  'one document that is read quickly': `${service('web')}tags:\n${repeat(90_000, (n) => `  - key: k${n}\n    value: v${n}\n`)}launchType: FARGATEE\n`,
  'one document that is read slowly': `${service('web', SLOW)}tags:\n${repeat(30_000, (n) => `  - key: k${n}\n    value: v${n}\n`)}launchType: FARGATEE\n`,
};

describe.each(Object.entries(LARGE))('%s', (_, text) => {
  it('are read to a place that is told, and by a command to their end', () => {
    const snapshot = open(text);
    const [at, ...more] = told(snapshot);
    expect(more).toEqual([]);
    expect(text.slice((at?.span.start ?? 0) - 1, at?.span.start)).toBe('\n');
    expect(isFound(snapshot)).toBe(false);
    expect(errorsIn(snapshot)).toEqual([]);
    const whole = open(text, true);
    expect(told(whole)).toEqual([]);
    expect(isFound(whole)).toBe(true);
  });

  it('are not written to, as nobody knows what stands further down', () => {
    const { tree, definitions } = open(text);
    const map = definitions[0]?.root.target;
    if (map?.kind !== 'map') throw new Error('a map');
    expect(changesToEdits(tree, [{ kind: 'set', map, name: 'launchType', value: 'EC2' }])).toBeUndefined();
    expect(transcode(tree, { to: 'json', comments: 'drop', isText: () => true })).toBeUndefined();
    // A command knows.
    const whole = open(text, true);
    const first = whole.definitions[0]?.root.target;
    if (first?.kind !== 'map') throw new Error('a map');
    const change = { kind: 'set', map: first, name: 'launchType', value: 'EC2' } as const;
    expect(changesToEdits(whole.tree, [change])).toHaveLength(1);
  });

  it('are the same after an edit as when they are new', () => {
    const engine = createEngine();
    const last = engine.snapshot(URI, text);
    const edited = text.replace('desiredCount: 2', 'desiredCount: 20');
    const again = engine.snapshot(URI, edited, { last });
    const fresh = open(edited);
    expect(again.tree.docs.length).toBe(fresh.tree.docs.length);
    expect(again.tree.problems).toEqual(fresh.tree.problems);
    expect(again.findings().map(({ rule, span }) => [rule, span.start])).toEqual(
      fresh.findings().map(({ rule, span }) => [rule, span.start]),
    );
  });
});

it('JSON that was cut off is not called broken', () => {
  const tags = Array.from({ length: 35_000 }, (_, i) => ({ key: `k${i}`, value: `v${i}` }));
  const text = JSON.stringify({ serviceName: 'web', taskDefinition: 'web:1', desiredCount: 2, tags }, null, 2);
  for (const one of [text, text.replaceAll('\n', '')]) {
    const { problems } = parse(one, 'json', undefined, { bounded: true });
    expect(problems.map(({ code }) => code)).toEqual(one.length > LARGEST ? ['too-large'] : []);
    expect(parse(one, 'json').problems).toEqual([]);
  }
  expect(text.length).toBeGreaterThan(LARGEST);
});

it('the first of very many definitions are checked', () => {
  const text = repeat(
    MOST_DEFINITIONS + 100,
    (i) => `---\n# ecs-preflight-disable-next-line not-a-listed-value\n${WRONG.replace('wrong', `web-${i}`)}`,
  );
  const more = repeat(MOST_DEFINITIONS + 100, (i) => `---\n${service(`web-${i}`)}`);
  const [at, ...others] = told(open(more));
  expect(others).toEqual([]);
  expect(more.slice(at?.span.start).startsWith(`serviceName: web-${MOST_DEFINITIONS}\n`)).toBe(true);
  expect(
    open(text)
      .findings()
      .some((one) => one.rule === 'unused-suppression' && one.span.start > text.length * 0.9),
  ).toBe(false);
  expect(told(open(more, true))).toEqual([]);
});

it('the first of very many findings are listed, errors among them wherever they stand', () => {
  const text = `${service('web')}${repeat(1_500, () => 'cluster: main\n')}launchType: FARGATEE\n`;
  const snapshot = open(text);
  expect(snapshot.findings().length).toBe(MOST_FINDINGS + 1);
  expect(told(snapshot).length).toBe(1);
  expect(isFound(snapshot)).toBe(true);
  expect(open(text, true).findings().length).toBe(1_500);
});

it('more mistakes than a call takes arguments, and longer lists', () => {
  const text = `${service('web')}${'cluster: main\n'.repeat(130_000)}`;
  expect(open(text).findings().length).toBe(MOST_FINDINGS + 1);
  const list = open(`${service('web')}tags: [${'a,'.repeat(200_000)}a]\n`);
  expect(definitionAt(list, 100_000, NO_VIEW)).toBeUndefined();
});

it('a name is not renamed where not all of its places are known', () => {
  const text = `family: web\ncontainerDefinitions:\n  - name: app\n    image: x\n${LARGE['one document that is read quickly']?.replace(/^(?:.*\n){3}/, '')}`;
  const snapshot = createEngine().snapshot(URI, text, { expected: 'task-definition' });
  expect(renameAt(snapshot, text.indexOf('app'), 'web', NO_VIEW)).toHaveProperty(
    'refused',
    expect.stringContaining('too large'),
  );
});

it('what was read of a file goes when the file leaves the view', () => {
  const engine = createEngine();
  const text = service('web');
  const { tree } = engine.snapshot(URI, text);
  expect(engine.snapshot(URI, text).tree).toBe(tree);
  engine.release(URI);
  expect(engine.snapshot(URI, text).tree).not.toBe(tree);
});

it('a stream of a megabyte is checked to its end', () => {
  const tags = `tags:\n${repeat(50, (n) => `  - key: name-${n}\n    value: value-${n}\n`)}`;
  const text = `${repeat(530, (i) => `${service(`web-${i}`, tags)}---\n`)}${WRONG}`;
  expect(text.length).toBeGreaterThan(1_000_000);
  const snapshot = open(text);
  expect(told(snapshot)).toEqual([]);
  expect(isFound(snapshot)).toBe(true);
});
