import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createEngine, type Snapshot } from '../../server/core/engine';
import '../chance';

const service = (name: string, discovery: string) => `serviceName: ${name}
cluster: main
taskDefinition: ${name}
desiredCount: 2
launchType: EC2
loadBalancers:
  - targetGroupArn: arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/0123456789abcdef
    containerName: app
    containerPort: 80
serviceConnectConfiguration:
  enabled: true
  namespace: internal
  services: [{portName: http, discoveryName: ${discovery}}]
`;
const task = (family: string, container: string) =>
  `family: ${family}\ncontainerDefinitions: [{name: ${container}, image: x, memory: 64}]\n`;
const TEXTS = [
  service('web', 'web'),
  service('web', 'shared'),
  service('job', 'shared'),
  `${service('web', 'a')}---\n${service('job', 'a')}`,
  task('web', 'app'),
  task('web', 'api'),
  task('job', 'app'),
  'nothing: of ours\n',
];
const CONFIGS = [
  'service_definition: a.yaml\ntask_definition: b.yaml\n',
  'service_definition: a.yaml\ntask_definition: c.yaml\n',
  'service_definition: [',
];
const URIS = ['a', 'b', 'c', 'd'].map((name) => `file:///w/${name}.yaml`);
const CONFIG = 'file:///w/ecspresso.yml';

type Step = { uri: string; text: string | undefined } | { ask: string };

/** A shell with files that change, which counts the changes. */
function world(files: Map<string, string>, version: () => number) {
  const engine = createEngine({
    host: { read: (uri) => files.get(uri), list: () => [...files.keys()].sort(), version },
    workspace: () => [...files.keys()].sort(),
  });
  const last = new Map<string, Snapshot>();
  return (uri: string) => {
    const snapshot = engine.snapshot(uri, files.get(uri) ?? '', { last: last.get(uri) });
    last.set(uri, snapshot);
    return snapshot.findings().map(({ rule, span, message, related }) => {
      const others = related.map((other) => `${other.uri} ${other.span.start}-${other.span.end} ${other.message}`);
      return [rule, span.start, span.end, message, ...others].join('\n');
    });
  };
}

const text = fc.option(fc.constantFrom(...TEXTS), { nil: undefined });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ uri: fc.constantFrom(...URIS), text }) },
  {
    weight: 1,
    arbitrary: fc.record({
      uri: fc.constant(CONFIG),
      text: fc.option(fc.constantFrom(...CONFIGS), { nil: undefined }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ ask: fc.constantFrom(...URIS) }) },
);

it('whatever changes around a document, in whatever order is asked: what is found is what a fresh look finds', () => {
  let found = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 6, maxLength: 30 }), (steps) => {
      const files = new Map<string, string>();
      let version = 0;
      const look = world(files, () => version);
      for (const each of steps) {
        if ('ask' in each) {
          if (!files.has(each.ask)) continue;
          const fresh = world(new Map(files), () => 0)(each.ask);
          found += fresh.length;
          expect(look(each.ask)).toEqual(fresh);
          continue;
        }
        version++;
        if (each.text === undefined) files.delete(each.uri);
        else files.set(each.uri, each.text);
        // What is edited is looked at.
        if (each.text !== undefined) look(each.uri);
      }
    }),
    { numRuns: 100 },
  );
  expect(found).toBeGreaterThan(300);
});
