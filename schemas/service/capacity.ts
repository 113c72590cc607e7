import { choice, integer, list, optional, required, structure, suggestions } from '../fields';
import { documented, model } from '../meta';

export const strategyItem = structure('CapacityProviderStrategyItem', {
  capacityProvider: required(
    suggestions({
      FARGATE: 'Fargate On-Demand. Present in every cluster it has been associated with; nothing to create.',
      FARGATE_SPOT:
        'Spare Fargate capacity at a discount. Tasks get two minutes of warning and are then stopped; there is no fall-back to On-Demand.',
    }),
    {
      doc: `A capacity provider of the cluster, by its short name, never by ARN. FARGATE and FARGATE_SPOT are written in capitals; your own
        providers cannot begin with aws, ecs or fargate. A strategy is either all Fargate or all Auto Scaling groups, not a mixture, and each
        provider has to be associated with the cluster first.`,
      names: 'refers capacity-provider',
      guide: 'cluster-capacity-providers.html',
      rank: 1,
    },
  ),
  weight: optional(integer({ min: model(0), max: model(1000) }), {
    doc: `The share of this provider in the tasks beyond all bases: weights 1 and 3 give one and three of every four. With 0, which is what
      leaving it out means here, the provider gets nothing beyond its base. When all weights are 0 the request is refused.`,
    default: 0,
    rank: 1,
  }),
  base: optional(integer({ min: model(0), max: model(100_000) }), {
    doc: `How many tasks run on this provider before weights count at all: a floor of On-Demand tasks under a Spot share, for example. Only
      one provider of the strategy may have a base above 0.`,
    default: 0,
    unit: 'tasks',
    rank: 2,
  }),
});

/** What the tasks run on. */
export const capacity = {
  launchType: optional(
    choice({
      FARGATE: 'Fargate On-Demand: no instances to manage. Needs awsvpc networking and task-level cpu and memory.',
      EC2: 'EC2 instances that are registered in the cluster.',
      EXTERNAL: 'Your own servers, registered with ECS Anywhere. No load balancers, no awsvpc.',
      MANAGED_INSTANCES:
        'EC2 instances that ECS manages. A service reaches them only through a capacity provider strategy.',
    }),
    {
      doc: `The kind of infrastructure. Either this or capacityProviderStrategy, never both: the request is refused. Without either the
        default strategy of the cluster decides, or EC2 when it has none. Fargate Spot and Managed Instances cannot be reached with it. It
        cannot be changed by an update; moving to capacity providers needs a strategy and a forced deployment.`,
      default: { text: 'the default capacity provider strategy of the cluster; EC2 when it has none' },
      guide: 'launch_types.html',
      rank: 1,
      update: 'refused',
    },
  ),
  capacityProviderStrategy: optional(
    list(strategyItem, {
      maxItems: documented(20),
      uniqueBy: documented(['capacityProvider'], 'a provider twice makes its share unclear'),
    }),
    {
      doc: `How the tasks are shared out among capacity providers: first the base of one, then by weight. Replaces launchType, with which it
        is refused. At most one base, at least one weight above 0. A change does not move running tasks and starts no deployment by
        itself; force one. An empty list in an update goes back to the cluster default.`,
      default: { text: 'the default strategy of the cluster' },
      guide: 'cluster-capacity-providers.html',
      rank: 2,
      since: 'BOTO3-2024',
      update: 'in-place',
      snippet: [
        { capacityProvider: 'FARGATE', base: 1, weight: 1 },
        { capacityProvider: 'FARGATE_SPOT', weight: 4 },
      ],
    },
  ),
  platformVersion: optional(
    suggestions({
      LATEST: 'The newest platform version at the start of each deployment.',
      '1.4.0': 'The current Linux version: EFS, ephemeral storage above 20 GiB, shared pid namespace.',
      '1.3.0': 'An older Linux version, without EFS volumes.',
      '1.0.0': 'The Windows version.',
    }),
    {
      doc: `The Fargate platform version. EC2 services are refused when they give one. LATEST is resolved when a deployment
        starts, so tasks started later in the same deployment do not change. Windows has numbers of its own. A change starts a deployment.`,
      default: {
        value: 'LATEST',
        cases: [{ when: 'the tasks do not run on Fargate', text: 'none, and none may be given' }],
      },
      guide: 'platform_versions.html',
      rank: 2,
      update: 'deploys',
    },
  ),
};
