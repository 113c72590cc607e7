import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { createEngine } from '../../server/core/engine';

setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;
const heap = () => {
  collect();
  return process.memoryUsage().heapUsed;
};

const EDITS = Number(process.env.SOAK_EDITS ?? 3000);
const TEXT = `serviceName: web\ntaskDefinition: web:1\ndesiredCount: 4\nlaunchType: EC2\ntags:\n${Array.from({ length: 40 }, (_, i) => `  - key: k${i}\n    value: v${i}\n`).join('')}`;

it('memory stays where it is, however long somebody types', () => {
  const engine = createEngine();
  const uri = 'file:///w/ecs-service-def.yaml';
  let last = engine.snapshot(uri, TEXT);
  const type = (edits: number) => {
    for (let i = 0; i < edits; i++) {
      last = engine.snapshot(uri, TEXT.replace('desiredCount: 4', `desiredCount: ${4 + (i % 9)}`), { last });
      last.findings();
    }
  };
  type(500);
  const before = heap();
  type(EDITS);
  expect(heap() - before).toBeLessThan(4_000_000);
});
