/**
 * What DescribeServices would answer at a moment of the run: `deployments` or `taskSets`, counts and `events`, in the
 * API's shape (simulator.md §9; BOTO3-2024 lines 1475-2661). Times are seconds since the deployment was asked for.
 */
import { eventId } from '../ids';
import { lastAt } from './parts';
import type { DeploymentReport, Report, TaskSetReport } from './types';

/** ECS keeps that many events. */
const EVENTS_KEPT = 100;

interface Tally {
  pending: number;
  running: number;
  wanted: number;
}

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** @param at ms; moments outside the run give its first or last state. */
export function describeAt(report: Report, at: number): { services: Json[]; failures: Json[] } {
  const tallies = tallyTasks(report, at);
  const sum = (of: keyof Tally) => tallies.reduce((total, tally) => total + tally[of], 0);
  const desired =
    report.desired[
      lastAt(
        report.desired.map((d) => d.at),
        at,
      )
    ]?.count ?? 0;
  const latest = report.deployments.findLast((d) => d.createdAt <= at) ?? report.deployments[0];
  const service: Record<string, Json> = {
    serviceArn: `arn:aws:ecs:region:account:service/${report.cluster}/${report.service}`,
    serviceName: report.service,
    clusterArn: `arn:aws:ecs:region:account:cluster/${report.cluster}`,
    status: 'ACTIVE',
    desiredCount: desired,
    runningCount: sum('running'),
    pendingCount: sum('pending'),
    ...capacityOf(report),
    ...(latest ? { taskDefinition: definitionArn(latest.taskDefinition) } : {}),
    schedulingStrategy: report.schedulingStrategy,
    deploymentController: { type: report.controller },
  };
  if (report.controller === 'ECS') {
    service.deployments = deploymentsAt(report, at, tallies);
  } else {
    service.taskSets = taskSetsAt(report, at, tallies);
    service.deployments = [];
  }
  service.events = eventsAt(report, at);
  return { services: [service], failures: [] };
}

function tallyTasks(report: Report, at: number): Tally[] {
  const { tasks } = report;
  const tallies: Tally[] = [];
  for (let i = 0; i < tasks.revision.length; i++) {
    const revision = tasks.revision[i] as number;
    while (tallies.length <= revision) tallies.push({ pending: 0, running: 0, wanted: 0 });
    const tally = tallies[revision] as Tally;
    const asked = tasks.stopRequested[i] as number;
    const gone = tasks.stopped[i] as number;
    if ((tasks.launched[i] as number) > at || (gone >= 0 && gone <= at) || (asked >= 0 && asked <= at)) continue;
    const ran =
      (tasks.launched[i] as number) < 0 || ((tasks.running[i] as number) >= 0 && (tasks.running[i] as number) <= at);
    tally.wanted++;
    if (ran) tally.running++;
    else tally.pending++;
  }
  return tallies;
}

/** Newest first. ACTIVE deployments without tasks are no longer listed. */
function deploymentsAt(report: Report, at: number, tallies: readonly Tally[]): Json[] {
  const existing = report.deployments.filter((deployment) => deployment.createdAt <= at);
  const primary = primaryAt(existing, at);
  return existing
    .map((deployment) => ({ deployment, tally: tallies[deployment.revision] ?? { pending: 0, running: 0, wanted: 0 } }))
    .filter(({ deployment, tally }) => deployment === primary || tally.wanted > 0)
    .reverse()
    .map(({ deployment, tally }) => oneDeployment(report, deployment, tally, deployment === primary, at));
}

/** The one the service moves to: the newest, unless it failed and an older one is in progress again. */
function primaryAt(existing: readonly DeploymentReport[], at: number): DeploymentReport | undefined {
  const newest = existing.at(-1);
  if (!newest || stateAt(newest, at).state !== 'FAILED') return newest;
  const back = existing.findLast((d) => d !== newest && d.changes.length > 1 && stateAt(d, at).at > newest.createdAt);
  return back ?? newest;
}

function stateAt(deployment: DeploymentReport, at: number) {
  return (
    deployment.changes.findLast((change) => change.at <= at) ??
    (deployment.changes[0] as DeploymentReport['changes'][0])
  );
}

function oneDeployment(report: Report, deployment: DeploymentReport, tally: Tally, primary: boolean, at: number): Json {
  const { state, reason, at: since } = stateAt(deployment, at);
  const failed = deployment.failures.findLast((failure) => failure.at <= at)?.count ?? 0;
  return {
    id: deployment.id,
    status: primary ? 'PRIMARY' : 'ACTIVE',
    taskDefinition: definitionArn(deployment.taskDefinition),
    // The scheduler's target of the moment: it moves as tasks are started and stopped (observation O1).
    desiredCount: tally.wanted,
    pendingCount: tally.pending,
    runningCount: tally.running,
    failedTasks: failed,
    createdAt: deployment.createdAt / 1000,
    updatedAt: Math.max(since, lastChange(report, deployment.revision, at)) / 1000,
    ...capacityOf(report),
    rolloutState: state,
    rolloutStateReason: reason,
  };
}

function lastChange(report: Report, revision: number, at: number): number {
  const event = report.events.findLast((e) => e.at <= at && report.deployments[e.deployment]?.revision === revision);
  return event?.at ?? 0;
}

function taskSetsAt(report: Report, at: number, tallies: readonly Tally[]): Json[] {
  return report.taskSets.flatMap((set, index): Json[] => {
    if (set.createdAt > at) return [];
    const change = set.changes.findLast((c) => c.at <= at) as TaskSetReport['changes'][0];
    const tally = tallies[index] ?? { pending: 0, running: 0, wanted: 0 };
    if (change.status === 'DRAINING' && tally.wanted === 0 && report.end >= at && isGone(report, index, at)) return [];
    const stability = set.stability.findLast((s) => s.at <= at)?.status;
    const steady = tally.pending === 0 && tally.running === change.computedDesiredCount;
    return [
      {
        id: set.id,
        startedBy: set.startedBy,
        externalId: set.externalId,
        status: change.status,
        computedDesiredCount: change.computedDesiredCount,
        pendingCount: tally.pending,
        runningCount: tally.running,
        createdAt: set.createdAt / 1000,
        updatedAt: change.at / 1000,
        ...capacityOf(report),
        scale: { unit: 'PERCENT', value: change.scale },
        stabilityStatus: stability ?? (steady ? 'STEADY_STATE' : 'STABILIZING'),
        stabilityStatusAt: at / 1000,
      },
    ];
  });
}

function isGone(report: Report, revision: number, at: number): boolean {
  const { tasks } = report;
  return tasks.revision.every(
    (r, i) => r !== revision || ((tasks.stopped[i] as number) >= 0 && (tasks.stopped[i] as number) <= at),
  );
}

/** Newest first, at most 100. */
function eventsAt(report: Report, at: number): Json[] {
  const past = report.events
    .map((event, index) => ({ event, index }))
    .filter(
      ({ event }) =>
        event.at <= at && event.kind !== 'stage' && event.kind !== 'traffic' && event.kind !== 'disturbance',
    );
  return past
    .slice(-EVENTS_KEPT)
    .reverse()
    .map(({ event, index }) => ({
      id: eventId(report.seed, index),
      createdAt: event.at / 1000,
      message: event.message,
    }));
}

/** Either the launch type or the capacity provider strategy, never both (BOTO3-2024 line 1475). */
function capacityOf(report: Report): Record<string, Json> {
  if (report.capacityProviders.length > 0) {
    return { capacityProviderStrategy: report.capacityProviders.map((provider) => ({ ...provider })) };
  }
  return { launchType: report.launchType };
}

function definitionArn(name: string): string {
  return `arn:aws:ecs:region:account:task-definition/${name}`;
}
