/**
 * Writes down what a run does: counts over time, waves, events with their causes, stages, traffic.
 * A run without a recorder behaves the same; many runs go without one.
 */

import { messages, type Names, reasons } from './events';
import { deploymentId } from './ids';
import type { FullPlan } from './normalize';
import type {
  DeploymentReport,
  EventKind,
  Phase,
  RolloutState,
  Series,
  ServiceEvent,
  Source,
  Traffic,
  Wave,
} from './report/types';
import { alarmSource, breakerSource } from './sources';
import { TaskSetRecord } from './task-set-record';
import { END_NAMES, type EndName } from './tasks';
import { NOTE, passTime, revisionAt, type World } from './world';

export class Recorder extends TaskSetRecord {
  readonly series: Series = {
    t: [],
    oldHealthy: [],
    oldOther: [],
    newPending: [],
    newRunning: [],
    newHealthy: [],
    stopping: [],
    total: [],
  };
  readonly waves: Wave[] = [];
  readonly events: ServiceEvent[] = [];
  readonly phases: Phase[] = [];
  readonly traffic: Traffic = { t: [], production: [], test: [] };
  /** Stages and production shifts in order: time, stage or "shift", production weight. */
  readonly timeline: [number, string, number][] = [];
  readonly deployments: DeploymentReport[] = [];
  readonly desired: { at: number; count: number }[] = [];
  readonly names: Names;
  /** What the scheduler acts on just now; the cause of the starts and stops that follow. */
  startCause: Source = '/desiredCount';
  stopCause: Source = '/deploymentConfiguration/minimumHealthyPercent';
  /** The scenario entry that happened last. */
  disturbance: Source = 'assumption:tasks';
  private broken: { end: number; tasks: number[] }[] = [];
  private started: number[] = [];
  private stopped: number[] = [];
  private stoppedPending: number[] = [];
  private registrations: { at: number; tasks: number[] }[] = [];
  private drainings: { at: number; tasks: number[] }[] = [];

  constructor(private readonly plan: FullPlan) {
    super(plan.seed);
    const group = plan.loadBalancing?.targetGroups?.[0]?.name ?? `${plan.service}-tg`;
    this.desired.push({ at: 0, count: plan.desired });
    this.names = { service: plan.service, seed: plan.seed, targetGroup: `target-group ${group}` };
  }

  addDeployment(revision: number, at: number, state: RolloutState): void {
    const id = deploymentId(this.plan.seed, revision);
    const {
      family,
      revision: latest,
      oldRevision,
    } = this.plan.taskDefinition ?? { family: this.plan.service, revision: 2 };
    const number = revision === 0 ? (oldRevision ?? Math.max(1, latest - 1)) : latest + revision - 1;
    const reason = state === 'COMPLETED' ? reasons.completed(id) : reasons.inProgress(id);
    this.deployments.push({
      id,
      revision,
      taskDefinition: `${family}:${number}`,
      createdAt: at,
      changes: [{ at, state, reason }],
      failures: [],
    });
  }

  id(revision: number): string {
    return this.deployments[revision]?.id ?? '';
  }

  changeDeployment(revision: number, at: number, state: RolloutState, reason: string): void {
    this.deployments[revision]?.changes.push({ at, state, reason });
  }

  event(w: World, kind: EventKind, message: string, source: Source, tasks: number[] = [], deployment = w.target): void {
    this.events.push({ at: w.now, kind, message, source, deployment, tasks });
  }

  launched(task: number): void {
    this.started.push(task);
  }

  stopping(w: World, task: number, wasPending: boolean): void {
    (wasPending ? this.stoppedPending : this.stopped).push(task);
    if (!wasPending && this.plan.loadBalancing) {
      note(w, this.drainings, w.now + this.plan.clock.drainDelay, task, 1);
    }
  }

  registering(w: World, task: number): void {
    if (this.plan.loadBalancing) note(w, this.registrations, passTime(w, w.now), task, 0);
  }

  /** Targets that were registered or began to drain just now. */
  noteDue(w: World, which: number): void {
    const list = which === 0 ? this.registrations : this.drainings;
    const due = list.find((entry) => entry.at === w.now);
    if (!due) return;
    list.splice(list.indexOf(due), 1);
    const revision = w.tasks.revision[due.tasks[0] as number] as number;
    const source = '/loadBalancers';
    if (which === 0) {
      this.event(w, 'registered', messages.registered(this.names, due.tasks.length), source, due.tasks, revision);
      return;
    }
    this.event(w, 'deregistered', messages.deregistered(this.names, due.tasks.length), source, due.tasks, revision);
    const text = messages.draining(this.names, due.tasks.length, this.id(revision));
    this.event(w, 'draining', text, source, due.tasks, revision);
  }

  failed(w: World, task: number): void {
    const end = w.tasks.end[task] as number;
    const same = this.broken.find((group) => group.end === end);
    if (same) same.tasks.push(task);
    else this.broken.push({ end, tasks: [task] });
  }

  /** Broken tasks are reported before the pass that acts on them. */
  flushBroken(w: World): void {
    if (this.broken.length === 0) return;
    for (const { end, tasks } of this.broken) {
      const first = tasks[0] as number;
      const fate = w.tasks.fate[first] as number;
      const source = fate > 0 ? `scenario:${fate - 1}` : this.disturbance;
      this.event(w, 'unhealthy', this.brokenText(END_NAMES[end], tasks), source, tasks, this.revisionOf(w, tasks));
    }
    this.broken = [];
  }

  private brokenText(end: EndName | undefined, tasks: readonly number[]): string {
    if (end === 'failed-to-start') return messages.failedToStart(this.names, tasks);
    if (end === 'exited') return messages.exited(this.names, tasks);
    return this.plan.loadBalancing
      ? messages.unhealthyTarget(this.names, tasks)
      : messages.unhealthy(this.names, tasks);
  }

  failureCount(w: World): void {
    const failures = this.deployments[w.target]?.failures;
    const last = failures?.at(-1);
    if (last && last.at === w.now) last.count = w.breaker.count;
    else failures?.push({ at: w.now, count: w.breaker.count });
  }

  tripped(w: World, why: 'breaker' | 'alarm' | 'stopped' | 'script', text: string, back: number, source: Source): void {
    const id = this.id(w.target);
    this.event(w, 'failed', messages.failed(this.names, id, text), source);
    const reason = why === 'alarm' ? reasons.alarm() : why === 'stopped' ? reasons.stopped() : reasons.breaker();
    this.changeDeployment(w.target, w.now, 'FAILED', reason);
    if (back < 0) return;
    const to = this.id(back);
    const rollback = why === 'breaker' ? breakerSource('rollback') : why === 'alarm' ? alarmSource('rollback') : source;
    this.event(w, 'rolling-back', messages.rollingBack(this.names, id, to), rollback);
    const returning = why === 'alarm' ? reasons.alarmRollback(to) : reasons.breakerRollback(to);
    this.changeDeployment(w.target, w.now, 'FAILED', returning);
    this.changeDeployment(back, w.now, 'IN_PROGRESS', reasons.inProgress(to));
  }

  completed(w: World): void {
    const id = this.id(w.target);
    this.changeDeployment(w.target, w.now, 'COMPLETED', reasons.completed(id));
    this.event(w, 'completed', messages.completed(this.names, id), '/deploymentConfiguration');
    this.event(w, 'steady', messages.steady(this.names), '/desiredCount');
  }

  enterPhase(name: string, at: number, source: Source): void {
    this.leavePhase(at);
    this.phases.push({ name, from: at, to: null, source });
    this.timeline.push([at, name, this.traffic.production.at(-1) ?? 0]);
  }

  leavePhase(at: number): void {
    const last = this.phases.at(-1);
    if (last && last.to === null) last.to = at;
  }

  weights(at: number, production: number, test: number): void {
    if (production !== (this.traffic.production.at(-1) ?? 0)) this.timeline.push([at, 'shift', production]);
    this.traffic.t.push(at);
    this.traffic.production.push(production);
    this.traffic.test.push(test);
  }

  /** At the end of an instant: events of the starts and stops, and a row when the counts changed. */
  flush(w: World): void {
    this.flushBroken(w);
    if (this.started.length > 0) this.flushStarts(w);
    if (this.stoppedPending.length > 0) {
      const text = messages.stoppedPending(this.names, this.stoppedPending);
      this.event(
        w,
        'stopped-pending',
        text,
        this.stopCause,
        this.stoppedPending,
        this.revisionOf(w, this.stoppedPending),
      );
      this.stoppedPending = [];
    }
    if (this.stopped.length > 0) {
      const text = messages.stopped(this.names, this.stopped);
      this.event(w, 'stopped', text, this.stopCause, this.stopped, this.revisionOf(w, this.stopped));
      this.stopped = [];
    }
    this.row(w);
  }

  private flushStarts(w: World): void {
    const tasks = this.started;
    this.started = [];
    const old = tasks.filter((task) => w.tasks.revision[task] === 0 && w.revisions.length > 1).length;
    this.waves.push({ at: w.now, launched: tasks.length, old });
    this.event(w, 'started', messages.started(this.names, tasks), this.startCause, tasks, this.revisionOf(w, tasks));
  }

  private revisionOf(w: World, tasks: readonly number[]): number {
    return w.tasks.revision[tasks[0] as number] as number;
  }

  private row(w: World): void {
    const old = w.revisions[0];
    if (!old) return;
    let pending = 0;
    let running = 0;
    let healthy = 0;
    for (let i = 1; i < w.revisions.length; i++) {
      const revision = revisionAt(w, i);
      pending += revision.pending;
      running += revision.running;
      healthy += revision.healthy;
    }
    const s = this.series;
    const last = s.t.length - 1;
    const other = old.pending + old.running;
    if (
      last >= 0 &&
      s.oldHealthy[last] === old.healthy &&
      s.oldOther[last] === other &&
      s.newPending[last] === pending &&
      s.newRunning[last] === running &&
      s.newHealthy[last] === healthy &&
      s.stopping[last] === w.stopping &&
      s.total[last] === w.total
    ) {
      return;
    }
    s.t.push(w.now);
    s.oldHealthy.push(old.healthy);
    s.oldOther.push(other);
    s.newPending.push(pending);
    s.newRunning.push(running);
    s.newHealthy.push(healthy);
    s.stopping.push(w.stopping);
    s.total.push(w.total);
  }
}

/** Collects tasks for one message at `at` and wakes the run there. */
function note(w: World, list: { at: number; tasks: number[] }[], at: number, task: number, which: number): void {
  const entry = list.find((e) => e.at === at);
  if (entry) entry.tasks.push(task);
  else {
    list.push({ at, tasks: [task] });
    w.queue.push(at, NOTE, which);
  }
}
