import { choice, flag, integer, list, map, optional, required, structure, text } from './fields';
import { assumed, documented } from './meta';
import { strategyItem } from './service/capacity';

/**
 * Our own small description of a cluster for the simulator: what there is to place tasks on. Everything is optional; without a
 * cluster the simulator assumes Fargate in the subnets of the service, or as many instances as it takes.
 */
const count = (why: string) => integer({ min: assumed(0, why) });
const NO_NEGATIVE = 'an amount cannot be negative';

const subnet = structure('subnet', {
  id: required(text(), {
    doc: `The subnet id, as the service names it in awsvpcConfiguration.subnets.`,
    names: 'defines subnet',
    rank: 1,
  }),
  zone: required(text(), {
    doc: `The Availability Zone of the subnet, e.g. \`eu-west-1a\`. Fargate tasks are spread over the zones of the subnets.`,
    names: 'defines zone',
    rank: 1,
  }),
  freeAddresses: optional(count(NO_NEGATIVE), {
    doc: `How many addresses are free in the subnet. Each awsvpc task takes one while it exists; without the figure there are always enough.`,
    default: { text: 'no limit' },
  }),
});

const runningTasks = structure('runningTasks', {
  group: required(text(), {
    doc: `The group of the tasks as ECS writes it: \`service:name\` or \`family:name\`. Constraints on task:group look at it.`,
    rank: 1,
  }),
  count: optional(integer({ min: assumed(1, 'no tasks need no entry') }), {
    doc: `How many such tasks stand on the instance; on each, when the entry is for several instances.`,
    default: 1,
    unit: 'tasks',
    rank: 1,
  }),
  cpu: optional(count(NO_NEGATIVE), {
    doc: `The CPU units that each of the tasks holds on the instance.`,
    default: 0,
    unit: 'CPU units',
    rank: 1,
  }),
  memory: optional(count(NO_NEGATIVE), {
    doc: `The memory that each of the tasks holds on the instance.`,
    default: 0,
    unit: 'MiB',
    rank: 1,
  }),
  gpus: optional(count(NO_NEGATIVE), { doc: `The GPUs that each of the tasks holds on the instance.`, default: 0 }),
  hostPorts: optional(
    list(integer({ min: assumed(1, 'port 0 is dynamic'), max: assumed(65_535, 'there are no higher ports') })),
    {
      doc: `The fixed host ports that the tasks occupy on the instance. Another task with one of them finds no place there.`,
    },
  ),
  interfaces: optional(count(NO_NEGATIVE), {
    doc: `The network interfaces that each of the tasks holds: 1 for awsvpc tasks, else 0.`,
    default: 0,
  }),
});

/** What one instance offers; also the form of the instances that a capacity provider adds. */
const resources = {
  type: optional(text(), {
    doc: `The EC2 instance type, e.g. \`m5.large\`. It becomes the attribute ecs.instance-type.`,
    rank: 1,
  }),
  cpu: required(integer({ min: assumed(1, 'an instance without CPU runs nothing') }), {
    doc: `The CPU units that the instance registers: 1024 for each vCPU.`,
    unit: 'CPU units',
    rank: 1,
  }),
  memory: required(integer({ min: assumed(1, 'an instance without memory runs nothing') }), {
    doc: `The memory that the instance registers: somewhat less than it is sold with, since the system keeps a part.`,
    unit: 'MiB',
    rank: 1,
  }),
  gpus: optional(count(NO_NEGATIVE), { doc: `How many GPUs the instance has for tasks.`, default: 0 }),
  interfaces: optional(count(NO_NEGATIVE), {
    doc: `How many awsvpc tasks find a network interface on the instance: its interfaces less one, more with trunking.`,
    default: { text: 'no limit' },
  }),
  attributes: optional(map(text()), {
    doc: `Attributes for placement constraints and strategies, by name without the prefix \`attribute:\`. Built-in ones such as
      ecs.availability-zone and ecs.instance-type are filled in from the other members.`,
    rank: 2,
  }),
};

const instance = structure('instance', {
  id: optional(text(), {
    doc: `A name for reports, or the EC2 instance id. With count above 1 a number is added to it.`,
    default: { text: 'i-1, i-2 and so on' },
    rank: 2,
  }),
  count: optional(integer({ min: assumed(1, 'no instances need no entry') }), {
    doc: `How many instances of this kind there are. They are alike in everything, tasks included.`,
    default: 1,
    rank: 1,
  }),
  zone: required(text(), { doc: `The Availability Zone that the instance is in.`, names: 'refers zone', rank: 1 }),
  subnet: optional(text(), {
    doc: `The subnet that the instance is in. Needed only where awsvpc tasks or constraints care about it.`,
    names: 'refers subnet',
  }),
  ...resources,
  status: optional(
    choice({
      ACTIVE: 'Takes new tasks.',
      DRAINING: 'Takes no new tasks, and its service tasks are moved away within the deployment limits.',
    }),
    { doc: `Whether the instance takes tasks or is being emptied.`, default: 'ACTIVE', rank: 2 },
  ),
  agentConnected: optional(flag(), {
    doc: `Whether the ECS agent on the instance is connected. Nothing is started where it is not.`,
    default: true,
  }),
  agentVersion: optional(text(), { doc: `The version of the ECS agent, for constraints on agentVersion.` }),
  registeredAt: optional(text(), {
    doc: `When the instance registered, as an ISO date, for constraints on registeredAt.`,
  }),
  capacityProvider: optional(text(), {
    doc: `The capacity provider that the instance belongs to. Without it the instance serves launch type EC2 only.`,
    names: 'refers capacity-provider',
    rank: 2,
  }),
  tasks: optional(list(runningTasks), {
    doc: `What runs on the instance already, besides the service that is simulated.`,
    rank: 2,
    snippet: [{ group: '«service:other»', count: '«1»', cpu: '«256»', memory: '«512»' }],
  }),
});

const capacityProvider = structure('capacityProvider', {
  name: required(text(), {
    doc: `The name that a capacity provider strategy calls it by. FARGATE and FARGATE_SPOT need no entry.`,
    names: 'defines capacity-provider',
    rank: 1,
  }),
  minimumSize: optional(count(NO_NEGATIVE), {
    doc: `How few instances its Auto Scaling group may have.`,
    default: 0,
    rank: 1,
  }),
  maximumSize: optional(count(NO_NEGATIVE), {
    doc: `How many instances its Auto Scaling group may have. Tasks beyond that wait for ever.`,
    default: { text: 'no limit' },
    rank: 1,
  }),
  instance: optional(structure('instanceTemplate', resources), {
    doc: `What an added instance is like. Without it the provider never grows.`,
    rank: 1,
    snippet: { type: '«m5.large»', cpu: '«2048»', memory: '«7680»' },
  }),
  zones: optional(list(text()), {
    doc: `The zones in which instances are added, in turn.`,
    default: { text: 'the zones of the cluster' },
    names: 'refers zone',
  }),
  managedScaling: optional(
    structure('managedScaling', {
      enabled: optional(flag(), {
        doc: `Whether ECS scales the group to what the tasks need.`,
        default: true,
        rank: 1,
      }),
      targetCapacity: optional(integer({ min: documented(1), max: documented(100) }), {
        doc: `How full the instances should be. Below 100 some stay free for tasks to come.`,
        default: 100,
        unit: 'percent',
      }),
      minimumScalingStepSize: optional(integer({ min: documented(1), max: documented(10_000) }), {
        doc: `How many instances are added at once at the least.`,
        default: 1,
      }),
      maximumScalingStepSize: optional(integer({ min: documented(1), max: documented(10_000) }), {
        doc: `How many instances are added at once at the most.`,
        default: 10_000,
      }),
      instanceWarmupPeriod: optional(integer({ min: documented(0), max: documented(10_000) }), {
        doc: `How long a new instance does not count for the next scaling decision.`,
        default: 300,
        unit: 'seconds',
      }),
    }),
    { doc: `How the provider grows when tasks wait for room.`, default: { text: 'on, at 100 percent' }, rank: 2 },
  ),
});

export const cluster = structure('cluster', {
  name: optional(text(), {
    doc: `The name of the cluster, as reports should call it.`,
    default: 'default',
    names: 'defines cluster',
    rank: 1,
  }),
  subnets: optional(list(subnet, { uniqueBy: assumed(['id'], 'a subnet is in one zone') }), {
    doc: `The subnets of the service with their zones. Fargate tasks are placed in them; without them each subnet of the service counts as a zone of
      its own.`,
    rank: 1,
    snippet: [{ id: '«subnet-»', zone: '«eu-west-1a»' }],
  }),
  instances: optional(list(instance), {
    doc: `The container instances of the cluster, alike ones in one entry with a count.`,
    rank: 1,
    snippet: [{ count: '«3»', zone: '«eu-west-1a»', type: '«m5.large»', cpu: '«2048»', memory: '«7680»' }],
  }),
  capacityProviders: optional(list(capacityProvider, { uniqueBy: assumed(['name'], 'a name means one provider') }), {
    doc: `Capacity providers that are Auto Scaling groups, with what they may add.`,
    rank: 2,
    snippet: [{ name: '«instances»', maximumSize: '«10»' }],
  }),
  defaultCapacityProviderStrategy: optional(list(strategyItem), {
    doc: `The strategy for services that give neither launchType nor capacityProviderStrategy.`,
    default: { text: 'none: such services run on EC2' },
    rank: 2,
  }),
  serviceConnectNamespace: optional(text(), {
    doc: `The default Service Connect namespace of the cluster, for services that name none.`,
    names: 'defines namespace',
  }),
});
