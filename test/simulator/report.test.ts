/** What the report says: durations and their parts, advice, proof, events, and the answer of DescribeServices. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  describeAt,
  milestones,
  type Plan,
  type Report,
  simulate,
  simulateMany,
} from '../../server/core/simulator/index';

const web: Plan = {
  desired: 4,
  service: 'web',
  taskDefinition: { family: 'web', revision: 8 },
  loadBalancing: { kind: 'application' },
};
const broken: Plan = {
  ...web,
  circuitBreaker: { enable: true, rollback: true },
  scenario: [{ kind: 'image-not-found' }],
};
const stuck: Plan = { desired: 3, minimumHealthyPercent: 100, maximumPercent: 125 };

type Service = Record<string, unknown> & { deployments: Record<string, unknown>[]; events: { message: string }[] };
const serviceAt = (report: Report, seconds: number) => describeAt(report, seconds * 1000).services[0] as Service;

describe('durations', () => {
  it('follow the scheduler: 4 tasks without checks on Fargate', () => {
    // First pass 7; probe runs at 32, seen at 37; the rest run at 62, healthy at 102, seen at 107; stopped 17 s later,
    // seen at 127.
    const r = simulate({ desired: 4 });
    expect(r.duration.default).toBe(127_000);
    expect(r.waves.map((wave) => [wave.at, wave.launched])).toEqual([
      [7_000, 1],
      [37_000, 3],
    ]);
  });

  it('of a load balanced service are mostly its deregistration delay', () => {
    // 97 s until the last old tasks stop, then 10 + 300 + 2 + 15 and the next pass.
    const r = simulate(web);
    expect(r.duration.default).toBe(427_000);
    const longest = r.duration.parts.reduce((a, b) => (b.ms > a.ms ? b : a));
    expect(longest).toMatchObject({ ms: 300_000, source: '/loadBalancers' });
  });

  it('are divided by what the rollout waits for', () => {
    // Runs at 32, healthy at 72, seen at 77, old stopped at 94, seen at 97: 5 + 3 s of waiting for passes.
    const r = simulate({ desired: 1 });
    expect(r.duration.parts.map((part) => [part.source, part.ms / 1000])).toEqual([
      ['timing:firstPass', 7],
      ['timing:launchOverhead', 3],
      ['timing:provisioning', 12],
      ['timing:pull', 7],
      ['timing:start', 3],
      ['timing:noCheckHealthy', 40],
      ['timing:tick', 8],
      ['timing:sigterm', 2],
      ['timing:deprovision', 15],
    ]);
  });

  it('have a range that contains the default', () => {
    for (const plan of [web, broken, { desired: 2, strategy: 'CANARY' as const }]) {
      const {
        best,
        default: typical,
        worst,
      } = simulate(plan).duration as { best: number; default: number; worst: number };
      expect(best).toBeLessThanOrEqual(typical);
      expect(worst).toBeGreaterThanOrEqual(typical);
    }
  });

  it('of real logs are within 35 percent in at least four of five', () => {
    const logs = JSON.parse(readFileSync(new URL('./observed.json', import.meta.url), 'utf8')) as {
      plan: Plan;
      observed: Record<string, number>;
      last?: string;
    }[];
    const close = logs.filter(({ plan, observed, last = 'finish' }) => {
      const seen = observed[last] as number;
      return Math.abs((milestones(simulate(plan))[last] ?? Number.POSITIVE_INFINITY) - seen) <= 0.35 * seen;
    });
    expect(logs).toHaveLength(5);
    expect(close.length).toBeGreaterThanOrEqual(4);
  });
});

describe('a stuck rollout', () => {
  it('is proved by two numbers that wait for each other', () => {
    const r = simulate(stuck);
    expect(r.verdict).toMatchObject({ outcome: 'stuck', at: null });
    expect(r.stuck).toMatchObject({ lower: 3, upper: 3, healthy: 3, total: 3, mayStart: 0, mayStop: 0 });
    expect(r.stuck?.text).toContain('the maximum is 3');
    expect(r.stuck?.text).toContain('the minimum is 3');
    expect(r.events.map((event) => event.kind)).toEqual(['configuration']);
  });

  it('is freed by the smallest change of each number, simulated', () => {
    const edits = simulate(stuck).stuck?.edits.map((edit) => [edit.pointer, edit.from, edit.to, edit.result.outcome]);
    expect(edits).toEqual([
      ['/deploymentConfiguration/maximumPercent', 125, 134, 'completed'],
      ['/deploymentConfiguration/minimumHealthyPercent', 100, 66, 'completed'],
    ]);
  });

  it('for want of room says so and counts the slots', () => {
    const r = simulate({ desired: 6, capacity: { kind: 'slots', slots: 6 } });
    expect(r.stuck).toMatchObject({ free: 0, mayStart: 0, mayStop: 0 });
    expect(r.stuck?.text).toContain('no room');
    expect(r.stuck?.edits.map((edit) => [edit.pointer, edit.to])).toEqual([
      ['/deploymentConfiguration/minimumHealthyPercent', 83],
      ['assumption:capacity', 7],
    ]);
    expect(r.events.map((event) => event.kind)).toContain('unable-to-place');
  });

  it('on instances with one task each needs a spare instance', () => {
    const instances = ['a', 'b'].map((zone) => ({ id: `${zone}1`, zone, cpu: 1024, memory: 4096 }));
    const r = simulate({
      desired: 2,
      launch: { kind: 'EC2' },
      capacity: { kind: 'cluster', cluster: { instances } },
      placement: { needs: { cpu: 256, memory: 256 }, constraints: [{ type: 'distinctInstance' }] },
    });
    expect(r.stuck?.text).toContain('distinctInstance');
    expect(r.stuck?.edits.map((edit) => [edit.pointer, edit.from, edit.to])).toEqual([
      ['/deploymentConfiguration/minimumHealthyPercent', 100, 50],
      ['assumption:capacity', 2, 3],
    ]);
  });

  it('names how many tasks a percentage really frees', () => {
    const texts = simulate({ desired: 500, maximumPercent: 100 }).stuck?.edits.map((edit) => edit.text);
    expect(texts?.[0]).toContain('505 tasks');
    expect(texts?.[1]).toContain('stop 5 tasks');
  });

  it('of failing tasks is ended by the circuit breaker', () => {
    const scenario = [{ kind: 'tasks-fail' as const, mode: 'crash' as const, after: 5_000 }];
    const r = simulate({ desired: 2, scenario });
    expect(r.stuck?.edits).toMatchObject([
      { pointer: '/deploymentConfiguration/deploymentCircuitBreaker/enable', result: { outcome: 'rolled-back' } },
    ]);
    expect(r.tasks.launched.length).toBeLessThan(100);
    expect(r.events.at(-1)?.kind).toBe('impaired');
    expect(r.assumptions.map((assumption) => assumption.name)).toContain('restartsFollowed');
  });

  it('has no duration and exceeds the waiter', () => {
    const r = simulate(stuck);
    expect(r.duration).toMatchObject({ best: null, default: null, worst: null, parts: [] });
    expect(r.limits[0]).toMatchObject({ name: 'services-stable waiter', exceeded: true, ms: null });
  });
});

describe('the circuit breaker', () => {
  it('reports threshold, count and both readings of when it acts', () => {
    // Probes fail 20 s after 7, 57 and 107; the other reading waits for the pause of 300 s.
    const { breaker } = simulate(broken);
    expect(breaker).toMatchObject({ threshold: 3, tripAt: 127_000, tripCount: 3, tripAtLatest: 427_000 });
  });

  it('warns when nothing has completed yet', () => {
    const r = simulate({ ...broken, change: 'create' });
    expect(r.verdict.outcome).toBe('stalled');
    expect(r.notes.map((note) => note.source)).toContain('/deploymentConfiguration/deploymentCircuitBreaker/rollback');
  });

  it('counts placements without room, while nothing has run', () => {
    // Refused at 7, then after pauses of 30 and 30 s: the third refusal reaches the threshold, and
    // the next pass acts on it.
    const r = simulate({
      desired: 1,
      change: 'create',
      capacity: { kind: 'slots', slots: 0 },
      circuitBreaker: { enable: true, rollback: false },
    });
    expect(r.breaker).toMatchObject({ tripAt: 77_000, tripCount: 3 });
    expect(r.verdict.outcome).toBe('stalled');
  });
});

describe('advice', () => {
  it('is simulated and sorted by what it saves', () => {
    const { suggestions, duration } = simulate(web);
    expect(suggestions.map((s) => [s.pointer, s.to, s.savesMs])).toEqual([
      ['/loadBalancers', 30, 270_000],
      ['taskDefinition#/containerDefinitions', 'digest', 30_000],
      ['/loadBalancers', 10, 20_000],
    ]);
    for (const s of suggestions) expect((duration.default as number) - (s.result.finish as number)).toBe(s.savesMs);
  });

  it('widens narrow rollouts, ends ignored signals and long waits', () => {
    const narrow = simulate({ desired: 4, maximumPercent: 125, honoursSigterm: false });
    expect(narrow.suggestions.map((s) => s.to)).toEqual(expect.arrayContaining([200, 'SIGTERM']));
    const kept = simulate({ desired: 2, controller: 'CODE_DEPLOY' });
    expect(kept.suggestions[0]).toMatchObject({
      pointer: 'assumption:terminationWait',
      from: 60,
      to: 5,
      savesMs: 55 * 60_000,
    });
    const slow = simulate({ desired: 2, containerChecks: [{ intervalSeconds: 60 }] });
    expect(slow.suggestions[0]).toMatchObject({ from: 60, to: 10 });
  });

  it('is silent about what does not finish', () => {
    expect(simulate(stuck).suggestions).toEqual([]);
    expect(simulate(broken).suggestions).toEqual([]);
  });

  it('notes a service that goes down, and the kinder order', () => {
    const down = simulate({ desired: 1, minimumHealthyPercent: 0, maximumPercent: 100 });
    expect(down.counts).toMatchObject({ floor: 0, floorAt: 7_000 });
    expect(down.notes.map((note) => note.source)).toContain('/deploymentConfiguration/minimumHealthyPercent');
    const open = simulate({ desired: 4, minimumHealthyPercent: 50, maximumPercent: 200 });
    expect(open.notes.map((note) => note.source)).toContain('option:stopPolicy');
    expect(simulate({ desired: 4 }).notes).toEqual([]);
  });

  it('checks the limits of what waits for it', () => {
    expect(simulate({ desired: 2 }).limits).toMatchObject([
      { name: 'services-stable waiter', exceeded: false },
      { name: 'CloudFormation', exceeded: false },
    ]);
    const shifting = { desired: 2, serviceConnect: true, strategy: 'LINEAR' as const };
    const exceeded = (stepPercent: number, stepBakeMinutes: number) => {
      const { limits } = simulate({ ...shifting, linear: { stepPercent, stepBakeMinutes } });
      return limits.filter((limit) => limit.exceeded).map((limit) => limit.name);
    };
    // 33 days, each step of 24 hours; then five days, and a person who takes two for one stage.
    expect(exceeded(3, 1440)).toEqual(['services-stable waiter', 'CloudFormation', 'deployment']);
    expect(exceeded(10, 720)).toEqual(['services-stable waiter', 'CloudFormation']);
    const twoDays = { target: 'PAUSE' as const, stages: ['POST_SCALE_UP' as const], timeoutMinutes: 20_160 };
    const slow = simulate({ ...shifting, hooks: [twoDays], timings: { pauseHook: 48 * 3_600_000 } });
    expect(slow.limits.find((limit) => limit.name === 'stage')).toMatchObject({ exceeded: true });
    expect(simulate({ desired: 2, controller: 'CODE_DEPLOY' }).limits.map((limit) => limit.name)).toContain(
      'CodeDeploy installation',
    );
  });
});

describe('counts', () => {
  it('floor, peak and what the peak needs', () => {
    const r = simulate({ ...web, launch: { kind: 'FARGATE', zones: ['a', 'b'] }, task: { cpu: 256, memory: 512 } });
    expect(r.counts).toMatchObject({
      lower: 4,
      upper: 8,
      floor: 4,
      peak: 8,
      peakCpu: 2048,
      peakMemory: 4096,
      peakZones: { a: 4, b: 4 },
    });
    expect(r.counts.belowDesiredMs).toBe(0);
  });

  it('time below desired', () => {
    // One of two stops at 7, is gone at 24, its replacement starts at 27, runs at 52 and is healthy at 92. At 97 the
    // other stops; its replacement is healthy at 182: twice 85 s.
    const r = simulate({ desired: 2, minimumHealthyPercent: 50, maximumPercent: 100, image: { pinned: true } });
    expect(r.counts.belowDesiredMs).toBe(170_000);
    expect(r.duration.default).toBe(187_000);
  });

  it('uneven zones after a rollout are noted', () => {
    const r = simulate({
      desired: 4,
      launch: { kind: 'EC2' },
      capacity: {
        kind: 'cluster',
        cluster: {
          instances: [
            { id: 'a1', zone: 'a', cpu: 12, memory: 99 },
            { id: 'b1', zone: 'b', cpu: 4, memory: 99 },
          ],
        },
      },
      placement: { needs: { cpu: 1, memory: 1 }, oldNeeds: { cpu: 3, memory: 1 } },
    });
    expect(r.notes.map((note) => note.text).join()).toContain('a 3, b 1');
  });
});

describe('events', () => {
  it('have the shapes of ECS', () => {
    const r = simulate(web);
    const lines = r.events.map((event) =>
      event.message.replace(/[0-9a-f]{32}/g, 'ID').replace(/ecs-svc\/\d+/g, 'ecs-svc/N'),
    );
    expect(lines[0]).toBe('(service web) has started 1 task: (task ID).');
    expect(lines).toContain('(service web) registered 3 targets in (target-group web-tg).');
    expect(lines).toContain('(service web), taskSet ecs-svc/N has begun draining connections on 3 tasks.');
    expect(lines.slice(-2)).toEqual([
      '(service web) (deployment ecs-svc/N) deployment completed.',
      '(service web) has reached a steady state.',
    ]);
  });

  it('name ten tasks at most', () => {
    const r = simulate({ desired: 30, image: { pinned: true } });
    expect(r.events[0]?.message).toContain('and 20 more');
    expect(r.events[0]?.tasks).toHaveLength(30);
  });

  it('tell failures before what follows from them', () => {
    const kinds = simulate(broken)
      .events.slice(-5)
      .map((event) => event.kind);
    expect(kinds).toEqual(['unhealthy', 'failed', 'rolling-back', 'completed', 'steady']);
  });

  it('lead to the line that causes them', () => {
    const sources = (plan: Plan, kind: string) =>
      simulate(plan)
        .events.filter((e) => e.kind === kind)
        .map((e) => e.source);
    expect(sources({ desired: 4, maximumPercent: 150, image: { pinned: true } }, 'started')[0]).toBe(
      '/deploymentConfiguration/maximumPercent',
    );
    expect(sources({ desired: 4 }, 'started')).toEqual(['option:digestProbe', '/desiredCount']);
    expect(sources({ desired: 4, minimumHealthyPercent: 50, maximumPercent: 100 }, 'stopped')[0]).toBe(
      '/deploymentConfiguration/minimumHealthyPercent',
    );
    expect(sources(broken, 'unhealthy')).toEqual(['scenario:0', 'scenario:0', 'scenario:0']);
    expect(sources(broken, 'rolling-back')).toEqual(['/deploymentConfiguration/deploymentCircuitBreaker/rollback']);
  });
});

describe('DescribeServices', () => {
  const r = simulate(web);

  it('right after the call shows the new deployment empty and the old one full', () => {
    const service = serviceAt(r, 0);
    expect(service).toMatchObject({
      desiredCount: 4,
      runningCount: 4,
      pendingCount: 0,
      launchType: 'FARGATE',
      events: [],
    });
    expect(service.deployments).toMatchObject([
      { status: 'PRIMARY', desiredCount: 0, runningCount: 0, pendingCount: 0, rolloutState: 'IN_PROGRESS' },
      { status: 'ACTIVE', desiredCount: 4, runningCount: 4, rolloutState: 'COMPLETED' },
    ]);
    expect(service.deployments.map((d) => d.taskDefinition)).toEqual([
      'arn:aws:ecs:region:account:task-definition/web:8',
      'arn:aws:ecs:region:account:task-definition/web:7',
    ]);
  });

  it('in the middle counts pending and running by deployment, newest event first', () => {
    const service = serviceAt(r, 40);
    expect(service).toMatchObject({ runningCount: 5, pendingCount: 3 });
    expect(service.deployments).toMatchObject([
      { desiredCount: 4, pendingCount: 3, runningCount: 1, updatedAt: 37 },
      { runningCount: 4 },
    ]);
    expect(service.events[0]?.message).toContain('has started 3 tasks');
  });

  it('in the end has one deployment, completed', () => {
    const service = serviceAt(r, 1_000);
    expect(service.deployments).toHaveLength(1);
    expect(service.deployments[0]).toMatchObject({ status: 'PRIMARY', rolloutState: 'COMPLETED', runningCount: 4 });
    expect(service.deployments[0]?.rolloutStateReason).toMatch(/^ECS deployment ecs-svc\/\d{19} completed\.$/);
  });

  it('while rolling back names the returning deployment PRIMARY and keeps its id', () => {
    const back = simulate(broken);
    const before = serviceAt(back, 0).deployments[1]?.id;
    const service = serviceAt(back, 200);
    expect(service.deployments).toMatchObject([
      { id: before, status: 'PRIMARY', rolloutState: 'COMPLETED', failedTasks: 0 },
    ]);
    expect(serviceAt(back, 60).deployments[0]).toMatchObject({ failedTasks: 1, rolloutState: 'IN_PROGRESS' });
  });

  it('shows providers instead of the launch type when there are some', () => {
    const providers = [
      { name: 'FARGATE', base: 1, weight: 1 },
      { name: 'FARGATE_SPOT', weight: 3 },
    ];
    const service = serviceAt(simulate({ desired: 4, launch: { kind: 'FARGATE', providers } }), 50);
    expect(service.launchType).toBeUndefined();
    expect(service.capacityProviderStrategy).toEqual([
      { capacityProvider: 'FARGATE', base: 1, weight: 1 },
      { capacityProvider: 'FARGATE_SPOT', base: 0, weight: 3 },
    ]);
  });

  it('of a new service has no older deployment', () => {
    const fresh = simulate({ desired: 2, change: 'create' });
    expect(serviceAt(fresh, 20).deployments).toHaveLength(1);
    expect(fresh.deployments).toHaveLength(1);
    expect(fresh.events.every((event) => event.deployment === 0)).toBe(true);
  });
});

describe('size', () => {
  it('5,000 tasks fit in columns of less than a megabyte', () => {
    expect(JSON.stringify(simulate({ ...web, desired: 5_000 }, { analyse: false })).length).toBeLessThan(1_000_000);
  });
});

describe('many runs', () => {
  it('tell odds: a task that crashes half of the time trips the breaker often', () => {
    const plan: Plan = {
      desired: 4,
      circuitBreaker: { enable: true, rollback: true, type: 'COUNT', value: 2 },
      scenario: [{ kind: 'tasks-fail', mode: 'crash', sharePercent: 50 }],
    };
    const { probability, runs } = simulateMany(plan, { runs: 300, samples: 0 });
    expect(runs).toBe(300);
    expect(probability.tripped).toBeGreaterThan(0.3);
    expect(probability.tripped).toBeLessThan(1);
    expect(probability['rolled-back']).toBeCloseTo(probability.tripped);
  });

  it('spread the durations and sample the counts', () => {
    const r = simulateMany(web, { runs: 100, samples: 5 });
    expect(r.duration?.most).toBeGreaterThan(r.duration?.least as number);
    expect(r.healthy.t).toHaveLength(5);
    expect(r.healthy.p50[0]).toBe(4);
    expect(r.floor.least).toBe(4);
  });
});
