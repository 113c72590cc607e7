import { describe, expect, it } from 'vitest';
import type { Finding } from '../../server/core/finding';
import { RULES } from '../../server/core/rules';
import type { Example, Rule } from '../../server/core/rules/rule';
import { applyEdits, changesToEdits, parse } from '../../server/core/syntax';
import { unmark } from '../marks';
import { marksTaskDefinition, runExample, transcode } from './run-example';
import { withTemplates } from './templates';

/** Errors and warnings decide whether an example is right; defaults and hints may come along. */
const loud = (findings: readonly Finding[]) =>
  findings.filter((f) => f.severity === 'error' || f.severity === 'warning');
const brief = (f: Finding) => `${f.severity} ${f.rule} ${f.path}: ${f.message}`;

for (const rule of RULES) {
  describe(rule.id, () => {
    rule.examples.invalid.forEach((example, i) => {
      describe(`invalid ${i + 1}`, () => checkInvalid(rule, example));
    });
    rule.examples.valid.forEach((example, i) => {
      it(`valid ${i + 1} is silent`, () => {
        const { snapshot, workspace } = runExample(example);
        expect(workspace.bugs).toEqual([]);
        expect(
          snapshot
            .findings()
            .filter((f) => f.rule === rule.id)
            .map(brief),
        ).toEqual([]);
        const elsewhere = example.taskDefinition ? workspace.open('taskdef.yaml').findings() : [];
        expect(loud([...snapshot.findings(), ...elsewhere]).map(brief)).toEqual([]);
        expect(elsewhere.filter((f) => f.rule === rule.id).map(brief)).toEqual([]);
      });
      it(`valid ${i + 1} stays silent when any value becomes a template`, () => checkTemplates(rule, example));
    });
  });
}

function checkInvalid(rule: Rule, example: Example): void {
  it('gives exactly its marked findings', () => {
    const { snapshot, marked, workspace } = runExample(example);
    expect(workspace.bugs).toEqual([]);
    const mine = snapshot.findings().filter((f) => f.rule === rule.id);
    const show = (s: { start: number; end: number }) =>
      `${s.start}-${s.end} ${JSON.stringify(marked.text.slice(s.start, s.end))}`;
    expect(mine.map((f) => show(f.span))).toEqual(marked.ranges.map(show));
    const others = loud(snapshot.findings()).filter((f) => f.rule !== rule.id && !example.also?.includes(f.rule));
    expect(others.map(brief)).toEqual([]);
  });

  it('agrees with its JSON twin', () => checkTwin(rule, example));

  it('gains nothing when any value becomes a template', () => checkTemplates(rule, example));

  if (example.fixed !== undefined) it('is mended by its fix, once', () => checkFix(rule, example));
}

function checkTwin(rule: Rule, example: Example): void {
  if (rule.on === 'file') {
    expect(rule.examples.invalid.length).toBeGreaterThan(0);
    return;
  }
  const look = marksTaskDefinition(example);
  const { marked, snapshot } = runExample(example);
  const json = transcode(unmark(example.text).text);
  if (json === undefined) {
    expect(parse(marked.text, 'yaml').docs.length).toBeGreaterThan(0);
    return;
  }
  const taskDefinition = look ? transcode(marked.text) : example.taskDefinition;
  const previous = example.previous && transcode(example.previous);
  const twin = runExample({ ...example, text: json, taskDefinition, previous }, json, 'ecs-service-def.json', look);
  const lines = (findings: readonly Finding[]) => findings.map(brief).sort();
  expect(lines(twin.snapshot.findings())).toEqual(lines(snapshot.findings()));
}

/**
 * A template may stand for any value: what is not known is no reason for a finding. Rules about the service are tried
 * with templates in both files.
 */
function checkTemplates(rule: Rule, example: Example): void {
  const look = rule.on === 'task-definition' || marksTaskDefinition(example);
  const text = unmark(example.text).text;
  const taskDefinition = example.taskDefinition && unmark(example.taskDefinition).text;
  const { snapshot } = runExample({ ...example, taskDefinition }, text, undefined, look);
  if (text.startsWith('{') || text.includes('<<<<<<<')) {
    expect(snapshot.definitions.length).toBeGreaterThan(0);
    return;
  }
  const key = (f: Finding) => `${f.rule} ${f.path}`;
  const before = new Set(snapshot.findings().map(key));
  const variants: Example[] = withTemplates(taskDefinition ?? '').map((t) => ({ ...example, text, taskDefinition: t }));
  if (!look) variants.push(...withTemplates(text).map((t) => ({ ...example, text: t, taskDefinition })));
  for (const variant of variants) {
    const after = runExample(variant, variant.text, undefined, look).snapshot.findings();
    const gained = after.filter((f) => !before.has(key(f)) && f.rule !== 'unused-suppression');
    expect(gained.map(brief), `${variant.text}\n${variant.taskDefinition}`).toEqual([]);
  }
}

function checkFix(rule: Rule, example: Example): void {
  const first = runExample(example);
  const finding = first.snapshot.findings().find((f) => f.rule === rule.id);
  const fix = finding?.fixes()[0];
  expect(fix, 'has a fix').toBeDefined();
  const edits = changesToEdits(first.snapshot.tree, fix?.changes ?? []);
  expect(edits, 'can be written').toBeDefined();
  const fixed = applyEdits(first.marked.text, edits ?? []);
  expect(fixed).toBe(example.fixed);
  const look = marksTaskDefinition(example);
  const mended = look ? { ...example, taskDefinition: fixed } : { ...example, text: fixed };
  const again = runExample(mended, mended.text, undefined, look).snapshot;
  expect(
    again
      .findings()
      .filter((f) => f.rule === rule.id && f.span.start === finding?.span.start)
      .map(brief),
  ).toEqual([]);
}
