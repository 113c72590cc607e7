import type { Service, TaskDefinition } from '../../../schemas/runtime';
import type { Fact } from '../model/fact';
import { FARGATE_PROVIDERS, type Traits } from '../model/traits';
import type { ClusterPlan } from '../simulator/placement/types';
import type {
  AlarmPlan,
  CircuitBreaker,
  Hook,
  Launch,
  LifecycleStage,
  LoadBalancing,
  PlacementPlan,
  Plan,
  ProviderShare,
} from '../simulator/plan';
import { placementOf, rebalancesZones, subnetsOf } from './placement-of';
import { checksOf, imageOf, stopTimeoutOf, taskSizeOf } from './task-facts';

/** Something the plan holds that the files do not say. */
export interface Assumed {
  /** JSON pointer of the member in the service definition. */
  pointer: string;
  /** What it is a number of, when the member does not say. */
  what?: string;
  value: number | string | boolean;
  /** In words, to end "… is assumed because": it comes from a template. */
  why: string;
}

export interface PlanOf {
  plan: Plan;
  assumed: Assumed[];
}

/** What a plan is made from. `previous`: the version that runs now; without it, one like the new version runs. */
export interface PlanInput {
  service: Fact<Service>;
  traits: Traits;
  taskDefinition: Fact<TaskDefinition> | undefined;
  previous?: Fact<Service>;
  /** True: nothing runs yet (CreateService). False: the same service runs and a new revision replaces it. */
  create?: boolean;
  /** What there is to place tasks on; without it there is room everywhere. */
  cluster?: ClusterPlan;
  /** What the settings say of the simulation: timings in ms, options and seed, by the names of the simulator. */
  settings?: Pick<Plan, 'timings' | 'options' | 'seed'>;
}

/** ECS needs a number; an unknown desiredCount is shown as this many tasks. Assumption. */
const ASSUMED_DESIRED = 2;

/** A daemon runs on each container instance; without a cluster file it is shown on so many. Assumption. */
const ASSUMED_INSTANCES = 3;

/**
 * The rollout that deploying this definition would start. Percentages as in the API, tasks as counts. Members that are
 * absent stay out of the plan: the simulator has the defaults of ECS. Unknown members take a default and are listed.
 */
export function planOf(input: PlanInput): PlanOf {
  const { service, traits, taskDefinition, previous, create, cluster, settings } = input;
  const assumed: Assumed[] = [];
  const configuration = service.get('deploymentConfiguration');
  const number = (fact: Fact<number>, fallback: number): number | undefined => {
    if (fact.known) return fact.value;
    if (fact.absent) return undefined;
    const value = literalFallback(fact) ?? fallback;
    assumed.push({
      pointer: fact.pointer,
      value,
      why: literalFallback(fact) === undefined ? unknownBecause(fact) : 'it is the default that the template names',
    });
    return value;
  };
  const daemon = traits.scheduling === 'DAEMON';
  const desired = daemon
    ? 0
    : (number(service.get('desiredCount'), ASSUMED_DESIRED) ?? absentDesired(service, assumed));
  const placement = placementOf(service, taskDefinition, traits.awsvpc === true);
  const plan: Plan = {
    ...defined({
      service: service.get('serviceName').value,
      cluster: service.get('cluster').value,
      schedulingStrategy: traits.scheduling,
      controller: traits.controller,
      strategy: traits.strategy,
      minimumHealthyPercent: number(configuration.get('minimumHealthyPercent'), daemon ? 0 : 100),
      maximumPercent: number(configuration.get('maximumPercent'), daemon ? 100 : 200),
      circuitBreaker: breakerOf(configuration.get('deploymentCircuitBreaker')),
      alarms: alarmsOf(configuration.get('alarms')),
      bakeMinutes: number(configuration.get('bakeTimeInMinutes'), 0),
      linear: traits.strategy === 'LINEAR' ? linearOf(configuration, number) : undefined,
      canary: traits.strategy === 'CANARY' ? canaryOf(configuration, number) : undefined,
      hooks: hooksOf(configuration.get('lifecycleHooks')),
      testTraffic: hasTestTraffic(service) || undefined,
      serviceConnect: traits.serviceConnect,
      launch: launchOf(service, traits, cluster),
      loadBalancing: loadBalancingOf(service),
      cloudMap: service.get('serviceRegistries').some || undefined,
      lattice: service.get('vpcLatticeConfigurations').some || undefined,
      containerChecks: taskDefinition && checksOf(taskDefinition),
      stopTimeoutSeconds: taskDefinition && stopTimeoutOf(taskDefinition),
      graceSeconds: number(service.get('healthCheckGracePeriodSeconds'), 0),
      image: taskDefinition && imageOf(taskDefinition),
      task: taskDefinition && taskSizeOf(taskDefinition),
      zoneRebalancing: rebalancesZones(service, placement, create === true),
    }),
    desired,
    change: create ? 'create' : 'update',
  };
  if (previous) plan.old = { count: previousCount(previous, desired), completed: true };
  if (daemon && !cluster) {
    plan.daemonInstances = ASSUMED_INSTANCES;
    const why = 'the file does not tell how many container instances there are';
    const what = 'the number of container instances';
    assumed.push({ pointer: service.get('schedulingStrategy').pointer, what, value: ASSUMED_INSTANCES, why });
  }
  if (cluster) placeIn(plan, cluster, placement, subnetsOf(service));
  return { plan: { ...plan, ...settings }, assumed };
}

/** On Fargate a cluster tells the zones of the subnets, elsewhere the instances to place tasks on. */
function placeIn(plan: Plan, cluster: ClusterPlan, placement: PlacementPlan, subnets: readonly string[]): void {
  plan.capacity = { kind: 'cluster', cluster };
  plan.placement = placement;
  const zones = (cluster.subnets ?? []).filter(({ id }) => subnets.includes(id)).map(({ zone }) => zone);
  if (plan.launch && zones.length > 0) plan.launch = { ...plan.launch, zones: [...new Set(zones)] };
}

function defined<T extends object>(value: T): { [K in keyof T]: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as {
    [K in keyof T]: NonNullable<T[K]>;
  };
}

/** A number that a template states as its default: {{ env `N` `2` }}. */
function literalFallback(fact: Fact): number | undefined {
  const node = fact.target;
  if (node?.kind !== 'unknown' || node.fallback === undefined) return undefined;
  return /^\d{1,9}$/.test(node.fallback) ? Number(node.fallback) : undefined;
}

function unknownBecause(fact: Fact): string {
  return fact.why === 'template' ? 'its value comes from a template' : 'its value cannot be read from the file';
}

function absentDesired(service: Fact<Service>, assumed: Assumed[]): number {
  assumed.push({
    pointer: service.get('desiredCount').pointer,
    value: ASSUMED_DESIRED,
    why: 'the file does not give it',
  });
  return ASSUMED_DESIRED;
}

function previousCount(previous: Fact<Service>, desired: number): number {
  return previous.get('desiredCount').value ?? desired;
}

function breakerOf(
  fact: Fact<NonNullable<NonNullable<Service['deploymentConfiguration']>['deploymentCircuitBreaker']>>,
): CircuitBreaker | undefined {
  if (!fact.known) return undefined;
  const threshold = fact.get('thresholdConfiguration');
  return {
    enable: fact.get('enable').value ?? false,
    rollback: fact.get('rollback').value ?? false,
    ...defined({
      type: threshold.get('type').value,
      value: threshold.get('value').value,
      reset: fact.get('resetOnHealthyTask').value,
    }),
  };
}

function alarmsOf(
  fact: Fact<NonNullable<NonNullable<Service['deploymentConfiguration']>['alarms']>>,
): AlarmPlan | undefined {
  if (!fact.known) return undefined;
  const names = fact.get('alarmNames').items.map((name) => name.value ?? 'alarm');
  return { enable: fact.get('enable').value ?? false, rollback: fact.get('rollback').value ?? false, names };
}

type ReadNumber = (fact: Fact<number>, fallback: number) => number | undefined;
type Configuration = Fact<NonNullable<Service['deploymentConfiguration']>>;

function linearOf(configuration: Configuration, number: ReadNumber): Plan['linear'] {
  const linear = configuration.get('linearConfiguration');
  return defined({
    stepPercent: number(linear.get('stepPercent'), 10),
    stepBakeMinutes: number(linear.get('stepBakeTimeInMinutes'), 6),
  });
}

function canaryOf(configuration: Configuration, number: ReadNumber): Plan['canary'] {
  const canary = configuration.get('canaryConfiguration');
  return defined({
    percent: number(canary.get('canaryPercent'), 5),
    bakeMinutes: number(canary.get('canaryBakeTimeInMinutes'), 10),
  });
}

function hooksOf(
  list: Fact<NonNullable<NonNullable<Service['deploymentConfiguration']>['lifecycleHooks']>>,
): Hook[] | undefined {
  if (!list.some) return undefined;
  return list.items.map((hook) => ({
    stages: hook.get('lifecycleStages').items.flatMap((s) => (s.value ? [s.value as LifecycleStage] : [])),
    ...defined({
      target: hook.get('targetType').value,
      timeoutMinutes: hook.get('timeoutConfiguration').get('timeoutInMinutes').value,
      timeoutAction: hook.get('timeoutConfiguration').get('action').value,
    }),
  }));
}

function hasTestTraffic(service: Fact<Service>): boolean {
  const listeners = service
    .get('loadBalancers')
    .items.some((lb) => lb.get('advancedConfiguration').get('testListenerRule').given);
  const headers = service
    .get('serviceConnectConfiguration')
    .get('services')
    .items.some((s) => s.get('clientAliases').items.some((alias) => alias.get('testTrafficRules').given));
  return listeners || headers;
}

function launchOf(service: Fact<Service>, traits: Traits, cluster: ClusterPlan | undefined): Launch | undefined {
  const providers = providersOf(service, cluster);
  const fargateOnly = providers.length > 0 && providers.every((p) => FARGATE_PROVIDERS.has(p.name));
  const instances = traits.ownCapacity || providers.length > 0;
  const kind = traits.launch ?? (fargateOnly ? 'FARGATE' : instances ? 'EC2' : undefined);
  if (!kind) return undefined;
  return { kind, ...(providers.length > 0 && { providers }), ...(traits.awsvpc && { awsvpc: true }) };
}

/** A service with neither a strategy nor a launch type takes the cluster's default strategy. Source: simulator.md §4. */
function providersOf(service: Fact<Service>, cluster: ClusterPlan | undefined): ProviderShare[] {
  const own = service.get('capacityProviderStrategy');
  const undecided = !own.unknown && own.items.length === 0 && service.get('launchType').absent;
  if (undecided) {
    const strategy = cluster?.defaultCapacityProviderStrategy ?? [];
    return strategy.map(({ capacityProvider: name, base, weight }) => ({ name, ...defined({ base, weight }) }));
  }
  return own.items.map((item) => ({
    name: item.get('capacityProvider').value ?? 'capacity provider',
    ...defined({ base: item.get('base').value, weight: item.get('weight').value }),
  }));
}

function loadBalancingOf(service: Fact<Service>): LoadBalancing | undefined {
  const list = service.get('loadBalancers');
  if (!list.some) return undefined;
  const classic = list.items.some((lb) => lb.get('loadBalancerName').known);
  const network = list.items.some((lb) =>
    /:loadbalancer\/net\/|:listener-rule\/net\//.test(
      lb.get('advancedConfiguration').get('productionListenerRule').value ?? '',
    ),
  );
  return { kind: classic ? 'classic' : network ? 'network' : 'application', targetGroups: list.items.map(() => ({})) };
}
