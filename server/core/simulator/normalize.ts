/** Fills a plan's gaps, so that everything behind it works on complete facts. */

import { defaultOptions, type Options } from './options';
import type { CapacityPlan, Change, Disturbance, Launch, Plan } from './plan';
import { type Timings, timingsOf } from './timings';

/** A plan without gaps. Optional members that remain mean "not there" (no load balancer, no breaker). */
export interface FullPlan extends Plan {
  service: string;
  cluster: string;
  change: Change;
  schedulingStrategy: 'REPLICA' | 'DAEMON';
  controller: 'ECS' | 'CODE_DEPLOY' | 'EXTERNAL';
  strategy: 'ROLLING' | 'BLUE_GREEN' | 'LINEAR' | 'CANARY';
  minimumHealthyPercent: number;
  maximumPercent: number;
  launch: Launch;
  oldCount: number;
  oldCompleted: boolean;
  capacity: CapacityPlan;
  graceMs: number;
  stopTimeoutMs: number;
  bakeMs: number;
  scenario: Disturbance[];
  settings: Options;
  clock: Timings;
  seed: number;
  until: number;
}

/** No simulation runs longer than a year of simulated time. */
const YEAR = 365 * 24 * 3_600_000;
const DEFAULT_STOP_TIMEOUT_SECONDS = 30;

/**
 * @param column timing column that stands in for timings the plan does not set.
 * Counts are made whole and not negative; nonsense never throws.
 */
export function completePlan(plan: Plan, column: 'default' | 'best' | 'worst' = 'default'): FullPlan {
  const schedulingStrategy = plan.schedulingStrategy ?? 'REPLICA';
  const daemon = schedulingStrategy === 'DAEMON';
  const controller = plan.controller ?? 'ECS';
  const desired = whole(daemon ? (plan.daemonInstances ?? plan.desired) : plan.desired);
  const change = plan.change ?? (plan.old?.count === 0 ? 'create' : 'update');
  const oldCount = change === 'create' ? 0 : whole(plan.old?.count ?? desired);
  return {
    ...plan,
    service: plan.service ?? 'service',
    cluster: plan.cluster ?? 'default',
    desired,
    change,
    schedulingStrategy,
    controller,
    strategy: plan.strategy ?? 'ROLLING',
    ...percents(plan, controller, daemon),
    launch: plan.launch ?? { kind: daemon ? 'EC2' : 'FARGATE' },
    oldCount,
    oldCompleted: plan.old?.completed ?? oldCount > 0,
    capacity: plan.capacity ?? { kind: 'unlimited' },
    graceMs: whole((plan.graceSeconds ?? 0) * 1000),
    stopTimeoutMs: whole((plan.stopTimeoutSeconds ?? DEFAULT_STOP_TIMEOUT_SECONDS) * 1000),
    bakeMs: Math.round((plan.bakeMinutes ?? 0) * 60_000),
    scenario: plan.scenario ?? [],
    settings: { ...defaultOptions(), ...plan.options },
    clock: { ...timingsOf(column), ...plan.timings },
    seed: plan.seed ?? 1,
    until: plan.until ?? YEAR,
  };
}

/**
 * Defaults: REPLICA 100/200, DAEMON 0/100 through the API (BOTO3-2024 lines 452, 480).
 * CODE_DEPLOY and EXTERNAL do not pace a rollout by them (BOTO3-2024 lines 454, 484).
 */
function percents(plan: Plan, controller: string, daemon: boolean) {
  if (controller !== 'ECS') return { minimumHealthyPercent: 100, maximumPercent: 200 };
  return {
    minimumHealthyPercent: whole(plan.minimumHealthyPercent ?? (daemon ? 0 : 100)),
    maximumPercent: whole(plan.maximumPercent ?? (daemon ? 100 : 200)),
  };
}

function whole(value: number): number {
  return Number.isFinite(value) ? Math.max(0, Math.round(value)) : 0;
}
