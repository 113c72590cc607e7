import type { Fact } from '../../model/fact';
import { clausesOf, parseQuery } from '../../query';
import { replace } from '../fixes';
import { guide } from '../links';
import { type At, defineRule, type RuleContext } from '../rule';
import { BEHIND_CLASSIC, WEB } from '../samples';

const ZONE = 'ecs.availability-zone';

interface Data {
  why: string;
}

export default defineRule<Data>({
  id: 'zone-rebalancing-with-unsuited-service',
  severity: 'warning',
  group: 'placement',
  on: 'service',
  since: '0.1.0',
  sources: ['today:availabilityZoneRebalancing'],
  docs: {
    what: 'availabilityZoneRebalancing ENABLED with a Classic Load Balancer, launch type EXTERNAL, a first placement strategy other than the zone spread, or a placement constraint on the zone.',
    why: 'AWS documents that such services are not rebalanced: the zones are fixed, unknown, or not what tasks are spread over first.',
    instead: 'Put the zone spread first, drop what stands in the way, or set availabilityZoneRebalancing to DISABLED.',
    links: [guide('service-rebalancing')],
  },
  check(ctx, report) {
    const rebalancing = ctx.service.get('availabilityZoneRebalancing');
    if (!rebalancing.is('ENABLED')) return;
    for (const { why, at } of reasons(ctx))
      report({ at: rebalancing, data: { why }, related: [{ at, message: 'What stands in the way' }] });
  },
  message: ({ why }) =>
    `AWS documents that a service with ${why} is not rebalanced between zones, and ENABLED conflicts with it. Set availabilityZoneRebalancing to DISABLED, or change the other.`,
  fix: (_, { service }) => [
    {
      title: 'Set availabilityZoneRebalancing to DISABLED',
      safe: false,
      changes: replace(service.get('availabilityZoneRebalancing'), 'DISABLED'),
    },
  ],
  examples: {
    invalid: [
      {
        text: `${WEB}launchType: EC2\navailabilityZoneRebalancing: ⟦ENABLED⟧\nplacementStrategy:\n  - type: binpack\n    field: memory\n`,
        fixed: `${WEB}launchType: EC2\navailabilityZoneRebalancing: DISABLED\nplacementStrategy:\n  - type: binpack\n    field: memory\n`,
      },
      { text: `${WEB}launchType: EC2\navailabilityZoneRebalancing: ⟦ENABLED⟧\n${BEHIND_CLASSIC}` },
      { text: `${WEB}launchType: EXTERNAL\navailabilityZoneRebalancing: ⟦ENABLED⟧\n` },
      {
        text: `${WEB}launchType: EC2\navailabilityZoneRebalancing: ⟦ENABLED⟧\nplacementConstraints:\n  - type: memberOf\n    expression: attribute:ecs.availability-zone == eu-west-1a\n`,
      },
    ],
    valid: [
      {
        text: `${WEB}launchType: EC2\navailabilityZoneRebalancing: ENABLED\nplacementStrategy:\n  - type: spread\n    field: attribute:ecs.availability-zone\n  - type: binpack\n    field: memory\n`,
      },
      { text: `${WEB}launchType: EC2\nplacementStrategy:\n  - type: binpack\n    field: memory\n` },
    ],
  },
});

/** What in the service keeps it from being rebalanced. Source: spec table "Settled", aws-cdk-lib 2.276. */
function reasons({ service, traits }: RuleContext): { why: string; at: At }[] {
  const found: { why: string; at: At }[] = [];
  const launchType = service.get('launchType');
  if (traits.classicLoadBalancer) found.push({ why: 'a Classic Load Balancer', at: key(service.get('loadBalancers')) });
  if (launchType.is('EXTERNAL')) found.push({ why: 'launchType EXTERNAL', at: launchType });
  const strategies = service.get('placementStrategy');
  const first = strategies.count === undefined ? undefined : strategies.items[0];
  if (first && traits.scheduling === 'REPLICA') {
    const type = first.get('type');
    const field = first.get('field');
    const otherType = type.known && !type.is('spread');
    const otherField = type.is('spread') && field.known && field.value?.toLowerCase() !== `attribute:${ZONE}`;
    if (otherType || otherField)
      found.push({ why: 'a first placement strategy other than the zone spread', at: otherField ? field : type });
  }
  for (const constraint of service.get('placementConstraints').items) {
    const expression = constraint.get('expression');
    const clauses = expression.known ? clausesOf(parseQuery(expression.value as string).ast) : [];
    if (clauses.some((clause) => clause.subject.attribute === ZONE))
      found.push({ why: 'a placement constraint on the zone', at: expression });
  }
  return found;
}

function key(fact: Fact<never> | Fact<unknown>): At {
  return { fact: fact as Fact<unknown>, key: true };
}
