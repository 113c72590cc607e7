import type { Service, TaskDefinition } from '../../../schemas/runtime';
import type { Fact } from './fact';

export type Controller = 'ECS' | 'CODE_DEPLOY' | 'EXTERNAL';
export type Scheduling = 'REPLICA' | 'DAEMON';
export type Strategy = 'ROLLING' | 'BLUE_GREEN' | 'LINEAR' | 'CANARY';
export type Launch = 'FARGATE' | 'EC2' | 'EXTERNAL' | 'MANAGED_INSTANCES';

/** True, false, or not to be known from the files: rules speak only on a certain answer. */
export type Ternary = boolean | undefined;

/**
 * What many rules ask of a service, worked out once. Each is undefined where the files do not decide it
 * (templates; neither launchType nor capacityProviderStrategy, where the cluster's default strategy decides).
 * Source of the predicates: rules.md "Predicates used by many rules".
 */
export interface Traits {
  controller: Controller | undefined;
  scheduling: Scheduling | undefined;
  strategy: Strategy | undefined;
  /** Where tasks run. FARGATE covers FARGATE_SPOT. An own capacity provider name gives undefined: it may be EC2 or managed instances. */
  launch: Launch | undefined;
  fargate: Ternary;
  /** launchType EC2 or a strategy of own (non-Fargate) capacity providers: certainly not Fargate. */
  ownCapacity: Ternary;
  awsvpc: Ternary;
  /** At least one load balancer entry; an empty list counts as none. */
  loadBalanced: Ternary;
  classicLoadBalancer: Ternary;
  /** Service Connect is there and switched on. */
  serviceConnect: Ternary;
}

/** The providers that AWS names; every other name is an Auto Scaling group or managed instances provider of the account. */
export const FARGATE_PROVIDERS: ReadonlySet<string> = new Set(['FARGATE', 'FARGATE_SPOT']);

/**
 * Prefixes that an own capacity provider cannot have, in whatever case: such a name is a misspelt Fargate one or does
 * not exist. Source: recorded error pf-ecs-cp-name-reserved-prefix (2026-09).
 */
export const RESERVED_PROVIDER_PREFIX = /^(?:aws|ecs|fargate)/i;

export function traitsOf(service: Fact<Service>, taskDefinition?: Fact<TaskDefinition>): Traits {
  const fargate = isFargate(service);
  // An update says only what changes: what it leaves out stays as it is, which no default tells.
  const update = isUpdate(service);
  const unlessUpdate = <V>(fact: Fact<unknown>, whenAbsent: V) => (update && fact.absent ? undefined : whenAbsent);
  const controller = service.get('deploymentController').get('type');
  const strategy = service.get('deploymentConfiguration').get('strategy');
  const loadBalancers = service.get('loadBalancers');
  return {
    controller: oneOf(controller, unlessUpdate(controller, 'ECS'), ['ECS', 'CODE_DEPLOY', 'EXTERNAL']),
    scheduling: oneOf(service.get('schedulingStrategy'), update && !updatesReplicas(service) ? undefined : 'REPLICA', [
      'REPLICA',
      'DAEMON',
    ]),
    strategy: oneOf(strategy, unlessUpdate(strategy, 'ROLLING'), ['ROLLING', 'BLUE_GREEN', 'LINEAR', 'CANARY']),
    launch: launchOf(service, fargate),
    fargate,
    ownCapacity: fargate === undefined ? undefined : !fargate,
    awsvpc: isAwsvpc(service, fargate, taskDefinition),
    loadBalanced: unlessUpdate(loadBalancers, hasItems(loadBalancers)),
    classicLoadBalancer: unlessUpdate(loadBalancers, hasClassic(service)),
    serviceConnect: unlessUpdate(service.get('serviceConnectConfiguration'), serviceConnectOn(service)),
  };
}

/** Whether the definition is bound to the shape of UpdateService. */
function isUpdate(service: Fact<Service>): boolean {
  return service.shape?.type === 'object' && Object.hasOwn(service.shape.members, 'forceNewDeployment');
}

/** What a DAEMON service refuses: an update that has it can only be for REPLICA. Source: recorded errors daemon-desired, daemon-cps, daemon-placement-strategy. */
function updatesReplicas(service: Fact<Service>): boolean {
  return (
    service.get('desiredCount').known ||
    service.get('capacityProviderStrategy').some === true ||
    service.get('placementStrategy').some === true
  );
}

function oneOf<V extends string>(fact: Fact<string>, whenAbsent: V | undefined, values: readonly V[]): V | undefined {
  if (fact.absent) return whenAbsent;
  return fact.known ? values.find((v) => fact.value === v) : undefined;
}

/** True when there is certainly an item, false when there is certainly none. */
export function hasItems(list: Fact<unknown[]>): Ternary {
  if (list.some) return true;
  return list.none ? false : undefined;
}

/** The names of a strategy; undefined for one that is not known, or that looks like a misspelt Fargate provider. */
function providerNames(service: Fact<Service>): (string | undefined)[] {
  return service.get('capacityProviderStrategy').items.map((item) => {
    const name = item.get('capacityProvider').value;
    return name !== undefined && (FARGATE_PROVIDERS.has(name) || !RESERVED_PROVIDER_PREFIX.test(name))
      ? name
      : undefined;
  });
}

const LAUNCH_TYPES: ReadonlySet<string> = new Set(['FARGATE', 'EC2', 'EXTERNAL', 'MANAGED_INSTANCES']);

function isFargate(service: Fact<Service>): Ternary {
  const launchType = service.get('launchType');
  // A misspelt value says nothing about what was meant.
  if (launchType.known) return LAUNCH_TYPES.has(launchType.value as string) ? launchType.is('FARGATE') : undefined;
  if (launchType.unknown) return undefined;
  const names = providerNames(service);
  if (names.some((n) => n !== undefined && FARGATE_PROVIDERS.has(n))) return true;
  return names.length > 0 && names.every((n) => n !== undefined) ? false : undefined;
}

function launchOf(service: Fact<Service>, fargate: Ternary): Launch | undefined {
  const launchType = service.get('launchType');
  if (launchType.known)
    return (['FARGATE', 'EC2', 'EXTERNAL', 'MANAGED_INSTANCES'] as const).find((l) => l === launchType.value);
  return fargate ? 'FARGATE' : undefined;
}

function isAwsvpc(service: Fact<Service>, fargate: Ternary, taskDefinition?: Fact<TaskDefinition>): Ternary {
  const mode = taskDefinition?.get('networkMode');
  if (mode?.known) return mode.value === 'awsvpc';
  if (fargate) return true;
  if (service.get('networkConfiguration').get('awsvpcConfiguration').known) return true;
  return mode?.absent ? false : undefined;
}

function hasClassic(service: Fact<Service>): Ternary {
  const list = service.get('loadBalancers');
  const names = list.items.map((item) => item.get('loadBalancerName'));
  if (names.some((n) => n.known)) return true;
  return list.count !== undefined && names.every((n) => n.absent) ? false : undefined;
}

function serviceConnectOn(service: Fact<Service>): Ternary {
  const enabled = service.get('serviceConnectConfiguration').get('enabled');
  if (service.get('serviceConnectConfiguration').absent) return false;
  return enabled.known ? enabled.value : undefined;
}
