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
const MANY = Array.from({ length: 8 }, (_, i) => TEXT.replace('web', `web-${i}`).replace('EC2', 'EC3')).join('---\n');
const LIST = JSON.stringify({
  services: Array.from({ length: 20 }, (_, i) => ({
    serviceName: `web-${i}`,
    taskDefinition: 'web:1',
    desiredCount: 'x'.repeat(900),
  })),
}).replace('"x', '4, "launchType": "x');

it.each([
  ['one service', 'yaml', TEXT, EDITS],
  ['a stream of services with findings', 'yaml', MANY, EDITS / 10],
  ['a long list of services', 'json', LIST, EDITS / 10],
])('memory stays where it is, however long somebody types: %s', (_, syntax, text, edits) => {
  const engine = createEngine();
  const uri = `file:///w/ecs-service-def.${syntax}`;
  let last = engine.snapshot(uri, text);
  const type = (times: number) => {
    for (let i = 0; i < times; i++) {
      last = engine.snapshot(
        uri,
        text.replace(/desiredCount"?: ?4/, (was) => was + (i % 11 ? i % 9 : '')),
        { last },
      );
      last.findings();
    }
  };
  type(edits / 6);
  const before = heap();
  type(edits);
  expect(heap() - before).toBeLessThan(4_000_000);
});
