import { api } from '../links';
import { defineRule } from '../rule';
import { OTHER_TARGET_GROUP, TARGET_GROUP } from '../samples';
import { type Shared, sharedBy } from '../sharing';

const named = (name: string, arn: string) =>
  `serviceName: ${name}\ntaskDefinition: ${name}:1\ndesiredCount: 2\nloadBalancers:\n  - targetGroupArn: ${arn}\n    containerName: web\n    containerPort: 80\n`;

export default defineRule<Shared>({
  id: 'target-group-in-two-services',
  severity: 'information',
  group: 'workspace',
  on: 'workspace',
  since: '0.1.0',
  sources: ['assumption'],
  docs: {
    what: 'Two services of the workspace with the same target group.',
    why: 'Both register their tasks in it, and the load balancer spreads the requests over all of them, whichever service they were meant for. For a canary or a move to other capacity that is what is wanted; after copying a file it is not. A blue/green deployment of the one takes the traffic away from the other.',
    instead: 'Give each service a target group of its own, unless they are to share their traffic.',
    links: [api('LoadBalancer')],
  },
  ...sharedBy('target group', (service) =>
    service
      .get('loadBalancers')
      .items.flatMap((balancer) => [
        balancer.get('targetGroupArn'),
        balancer.get('advancedConfiguration').get('alternateTargetGroupArn'),
      ]),
  ),
  message: ({ other }) =>
    `The service ${other} registers its tasks in this target group too, so requests go to the tasks of both. If they are not meant to share their traffic, give each a target group of its own.`,
  examples: {
    invalid: [
      {
        text: named('web', `⟦${TARGET_GROUP}⟧`),
        beside: { 'api-service-def.yaml': named('api', TARGET_GROUP) },
      },
    ],
    valid: [
      { text: named('web', TARGET_GROUP), beside: { 'api-service-def.yaml': named('api', OTHER_TARGET_GROUP) } },
      // The same service in another file.
      {
        text: named('web', TARGET_GROUP),
        beside: { 'web-service-def.yaml': named('web', TARGET_GROUP) },
      },
    ],
  },
});
