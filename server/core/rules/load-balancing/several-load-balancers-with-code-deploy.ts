import type { Fact } from '../../model/fact';
import { removeAll } from '../fixes';
import { api, guide } from '../links';
import { defineRule } from '../rule';
import { EC2, OTHER_TARGET_GROUP, TARGET_GROUP } from '../samples';

interface Data {
  others: Fact[];
}

const ENTRY = `  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: 80\n`;
const CODE_DEPLOY = `${EC2}deploymentController:\n  type: CODE_DEPLOY\n`;

export default defineRule<Data>({
  id: 'several-load-balancers-with-code-deploy',
  severity: 'error',
  group: 'load-balancing',
  on: 'service',
  since: '0.1.0',
  sources: ['R154', 'error:lb-1'],
  docs: {
    what: 'More than one entry in loadBalancers while CodeDeploy deploys the service.',
    why: 'Only the ECS controller registers tasks in several target groups. With CODE_DEPLOY the service takes one entry; the second target group belongs to the CodeDeploy deployment group.',
    instead:
      'Keep the entry of the target group that takes production traffic first, and name the other one in the deployment group.',
    links: [api('LoadBalancer'), guide('deployment-type-bluegreen')],
  },
  check({ service, traits }, report) {
    const entries = service.get('loadBalancers');
    if (traits.controller !== 'CODE_DEPLOY' || entries.items.length < 2) return;
    report({ at: { fact: entries as Fact, key: true }, data: { others: entries.items.slice(1) as Fact[] } });
  },
  message: ({ others }) =>
    `With the CODE_DEPLOY controller a service takes exactly one load balancer, and this one has ${others.length + 1}. Keep the first; the second target group belongs to the CodeDeploy deployment group.`,
  fix: ({ data: { others } }) => [
    { title: 'Remove all entries but the first', safe: false, changes: removeAll(others) },
  ],
  examples: {
    invalid: [
      {
        text: `${CODE_DEPLOY}⟦loadBalancers⟧:\n${ENTRY}  - targetGroupArn: ${OTHER_TARGET_GROUP}\n    containerName: app\n    containerPort: 80\n`,
        fixed: `${CODE_DEPLOY}loadBalancers:\n${ENTRY}`,
      },
    ],
    valid: [
      { text: `${CODE_DEPLOY}loadBalancers:\n${ENTRY}` },
      {
        text: `${EC2}loadBalancers:\n${ENTRY}  - targetGroupArn: ${OTHER_TARGET_GROUP}\n    containerName: app\n    containerPort: 80\n`,
      },
    ],
  },
});
