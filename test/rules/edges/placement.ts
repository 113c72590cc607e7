import { type Edges, TEMPLATE } from './edges';

const ZONE_SPREAD = 'placementStrategy: [{type: spread, field: "attribute:ecs.availability-zone"}]';

export const placement: Edges = {
  'member-of-without-expression': {
    silent: [
      '{placementConstraints: [{type: memberOf, expression: null}]}',
      `{placementConstraints: [{type: memberOf, expression: ${TEMPLATE}}]}`,
      '{placementConstraints: [{type: distinctInstance}]}',
    ],
  },
  'placement-expression': {
    speaks: [
      '{placementConstraints: [{type: memberOf, expression: "attribute:ecs.instance-type =="}]}',
      '{placementConstraints: [{type: memberOf, expression: "attribute:ecs.instance-type = t3.small"}]}',
      `{placementConstraints: [{expression: "attribute:ecs.instance-type =~"}]}`,
    ],
    silent: [
      `{placementConstraints: [{type: memberOf, expression: "attribute:slot == 1${' or attribute:slot == 2'.repeat(100)}"}]}`,
      '{placementConstraints: [{type: distinctInstance, expression: "attribute:ecs.instance-type =="}]}',
    ],
  },
  'placement-without-type': {
    speaks: [
      '{placementConstraints: [{}]}',
      '{placementStrategy: [{}]}',
      '{placementStrategy: [{field: memory}]}',
      '{placementStrategy: [{field: instanceId}]}',
      `{placementStrategy: [{field: ${TEMPLATE}}]}`,
    ],
    silent: [
      '{placementConstraints: [{type: null}]}',
      '{placementStrategy: [{type: null}]}',
      '{placementConstraints: [memberOf]}',
      '{placementStrategy: [random]}',
      `{placementConstraints: [{type: ${TEMPLATE}}], placementStrategy: [{type: ${TEMPLATE}}]}`,
      '{placementConstraints: [{type: distinctInstance}], placementStrategy: [{type: random}]}',
      '{placementConstraints: [null], placementStrategy: [null]}',
    ],
  },
  'spread-field': {
    speaks: [
      '{placementStrategy: [{type: spread, field: availability-zone}]}',
      '{placementStrategy: [{type: spread, field: ecs.instance-type}]}',
      '{placementStrategy: [{type: spread, field: stack.name}]}',
      '{placementStrategy: [{type: spread, field: memory}]}',
      '{placementStrategy: [{type: spread, field: "attribute:"}]}',
    ],
    silent: [
      '{placementStrategy: [{type: spread, field: HOST}]}',
      '{placementStrategy: [{type: spread, field: "attribute:stack"}]}',
      '{placementStrategy: [{type: binpack, field: memory}]}',
    ],
  },
  'strategy-without-field': {
    speaks: ['{placementStrategy: [{type: spread}]}', '{placementStrategy: [{type: binpack}]}'],
    silent: [
      '{placementStrategy: [{type: spread, field: null}]}',
      `{placementStrategy: [{type: spread, field: ${TEMPLATE}}]}`,
      '{placementStrategy: [{type: random}]}',
    ],
  },
  'zone-rebalancing-with-unsuited-service': {
    speaks: [
      '{availabilityZoneRebalancing: ENABLED, placementStrategy: [{type: random}]}',
      '{availabilityZoneRebalancing: ENABLED, placementStrategy: [{type: spread, field: instanceId}]}',
      '{availabilityZoneRebalancing: ENABLED, placementConstraints: [{type: memberOf, expression: "attribute:ecs.availability-zone == eu-west-1a"}]}',
    ],
    silent: [
      `{availabilityZoneRebalancing: ENABLED, ${ZONE_SPREAD}}`,
      '{availabilityZoneRebalancing: ENABLED, placementStrategy: [{type: spread, field: "attribute:ECS.availability-zone"}]}',
      '{availabilityZoneRebalancing: ENABLED, schedulingStrategy: DAEMON, placementStrategy: [{type: random}]}',
      '{availabilityZoneRebalancing: ENABLED, placementStrategy: []}',
      `{availabilityZoneRebalancing: ENABLED, placementStrategy: [{type: ${TEMPLATE}}]}`,
      `{availabilityZoneRebalancing: ENABLED, placementStrategy: [{type: spread, field: ${TEMPLATE}}]}`,
      '{availabilityZoneRebalancing: ENABLED, placementConstraints: [{type: memberOf, expression: "attribute:slot == 1"}]}',
      '{availabilityZoneRebalancing: DISABLED, placementStrategy: [{type: random}]}',
    ],
  },
  'zone-rebalancing-without-room': {
    silent: [
      '{availabilityZoneRebalancing: ENABLED, schedulingStrategy: DAEMON, deploymentConfiguration: {maximumPercent: 100}}',
      '{availabilityZoneRebalancing: ENABLED, deploymentConfiguration: {maximumPercent: 101}}',
      '{availabilityZoneRebalancing: ENABLED, deploymentConfiguration: {maximumPercent: 99}}',
    ],
  },
};
