import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../server/core/engine';
import { RULES } from '../../server/core/rules';
import { unmark } from '../marks';
import { makeWorkspace } from '../workspace';

/** Texts to type at and to paste from: every example of every rule. */
const TEXTS = RULES.flatMap((rule) => [...rule.examples.invalid, ...rule.examples.valid])
  .filter((e) => !e.previous && !e.beside)
  .map((e) => ({ text: unmark(e.text).text, taskDefinition: e.taskDefinition && unmark(e.taskDefinition).text }));

const show = (s: Snapshot) =>
  [...s.findings(), ...s.elsewhere()].map(
    (f) => `${f.severity} ${f.rule} ${f.span.start}-${f.span.end} ${f.path} ${f.message}`,
  );

/** Replaces a line of one text by a line of another, or cuts it out: the way a person edits. */
const edits = fc.array(fc.tuple(fc.nat(60), fc.nat(), fc.nat(60), fc.boolean()), { minLength: 1, maxLength: 6 });

describe('a keystroke', () => {
  it('finds the same as a fresh look', () => {
    fc.assert(
      fc.property(fc.nat(), edits, (start, steps) => {
        const first = TEXTS[start % TEXTS.length] as (typeof TEXTS)[number];
        const files: Record<string, string> = { 'ecs-service-def.yaml': first.text };
        if (first.taskDefinition) files['taskdef.yaml'] = first.taskDefinition;
        const { engine, uri } = makeWorkspace(files);
        const open = (text: string, last?: Snapshot) =>
          engine.snapshot(uri('ecs-service-def.yaml'), text, { expected: 'service', last });
        let text = first.text;
        let last = open(text);
        last.findings();
        for (const [line, other, from, cut] of steps) {
          const lines = text.split('\n');
          const source = (TEXTS[other % TEXTS.length] as (typeof TEXTS)[number]).text.split('\n');
          lines.splice(line % lines.length, 1, ...(cut ? [] : [source[from % source.length] as string]));
          text = lines.join('\n');
          last = open(text, last);
          const fresh = makeWorkspace(files).engine.snapshot(uri('ecs-service-def.yaml'), text, {
            expected: 'service',
          });
          expect(show(last)).toEqual(show(fresh));
        }
      }),
      { numRuns: 400 },
    );
  });
});
