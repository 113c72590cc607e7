/** What the scenario does to the service, at its time. Broken launches (tasks-fail) are in failures.ts. */
import { failDeployment } from './deployment';
import { messages } from './events';
import { die, giveUp, markLeaving, onExited, owe, stop } from './lifecycle';
import type { Disturbance } from './plan';
import { alarmSource } from './sources';
import { type EndName, HEALTHY, PENDING, PROTECTED, RUNNING, STOPPING } from './tasks';
import { addRevision, alive, DISTURBANCE, requestPass, revisionAt, setDesired, type World } from './world';

type Timed = Extract<Disturbance, { at: number }>;
type Of<K extends Disturbance['kind']> = Extract<Disturbance, { kind: K }>;

/** Puts every timed entry into the queue; an alarm that is on from the start switches its own watching off. */
export function scheduleScenario(w: World): void {
  const { scenario } = w.plan;
  scenario.forEach((entry, index) => {
    if (!('at' in entry)) return;
    w.queue.push(entry.at, DISTURBANCE, index);
    w.disturbancesLeft++;
    const until = 'until' in entry ? entry.until : undefined;
    if (until === undefined || entry.kind === 'no-capacity') return;
    w.queue.push(until, DISTURBANCE, index + scenario.length);
    w.disturbancesLeft++;
  });
  const onAtStart = scenario.some((entry) => entry.kind === 'alarm' && entry.at <= 0);
  watchFromNow(w, onAtStart);
}

/** Alarms are watched for a whole deployment or not at all: one that is on when it begins switches that off. */
function watchFromNow(w: World, on: boolean): void {
  w.alarmsWatched = w.plan.alarms?.enable === true && !on && w.plan.controller !== 'EXTERNAL';
}

/** @returns the entry, so that the controller can act on kinds of its own. */
export function disturb(w: World, argument: number): Timed | undefined {
  const { scenario } = w.plan;
  const ends = argument >= scenario.length;
  const index = ends ? argument - scenario.length : argument;
  const entry = scenario[index] as Timed;
  w.disturbancesLeft--;
  w.dirty = true;
  if (w.recorder) w.recorder.disturbance = `scenario:${index}`;
  requestPass(w, w.now);
  if (ends) {
    end(w, entry);
    return undefined;
  }
  begin(w, entry, index);
  return entry;
}

function begin(w: World, entry: Timed, index: number): void {
  const source = `scenario:${index}`;
  switch (entry.kind) {
    case 'tasks-die':
      breakTasks(w, entry);
      return;
    case 'instance-lost':
      w.capacity.loseInstance(entry.instance, w.now);
      loseTasks(w, 'instance-lost', onInstance(w, entry.instance));
      followInstances(w);
      return;
    case 'instance-draining':
      drain(w, entry.instance, source);
      return;
    case 'zone-lost':
      loseZone(w, entry.zone);
      return;
    case 'no-capacity':
      w.noCapacityUntil = entry.until ?? Number.POSITIVE_INFINITY;
      return;
    case 'spot-interruption':
      interruptSpot(w, entry);
      return;
    case 'alarm':
      w.alarmOn = true;
      watchAlarm(w);
      return;
    case 'stop-deployment':
      stopDeployment(w, entry, source);
      return;
    case 'scale':
      scale(w, entry.desired, source);
      return;
    case 'protect':
      protect(w, entry);
      return;
    case 'deploy':
      deployAgain(w, source);
      return;
    case 'task-set':
      return;
  }
}

function end(w: World, entry: Timed): void {
  if (entry.kind === 'alarm') w.alarmOn = false;
  if (entry.kind === 'protect') {
    for (let task = 0; task < w.tasks.length; task++)
      w.tasks.flags[task] = (w.tasks.flags[task] as number) & ~PROTECTED;
  }
}

/** Live tasks (not told to stop), in order of launch. */
function liveTasks(w: World, wanted: (task: number) => boolean): number[] {
  const found: number[] = [];
  for (let task = 0; task < w.tasks.length; task++) {
    if ((w.tasks.state[task] as number) < STOPPING && wanted(task)) found.push(task);
  }
  return found;
}

function meant(w: World, revision: 'new' | 'old' | undefined): number {
  return revision === 'old' || w.plan.change === 'none' ? 0 : revision === 'new' ? 1 : w.target;
}

function breakTasks(w: World, entry: Of<'tasks-die'>): void {
  const revision = meant(w, entry.revision);
  const tasks = liveTasks(w, (t) => w.tasks.revision[t] === revision && w.tasks.state[t] === HEALTHY);
  for (const task of tasks.slice(0, entry.count)) {
    if (entry.mode === 'unhealthy') giveUp(w, task);
    else onExited(w, task);
  }
}

/** An alarm counts from the first running task of the new deployment on (simulator.md §2.2). */
export function watchAlarm(w: World): void {
  if (!w.alarmOn || !w.alarmsWatched || w.stage !== 'deploying') return;
  if (!revisionAt(w, w.target).everRan) return;
  const rollback = w.plan.alarms?.rollback ?? false;
  failDeployment(w, { kind: 'alarm', text: 'alarm detected', rollback, source: alarmSource('alarmNames') });
}

const onInstance = (w: World, name: string) => {
  const instance = w.capacity.instanceNames.indexOf(name);
  return (task: number) => instance >= 0 && w.tasks.slots[task]?.instance === instance;
};

function loseTasks(w: World, reason: EndName, on: (task: number) => boolean): void {
  for (let task = 0; task < w.tasks.length; task++) {
    const state = w.tasks.state[task] as number;
    if (state > STOPPING || !on(task)) continue;
    const revision = revisionAt(w, w.tasks.revision[task] as number);
    die(w, task, reason);
    if (state < STOPPING) owe(w, revision, task);
  }
}

function loseZone(w: World, name: string): void {
  const zone = w.capacity.zoneNames.indexOf(name);
  w.capacity.loseZone(name, w.now);
  if (zone < 0) return;
  w.lostZones.add(zone);
  loseTasks(w, 'zone-lost', (task) => w.tasks.slots[task]?.zone === zone);
  followInstances(w);
}

/** A daemon service wants one task for each eligible instance, whatever their number is now. */
function followInstances(w: World): void {
  const eligible = w.plan.schedulingStrategy === 'DAEMON' ? w.capacity.eligibleInstances?.() : undefined;
  if (eligible !== undefined) setDesired(w, eligible);
}

/** PENDING tasks of a DRAINING instance stop at once, running ones are replaced within the bounds; daemons just stop. */
function drain(w: World, name: string, source: string): void {
  w.capacity.drainInstance(name, w.now);
  const on = onInstance(w, name);
  const daemon = w.plan.schedulingStrategy === 'DAEMON';
  if (w.recorder) w.recorder.stopCause = source;
  for (const task of liveTasks(w, on)) {
    if (daemon || w.tasks.state[task] === PENDING) stop(w, task);
    else if (w.tasks.revision[task] === w.target) markLeaving(w, task);
  }
  followInstances(w);
}

/** Two minutes after the warning the task is gone, whatever its own delays are. */
function interruptSpot(w: World, entry: Of<'spot-interruption'>): void {
  const spot = w.capacity.providerNames.indexOf('FARGATE_SPOT');
  const all = w.plan.launch.kind === 'FARGATE_SPOT';
  const tasks = liveTasks(w, (t) => w.tasks.state[t] !== PENDING && (all || w.tasks.slots[t]?.provider === spot));
  if (w.recorder) w.recorder.stopCause = w.recorder.disturbance;
  for (const task of all || spot >= 0 ? tasks.slice(0, entry.count) : []) {
    const revision = revisionAt(w, w.tasks.revision[task] as number);
    stop(w, task, 'spot', w.plan.clock.spotWarning);
    owe(w, revision, task);
  }
  if (!entry.unavailableFor) return;
  const until = w.now + entry.unavailableFor;
  if (all) w.noCapacityUntil = Math.max(w.noCapacityUntil, until);
  else w.noSpotUntil = Math.max(w.noSpotUntil, until);
}

function stopDeployment(w: World, entry: Of<'stop-deployment'>, source: string): void {
  if (w.stage !== 'deploying' || w.plan.controller === 'EXTERNAL') return;
  const rollback = entry.how === 'ROLLBACK';
  failDeployment(w, { kind: 'stopped', text: 'deployment stopped by user', rollback, source });
}

/** A change of the desired count starts no deployment; while one runs, the growth goes to the old revision first. */
function scale(w: World, desired: number, source: string): void {
  const growth = desired - w.desired;
  const { recorder } = w;
  recorder?.event(w, 'disturbance', messages.plain(recorder.names, `has its desired count set to ${desired}`), source);
  setDesired(w, desired);
  w.rebalanced = false;
  if (growth <= 0 || w.stage !== 'deploying' || w.plan.settings.scaleOutWhileDeploying !== 'old-first') return;
  const old = w.revisions.findLast((revision) => revision.index !== w.target && alive(revision) > 0);
  if (old) old.owed += growth;
}

function protect(w: World, entry: Of<'protect'>): void {
  const revision = meant(w, entry.revision ?? (w.plan.change === 'update' ? 'old' : undefined));
  const running = (t: number) => w.tasks.state[t] === HEALTHY || w.tasks.state[t] === RUNNING;
  const tasks = liveTasks(w, (t) => w.tasks.revision[t] === revision && running(t));
  for (const task of tasks.slice(0, entry.count)) w.tasks.flags[task] = (w.tasks.flags[task] as number) | PROTECTED;
}

/** A newer deployment takes over: it is PRIMARY, every other with tasks is ACTIVE (BOTO3-2024 lines 2045-2057). */
function deployAgain(w: World, source: string): void {
  // A shifting deployment or a task set is not overtaken: the second one waits for it (assumption).
  if (w.failWith || w.plan.controller !== 'ECS') return;
  const revision = addRevision(w);
  w.target = revision.index;
  w.stage = 'deploying';
  w.ending = undefined;
  w.failure = undefined;
  w.bakeUntil = -1;
  w.stuckAt = -1;
  w.steady = false;
  w.breaker.count = 0;
  watchFromNow(w, w.alarmOn);
  w.recorder?.addDeployment(revision.index, w.now, 'IN_PROGRESS');
  if (w.recorder) w.recorder.startCause = source;
}
