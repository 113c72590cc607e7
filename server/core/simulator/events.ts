/**
 * Service event messages in the shape of ECS's own (simulator.md §1.9). The wording is ours and close to what
 * DescribeServices shows, so that a reader recognises it; nobody should match on the words.
 */
import { taskId } from './ids';

/** Ids named in one message; ECS itself splits long lists. */
const NAMED = 10;

export interface Names {
  service: string;
  seed: number;
  targetGroup: string;
}

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;

function taskList(names: Names, tasks: readonly number[]): string {
  const named = tasks.slice(0, NAMED).map((task) => `(task ${taskId(names.seed, task)})`);
  if (tasks.length > NAMED) named.push(`and ${tasks.length - NAMED} more`);
  return named.join(' ');
}

const prefix = (names: Names) => `(service ${names.service})`;

export const messages = {
  started: (n: Names, tasks: readonly number[]) =>
    `${prefix(n)} has started ${plural(tasks.length, 'task')}: ${taskList(n, tasks)}.`,
  stopped: (n: Names, tasks: readonly number[]) =>
    `${prefix(n)} has stopped ${plural(tasks.length, 'running task')}: ${taskList(n, tasks)}.`,
  stoppedPending: (n: Names, tasks: readonly number[]) =>
    `${prefix(n)} stopped ${plural(tasks.length, 'pending task')}.`,
  registered: (n: Names, count: number) => `${prefix(n)} registered ${plural(count, 'target')} in (${n.targetGroup}).`,
  deregistered: (n: Names, count: number) =>
    `${prefix(n)} deregistered ${plural(count, 'target')} in (${n.targetGroup}).`,
  draining: (n: Names, count: number, deployment: string) =>
    `${prefix(n)}, taskSet ${deployment} has begun draining connections on ${plural(count, 'task')}.`,
  completed: (n: Names, deployment: string) => `${prefix(n)} (deployment ${deployment}) deployment completed.`,
  steady: (n: Names) => `${prefix(n)} has reached a steady state.`,
  failed: (n: Names, deployment: string, why: string) =>
    `${prefix(n)} (deployment ${deployment}) deployment failed: ${why}.`,
  rollingBack: (n: Names, from: string, to: string) =>
    `${prefix(n)} (deployment ${from}) rolling back to deployment ${to}.`,
  unableToPlace: (n: Names, detail: string, closest?: string) =>
    `${prefix(n)} was unable to place a task because no container instance met all of its requirements: ${detail}.` +
    (closest ? ` The closest matching (container-instance ${closest}).` : ''),
  noFargateCapacity: (n: Names, detail: string) => `${prefix(n)} was unable to place a task. Reason: ${detail}.`,
  unhealthy: (n: Names, tasks: readonly number[]) =>
    `${prefix(n)} ${taskList(n, tasks)} failed container health checks.`,
  unhealthyTarget: (n: Names, tasks: readonly number[]) =>
    `${prefix(n)} ${taskList(n, tasks)} is unhealthy in (${n.targetGroup}).`,
  exited: (n: Names, tasks: readonly number[]) =>
    `${prefix(n)} ${taskList(n, tasks)} stopped: essential container in task exited.`,
  failedToStart: (n: Names, tasks: readonly number[]) => `${prefix(n)} ${taskList(n, tasks)} failed to start.`,
  configuration: (n: Names) =>
    `${prefix(n)} was unable to stop or start tasks during a deployment because of the service deployment configuration.` +
    ' Update the minimumHealthyPercent or maximumPercent value and try again.',
  impaired: (n: Names) => `${prefix(n)} is unable to consistently start tasks successfully.`,
  throttled: (n: Names) => `${prefix(n)} operations are being throttled. Will try again later.`,
  plain: (n: Names, what: string) => `${prefix(n)} ${what}.`,
  stage: (n: Names, deployment: string, stage: string) => `${prefix(n)} (deployment ${deployment}) entered ${stage}.`,
  traffic: (n: Names, deployment: string, percent: number) =>
    `${prefix(n)} (deployment ${deployment}) shifted ${percent} percent of production traffic to the new revision.`,
  testTraffic: (n: Names, deployment: string) =>
    `${prefix(n)} (deployment ${deployment}) shifted test traffic to the new revision.`,
} as const;

/** rolloutStateReason in the shapes seen (simulator.md §9). */
export const reasons = {
  inProgress: (id: string) => `ECS deployment ${id} in progress.`,
  completed: (id: string) => `ECS deployment ${id} completed.`,
  breaker: () => 'ECS deployment circuit breaker: tasks failed to start.',
  breakerRollback: (id: string) => `ECS deployment circuit breaker: rolling back to deploymentId ${id}.`,
  alarm: () => 'ECS deployment alarm detected.',
  alarmRollback: (id: string) => `ECS deployment alarm detected: rolling back to deploymentId ${id}.`,
  stopped: () => 'ECS deployment stopped by user.',
} as const;
