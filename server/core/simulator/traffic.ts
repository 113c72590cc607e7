/**
 * The native shifting strategies of the ECS controller: BLUE_GREEN, LINEAR and CANARY as scripts (simulator.md §7).
 * The new revision is brought to full strength beside the old one before any traffic moves, so the peak is twice desired.
 */
import type { Controller } from './controller';
import { watchAlarm } from './disturbances';
import type { FullPlan } from './normalize';
import type { LifecycleStage } from './plan';
import { addOldRevision } from './rolling';
import { begin, failScript, scriptPass, scriptTimer } from './script';
import { configurationSource } from './sources';
import { createScript, type Script, type Step } from './steps';
import { addRevision, type World } from './world';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** API defaults (API model, LinearConfiguration and CanaryConfiguration). */
const LINEAR = { stepPercent: 10, stepBakeMinutes: 6 };
const CANARY = { percent: 5, bakeMinutes: 10 };

export const linearOf = ({ linear }: FullPlan) => ({
  stepPercent: linear?.stepPercent ?? LINEAR.stepPercent,
  stepBakeMinutes: linear?.stepBakeMinutes ?? LINEAR.stepBakeMinutes,
});

export const canaryOf = ({ canary }: FullPlan) => ({
  percent: canary?.percent ?? CANARY.percent,
  bakeMinutes: canary?.bakeMinutes ?? CANARY.bakeMinutes,
});

const STRATEGY = configurationSource('strategy');
const BAKE = configurationSource('bakeTimeInMinutes');

export interface Shift {
  /** Production weight of the new revision after it, percent. */
  percent: number;
  /** Wait after it, ms; 0 after the last. */
  wait: number;
  source: string;
}

/** The weight changes of a strategy. Percentages count in tenths, so that 33.3 adds up as ECS adds it. */
export function shiftsOf(plan: FullPlan): Shift[] {
  if (plan.strategy === 'LINEAR') {
    const { stepPercent, stepBakeMinutes } = linearOf(plan);
    const wait = Math.round(stepBakeMinutes * MINUTE);
    return linearShifts(tenths(stepPercent), wait, configurationSource('linearConfiguration'));
  }
  if (plan.strategy === 'CANARY') {
    const { percent, bakeMinutes } = canaryOf(plan);
    return canaryShifts(tenths(percent), Math.round(bakeMinutes * MINUTE), configurationSource('canaryConfiguration'));
  }
  return [{ percent: 100, wait: 0, source: STRATEGY }];
}

/** ceil(100 / step) shifts, no wait after the last. @param step tenths of a percent. */
export function linearShifts(step: number, wait: number, source: string): Shift[] {
  const shifts: Shift[] = [];
  for (let at = step; at < 1000; at += step) shifts.push({ percent: at / 10, wait, source });
  return [...shifts, { percent: 100, wait: 0, source }];
}

/** One part first, then all. @param first tenths of a percent. */
export function canaryShifts(first: number, wait: number, source: string): Shift[] {
  const all = { percent: 100, wait: 0, source };
  return first >= 1000 ? [all] : [{ percent: first / 10, wait, source }, all];
}

export function tenths(percent: number): number {
  return Math.min(1000, Math.max(1, Math.round(percent * 10)));
}

/** The whole deployment, stage by stage. Stages without hooks and without an effect take no time and are left out. */
export function shiftingSteps(plan: FullPlan): Step[] {
  const { clock } = plan;
  const hooked = (stage: LifecycleStage): Step[] =>
    plan.hooks?.some((hook) => hook.stages.includes(stage)) ? [enter(stage), { do: 'hooks', stage }] : [];
  return [
    ...hooked('RECONCILE_SERVICE'),
    ...hooked('PRE_SCALE_UP'),
    enter('SCALE_UP'),
    { do: 'scale-up', limit: DAY, source: STRATEGY },
    ...hooked('POST_SCALE_UP'),
    ...(plan.testTraffic
      ? [enter('TEST_TRAFFIC_SHIFT'), weights({ test: 100 }, clock.weightChange, '/loadBalancers')]
      : []),
    ...hooked('TEST_TRAFFIC_SHIFT'),
    ...hooked('POST_TEST_TRAFFIC_SHIFT'),
    ...productionSteps(plan, hooked),
    ...hooked('POST_PRODUCTION_TRAFFIC_SHIFT'),
    enter('BAKE_TIME', BAKE),
    { do: 'wait', ms: plan.bakeMs, source: BAKE },
    { do: 'commit' },
    enter('CLEAN_UP'),
    { do: 'promote' },
    { do: 'terminate', revision: 0, source: STRATEGY },
    {
      do: 'end',
      outcome: 'completed',
      why: 'All traffic is on the new revision and the old tasks are gone.',
      source: STRATEGY,
    },
  ];
}

/** Every shift with its hooks before and after (they run at each one); a Network Load Balancer adds ten minutes once. */
function productionSteps(plan: FullPlan, hooked: (stage: LifecycleStage) => Step[]): Step[] {
  const shifts = shiftsOf(plan);
  const slow = plan.loadBalancing?.kind === 'network' ? plan.clock.networkLoadBalancerShift : 0;
  const managed = plan.loadBalancing !== undefined || plan.serviceConnect === true;
  const change = managed || plan.clock.weightChange === 0 ? plan.clock.weightChange : 0;
  return shifts.flatMap((shift, index) => [
    ...hooked('PRE_PRODUCTION_TRAFFIC_SHIFT'),
    enter('PRODUCTION_TRAFFIC_SHIFT'),
    weights({ production: shift.percent }, change + (index === 0 ? slow : 0), shift.source),
    ...hooked('PRODUCTION_TRAFFIC_SHIFT'),
    { do: 'wait', ms: shift.wait, source: shift.source } as Step,
  ]);
}

function enter(name: LifecycleStage | string, source = STRATEGY): Step {
  return { do: 'stage', name, source };
}

function weights(to: { production?: number; test?: number }, ms: number, source: string): Step {
  return { do: 'weights', ...to, ms, source };
}

/** Traffic returns to the old revision at once, then the new tasks go (the order is an inference, simulator.md §7). */
function wayBack(w: World, script: Script): Step[] {
  const back: Step[] = [enter('ROLLBACK')];
  if (script.production > 0 || script.test > 0) {
    back.push(weights({ production: 0, test: 0 }, w.plan.clock.weightChange, STRATEGY));
  }
  back.push({ do: 'terminate', revision: 1, source: STRATEGY });
  const why = `The deployment failed (${w.failure?.text}); traffic is back on the old revision and the new tasks are gone.`;
  back.push({ do: 'end', outcome: 'rolled-back', why, source: w.failure?.source ?? STRATEGY });
  return back;
}

/** A controller around a script; also used by CodeDeploy. */
export function scriptController(write: (plan: FullPlan) => Script, begun?: (w: World) => void): Controller {
  let script: Script;
  return {
    start(w) {
      addOldRevision(w);
      addRevision(w);
      w.target = 1;
      w.recorder?.addDeployment(1, 0, 'IN_PROGRESS');
      w.recorder?.weights(0, 0, 0);
      script = write(w.plan);
      w.failWith = (failure) => failScript(w, script, failure);
      begun?.(w);
    },
    pass(w) {
      if (!script.begun) begin(w, script);
      watchAlarm(w);
      scriptPass(w, script);
    },
    step: (w, turn) => scriptTimer(w, script, turn),
    disturbed(w, entry) {
      if (entry.kind === 'scale') script.scaled?.(w, script);
    },
    atRest: (w) => w.stage === 'settled',
    finish: (w) => w.recorder?.leavePhase(w.now),
  };
}

export const shiftingController = (): Controller =>
  scriptController((plan) => createScript(shiftingSteps(plan), wayBack));
