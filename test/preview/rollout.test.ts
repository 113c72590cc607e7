import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../server/core/engine';
import { readCluster } from '../../server/core/rollout/cluster-of';
import { differencesInWords } from '../../server/core/rollout/compare';
import type { Control, Value } from '../../server/core/rollout/control';
import { CONTROLS } from '../../server/core/rollout/controls';
import { decimate, lastIndexAt } from '../../server/core/rollout/decimate';
import { definitionChanges } from '../../server/core/rollout/definition-changes';
import { markdownReport } from '../../server/core/rollout/markdown';
import { planOf } from '../../server/core/rollout/plan-of';
import { figuresOf, verdictSentence } from '../../server/core/rollout/verdict';
import { accepts, applyOverrides, editsOf } from '../../server/core/rollout/what-if';
import { durationWords, momentWords } from '../../server/core/rollout/words';
import { membersToChanges } from '../../server/core/rollout/write-members';
import { simulate } from '../../server/core/simulator';
import type { Plan } from '../../server/core/simulator/plan';
import { applyEdits, changesToEdits } from '../../server/core/syntax';
import { CASES } from './cases';

const service = (text: string, uri = 'file:///service.yaml') => {
  const snapshot = createEngine().snapshot(uri, text, { expected: 'service' });
  const definition = snapshot.definitions[0];
  if (!definition) throw new Error('no service in the text');
  return { snapshot, definition };
};

describe('decimating a step chart', () => {
  const series = fc
    .array(fc.record({ gap: fc.integer({ min: 1, max: 50 }), value: fc.integer({ min: 0, max: 1000 }) }), {
      minLength: 1,
      maxLength: 400,
    })
    .map((points) => {
      let at = 0;
      return { t: points.map(({ gap }) => (at += gap)), values: points.map(({ value }) => value) };
    });

  it('keeps the lowest and the highest value in view, and the order', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: 40 }), ({ t, values }, pixels) => {
        const end = t.at(-1) as number;
        const kept = decimate(t, [values], 0, end, pixels);
        const shown = kept.map((i) => values[i] as number);
        expect(Math.min(...shown)).toBe(Math.min(...values));
        expect(Math.max(...shown)).toBe(Math.max(...values));
        expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
        expect(kept.length).toBeLessThanOrEqual(Math.max(pixels * 2 + 2, (pixels + 1) * 4));
      }),
    );
  });

  it('begins with the value that holds at the left edge', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 0, max: 5000 }), ({ t, values }, from) => {
        const kept = decimate(t, [values], from, from + 1000, 10);
        expect(kept[0]).toBe(Math.max(0, lastIndexAt(t, from)));
      }),
    );
  });
});

describe('what if', () => {
  const value = (control: Control): fc.Arbitrary<Value> => {
    if (control.number) return fc.integer({ min: Math.ceil(control.number.min), max: Math.floor(control.number.max) });
    return control.choices ? fc.constantFrom(...control.choices.map(([one]) => one)) : fc.boolean();
  };
  const plans: Plan[] = [
    ...Object.values(CASES),
    {
      desired: 3,
      scenario: [
        { kind: 'tasks-fail', mode: 'crash' },
        { kind: 'alarm', at: 5000 },
      ],
      strategy: 'LINEAR',
    },
  ];

  it('reads back what it wrote, wherever a control fits', () => {
    for (const plan of plans)
      for (const control of CONTROLS.filter((one) => one.fits?.(plan) ?? true))
        fc.assert(
          fc.property(value(control), (turned) => {
            const read = control.read(control.write(plan, turned));
            // No cluster, no zone: losing one is no event then.
            expect(read, control.id).toBe(turned);
          }),
          { numRuns: 20 },
        );
  });

  it('never changes the plan it was given, and any turn can be simulated', () => {
    const turns = fc.record(Object.fromEntries(CONTROLS.map((control) => [control.id, value(control)])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(fc.constantFrom(...plans.filter(({ desired }) => desired < 100)), turns, (plan, overrides) => {
        const before = JSON.stringify(plan);
        const small = {
          ...overrides,
          desired: Math.min(20, Number(overrides.desired ?? 4)),
          daemonInstances: 5,
          oldCount: 4,
        };
        const report = simulate(applyOverrides(plan, small), { analyse: false });
        expect(JSON.stringify(plan)).toBe(before);
        expect(verdictSentence(report)).toMatch(/\.$/);
        expect(figuresOf(report).length).toBeGreaterThan(2);
      }),
      { numRuns: 200 },
    );
  });

  it('passes over what a control cannot hold', () => {
    const plan: Plan = { desired: 4 };
    expect(applyOverrides(plan, { desired: -1, strategy: 'SIDEWAYS', breaker: 'yes', nobody: 3 })).toEqual(plan);
    for (const control of CONTROLS) expect(accepts(control, Number.NaN)).toBe(false);
  });

  it('tells what the file can say from what it cannot', () => {
    const turned = { maximumPercent: 150, breaker: true, failure: 'crash' };
    expect(editsOf({ desired: 4 }, turned)).toEqual({
      edits: [
        { pointer: '/deploymentConfiguration/maximumPercent', value: 150 },
        { pointer: '/deploymentConfiguration/deploymentCircuitBreaker/enable', value: true },
        { pointer: '/deploymentConfiguration/deploymentCircuitBreaker/rollback', value: false },
      ],
      beyond: ['New tasks'],
    });
  });

  it.each([
    ['serviceName: web # mine\ndesiredCount: 2\n', 'file:///service.yaml'],
    ['{\n  "serviceName": "web",\n  "desiredCount": 2\n}\n', 'file:///service.json'],
    ['ServiceName: web\nDesiredCount: 2\nDeploymentConfiguration:\n  MaximumPercent: 120\n', 'file:///service.yaml'],
  ])('writes into the file what was turned, and reads it back: %j', (text, uri) => {
    const { snapshot, definition } = service(text, uri);
    const { edits } = editsOf(
      { desired: 2 },
      { desired: 7, maximumPercent: 150, breaker: true, breakerRollback: true },
    );
    const changes = membersToChanges(definition, edits);
    const written = changes && changesToEdits(snapshot.tree, changes);
    if (!written) throw new Error('refused');
    const after = service(applyEdits(text, written), uri).definition;
    const { plan } = planOf({ service: after.service, traits: after.traits(), taskDefinition: undefined });
    expect(plan).toMatchObject({ desired: 7, maximumPercent: 150, circuitBreaker: { enable: true, rollback: true } });
    if (text.includes('# mine'))
      expect(applyEdits(text, written)).toContain('serviceName: web # mine\ndesiredCount: 7\n');
    if (text.startsWith('ServiceName')) expect(applyEdits(text, written)).toContain('DesiredCount: 7');
  });
});

describe('words', () => {
  it.each([
    [0, '0 s'],
    [119_400, '119 s'],
    [120_000, '2 min'],
    [7_200_000, '2 h'],
    [7_500_000, '2 h 5 min'],
    [259_200_000, '3 d'],
  ])('duration %i', (ms, words) => expect(durationWords(ms)).toBe(words));

  it.each([
    [7_000, '0:07'],
    [817_000, '13:37'],
    [3_723_000, '1:02:03'],
  ])('moment %i', (ms, words) => expect(momentWords(ms)).toBe(words));

  it('says of two runs what is different, and nothing of a run and itself', () => {
    const stuck = simulate(CASES.stuck);
    const freed = simulate({ ...CASES.stuck, maximumPercent: 200 });
    expect(differencesInWords(stuck, stuck)).toEqual([]);
    expect(differencesInWords(stuck, freed)[0]).toBe('It completes; before, it never finishes.');
    const slow = simulate({ ...CASES.healthy, maximumPercent: 120 });
    expect(differencesInWords(simulate(CASES.healthy), slow).join(' ')).toMatch(
      /It takes \d+ min longer: .* fewer than before/,
    );
  });

  it.each([
    [818_000, 1_047_000, 'It takes 3 min longer: 17 min instead of 14 min.'],
    [1_047_000, 818_000, 'It takes 3 min less: 14 min instead of 17 min.'],
    [818_000, 838_000, 'It takes 20 s longer.'],
    [97_000, 90_000, 'It takes 7 s less: 90 s instead of 97 s.'],
  ])('takes durations from each other as they are shown: %i to %i ms', (from, to, sentence) => {
    const lasting = (ms: number) => {
      const report = simulate(CASES.healthy);
      return { ...report, duration: { ...report.duration, default: ms } };
    };
    expect(differencesInWords(lasting(from), lasting(to))).toEqual([sentence]);
  });

  it('names the values of settings without the marks of JSON', () => {
    const text = markdownReport(simulate(CASES.rollback));
    expect(text).toContain('| stopPolicy | eager |');
    expect(text).toContain('| backoffSeconds | 30, 30, 300, 600, 1200, 1620 |');
  });

  it('lets no name out of its cell', () => {
    const text = markdownReport(simulate({ ...CASES.stuck, service: 'a|b`<img src=x>@me\n# c' }));
    expect(text).toContain('## Rollout of a\\|b\\`&lt;img src=x&gt;&#64;me # c\n');
    expect(text).not.toMatch(/<img|\n# c/);
  });
});

describe('two versions of a definition', () => {
  const changes = (a: string, b: string) =>
    definitionChanges(service(a).definition.service, service(b).definition.service);

  it('are compared as deep as members go', () => {
    const a =
      'serviceName: web\ndesiredCount: 2\ndeploymentConfiguration: {maximumPercent: 150, minimumHealthyPercent: 50}\n';
    const b =
      'serviceName: web\ndeploymentConfiguration: {maximumPercent: 200, minimumHealthyPercent: 50}\ntaskDefinition: web:2\n';
    expect(changes(a, b)).toEqual([
      { pointer: '/desiredCount', before: '2', now: undefined, effect: 'left out: the service keeps what it has' },
      {
        pointer: '/deploymentConfiguration/maximumPercent',
        before: '150',
        now: '200',
        effect: 'takes effect without a deployment',
      },
      { pointer: '/taskDefinition', before: undefined, now: '"web:2"', effect: 'starts a deployment' },
    ]);
  });

  it('are not said to differ where that cannot be known', () => {
    expect(changes('serviceName: web\ndesiredCount: 2\n', 'serviceName: web\ndesiredCount: {{ env `N` }}\n')).toEqual(
      [],
    );
  });
});

describe('zone rebalancing in a definition', () => {
  const plans = (text: string, create: boolean) => {
    const { definition } = service(`serviceName: web\ndesiredCount: 3\nlaunchType: EC2\n${text}`);
    const { service: facts } = definition;
    return planOf({ service: facts, traits: definition.traits(), taskDefinition: undefined, create }).plan
      .zoneRebalancing;
  };
  const binpack = 'placementStrategy: [{type: binpack, field: cpu}]\n';
  const spread = 'placementStrategy: [{type: spread, field: "attribute:ecs.availability-zone"}]\n';
  const oneZone =
    'placementConstraints: [{type: memberOf, expression: "attribute:ecs.availability-zone == eu-west-1a"}]\n';

  it.each([
    ['', true, true],
    ['', false, undefined],
    [spread, true, true],
    [binpack, true, false],
    [oneZone, true, false],
    ['availabilityZoneRebalancing: ENABLED\n', false, true],
    [`availabilityZoneRebalancing: ENABLED\n${binpack}`, false, false],
    ['availabilityZoneRebalancing: DISABLED\n', true, false],
  ])('%j, created: %s', (text, create, expected) => {
    expect(plans(text, create)).toBe(expected);
  });
});

describe('the default strategy of a cluster', () => {
  const launch = (text: string, names: string[]) => {
    const { definition } = service(`serviceName: web\ndesiredCount: 3\n${text}`);
    const defaultCapacityProviderStrategy = names.map((capacityProvider) => ({ capacityProvider, weight: 1 }));
    const cluster = { defaultCapacityProviderStrategy };
    return planOf({ service: definition.service, traits: definition.traits(), taskDefinition: undefined, cluster }).plan
      .launch;
  };

  it('stands in where the service names neither a strategy nor a launch type', () => {
    const spot = { name: 'FARGATE_SPOT', weight: 1 };
    expect(launch('', ['FARGATE_SPOT'])).toEqual({ kind: 'FARGATE', providers: [spot] });
    expect(launch('capacityProviderStrategy: []\n', ['FARGATE_SPOT'])).toEqual({ kind: 'FARGATE', providers: [spot] });
    expect(launch('', ['own'])).toEqual({ kind: 'EC2', providers: [{ name: 'own', weight: 1 }] });
    expect(launch('', [])).toBeUndefined();
  });

  it('gives way to both', () => {
    expect(launch('launchType: EC2\n', ['FARGATE_SPOT'])).toEqual({ kind: 'EC2' });
    expect(launch('capacityProviderStrategy: [{capacityProvider: FARGATE, weight: 1}]\n', ['own'])).toEqual({
      awsvpc: true,
      kind: 'FARGATE',
      providers: [{ name: 'FARGATE', weight: 1 }],
    });
  });
});

describe('a cluster file', () => {
  it('is read as JSON or YAML', () => {
    const instances = [{ zone: 'a', cpu: 1024, memory: 2048 }];
    expect(readCluster('c.json', JSON.stringify({ instances }))).toEqual({ cluster: { instances }, problems: [] });
    expect(readCluster('c.yaml', 'instances:\n  - {zone: a, cpu: 1024, memory: 2048}\n').cluster).toEqual({
      instances,
    });
  });

  it.each([
    ['instances:\n  - {zone: a, cpu: many, memory: 1}', 2, /cpu is .*should be integer/],
    ['instance: []', 1, /There is no instance/],
    ['- a', 1, /no cluster description/],
    ['{"instances": [', 1, /./],
  ])('is refused with the line: %j', (text, line, words) => {
    const { cluster, problems } = readCluster(text.startsWith('{') ? 'c.json' : 'c.yaml', text);
    expect(cluster).toBeUndefined();
    expect(problems[0]?.line).toBe(line);
    expect(problems[0]?.text).toMatch(words);
  });
});
