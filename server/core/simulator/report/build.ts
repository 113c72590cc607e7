/** Turns the end state and the record of a run into the report. */
import { thresholdNow } from '../breaker';
import type { Plan } from '../plan';
import type { Recorder } from '../recorder';
import { BREAKER } from '../sources';
import { END_NAMES } from '../tasks';
import type { World } from '../world';
import { assumptionsOf } from './assumptions';
import { figuresTaken } from './figures';
import { limitsOf } from './limits';
import { finishOf } from './measure';
import { notesOf } from './notes';
import { durationParts } from './parts';
import type { BreakerReport, Counts, Report, StuckProof, TaskColumns, Verdict } from './types';

/** Everything that one run shows; what needs further runs is added by analyse.ts. */
export function buildReport(w: World, recorder: Recorder, given: Plan, stuck: StuckProof | null): Report {
  const { plan } = w;
  const finish = finishOf(w);
  const counts = countsOf(w);
  return {
    version: 1,
    seed: plan.seed,
    service: plan.service,
    cluster: plan.cluster,
    controller: plan.controller,
    strategy: plan.strategy,
    schedulingStrategy: plan.schedulingStrategy,
    change: plan.change,
    launchType: plan.launch.kind === 'FARGATE_SPOT' ? 'FARGATE' : plan.launch.kind,
    capacityProviders: providersOf(plan),
    desired: recorder.desired,
    verdict: verdictOf(w, stuck),
    duration: {
      best: finish,
      default: finish,
      worst: finish,
      parts: finish === null ? [] : durationParts(w, recorder, finish),
    },
    counts,
    waves: recorder.waves,
    breaker: breakerOf(w),
    series: recorder.series,
    tasks: columnsOf(w),
    phases: recorder.phases,
    traffic: recorder.traffic,
    ...deploymentsOf(w, recorder),
    stuck,
    suggestions: [],
    limits: plan.change === 'none' ? [] : limitsOf(plan, finish, recorder.phases, recorder.traffic, w.now),
    notes: notesOf(w, given, counts),
    assumptions: assumptionsOf(w, given),
    figures: figuresTaken(plan),
    end: w.now,
  };
}

function verdictOf(w: World, stuck: StuckProof | null): Verdict {
  const { ending } = w;
  if (ending) return { ...ending };
  return {
    outcome: 'stuck',
    at: null,
    why: stuck?.text ?? 'The rollout does not finish.',
    source: stuck?.sources[0] ?? '/deploymentConfiguration',
  };
}

function countsOf(w: World): Counts {
  const { measures: m, plan } = w;
  const peak = Math.max(0, m.peak);
  const size = plan.task ?? plan.placement?.needs;
  return {
    desired: plan.desired,
    lower: w.lower,
    upper: w.upper,
    floor: Number.isFinite(m.floor) ? m.floor : 0,
    floorAt: m.floorAt,
    belowDesiredMs: m.belowDesired,
    peak,
    peakAt: m.peakAt,
    peakZones: zonesAt(w, m.peakAt),
    peakCpu: size?.cpu === undefined ? null : peak * size.cpu,
    peakMemory: size?.memory === undefined ? null : peak * size.memory,
  };
}

function zonesAt(w: World, at: number): Record<string, number> {
  const { tasks, capacity } = w;
  const zones: Record<string, number> = {};
  for (const name of capacity.zoneNames) zones[name] = 0;
  for (let task = 0; task < tasks.length; task++) {
    const gone = tasks.stopped[task] as number;
    const name = capacity.zoneNames[tasks.slots[task]?.zone ?? -1];
    if (name === undefined || (tasks.launched[task] as number) > at || (gone >= 0 && gone <= at)) continue;
    zones[name] = (zones[name] ?? 0) + 1;
  }
  return zones;
}

function breakerOf(w: World): BreakerReport | null {
  const { breaker, plan } = w;
  if (!plan.circuitBreaker) return null;
  return {
    enabled: breaker.enabled,
    rollback: breaker.rollback,
    threshold: thresholdNow(breaker, w.desired, plan.settings),
    highest: breaker.highest,
    tripAt: breaker.tripAt < 0 ? null : breaker.tripAt,
    tripCount: breaker.tripAt < 0 ? null : breaker.tripCount,
    tripAtLatest: breaker.tripAt < 0 ? null : breaker.tripAt,
    source: BREAKER,
  };
}

function columnsOf(w: World): TaskColumns {
  const { tasks, capacity } = w;
  const { length } = tasks;
  // Plain loops: tens of thousands of entries in ten columns are most of what a large report costs.
  const copy = (column: ArrayLike<number>) => {
    const plain = new Array<number>(length);
    for (let i = 0; i < length; i++) plain[i] = column[i] as number;
    return plain;
  };
  const slots = (of: 'zone' | 'instance' | 'provider') => {
    const plain = new Array<number>(length);
    for (let i = 0; i < length; i++) plain[i] = tasks.slots[i]?.[of] ?? -1;
    return plain;
  };
  return {
    revision: copy(tasks.revision),
    launched: copy(tasks.launched),
    running: copy(tasks.running),
    healthy: copy(tasks.healthy),
    stopRequested: copy(tasks.stopRequested),
    stopped: copy(tasks.stopped),
    zone: slots('zone'),
    instance: slots('instance'),
    provider: slots('provider'),
    end: copy(tasks.end),
    ends: END_NAMES,
    zones: capacity.zoneNames,
    instances: capacity.instanceNames,
    providers: capacity.providerNames,
  };
}

/** Deployments belong to the ECS controller, task sets to the other two (BOTO3-2024 line 2037). */
function deploymentsOf(w: World, recorder: Recorder): Pick<Report, 'deployments' | 'taskSets' | 'events'> {
  const { controller, change } = w.plan;
  if (controller !== 'ECS') return { deployments: [], taskSets: recorder.taskSets, events: recorder.events };
  const hidden = change === 'create' ? 1 : 0;
  const events = hidden
    ? recorder.events.map((event) => ({ ...event, deployment: Math.max(-1, event.deployment - hidden) }))
    : recorder.events;
  return { deployments: recorder.deployments.slice(hidden), taskSets: [], events };
}

/** FARGATE_SPOT can only be asked for as a capacity provider. */
function providersOf(plan: World['plan']): Report['capacityProviders'] {
  const shares =
    plan.launch.providers ?? (plan.launch.kind === 'FARGATE_SPOT' ? [{ name: 'FARGATE_SPOT', weight: 1 }] : []);
  return shares.map(({ name, base = 0, weight = 0 }) => ({ capacityProvider: name, base, weight }));
}
