/**
 * Availability zone rebalancing (simulator.md §3.6): only in steady state, one task more in the poorest zone, and when
 * it is healthy one task less in the richest. It never adds instances and stops when a deployment begins.
 */
import { messages } from './events';
import { launchTasks } from './launching';
import { stop } from './lifecycle';
import type { FullPlan } from './normalize';
import { HEALTHY, STOPPING } from './tasks';
import { type Revision, staying, type World } from './world';

const SOURCE = '/availabilityZoneRebalancing';

/** REPLICA, maximum other than 100, no Classic Load Balancer, not EXTERNAL; the plan answers for placement strategies. */
export function mayRebalance(plan: FullPlan): boolean {
  return (
    plan.zoneRebalancing === true &&
    plan.controller === 'ECS' &&
    plan.schedulingStrategy === 'REPLICA' &&
    plan.maximumPercent > 100 &&
    plan.loadBalancing?.kind !== 'classic' &&
    plan.launch.kind !== 'EXTERNAL'
  );
}

/** How many tasks each zone should have: as equal as possible, the remainder where most tasks already are. */
export function zoneTargets(counts: readonly number[], desired: number, lost: ReadonlySet<number>): number[] {
  const open = counts.map((_, zone) => zone).filter((zone) => !lost.has(zone));
  const ranked = [...open].sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
  const targets = counts.map(() => 0);
  const share = Math.floor(desired / Math.max(1, open.length));
  let rest = desired - share * open.length;
  for (const zone of ranked) targets[zone] = share + (rest-- > 0 ? 1 : 0);
  return targets;
}

export function rebalance(w: World, target: Revision): void {
  if (w.zoneTasks.length < 2 || w.rebalanced || w.stage !== 'settled' || !mayRebalance(w.plan)) return;
  if (w.rebalancing) {
    finishMove(w, target);
    return;
  }
  if (!w.steady) return;
  const move = nextMove(w);
  if (!move) {
    if (w.moves > 0) announce(w, 'has completed rebalancing its tasks across Availability Zones');
    w.rebalanced = true;
    return;
  }
  if (w.upper - w.total < 1) return;
  if (w.moves === 0) announce(w, 'has started rebalancing its tasks across Availability Zones');
  if (w.recorder) w.recorder.startCause = SOURCE;
  if (launchTasks(w, target, 1, 0, move.to) === 0) {
    w.rebalanced = true;
    return;
  }
  w.moves++;
  w.steady = false;
  w.rebalancing = { added: w.tasks.length - 1, from: move.from };
}

/** The added task is healthy: one goes in the richest zone. It broke: the move is given up and tried again later. */
function finishMove(w: World, target: Revision): void {
  const move = w.rebalancing as { added: number; from: number };
  const state = w.tasks.state[move.added] as number;
  if (state >= STOPPING) w.rebalancing = undefined;
  if (state !== HEALTHY || staying(target) <= w.desired) return;
  w.rebalancing = undefined;
  const task = target.pool.takeInZone(w, move.from);
  if (w.recorder) w.recorder.stopCause = SOURCE;
  if (task >= 0) stop(w, task);
  else w.rebalanced = true;
}

function nextMove(w: World): { from: number; to: number } | undefined {
  const targets = zoneTargets(w.zoneTasks, w.desired, w.lostZones);
  const gap = (zone: number) => (targets[zone] as number) - (w.zoneTasks[zone] as number);
  const zones = targets.map((_, zone) => zone).filter((zone) => !w.lostZones.has(zone));
  const to = zones.reduce((best, zone) => (gap(zone) > gap(best) ? zone : best), zones[0] ?? 0);
  const from = zones.reduce((best, zone) => (gap(zone) < gap(best) ? zone : best), zones[0] ?? 0);
  return gap(to) > 0 && gap(from) < 0 ? { from, to } : undefined;
}

function announce(w: World, what: string): void {
  const { recorder } = w;
  recorder?.event(w, 'rebalancing', messages.plain(recorder.names, what), SOURCE);
}
