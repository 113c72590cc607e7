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
import { firstDifference } from './trace-difference';
import { isRecord, type Trace, traceFaults } from './trace-form';
import type { World } from './world';

export type { Trace };

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

/**
 * Differences between what a trace expects and what the simulator does, one line each; empty = it agrees.
 * Takes anything: what has not the form of a trace is told where it has not.
 */
export function replayTrace(given: unknown): string[] {
  const faults = traceFaults(given);
  if (faults.length > 0) return faults;
  const trace = given as Trace;
  const answer = answerOf(trace);
  return Object.entries(trace.expect).flatMap(([name, expected]) => {
    if (!Object.hasOwn(answer, name)) return [`a ${trace.kind} trace has no ${name}`];
    return firstDifference(expected, answer[name], name) ?? [];
  });
}

function answerOf({ kind, in: input }: Trace): Answer {
  const replay = REPLAYERS[kind] as Replayer;
  return { ...replay(withoutNulls(input) as never) };
}

/** A member that is null is one that is not there. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isRecord(value)) return value;
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(members.map(([name, member]) => [name, withoutNulls(member)]));
}

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
      patienceHours: Number.POSITIVE_INFINITY,
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
  breaker?: { enable: boolean; rollback?: boolean; type?: ThresholdIn['type']; value?: number; reset?: boolean };
  until?: number;
}

const STATUS: Record<Outcome, string> = {
  completed: 'COMPLETED',
  stuck: 'STUCK',
  'rolled-back': 'ROLLED_BACK',
  stalled: 'FAILED_STALLED',
  failed: 'FAILED',
};

/** Launches of a restart loop that are followed, up to a cut-off and where the trace names none. */
const LOOP = { withCutOff: 200_000, without: 20_000 };

/** A loop of tasks that never become healthy would go on for ever; those that the trace breaks by number all get their turn. */
function roundsFollowed({ desired, fail, until }: RollingIn): number {
  const launches = until === undefined ? LOOP.without : LOOP.withCutOff;
  return Math.max(20, Math.ceil(launches / Math.max(1, desired)), fail?.firstN ?? 0, ...(fail?.only ?? []));
}

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
    circuitBreaker: input.breaker && { rollback: false, ...input.breaker },
    scenario,
    until: seconds(input.until ?? Number.POSITIVE_INFINITY),
    options: {
      digestProbe: input.first === true,
      restartsFollowed: roundsFollowed(input),
      ...(input.backoff ? { backoffSeconds: input.backoff } : {}),
    },
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
        until: Number.POSITIVE_INFINITY,
      },
      times,
    ),
  );
  const recorder = new Recorder(plan);
  const w = run(plan, { recorder });
  const outcome = w.ending?.outcome ?? 'stuck';
  return {
    ...boundsOf(w),
    batch: Math.max(0, w.upper - w.lower),
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
        until: Number.POSITIVE_INFINITY,
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
