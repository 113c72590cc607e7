import { launchDelay, stopDelay } from '../durations';
import { checkInterval, deregistrationDelay, healthDelay } from '../health';
import type { FullPlan } from '../normalize';
import { canaryOf, linearOf } from '../traffic';
import type { Figures } from './types';

/** What the run worked with, from where the run itself has it. */
export function figuresTaken(plan: FullPlan): Figures {
  const { fromRunning, fromRegistration } = healthDelay(plan);
  const { percent, bakeMinutes } = canaryOf(plan);
  return {
    minimumHealthyPercent: plan.minimumHealthyPercent,
    maximumPercent: plan.maximumPercent,
    daemonInstances: plan.desired,
    oldCount: plan.oldCount,
    bakeMinutes: plan.bakeMs / 60_000,
    canaryPercent: percent,
    canaryBakeMinutes: bakeMinutes,
    ...linearOf(plan),
    graceSeconds: plan.graceMs / 1000,
    stopTimeoutSeconds: plan.stopTimeoutMs / 1000,
    deregistrationDelaySeconds: deregistrationDelay(plan) / 1000,
    intervalSeconds: checkInterval(plan) / 1000,
    launchToRunningSeconds: launchDelay(plan).ms / 1000,
    runningToHealthySeconds: Math.max(fromRunning, fromRegistration) / 1000,
    stopToStoppedSeconds: stopDelay(plan).ms / 1000,
  };
}
