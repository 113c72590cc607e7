/**
 * Why a rollout cannot move, as two numbers that wait for each other, and the smallest changes that free it.
 * Every change named here was simulated, and the next smaller one was simulated too and does not help.
 */
import { ceilPercent, floorPercent } from '../bounds';
import type { ClusterPlan } from '../placement';
import type { Plan } from '../plan';
import { BREAKER, DESIRED, MAXIMUM, MINIMUM } from '../sources';
import { alive, revisionAt, type World } from '../world';
import { measure } from './measure';
import type { Edit, Source, StuckProof } from './types';

/** @param search also simulates the edits that could free it. */
export function explainStuck(w: World, plan: Plan, search = true): StuckProof {
  const cause = causeOf(w);
  return {
    lower: w.lower,
    upper: w.upper,
    healthy: w.healthy,
    total: w.total,
    free: freeSlots(w),
    mayStart: w.reading.refused ? 0 : w.reading.mayStart,
    mayStop: w.reading.mayStop,
    text: cause.text,
    sources: cause.sources,
    edits: search && w.plan.controller === 'ECS' ? freeingEdits(w, plan, cause.kind) : [],
  };
}

interface Cause {
  kind: 'failing' | 'capacity' | 'bounds' | 'protected' | 'other';
  text: string;
  sources: Source[];
}

const many = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;

function causeOf(w: World): Cause {
  const target = revisionAt(w, w.target);
  const failures = target.launches > 0 && target.healthy < w.desired && failuresOf(w) > 0;
  if (failures) {
    const text =
      `The new tasks keep failing: ${many(failuresOf(w), 'task')} failed and ${target.healthy} of ${w.desired} became healthy. ` +
      (w.breaker.enabled
        ? `The circuit breaker has counted ${w.breaker.count} failures and has not opened.`
        : 'No circuit breaker ends the deployment, so ECS goes on trying.');
    return { kind: 'failing', text, sources: [BREAKER, ...scenarioSources(w)] };
  }
  const stop = `may not stop one (${many(w.healthy, 'healthy task')}, the minimum is ${w.lower})`;
  if (w.reading.refused) {
    const text =
      `ECS finds no room for another task (${lackOf(w)}) and ${stop}. ` +
      'The new tasks wait for room, and the old ones wait for new tasks.';
    return { kind: 'capacity', text, sources: ['assumption:capacity', MINIMUM] };
  }
  if (w.reading.mayStart === 0 && w.reading.mayStop === 0 && target.healthy < w.desired) {
    const text =
      `ECS may not start a task (${many(w.total, 'task')}, the maximum is ${w.upper}) and ${stop}. ` +
      'The new tasks wait for old ones to stop, and the old ones wait for new tasks.';
    return { kind: 'bounds', text, sources: [MAXIMUM, MINIMUM, DESIRED] };
  }
  const left = w.revisions.reduce((sum, r) => sum + (r.index === w.target ? 0 : alive(r)), 0);
  if (left > 0 || target.healthy > w.desired) {
    const text = `${many(w.total - w.desired, 'task')} more than desired cannot be stopped: they are protected from scale-in.`;
    return { kind: 'protected', text, sources: [DESIRED, ...scenarioSources(w)] };
  }
  return {
    kind: 'other',
    text: 'The tasks that are missing cannot be started.',
    sources: [DESIRED, ...scenarioSources(w)],
  };
}

/** Of one instance among several that have no room it is said that it comes closest. */
function lackOf(w: World): string {
  const refusal = w.capacity.refusal();
  if (!refusal) return 'no capacity';
  return refusal.closestInstance === undefined ? refusal.detail : `at the closest, ${refusal.detail}`;
}

function failuresOf(w: World): number {
  let failed = 0;
  for (const task of revisionAt(w, w.target).members) {
    const end = w.tasks.end[task] as number;
    if (end >= 2 && end <= 4) failed++;
  }
  return failed;
}

const scenarioSources = (w: World): Source[] => w.plan.scenario.map((_, i) => `scenario:${i}`);

function freeSlots(w: World): number | null {
  const { capacity } = w.plan;
  return capacity.kind === 'slots' ? Math.max(0, capacity.slots - w.total) : null;
}

/** One edit per member that can free the rollout alone, the smallest of its kind. */
function freeingEdits(w: World, plan: Plan, kind: Cause['kind']): Edit[] {
  if (kind === 'failing') return breakerEdits(w, plan);
  if (kind === 'protected') return [];
  const edits = [raiseMaximum(w, plan), lowerMinimum(w, plan), addSlots(w, plan)];
  return edits.filter((edit): edit is Edit => edit !== undefined);
}

/**
 * The smallest step that completes. More of the same never hurts (a higher ceiling, a lower floor, more slots), so a
 * search by halves finds it; `steps` counts how many values there are.
 */
function smallest(steps: number, completes: (step: number) => boolean): number | undefined {
  if (steps < 1) return undefined;
  // Mostly the first step is enough, and the last one is the longest run.
  if (completes(1)) return 1;
  if (steps === 1 || !completes(steps)) return undefined;
  let low = 1;
  let high = steps;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (completes(middle)) high = middle;
    else low = middle;
  }
  return high;
}

const completes = (plan: Plan) => measure(plan).outcome === 'completed';

function raiseMaximum(w: World, plan: Plan): Edit | undefined {
  if (plan.schedulingStrategy === 'DAEMON' || w.desired === 0) return undefined;
  const from = w.plan.maximumPercent;
  const percentFor = (step: number) => Math.ceil(((w.upper + step) * 100) / w.desired);
  const change = (step: number): Plan => ({ ...plan, maximumPercent: percentFor(step) });
  const step = smallest(Math.max(0, 2 * w.desired - w.upper), (n) => completes(change(n)));
  if (step === undefined) return undefined;
  const to = percentFor(step);
  const text = `Raise maximumPercent to ${to}: ${many(floorPercent(w.desired, to), 'task')} may then exist at once.`;
  return { pointer: MAXIMUM, from, to, text, result: measure(change(step)) };
}

function lowerMinimum(w: World, plan: Plan): Edit | undefined {
  const from = w.plan.minimumHealthyPercent;
  if (w.desired === 0 || from === 0) return undefined;
  const percentFor = (step: number) => Math.floor((Math.max(0, w.lower - step) * 100) / w.desired);
  const change = (step: number): Plan => ({ ...plan, minimumHealthyPercent: percentFor(step) });
  const step = smallest(w.lower, (n) => completes(change(n)));
  if (step === undefined) return undefined;
  const to = percentFor(step);
  const freed = w.desired - ceilPercent(w.desired, to);
  const text = `Lower minimumHealthyPercent to ${to}: ECS may then stop ${many(freed, 'task')} before new ones run.`;
  return { pointer: MINIMUM, from, to, text, result: measure(change(step)) };
}

function addSlots(w: World, plan: Plan): Edit | undefined {
  const { capacity } = plan;
  if (capacity?.kind === 'cluster') return addInstances(w, plan, capacity.cluster);
  if (capacity?.kind !== 'slots') return undefined;
  const change = (step: number): Plan => ({ ...plan, capacity: { ...capacity, slots: capacity.slots + step } });
  const step = smallest(Math.max(w.upper, w.desired), (n) => completes(change(n)));
  if (step === undefined) return undefined;
  const to = capacity.slots + step;
  const text = `Give the cluster room for ${many(step, 'more task')}.`;
  return { pointer: 'assumption:capacity', from: capacity.slots, to, text, result: measure(change(step)) };
}

/** More instances like the last one described. */
function addInstances(w: World, plan: Plan, cluster: ClusterPlan): Edit | undefined {
  const instances = cluster.instances ?? [];
  const last = instances.at(-1);
  if (!last) return undefined;
  const from = instances.reduce((sum, instance) => sum + (instance.count ?? 1), 0);
  const change = (count: number): Plan => {
    const more = { ...last, id: undefined, tasks: undefined, count };
    return { ...plan, capacity: { kind: 'cluster', cluster: { ...cluster, instances: [...instances, more] } } };
  };
  const step = smallest(Math.max(1, w.desired), (count) => completes(change(count)));
  if (step === undefined) return undefined;
  const text = `Give the cluster ${many(step, 'more container instance')} like ${last.id ?? 'the last one'}.`;
  return { pointer: 'assumption:capacity', from, to: from + step, text, result: measure(change(step)) };
}

/** Failing tasks are not freed by any number; the breaker at least ends the deployment. */
function breakerEdits(w: World, plan: Plan): Edit[] {
  if (w.breaker.enabled) return [];
  const result = measure({ ...plan, circuitBreaker: { enable: true, rollback: true } });
  if (result.outcome === 'stuck') return [];
  const text = 'Enable the deployment circuit breaker with rollback: the deployment then ends by itself.';
  return [{ pointer: `${BREAKER}/enable`, from: 0, to: 1, text, result }];
}
