import { afterEach, describe, expect, it, vi } from 'vitest';
import { createEngine } from '../../server/core/engine';
import { Fact } from '../../server/core/model/fact';

/** Work is counted in looks at members, which a clock cannot disturb. */
function looks(work: () => void): number {
  const get = vi.spyOn(Fact.prototype, 'get');
  work();
  const { length } = get.mock.calls;
  get.mockRestore();
  return length;
}

afterEach(() => vi.restoreAllMocks());

const URI = 'file:///w/services.yaml';
const service = (name: string, alias: string) => `serviceName: ${name}
cluster: main
taskDefinition: ${name}:1
desiredCount: 2
launchType: EC2
serviceConnectConfiguration:
  enabled: true
  namespace: shop
  services:
    - portName: http
      discoveryName: ${alias}
      clientAliases:
        - port: 80
          dnsName: ${alias}
`;
const stream = (count: number, alias: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => service(`web-${i}`, alias(i))).join('---\n');
const wrapped = (count: number) =>
  JSON.stringify({
    services: Array.from({ length: count }, (_, i) => ({
      serviceName: `web-${i}`,
      clusterArn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/main',
      taskDefinition: 'web:1',
      desiredCount: 2,
    })),
  });
const long = (count: number) =>
  `serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: EC2\ntags:\n${Array.from({ length: count }, (_, i) => `  - key: k${i}\n    value: v${i}\n`).join('')}`;

const TEXTS: Record<string, (count: number) => string> = {
  'services that share nothing': (count) => stream(count, (i) => `web-${i}`),
  'services that all claim the same name': (count) => stream(count, () => 'web'),
  'the same service again and again': (count) => service('web', 'web').concat('---\n').repeat(count),
  'services in a list': wrapped,
  'one service with a long list': long,
};

describe.each(Object.entries(TEXTS))('%s', (_, make) => {
  it.each([true, false])('cost work that grows with the file (one shot: %s)', (oneShot) => {
    const cost = (count: number) => {
      const text = make(count);
      const host = { read: () => text, list: () => [], version: () => 1 };
      const engine = createEngine({ oneShot, host, workspace: () => [URI] });
      return looks(() => void engine.snapshot(URI, text).findings());
    };
    const [few, many] = [cost(25), cost(100)];
    expect(few).toBeGreaterThan(25);
    expect(many / few).toBeLessThan(4.2);
  });
});

it('a keystroke costs the service that is typed at, and not the others', () => {
  const cost = (count: number) => {
    const text = stream(count, (i) => `web-${i}`);
    const engine = createEngine();
    const last = engine.snapshot(URI, text);
    last.findings();
    const edited = text.replace('desiredCount: 2', 'desiredCount: 20');
    return looks(() => void engine.snapshot(URI, edited, { last }).findings());
  };
  expect(cost(200)).toBe(cost(20));
});
