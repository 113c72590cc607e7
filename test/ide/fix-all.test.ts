import { describe, expect, it } from 'vitest';
import { createEngine, type Snapshot } from '../../server/core/engine';
import { fixAllIn } from '../../server/core/ide';
import { applyEdits } from '../../server/core/syntax';

const open = (text: string, name = 'ecs-service-def.yaml'): Snapshot =>
  createEngine().snapshot(`file:///w/${name}`, text);

const errorsIn = (snapshot: Snapshot) => snapshot.findings().filter(({ severity }) => severity === 'error');

function fixed(snapshot: Snapshot): Snapshot {
  const edits = fixAllIn(snapshot)?.edits()[snapshot.uri];
  return open(applyEdits(snapshot.text, edits ?? []), snapshot.uri.slice('file:///w/'.length));
}

const service = (i: number, more = '') =>
  `serviceName: web-${i}\ntaskDefinition: web:1\ndesiredCount: "2"\nlaunchType: ec2\npropagateTags: Service\n${more}`;
const stream = (count: number, more?: string) =>
  Array.from({ length: count }, (_, i) => service(i, more)).join('---\n');

describe('all that is safe is fixed at once', () => {
  it.each([
    ['in a long stream', stream(200)],
    ['in a long stream that the yaml package reads', stream(60, 'role: |\n  x\n')],
    ['in a long list', `${service(0)}tags:\n${'  - Key: a\n    Value: b\n'.repeat(300)}`],
  ])('%s', (_, text) => {
    const before = open(text);
    const wrong = errorsIn(before).filter((one) => one.fixes().some((fix) => fix.safe));
    expect(wrong.length).toBeGreaterThan(150);
    const left = errorsIn(fixed(before)).map(({ rule, path }) => `${rule} ${path}`);
    for (const { rule, path } of wrong) expect(left).not.toContain(`${rule} ${path}`);
  });

  it('in text that is broken elsewhere, which stays as it is', () => {
    const after = fixed(open(`${service(0)}role: a: b\n---\n${service(1)}`));
    expect(after.text).toBe(
      `${service(0)}role: a: b\n---\n${service(1)}`
        .replaceAll('"2"', '2')
        .replaceAll('ec2', 'EC2')
        .replaceAll('Service\n', 'SERVICE\n'),
    );
  });
});
