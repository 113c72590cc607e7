/** Changes that make the rollout faster, each simulated: what it saves and what it costs. */
import type { FullPlan } from '../normalize';
import type { Plan } from '../plan';
import { MAXIMUM } from '../sources';
import { measure } from './measure';
import type { Outcomes, Suggestion } from './types';

interface Idea {
  pointer: string;
  setting?: string;
  from: number | string | null;
  to: number | string;
  text: string;
  plan: Plan;
}

/** Savings below this are noise next to the scheduler's own pace. */
const WORTHWHILE = 5_000;

const DRAIN_SECONDS = 30;
const INTERVAL_SECONDS = 10;

export function suggestionsFor(plan: Plan, full: FullPlan, now: Outcomes): Suggestion[] {
  const { finish } = now;
  if (finish === null || now.outcome !== 'completed') return [];
  const suggestions: Suggestion[] = [];
  for (const { plan: changed, ...idea } of ideas(plan, full)) {
    const result = measure(changed);
    if (result.outcome !== 'completed' || result.finish === null) continue;
    const savesMs = finish - result.finish;
    if (savesMs >= WORTHWHILE) suggestions.push({ ...idea, savesMs, result });
  }
  return suggestions.sort((a, b) => b.savesMs - a.savesMs);
}

function ideas(plan: Plan, full: FullPlan): Idea[] {
  return [
    ...targetIdeas(plan),
    ...containerIdeas(plan),
    ...sigtermIdeas(plan),
    ...widthIdeas(plan, full),
    ...probeIdeas(plan, full),
    ...codeDeployIdeas(plan, full),
  ];
}

function targetIdeas(plan: Plan): Idea[] {
  const { loadBalancing } = plan;
  if (!loadBalancing) return [];
  const groups = loadBalancing.targetGroups?.length ? loadBalancing.targetGroups : [{}];
  const found: Idea[] = [];
  const delay = Math.max(...groups.map((g) => g.deregistrationDelaySeconds ?? 300));
  if (delay > DRAIN_SECONDS) {
    const targetGroups = groups.map((g) => ({ ...g, deregistrationDelaySeconds: DRAIN_SECONDS }));
    found.push({
      pointer: '/loadBalancers',
      setting: 'deregistrationDelaySeconds',
      from: delay,
      to: DRAIN_SECONDS,
      text: `Set the target group's deregistration delay to ${DRAIN_SECONDS} s (it is ${delay} s) if requests are short.`,
      plan: { ...plan, loadBalancing: { ...loadBalancing, targetGroups } },
    });
  }
  const interval = Math.max(...groups.map((g) => g.intervalSeconds ?? 30));
  if (interval > INTERVAL_SECONDS) {
    const targetGroups = groups.map((g) => ({ ...g, intervalSeconds: INTERVAL_SECONDS }));
    found.push({
      pointer: '/loadBalancers',
      setting: 'intervalSeconds',
      from: interval,
      to: INTERVAL_SECONDS,
      text: `Check targets every ${INTERVAL_SECONDS} s instead of every ${interval} s.`,
      plan: { ...plan, loadBalancing: { ...loadBalancing, targetGroups } },
    });
  }
  return found;
}

function containerIdeas(plan: Plan): Idea[] {
  const checks = plan.containerChecks ?? [];
  const interval = Math.max(0, ...checks.map((check) => check.intervalSeconds ?? 30));
  if (interval <= INTERVAL_SECONDS) return [];
  return [
    {
      pointer: 'taskDefinition#/containerDefinitions',
      from: interval,
      to: INTERVAL_SECONDS,
      text: `Check containers every ${INTERVAL_SECONDS} s instead of every ${interval} s.`,
      plan: { ...plan, containerChecks: checks.map((check) => ({ ...check, intervalSeconds: INTERVAL_SECONDS })) },
    },
  ];
}

function sigtermIdeas(plan: Plan): Idea[] {
  if (plan.honoursSigterm !== false) return [];
  return [
    {
      pointer: 'taskDefinition#/containerDefinitions',
      from: plan.stopTimeoutSeconds ?? 30,
      to: 'SIGTERM',
      text: 'Let the application exit on SIGTERM instead of being killed at the stop timeout.',
      plan: { ...plan, honoursSigterm: true },
    },
  ];
}

/** Fewer waves: the whole new revision beside the old one. */
function widthIdeas(plan: Plan, full: FullPlan): Idea[] {
  const rolling = full.controller === 'ECS' && full.strategy === 'ROLLING' && full.schedulingStrategy === 'REPLICA';
  if (!rolling || full.change !== 'update' || full.maximumPercent >= 200) return [];
  return [
    {
      pointer: MAXIMUM,
      from: full.maximumPercent,
      to: 200,
      text:
        full.desired === 1
          ? 'Raise maximumPercent to 200 so that the new task starts beside the old one.'
          : `Raise maximumPercent to 200 so that all ${full.desired} new tasks start together.`,
      plan: { ...plan, maximumPercent: 200 },
    },
  ];
}

function probeIdeas(plan: Plan, full: FullPlan): Idea[] {
  if (plan.image?.pinned || full.desired < 2) return [];
  return [
    {
      pointer: 'taskDefinition#/containerDefinitions',
      from: null,
      to: 'digest',
      text: 'Pin the image by its digest: the first task need not go alone to resolve it.',
      plan: { ...plan, image: { ...plan.image, pinned: true } },
    },
  ];
}

const SHORT_WAIT_MINUTES = 5;

function codeDeployIdeas(plan: Plan, full: FullPlan): Idea[] {
  if (full.controller !== 'CODE_DEPLOY') return [];
  const minutes = plan.codeDeploy?.terminationWaitMinutes ?? 60;
  if (minutes <= SHORT_WAIT_MINUTES) return [];
  return [
    {
      pointer: 'assumption:terminationWait',
      from: minutes,
      to: SHORT_WAIT_MINUTES,
      text: `Keep the original task set ${SHORT_WAIT_MINUTES} minutes instead of ${minutes}.`,
      plan: { ...plan, codeDeploy: { ...plan.codeDeploy, terminationWaitMinutes: SHORT_WAIT_MINUTES } },
    },
  ];
}
