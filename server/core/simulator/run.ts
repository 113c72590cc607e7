/**
 * The loop: take every event of the next instant, then let the controller act once on what they left, then observe.
 * Passes happen at instants of the scheduler's clock (every tick after the first pass; at every instant when the tick is 0).
 */
import { type Controller, controllerFor } from './controller';
import { createWorld } from './create-world';
import { disturb, scheduleScenario } from './disturbances';
import { onCondemned, onExited, onFailedToStart, onHealthy, onRunning, onStopped } from './lifecycle';
import type { FullPlan } from './normalize';
import {
  DISTURBANCE,
  NOTE,
  PASS,
  passTime,
  requestPass,
  STEP,
  TASK_CONDEMNED,
  TASK_EXITED,
  TASK_FAILED_TO_START,
  TASK_HEALTHY,
  TASK_RUNNING,
  TASK_STOPPED,
  type World,
  type WorldParts,
} from './world';

/** Where nothing takes any time a restart loop would turn for ever without leaving its instant. */
const MOST_TURNS = 1000;

/** Simulates a plan to its end and returns the final state. */
export function run(given: FullPlan, parts: WorldParts = {}): World {
  const w = createWorld(given, parts);
  const { plan } = w;
  const controller = controllerFor(plan);
  controller.start(w);
  scheduleScenario(w);
  if (plan.clock.firstPass > 0) observe(w);
  requestPass(w, plan.clock.firstPass);
  const patience = plan.settings.patienceHours * 3_600_000 + slowest(w);
  const lastPlanned = plan.scenario.reduce((latest, entry) => Math.max(latest, 'at' in entry ? entry.at : 0), 0);
  const { queue } = w;
  let turns = 0;
  while (queue.size > 0) {
    const instant = queue.nextTime;
    turns = instant === w.now ? turns + 1 : 0;
    if (turns > MOST_TURNS + 10 * w.desired) break;
    if (instant > plan.until || instant > Math.max(w.progressAt, lastPlanned) + patience) break;
    w.now = instant;
    do {
      const kind = queue.nextKind;
      const argument = queue.nextArg;
      queue.drop();
      take(w, controller, kind, argument);
    } while (queue.nextTime === instant);
    if (passDue(w)) {
      w.recorder?.flushBroken(w);
      w.passNow = false;
      w.dirty = false;
      controller.pass(w);
    }
    observe(w);
    if (w.ending && w.disturbancesLeft === 0 && controller.atRest(w)) break;
  }
  controller.finish(w);
  return w;
}

function take(w: World, controller: Controller, kind: number, argument: number): void {
  switch (kind) {
    case TASK_RUNNING:
      onRunning(w, argument);
      return;
    case TASK_HEALTHY:
      onHealthy(w, argument);
      return;
    case TASK_STOPPED:
      onStopped(w, argument);
      return;
    case TASK_FAILED_TO_START:
      onFailedToStart(w, argument);
      return;
    case TASK_EXITED:
      onExited(w, argument);
      return;
    case TASK_CONDEMNED:
      onCondemned(w, argument);
      return;
    case PASS:
      if (w.passAt <= w.now) {
        w.passAt = Number.POSITIVE_INFINITY;
        w.passNow = true;
      }
      return;
    case DISTURBANCE: {
      const entry = disturb(w, argument);
      if (entry) controller.disturbed?.(w, entry);
      return;
    }
    case STEP:
      controller.step?.(w, argument);
      return;
    case NOTE:
      w.recorder?.noteDue(w, argument);
  }
}

/** Something changed: the scheduler looks at it at its next pass, which may be this very instant. */
function passDue(w: World): boolean {
  if (w.passNow) return true;
  if (!w.dirty) return false;
  const next = passTime(w, w.now);
  if (next === w.now) return true;
  requestPass(w, next);
  w.dirty = false;
  return false;
}

/** Takes the measures of the instant, after the pass. */
function observe(w: World): void {
  const m = w.measures;
  if (m.lastHealthy < w.desired) m.belowDesired += w.now - m.lastAt;
  m.lastAt = w.now;
  m.lastHealthy = w.healthy;
  w.sampler?.note(w.now, w.healthy, w.total);
  if (w.healthy < m.floor) {
    m.floor = w.healthy;
    m.floorAt = w.now;
  }
  if (w.total > m.peak) {
    m.peak = w.total;
    m.peakAt = w.now;
  }
  w.recorder?.flush(w);
}

/** The longest single delay of a task; patience must outlast it. */
function slowest(w: World): number {
  const { launchMs, stopMs, health, plan } = w;
  return Math.max(launchMs, stopMs, health.fromRunning, health.fromRegistration, plan.graceMs) * 2;
}
