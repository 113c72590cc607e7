/** Time limits of ECS and of the tools that wait for it. */
import { INSTALL_LIMIT } from '../code-deploy';
import type { FullPlan } from '../normalize';
import type { LimitCheck, Phase, Traffic } from './types';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** `aws ecs wait services-stable`: 40 polls every 15 s (waiters of the API model). */
const WAITER = 40 * 15_000;

const STAGE_SOURCE = 'developer guide: a stage, and each step of the production shift, lasts at most 24 hours';

export function limitsOf(
  plan: FullPlan,
  finish: number | null,
  phases: readonly Phase[],
  traffic: Traffic,
  end: number,
): LimitCheck[] {
  const lasting = (name: string) => {
    const phase = phases.find((p) => p.name === name);
    return phase ? (phase.to ?? end) - phase.from : 0;
  };
  const check = (name: LimitCheck['name'], limitMs: number, ms: number | null, source: string): LimitCheck => ({
    name,
    limitMs,
    ms,
    exceeded: ms === null || ms > limitMs,
    source,
  });
  const waiter = check('services-stable waiter', WAITER, finish, 'it asks 40 times, every 15 s');
  if (plan.controller === 'CODE_DEPLOY') {
    const source = 'developer guide: 60 minutes';
    return [waiter, check('CodeDeploy installation', INSTALL_LIMIT, lasting('Install'), source)];
  }
  if (plan.controller !== 'ECS' || plan.strategy === 'ROLLING') {
    return [waiter, check('CloudFormation', 3 * HOUR, finish, 'it then gives up on the service')];
  }
  return [
    waiter,
    check('CloudFormation', 36 * HOUR, finish, 'it waits so long where traffic shifts'),
    check('stage', 24 * HOUR, longestStage(plan, phases, traffic, end), STAGE_SOURCE),
    check('deployment', 30 * 24 * HOUR, finish, 'developer guide: a deployment lasts at most 30 days'),
  ];
}

/** The production shift is limited step by step: the time from one weight to the next, not the whole of it. */
function longestStage({ clock }: FullPlan, phases: readonly Phase[], traffic: Traffic, end: number): number {
  const { t, production } = traffic;
  const shifts = t.filter((_, i) => (production[i] as number) > (production[i - 1] ?? 0));
  const steps = shifts.slice(1).map((at, i) => at - (shifts[i] as number) - clock.weightChange);
  const stages = phases
    .filter((phase) => phase.name !== 'PRODUCTION_TRAFFIC_SHIFT')
    .map((phase) => (phase.to ?? end) - phase.from);
  return Math.max(0, ...stages, ...steps);
}
