/**
 * Replays reference traces: small pinned runs of an ideal scheduler (a pass at every instant, no delays of its own).
 * Times in traces are seconds, in `traffic` also minutes; the simulator counts ms. Only what a trace expects is compared.
 */
import { bounds, computedDesiredCount } from './bounds';
import { threshold } from './breaker';
import { completePlan, type FullPlan } from './normalize';
import { placementReplays } from './placement';
import type { Disturbance, FailureMode, Plan } from './plan';
import { Recorder } from './recorder';
import type { Outcome } from './report/types';
import { run } from './run';
import type { World } from './world';

export interface Trace {
  id: string;
  kind: string;
  in: Record<string, unknown>;
  expect: Record<string, unknown>;
}

type Answer = Record<string, unknown>;
type Replayer = (input: never) => object;

const REPLAYERS: Record<string, Replayer> = {
  bounds: (input: BoundsIn) => replayBounds(input),
  threshold: (input: ThresholdIn) => ({ threshold: threshold(input.desired, input.type, input.value) }),
  taskset: (input: { desired: number; scale: number }) => ({
    computedDesiredCount: computedDesiredCount(input.desired, input.scale),
  }),
  rolling: (input: RollingIn) => replayRolling(input),
  daemon: (input: DaemonIn) => replayDaemon(input),
  ...placementReplays,
  traffic: (input: TrafficIn) => replayTraffic(input),
};

/** Differences between what a trace expects and what the simulator does, one line each; empty = it agrees. */
export function replayTrace(trace: Trace): string[] {
  const replay = REPLAYERS[trace.kind];
  if (!replay) return [`unknown kind ${JSON.stringify(trace.kind)}`];
  let answer: Answer;
  try {
    answer = { ...replay(trace.in as never) };
  } catch (error) {
    return [`threw ${error instanceof Error ? error.message : String(error)}`];
  }
  const differs: string[] = [];
  for (const [name, expected] of Object.entries(trace.expect)) {
    const wanted = canonical(expected);
    const got = canonical(answer[name]);
    if (wanted !== got) differs.push(`${name} expected ${wanted} but was ${got}`);
  }
  return differs;
}

/** JSON with the keys of objects in order, so that only content is compared. */
function canonical(value: unknown): string {
  if (value === undefined) return 'undefined';
  return JSON.stringify(value, (_, v) =>
    v && typeof v === 'object' && !Array.isArray(v) ? Object.fromEntries(Object.entries(v).sort(byKey)) : v,
  );
}

const byKey = (a: [string, unknown], b: [string, unknown]) => (a[0] < b[0] ? -1 : 1);
const seconds = (value: number) => Math.round(value * 1000);
const inSeconds = (ms: number) => ms / 1000;

interface BoundsIn {
  desired: number;
  min: number;
  max: number;
}

function replayBounds({ desired, min, max }: BoundsIn): Answer {
  const { lower, upper } = bounds(desired, min, max);
  return { lower, upper, canStart: upper > desired, canStop: lower < desired };
}

interface ThresholdIn {
  desired: number;
  type?: 'COUNT' | 'BOUNDED_PERCENT' | 'UNBOUNDED_PERCENT';
  value?: number;
}

interface Times {
  S: number;
  H: number;
  D: number;
}

/** The ideal scheduler of the traces: no delays of its own, no quotas, and it never gives up. */
export function idealPlan(plan: Plan, { S, H, D }: Times): Plan {
  return {
    ...plan,
    timings: {
      tick: 0,
      firstPass: 0,
      weightChange: 0,
      lambdaHook: 0,
      launchToRunning: seconds(S),
      runningToHealthy: seconds(H),
      stopToStopped: seconds(D),
      ...plan.timings,
    },
    options: {
      digestProbe: false,
      launchesPerMinute: 0,
      fargateBurst: 0,
      placementRefusals: 'ignore',
      patienceHours: 24 * 365,
      restartsFollowed: Number.MAX_SAFE_INTEGER,
      ...plan.options,
    },
  };
}

interface RollingIn extends BoundsIn, Times {
  oldCount?: number;
  cap?: number;
  first?: boolean;
  fail?: { mode: FailureMode; after: number; firstN?: number; only?: number[] };
  backoff?: number[];
  breaker?: { enable: boolean; rollback: boolean; type?: ThresholdIn['type']; value?: number; reset?: boolean };
  until?: number;
}

const STATUS: Record<Outcome, string> = {
  completed: 'COMPLETED',
  stuck: 'STUCK',
  'rolled-back': 'ROLLED_BACK',
  stalled: 'FAILED_STALLED',
  failed: 'FAILED',
};

/** Without a cut-off a trace that never ends is followed for thirty days. */
const LONG = 30 * 24 * 3600;

function rollingPlan(input: RollingIn): FullPlan {
  const { fail } = input;
  const scenario: Disturbance[] = fail ? [{ ...fail, kind: 'tasks-fail', after: seconds(fail.after) }] : [];
  const plan: Plan = {
    desired: input.desired,
    minimumHealthyPercent: input.min,
    maximumPercent: input.max,
    old: { count: input.oldCount ?? input.desired },
    change: input.oldCount === 0 ? 'create' : 'update',
    capacity: input.cap === undefined ? { kind: 'unlimited' } : { kind: 'slots', slots: input.cap },
    circuitBreaker: input.breaker,
    scenario,
    until: seconds(input.until ?? LONG),
    options: { digestProbe: input.first === true, ...(input.backoff ? { backoffSeconds: input.backoff } : {}) },
  };
  return completePlan(idealPlan(plan, input));
}

function replayRolling(input: RollingIn): Answer {
  const plan = rollingPlan(input);
  const recorder = new Recorder(plan);
  const w = run(plan, { recorder });
  const outcome = w.ending?.outcome ?? 'stuck';
  const finished = outcome === 'completed' || outcome === 'rolled-back';
  const { series: s, waves } = recorder;
  return {
    ...boundsOf(w),
    rows: s.t.map((t, i) => [
      inSeconds(t),
      s.oldHealthy[i],
      s.newPending[i],
      s.newRunning[i],
      s.newHealthy[i],
      s.stopping[i],
      s.total[i],
    ]),
    waves: waves.map((wave) => [inSeconds(wave.at), wave.launched]),
    launches: waves.reduce((sum, wave) => sum + wave.launched, 0),
    finish: finished && w.ending ? inSeconds(w.ending.at) : null,
    status: STATUS[outcome],
    minHealthy: w.measures.floor,
    peak: w.measures.peak,
    trip: w.breaker.tripAt < 0 ? null : inSeconds(w.breaker.tripAt),
    tripCount: w.breaker.tripAt < 0 ? null : w.breaker.tripCount,
  };
}

const boundsOf = (w: World) => ({ lower: w.lower, upper: w.upper });

interface DaemonIn extends Times {
  instances: number;
  min: number;
}

function replayDaemon({ instances, min, ...times }: DaemonIn): Answer {
  const plan = completePlan(
    idealPlan(
      {
        desired: instances,
        daemonInstances: instances,
        schedulingStrategy: 'DAEMON',
        minimumHealthyPercent: min,
        old: { count: instances },
        change: 'update',
        until: seconds(LONG),
      },
      times,
    ),
  );
  const recorder = new Recorder(plan);
  const w = run(plan, { recorder });
  const outcome = w.ending?.outcome ?? 'stuck';
  return {
    ...boundsOf(w),
    batch: w.upper - w.lower,
    waves: recorder.waves.length,
    finish: outcome === 'completed' && w.ending ? inSeconds(w.ending.at) : null,
    status: STATUS[outcome],
    minHealthy: w.measures.floor,
    peak: w.measures.peak,
  };
}

interface TrafficIn extends Times {
  kind2: 'BLUE_GREEN' | 'LINEAR' | 'CANARY';
  desired: number;
  bake?: number;
  stepBake?: number;
  canaryBake?: number;
  stepPercent?: number;
  canaryPercent?: number;
}

/** Stages that a trace lists; the others take no time without hooks and test traffic. */
const LISTED = new Set(['SCALE_UP', 'PRODUCTION_TRAFFIC_SHIFT', 'BAKE_TIME', 'CLEAN_UP']);

function replayTraffic(input: TrafficIn): Answer {
  const plan = completePlan(
    idealPlan(
      {
        desired: input.desired,
        strategy: input.kind2,
        change: 'update',
        bakeMinutes: input.bake ?? 0,
        linear: { stepPercent: input.stepPercent, stepBakeMinutes: input.stepBake },
        canary: { percent: input.canaryPercent, bakeMinutes: input.canaryBake },
        until: seconds(LONG),
      },
      input,
    ),
  );
  const recorder = new Recorder(plan);
  const w = run(plan, { recorder });
  const timeline = recorder.timeline.filter(([, what]) => what === 'shift' || LISTED.has(what));
  return {
    steps: timeline.filter(([, what]) => what === 'shift').length,
    timeline: timeline.map(([at, what, production]) => [inSeconds(at), what, production]),
    finish: w.ending?.outcome === 'completed' ? inSeconds(w.ending.at) : null,
    status: STATUS[w.ending?.outcome ?? 'stuck'],
    peakTasks: w.measures.peak,
    minHealthy: w.measures.floor,
  };
}
