/** What a run rests on that the definition does not say: options, timings and defaults that took part in it. */
import { launchDelay, onFargate, stopDelay } from '../durations';
import type { FullPlan } from '../normalize';
import { OPTIONS, type Options } from '../options';
import type { Plan } from '../plan';
import { TIMINGS, type TimingFact, type TimingName } from '../timings';
import type { World } from '../world';
import type { Assumption } from './types';

/** Options that can make a difference to this plan. */
function optionsUsed(w: World): (keyof Options)[] {
  const { plan } = w;
  const rolling = plan.controller === 'ECS' && (plan.strategy === 'ROLLING' || plan.change !== 'update');
  const shifting = !rolling && plan.controller === 'ECS';
  const failing = w.breaker.highest > 0;
  const breaker = w.breaker.enabled;
  const percent = breaker && (w.breaker.settings.type ?? 'BOUNDED_PERCENT') === 'BOUNDED_PERCENT';
  const used: [keyof Options, boolean][] = [
    ['stopPolicy', rolling && plan.minimumHealthyPercent < 100 && plan.maximumPercent > 100],
    ['unreadyOldTasks', w.stage === 'rolling-back' || w.failure !== undefined || w.revisions.length > 2],
    ['countStoppingTowardsMax', rolling && plan.oldCount > 0],
    ['breakerEvaluation', breaker && failing],
    ['breakerMinimum', percent],
    ['breakerMaximum', percent && plan.desired > 400],
    ['breakerReset', breaker && failing && w.breaker.resets],
    ['unboundedRounding', breaker && w.breaker.settings.type === 'UNBOUNDED_PERCENT'],
    ['startFailuresAfterRunning', breaker && failing],
    ['placementRefusals', breaker && w.refusals > 0],
    ['breakerWhileShifting', breaker && shifting],
    ['backoffSeconds', failing],
    ['bakeFormula', rolling && plan.alarms?.enable === true],
    ['bakeMinimumSeconds', rolling && plan.alarms?.enable === true],
    ['scaleOutWhileDeploying', plan.scenario.some((entry) => entry.kind === 'scale')],
    ['unhealthyOldTask', plan.scenario.some((entry) => 'at' in entry)],
    [
      'digestProbe',
      plan.settings.digestProbe && plan.image?.pinned !== true && plan.change !== 'none' && plan.desired > 1,
    ],
    ['probePinnedImages', plan.settings.digestProbe && plan.image?.pinned === true && plan.desired > 1],
    ['digestAttempts', failing && plan.settings.digestProbe],
    ['targetInitialHealth', w.health.fromRegistration >= 0],
    ['severalTargetGroups', w.health.fromRegistration >= 0 && (plan.loadBalancing?.targetGroups?.length ?? 0) > 1],
    ['providerRemainder', w.capacity.providerNames.length > 1],
    ['baseWithoutWeight', (plan.launch.providers ?? []).some(({ base, weight }) => base && !weight)],
    ['placementTie', w.capacity.instanceNames.length > 1 && plan.schedulingStrategy === 'REPLICA'],
    ['missingAttribute', spreadsOverAttribute(plan)],
    ['launchesPerMinute', plan.desired > 100],
    ['fargateBurst', onFargate(plan) && plan.desired > 100],
    ['fargatePerSecond', onFargate(plan) && plan.desired > 100],
    ['boundsInScaleUp', shifting],
    ['restartsFollowed', w.futile],
    ['patienceHours', w.ending === undefined],
  ];
  return used.filter(([, takesPart]) => takesPart).map(([name]) => name);
}

/** Spread over something that an instance may lack: every one has a zone and an id. */
function spreadsOverAttribute({ capacity, placement }: FullPlan): boolean {
  const fields = (placement?.strategy ?? []).flatMap(({ type, field = '' }) => (type === 'spread' ? [field] : []));
  const own = (field: string) => field.startsWith('attribute:') && field !== 'attribute:ecs.availability-zone';
  return capacity.kind === 'cluster' && fields.some(own);
}

function timingsUsed(w: World): TimingName[] {
  const { plan } = w;
  const names = new Set<string>(['tick', 'firstPass']);
  const parts = [...launchDelay(plan).parts, ...stopDelay(plan).parts, { source: w.health.source }];
  for (const { source } of parts) if (source.startsWith('timing:')) names.add(source.slice('timing:'.length));
  if (plan.controller === 'CODE_DEPLOY' || plan.strategy !== 'ROLLING') names.add('weightChange');
  if (plan.hooks?.length || plan.codeDeploy?.hooks?.length) names.add('lambdaHook');
  if (plan.hooks?.some((hook) => hook.target === 'PAUSE')) names.add('pauseHook');
  return [...names].filter((name): name is TimingName => name in TIMINGS && !(name in (plan.timings ?? {})));
}

/** Members the plan leaves out and what stood in for them. */
function defaultsUsed(plan: FullPlan, given: Plan): Assumption[] {
  const missing: [boolean, string, string, string][] = [
    [
      given.old?.count === undefined && plan.change === 'update',
      'old',
      `${plan.oldCount} healthy tasks`,
      'The service runs as many healthy tasks of its old revision as desired.',
    ],
    [
      given.launch?.zones === undefined && onFargate(plan),
      'zones',
      'none',
      'Availability Zones are not modelled without a list of them.',
    ],
    [given.capacity === undefined, 'capacity', 'unlimited', 'There is always room for another task.'],
    [
      plan.image?.sizeMiB === undefined && onFargate(plan),
      'image size',
      '200 MiB',
      'The size of the image is not known.',
    ],
  ];
  return missing
    .filter(([left]) => left)
    .map(([, name, value, what]) => ({ kind: 'default', name, value, what, source: 'assumed' }));
}

export function assumptionsOf(w: World, given: Plan): Assumption[] {
  const { plan } = w;
  const options = optionsUsed(w).map((name): Assumption => {
    const { what, source, link } = OPTIONS[name];
    return { kind: 'option', name, value: JSON.stringify(plan.settings[name]), what, source, ...(link && { link }) };
  });
  const timings = timingsUsed(w).map((name): Assumption => {
    const { what, source, link }: TimingFact = TIMINGS[name];
    return { kind: 'timing', name, value: `${plan.clock[name] / 1000} s`, what, source, ...(link && { link }) };
  });
  return [...defaultsUsed(plan, given), ...options, ...timings];
}
