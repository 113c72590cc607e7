/**
 * When a task counts as healthy, and when it is condemned (simulator.md §1.3, BOTO3-2024 lines 464-478, 600).
 * The rule depends on what watches the task: a load balancer, container health checks, both, or nothing.
 */
import type { FullPlan } from './normalize';
import type { ContainerCheck, TargetGroup } from './plan';
import type { Source } from './report/types';

/** API defaults of container health checks (API model, HealthCheck), seconds. */
const CHECK = { interval: 30, retries: 3 };
/** Defaults of target group health checks and attributes (API model of Elastic Load Balancing v2), seconds. */
const TARGET = { interval: 30, healthy: 5, unhealthy: 2, deregistration: 300 };

export interface HealthDelay {
  kind: 'given' | 'nothing' | 'container' | 'target' | 'both';
  /** ms from RUNNING, for what does not wait for a target to be registered. */
  fromRunning: number;
  /** ms from the registration of the target; -1 = no target. */
  fromRegistration: number;
  /** ms from RUNNING to the verdict "unhealthy", before the grace period is applied. */
  unhealthyAfter: number;
  source: Source;
}

export function healthDelay(plan: FullPlan): HealthDelay {
  const container = containerDelays(plan.containerChecks);
  const target = plan.loadBalancing ? targetDelays(plan) : undefined;
  const unhealthyAfter = Math.min(container?.unhealthy ?? Infinity, target?.unhealthy ?? Infinity);
  const base = { unhealthyAfter: Number.isFinite(unhealthyAfter) ? unhealthyAfter : plan.clock.noCheckHealthy };
  const given = plan.clock.runningToHealthy;
  if (given !== undefined) {
    return { ...base, kind: 'given', fromRunning: given, fromRegistration: -1, source: 'timing:runningToHealthy' };
  }
  if (container && target) {
    const source = '/loadBalancers';
    return { ...base, kind: 'both', fromRunning: container.healthy, fromRegistration: target.healthy, source };
  }
  if (target) {
    return { ...base, kind: 'target', fromRunning: 0, fromRegistration: target.healthy, source: '/loadBalancers' };
  }
  if (container) {
    const source = 'taskDefinition#/containerDefinitions';
    return { ...base, kind: 'container', fromRunning: container.healthy, fromRegistration: -1, source };
  }
  const fromRunning = plan.clock.noCheckHealthy;
  return { ...base, kind: 'nothing', fromRunning, fromRegistration: -1, source: 'timing:noCheckHealthy' };
}

/**
 * Range of the first target checks, ms from registration: one of them comes a third of an interval in at the earliest
 * (observation O4: 10 s), and at the latest the healthy threshold has to be met.
 */
export function targetCheckRange(plan: FullPlan): [number, number] | undefined {
  if (!plan.loadBalancing || plan.clock.runningToHealthy !== undefined) return undefined;
  const groups = targetGroups(plan);
  const interval = (group: TargetGroup) => (group.intervalSeconds ?? TARGET.interval) * 1000;
  const earliest = Math.max(...groups.map((group) => Math.round(interval(group) / 3)));
  const latest = Math.max(...groups.map((group) => (group.healthyThreshold ?? TARGET.healthy) * interval(group)));
  return [earliest, latest];
}

/** Every essential container must pass: the slowest decides. Healthy at the first success, one interval in (inference). */
function containerDelays(checks: readonly ContainerCheck[] | undefined) {
  if (!checks || checks.length === 0) return undefined;
  const interval = (check: ContainerCheck) => (check.intervalSeconds ?? CHECK.interval) * 1000;
  return {
    healthy: Math.max(...checks.map(interval)),
    unhealthy: Math.min(
      ...checks.map((c) => (c.startPeriodSeconds ?? 0) * 1000 + (c.retries ?? CHECK.retries) * interval(c)),
    ),
  };
}

/** A task counts when healthy in every attached target group (option severalTargetGroups, service-facts.md S022). */
function targetDelays(plan: FullPlan) {
  const groups = targetGroups(plan);
  const interval = (group: TargetGroup) => (group.intervalSeconds ?? TARGET.interval) * 1000;
  const decisive = plan.settings.severalTargetGroups === 'any' ? Math.min : Math.max;
  const checks = (group: TargetGroup) =>
    plan.settings.targetInitialHealth === 'threshold' ? (group.healthyThreshold ?? TARGET.healthy) : 1;
  return {
    healthy: decisive(...groups.map((group) => checks(group) * interval(group))),
    unhealthy: Math.min(...groups.map((group) => (group.unhealthyThreshold ?? TARGET.unhealthy) * interval(group))),
  };
}

/** The attached target groups; a load balancer without details has one with the service's default settings. */
export function targetGroups(plan: FullPlan): TargetGroup[] {
  const groups = plan.loadBalancing?.targetGroups;
  return groups && groups.length > 0 ? groups : [{}];
}

/** Longest interval between two checks of the attached target groups, ms. */
export function checkInterval(plan: FullPlan): number {
  return Math.max(...targetGroups(plan).map((g) => (g.intervalSeconds ?? TARGET.interval) * 1000));
}

/** Longest deregistration delay of the attached target groups, ms. */
export function deregistrationDelay(plan: FullPlan): number {
  return Math.max(...targetGroups(plan).map((g) => (g.deregistrationDelaySeconds ?? TARGET.deregistration) * 1000));
}

/**
 * When a verdict "unhealthy" takes effect, ms from RUNNING: ignored during the grace period, which starts when the
 * task has started (BOTO3-2024 line 600). The grace period never makes a task healthy earlier.
 */
export function condemnedAfter(plan: FullPlan, verdict: number): number {
  return Math.max(verdict, plan.graceMs);
}
