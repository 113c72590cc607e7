import type { Service, TaskDefinition } from '../../../../schemas';
import type { Fact } from '../../model/fact';
import type { At, RuleContext } from '../rule';

type Item<T> = T extends readonly (infer I)[] ? NonNullable<I> : never;

export type Container = Item<TaskDefinition['containerDefinitions']>;
export type PortMapping = Item<NonNullable<Container['portMappings']>>;
export type Volume = Item<NonNullable<TaskDefinition['volumes']>>;

/** What a load balancer or a service registry leads to. */
export interface Target {
  containerName?: string;
  containerPort?: number;
}

/** The entries of loadBalancers and serviceRegistries: both name a container and its port. */
export function targetsOf(service: Fact<Service>): Fact<Target>[] {
  return [
    ...service.get('loadBalancers').items,
    ...service.get('serviceRegistries').items,
  ] as unknown as Fact<Target>[];
}

/** The task definition that a `task-definition` rule looks at. */
export function taskDefinitionOf(ctx: RuleContext): Fact<TaskDefinition> {
  return ctx.root as Fact<TaskDefinition>;
}

export function containersOf(taskDefinition: Fact<TaskDefinition>): Fact<Container>[] {
  return taskDefinition.get('containerDefinitions').items as Fact<Container>[];
}

/**
 * The containers of a name, or undefined while any container, or the name of one, is hidden by a template. There is a
 * list of them: it is what a task definition is recognised by.
 */
export function containersNamed(taskDefinition: Fact<TaskDefinition>, name: string): Fact<Container>[] | undefined {
  const containers = containersOf(taskDefinition);
  const same = containers.filter((container) => container.get('name').is(name));
  if (same.length > 0) return same;
  const hidden =
    taskDefinition.get('containerDefinitions').count === undefined ||
    containers.some((container) => container.get('name').unknown);
  return hidden ? undefined : [];
}

/** The names that are known, for messages and fixes. */
export function namesOf(items: readonly Fact<{ name?: string }>[]): string[] {
  return items.flatMap((item) => item.get('name').value ?? []);
}

/** Whether the definition is to be checked for a launch type when it is registered. */
export function requires(taskDefinition: Fact<TaskDefinition>, launchType: string): Fact<string> | undefined {
  const items = taskDefinition.get('requiresCompatibilities').items as Fact<string>[];
  return items.find((item) => item.is(launchType));
}

/** What makes the rules of Fargate hold: FARGATE in requiresCompatibilities, else a service on Fargate. Undefined when nothing certainly does. */
export function fargateReason(ctx: RuleContext): { at: At; message: string } | undefined {
  const item = requires(taskDefinitionOf(ctx), 'FARGATE');
  if (item) return { at: item, message: 'The definition is checked for Fargate' };
  return ctx.traits.fargate === true ? { at: runsOn(ctx), message: 'The service runs on Fargate' } : undefined;
}

/** Where a service says what it runs on. */
export function runsOn({ service }: RuleContext): At {
  const launchType = service.get('launchType');
  return launchType.given ? launchType : { fact: service.get('capacityProviderStrategy') as Fact, key: true };
}

/** The first key of a definition: the place of what is missing in it. */
export function topOf(root: Fact<never> | Fact): At {
  return { fact: root as Fact, key: true };
}

export function keyOf(fact: Fact<never> | Fact<unknown>): At {
  return { fact: fact as Fact, key: true };
}

/** The system the containers are made for; Linux unless said otherwise. Undefined while not known. */
export function systemOf(taskDefinition: Fact<TaskDefinition>): 'linux' | 'windows' | undefined {
  const family = taskDefinition.get('runtimePlatform').get('operatingSystemFamily');
  if (family.absent) return 'linux';
  return family.value?.startsWith('WINDOWS') ? 'windows' : family.is('LINUX') ? 'linux' : undefined;
}

/** The network mode; bridge unless said otherwise, on Linux. Undefined while not known. Source: RegisterTaskDefinition networkMode. */
export function networkModeOf(taskDefinition: Fact<TaskDefinition>): string | undefined {
  const mode = taskDefinition.get('networkMode');
  return mode.absent ? 'bridge' : mode.value;
}

/** `8000-8010` as numbers, whatever their order; undefined for anything else. */
export function rangeOf(text: string | undefined): { first: number; last: number } | undefined {
  const parts = /^\s*(\d{1,5})\s*-\s*(\d{1,5})\s*$/.exec(text ?? '');
  return parts ? { first: Number(parts[1]), last: Number(parts[2]) } : undefined;
}

/** The ports of a container that a mapping opens; undefined while not known. */
export function portsOf(mapping: Fact<PortMapping>): { first: number; last: number } | undefined {
  const port = mapping.get('containerPort').value;
  if (port !== undefined) return { first: port, last: port };
  return mapping.get('containerPort').absent ? rangeOf(mapping.get('containerPortRange').value) : undefined;
}

/** All port mappings, of all containers. */
export function mappingsOf(taskDefinition: Fact<TaskDefinition>): Fact<PortMapping>[] {
  return containersOf(taskDefinition).flatMap((c) => c.get('portMappings').items as Fact<PortMapping>[]);
}

/**
 * The first port that a task takes of its instance: under bridge a hostPort above 0, under host every port. Undefined
 * where there is none, or while the network mode is not known.
 */
export function instancePortOf(taskDefinition: Fact<TaskDefinition>): Fact<number> | undefined {
  const mode = networkModeOf(taskDefinition);
  if (mode !== 'bridge' && mode !== 'host') return undefined;
  const ports = mappingsOf(taskDefinition).map((m) => m.get(mode === 'host' ? 'containerPort' : 'hostPort'));
  return (ports as Fact<number>[]).find((port) => port.value);
}

/** The port mappings of a name, or undefined while one may be hidden by a template. */
export function mappingsNamed(taskDefinition: Fact<TaskDefinition>, name: string): Fact<PortMapping>[] | undefined {
  const mappings = mappingsOf(taskDefinition);
  const same = mappings.filter((mapping) => mapping.get('name').is(name));
  if (same.length > 0) return same;
  const lists = [
    taskDefinition.get('containerDefinitions'),
    ...containersOf(taskDefinition).map((c) => c.get('portMappings')),
  ];
  const hidden = lists.some((list) => list.count === undefined);
  return hidden || mappings.some((mapping) => mapping.get('name').unknown) ? undefined : [];
}

export function portNamesOf(taskDefinition: Fact<TaskDefinition>): string[] {
  return mappingsOf(taskDefinition).flatMap((mapping) => mapping.get('name').value ?? []);
}

export function volumesOf(taskDefinition: Fact<TaskDefinition>): Fact<Volume>[] {
  return taskDefinition.get('volumes').items as Fact<Volume>[];
}
