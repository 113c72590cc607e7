import type { Service, TaskDefinition } from '../../../schemas/runtime';
import type { Fact } from '../model/fact';
import { clausesOf, parseQuery } from '../query';
import type { PlacementConstraint, PlacementStrategy, TaskNeeds } from '../simulator/placement/types';
import type { PlacementPlan } from '../simulator/plan';
import { taskSizeOf } from './task-facts';

/** What placement on container instances asks of a task, and where the service wants it. Unknown values ask nothing. */
export function placementOf(
  service: Fact<Service>,
  taskDefinition: Fact<TaskDefinition> | undefined,
  awsvpc: boolean,
): PlacementPlan {
  const constraints = [
    ...constraintsOf(service.get('placementConstraints')),
    ...(taskDefinition ? constraintsOf(taskDefinition.get('placementConstraints')) : []),
  ];
  const strategy = strategyOf(service.get('placementStrategy'));
  const subnets = subnetsOf(service);
  return {
    needs: needsOf(taskDefinition, awsvpc),
    ...(constraints.length > 0 && { constraints }),
    ...(strategy.length > 0 && { strategy }),
    ...(subnets.length > 0 && { subnets }),
  };
}

const ZONE = 'ecs.availability-zone';

/**
 * Does ECS keep the zones even afterwards? A new service is rebalanced unless it says no; an existing one that says
 * nothing keeps what it was created with: undefined. Another first strategy and a constraint on the zone rule it out;
 * the simulator looks at the rest. Source: developer guide, service-rebalancing; default since September 2025.
 */
export function rebalancesZones(
  service: Fact<Service>,
  { strategy = [], constraints = [] }: PlacementPlan,
  create: boolean,
): boolean | undefined {
  const asked = service.get('availabilityZoneRebalancing');
  if (asked.is('DISABLED')) return false;
  if (!asked.is('ENABLED') && !(asked.absent && create)) return undefined;
  const [first] = strategy;
  const spreads = !first || (first.type === 'spread' && first.field?.toLowerCase() === `attribute:${ZONE}`);
  const onZone = ({ expression = '' }) =>
    clausesOf(parseQuery(expression).ast).some((clause) => clause.subject.attribute === ZONE);
  return spreads && !constraints.some(onZone);
}

export function subnetsOf(service: Fact<Service>): string[] {
  const { items } = service.get('networkConfiguration').get('awsvpcConfiguration').get('subnets');
  return items.flatMap((subnet) => subnet.value ?? []);
}

function constraintsOf(list: Fact<{ type?: string; expression?: string }[]>): PlacementConstraint[] {
  return list.items.flatMap((item) => {
    const type = item.get('type').value;
    const expression = item.get('expression').value;
    return type === 'distinctInstance' || type === 'memberOf' ? { type, ...(expression && { expression }) } : [];
  });
}

function strategyOf(list: Fact<{ type?: string; field?: string }[]>): PlacementStrategy[] {
  return list.items.flatMap((item) => {
    const type = item.get('type').value;
    const field = item.get('field').value;
    return type === 'spread' || type === 'binpack' || type === 'random' ? { type, ...(field && { field }) } : [];
  });
}

function needsOf(taskDefinition: Fact<TaskDefinition> | undefined, awsvpc: boolean): TaskNeeds {
  const { cpu = 0, memory = 0 } = (taskDefinition && taskSizeOf(taskDefinition)) ?? {};
  const gpus = taskDefinition ? gpusOf(taskDefinition) : 0;
  const hostPorts = taskDefinition && !awsvpc ? hostPortsOf(taskDefinition) : [];
  return {
    cpu,
    memory,
    ...(gpus > 0 && { gpus }),
    ...(awsvpc && { interfaces: 1 }),
    ...(hostPorts.length > 0 && { hostPorts }),
  };
}

function gpusOf(taskDefinition: Fact<TaskDefinition>): number {
  const wanted = taskDefinition
    .get('containerDefinitions')
    .items.flatMap((container) => container.get('resourceRequirements').items)
    .filter((requirement) => requirement.get('type').is('GPU'));
  return wanted.reduce((sum, requirement) => sum + (Number(requirement.get('value').value) || 0), 0);
}

/** In host mode a container port is the host's own; in bridge mode 0 and none mean a dynamic one. */
function hostPortsOf(taskDefinition: Fact<TaskDefinition>): string[] {
  const host = taskDefinition.get('networkMode').is('host');
  return taskDefinition
    .get('containerDefinitions')
    .items.flatMap((container) => container.get('portMappings').items)
    .flatMap((mapping) => {
      const port = mapping.get('hostPort').value ?? (host ? mapping.get('containerPort').value : undefined);
      return port ? `${port}/${mapping.get('protocol').value ?? 'tcp'}` : [];
    });
}
