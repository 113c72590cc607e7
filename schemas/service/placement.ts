import { choice, list, optional, structure, suggestions, text } from '../fields';
import { assumed, documented, recorded } from '../meta';

const constraint = structure('PlacementConstraint', {
  type: optional(
    choice({
      distinctInstance: 'Each task of the service on an instance of its own. Takes no expression.',
      memberOf: 'Only instances that match the expression.',
    }),
    {
      doc: `What is demanded of an instance. \`distinctInstance\` allows one task of this service for each instance, during a deployment the
        old and the new together; \`memberOf\` wants an expression.`,
      needed: documented(true, 'a constraint without type says nothing'),
      rank: 1,
    },
  ),
  expression: optional(text({ maxLength: documented(2000) }), {
    doc: `An expression of the cluster query language, e.g. \`attribute:ecs.instance-type =~ g4dn.*\` or
      \`attribute:ecs.availability-zone in [eu-west-1a, eu-west-1b]\`. Needed with memberOf, refused with distinctInstance. A name that no
      instance has is no error: the tasks just find no place.`,
    guide: 'cluster-query-language.html',
    rank: 1,
  }),
});

const strategy = structure('PlacementStrategy', {
  type: optional(
    choice({
      spread: 'Evenly over the values of field, such as zones or instances.',
      binpack: 'On the instance with the least cpu or memory left that still fits: fewest instances.',
      random: 'Anywhere that fits. Takes no field.',
    }),
    {
      doc: `How ECS chooses among the instances that are possible. The values are lower case. Strategies apply in the order of the list, each
        to what the one before left over, and as well as they can: unlike constraints they never keep a task from starting.`,
      needed: documented(true, 'a strategy without type says nothing'),
      rank: 1,
    },
  ),
  field: optional(
    suggestions({
      'attribute:ecs.availability-zone': 'For spread: over the zones.',
      instanceId: 'For spread: over the instances.',
      host: 'For spread: the same as instanceId.',
      'attribute:ecs.instance-type': 'For spread: over the instance types.',
      cpu: 'For binpack: by remaining CPU units.',
      memory: 'For binpack: by remaining memory.',
    }),
    {
      doc: `What the strategy looks at. spread: \`instanceId\`, \`host\`, or an attribute written with its prefix, such as
        \`attribute:ecs.availability-zone\`. binpack: \`cpu\` or \`memory\`. random: refused when it is given.`,
      rank: 1,
    },
  ),
});

/** Where the tasks are put on instances. */
export const placement = {
  placementConstraints: optional(
    list(constraint, { maxItems: documented(10), uniqueBy: assumed([], 'the same constraint twice adds nothing') }),
    {
      doc: `Which instances may run a task at all. A task that finds none waits, and the deployment with it. At most 10 together with those of
      the task definition. Refused on Fargate. Only DAEMON services check running tasks again when an instance changes.`,
      guide: 'task-placement-constraints.html',
      update: 'in-place',
      snippet: [{ type: 'memberOf', expression: '«attribute:ecs.instance-type =~ m5.*»' }],
    },
  ),
  placementStrategy: optional(
    list(strategy, { maxItems: recorded(5, 'ecs-svc-placement-strategies-max6 (2026-09-08)') }),
    {
      doc: `Which of the possible instances ECS prefers, in the order of the list. Refused on Fargate and for DAEMON services. Anything but a
      zone spread in first place conflicts with availabilityZoneRebalancing ENABLED.`,
      default: { text: 'spread over Availability Zones, then the instances with the fewest tasks of the service' },
      guide: 'task-placement-strategies.html',
      update: 'in-place',
      snippet: [
        { type: 'spread', field: 'attribute:ecs.availability-zone' },
        { type: 'binpack', field: 'memory' },
      ],
    },
  ),
  availabilityZoneRebalancing: optional(
    choice({
      ENABLED: 'After the service is steady, ECS moves tasks until the zones are even again.',
      DISABLED: 'Tasks stay where they were put until something replaces them.',
    }),
    {
      doc: `Whether ECS evens the tasks out over the zones after one was lost or filled up: it starts a task in the poorest zone and stops one in
        the richest once the new one is healthy. Given as ENABLED it conflicts with DAEMON, maximumPercent of 100 or less, a Classic Load
        Balancer, launch type EXTERNAL and a first placement strategy other than the zone spread.`,
      default: {
        value: 'ENABLED',
        cases: [{ when: 'the service exists', text: 'stays as it is; DISABLED when it was never set' }],
      },
      since: '2026',
      guide: 'service-rebalancing.html',
      rank: 2,
      update: 'in-place',
    },
  ),
};
