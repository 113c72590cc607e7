/**
 * The CODE_DEPLOY controller: a blue/green deployment of CodeDeploy between two task sets (simulator.md §6.1).
 * Minimum and maximum percent do not pace it.
 */
import type { Controller } from './controller';
import type { FullPlan } from './normalize';
import type { CodeDeployHook } from './plan';
import { failScript } from './script';
import { createScript, type Script, type Step } from './steps';
import { canaryShifts, linearShifts, type Shift, scriptController, tenths } from './traffic';
import { revisionAt, STEP, type World } from './world';

const MINUTE = 60_000;
/** CodeDeploy waits so long for the replacement task set (developer guide, deployment-type-bluegreen). */
export const INSTALL_LIMIT = 60 * MINUTE;
/** A scaling event during the shift may take so long before the deployment fails (same page). */
const SCALING_LIMIT = 5 * MINUTE;
/** The console's default for keeping the old task set. */
const TERMINATION_WAIT_MINUTES = 60;
const SOURCE = '/deploymentController';
const CONFIGURATION = 'assumption:codeDeployConfiguration';

/** CodeDeployDefault.ECSLinear10PercentEvery1Minutes and its like; anything unknown shifts all at once. */
export function codeDeployShifts(plan: FullPlan): Shift[] {
  const { custom, configuration = 'CodeDeployDefault.ECSAllAtOnce' } = plan.codeDeploy ?? {};
  if (custom?.type === 'TimeBasedLinear') return linear(custom.percentage, custom.intervalMinutes);
  if (custom?.type === 'TimeBasedCanary') return canary(custom.percentage, custom.intervalMinutes);
  const named = /ECS(Linear|Canary)(\d+)Percent(?:Every)?(\d+)Minutes?$/.exec(custom ? '' : configuration);
  if (!named) return [{ percent: 100, wait: 0, source: CONFIGURATION }];
  const shape = named[1] === 'Linear' ? linear : canary;
  return shape(Number(named[2]), Number(named[3]));
}

const linear = (percent: number, minutes: number) => linearShifts(tenths(percent), minutes * MINUTE, CONFIGURATION);
const canary = (percent: number, minutes: number) => canaryShifts(tenths(percent), minutes * MINUTE, CONFIGURATION);

export function codeDeploySteps(plan: FullPlan): Step[] {
  const { clock, codeDeploy = {} } = plan;
  const hooked = (stage: CodeDeployHook): Step[] =>
    codeDeploy.hooks?.includes(stage) ? [enter(stage), { do: 'hooks', stage }] : [];
  const kept = (codeDeploy.terminationWaitMinutes ?? TERMINATION_WAIT_MINUTES) * MINUTE;
  return [
    ...hooked('BeforeInstall'),
    enter('Install'),
    { do: 'scale-up', limit: INSTALL_LIMIT, source: SOURCE },
    ...hooked('AfterInstall'),
    ...(codeDeploy.testListener
      ? [enter('AllowTestTraffic'), { do: 'weights', test: 100, ms: clock.weightChange, source: CONFIGURATION } as Step]
      : []),
    ...hooked('AfterAllowTestTraffic'),
    ...readySteps(plan),
    ...hooked('BeforeAllowTraffic'),
    enter('AllowTraffic'),
    ...codeDeployShifts(plan).flatMap((shift): Step[] => [
      { do: 'weights', production: shift.percent, ms: clock.weightChange, source: shift.source },
      { do: 'wait', ms: shift.wait, source: shift.source },
    ]),
    { do: 'promote' },
    ...hooked('AfterAllowTraffic'),
    enter('TerminationWait'),
    { do: 'wait', ms: kept, source: 'assumption:terminationWait' },
    { do: 'commit' },
    enter('TerminateOriginal'),
    { do: 'terminate', revision: 0, source: SOURCE },
    {
      do: 'end',
      outcome: 'completed',
      why: 'The replacement task set is primary and the original is gone.',
      source: SOURCE,
    },
  ];
}

/** A person has to continue within the time, otherwise the deployment stops (STOP_DEPLOYMENT). */
function readySteps(plan: FullPlan): Step[] {
  const minutes = plan.codeDeploy?.readyWaitMinutes;
  if (minutes === undefined || minutes <= 0) return [];
  return [
    enter('Ready'),
    { do: 'gate', ms: plan.clock.pauseHook, limit: minutes * MINUTE, source: 'timing:pauseHook' },
  ];
}

function enter(name: string): Step {
  return { do: 'stage', name, source: SOURCE };
}

function wayBack(w: World, script: Script): Step[] {
  const back: Step[] = [enter('Rollback')];
  if (script.production > 0 || script.test > 0) {
    back.push({ do: 'weights', production: 0, test: 0, ms: w.plan.clock.weightChange, source: SOURCE });
  }
  if (script.promoted) back.push({ do: 'demote' });
  back.push({ do: 'terminate', revision: 1, source: SOURCE });
  const why = `The deployment failed (${w.failure?.text}); traffic is back on the original task set.`;
  back.push({ do: 'end', outcome: 'rolled-back', why, source: w.failure?.source ?? SOURCE });
  return back;
}

/** Without automatic rollback, and before anything was installed, a failure just ends the deployment. */
function failsWithoutWayBack(w: World, script: Script): boolean {
  return w.plan.codeDeploy?.autoRollback === false || !script.keep.has(1);
}

/** Scaling while traffic moves: the replacement has five minutes to be steady again. */
function scaled(w: World, script: Script): void {
  const stage = script.steps[script.at];
  if (stage?.do !== 'wait' || script.production === 0 || script.production === 100) return;
  script.deadlines++;
  w.queue.push(w.now + SCALING_LIMIT, STEP, -script.deadlines);
}

function deadline(w: World, script: Script, turn: number): void {
  if (turn !== -script.deadlines || revisionAt(w, 1).healthy >= w.desired) return;
  failScript(w, script, {
    kind: 'script',
    text: 'scaling did not finish within five minutes',
    rollback: true,
    source: SOURCE,
  });
}

export const codeDeployController = (): Controller =>
  scriptController(
    (plan) => ({ ...createScript(codeDeploySteps(plan), wayBack), failsWithoutWayBack, scaled, deadline }),
    (w) => w.recorder?.beginTaskSets(w),
  );
