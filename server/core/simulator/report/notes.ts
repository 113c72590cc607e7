/** Things worth knowing that are neither stuck nor slow, one sentence each. */
import type { FullPlan } from '../normalize';
import type { Plan } from '../plan';
import { BREAKER, breakerSource, DESIRED, MINIMUM } from '../sources';
import type { World } from '../world';
import { measure } from './measure';
import { missNotes } from './misses';
import type { Counts, Source } from './types';

interface Note {
  text: string;
  source: Source;
}

export function notesOf(w: World, plan: Plan, counts: Counts): Note[] {
  const notes = [
    breakerNote(w),
    shiftingBreakerNote(w.plan),
    floorNote(w.plan, counts),
    orderNote(w.plan, plan, counts),
  ];
  notes.push(skewNote(w), headlessNote(w.plan));
  return [...missNotes(w), ...notes.filter((note): note is Note => note !== undefined)];
}

function breakerNote(w: World): Note | undefined {
  if (!w.breaker.enabled || !w.breaker.rollback || w.plan.oldCompleted || w.plan.change === 'none') return undefined;
  const text = 'No deployment has completed yet, so the circuit breaker has nothing to roll back to.';
  return { text, source: breakerSource('rollback') };
}

function shiftingBreakerNote(plan: FullPlan): Note | undefined {
  if (plan.strategy === 'ROLLING' || !plan.circuitBreaker?.enable || plan.change !== 'update') return undefined;
  if (plan.settings.breakerWhileShifting === 'applied') return undefined;
  const text = 'The documents disagree on whether the circuit breaker watches this strategy; here it does not.';
  return { text, source: BREAKER };
}

function floorNote(plan: FullPlan, counts: Counts): Note | undefined {
  if (plan.change !== 'update' || counts.floor > 0 || plan.desired === 0) return undefined;
  return { text: 'At one point no task is healthy: the service is down until a new one is.', source: MINIMUM };
}

/** With minimum < 100 < maximum the order of stops and starts is not documented; the other order is kinder. */
function orderNote(full: FullPlan, plan: Plan, counts: Counts): Note | undefined {
  const open = full.minimumHealthyPercent < 100 && full.maximumPercent > 100 && full.settings.stopPolicy === 'eager';
  if (!open || full.controller !== 'ECS' || full.strategy !== 'ROLLING' || full.change !== 'update') return undefined;
  if (counts.floor >= full.desired) return undefined;
  const other = measure({ ...plan, options: { ...plan.options, stopPolicy: 'after-healthy' } });
  if (other.floor <= counts.floor) return undefined;
  const text = `If ECS starts new tasks before it stops old ones, ${other.floor} instead of ${counts.floor} tasks stay healthy.`;
  return { text, source: 'option:stopPolicy' };
}

/** A rollout counts old tasks when it spreads new ones, so it can leave zones uneven. */
function skewNote(w: World): Note | undefined {
  const zones = w.zoneTasks.filter((_, zone) => !w.lostZones.has(zone));
  if (zones.length < 2 || w.ending?.outcome !== 'completed') return undefined;
  if (Math.max(...zones) - Math.min(...zones) < 2) return undefined;
  const spread = w.capacity.zoneNames.map((zone, i) => `${zone} ${w.zoneTasks[i]}`).join(', ');
  return { text: `Afterwards the zones hold unequal numbers of tasks: ${spread}.`, source: '/placementStrategy' };
}

function headlessNote(plan: FullPlan): Note | undefined {
  if (plan.controller !== 'ECS' || plan.strategy === 'ROLLING' || plan.change !== 'update') return undefined;
  if (plan.loadBalancing || plan.serviceConnect) return undefined;
  const text =
    'Without a load balancer or Service Connect, ECS shifts no traffic: both revisions serve until the old is removed.';
  return { text, source: DESIRED };
}
