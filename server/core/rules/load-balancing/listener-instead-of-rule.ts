import type { Fact } from '../../model/fact';
import { parseArn } from '../arn';
import { BLUE_GREEN_ERRORS, guide } from '../links';
import { defineRule } from '../rule';
import { OTHER_TARGET_GROUP, ROLE, RULE, TARGET_GROUP, WEB } from '../samples';
import { dotted } from '../words';

interface Data {
  path: string;
}

const BLUE_GREEN = `${WEB}deploymentConfiguration:\n  strategy: BLUE_GREEN\n  bakeTimeInMinutes: 5\nloadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: 80\n    advancedConfiguration:\n      alternateTargetGroupArn: ${OTHER_TARGET_GROUP}\n`;
const LISTENER = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/web/0a1b/2c3d';

export default defineRule<Data>({
  id: 'listener-instead-of-rule',
  severity: 'error',
  group: 'load-balancing',
  on: 'service',
  since: '0.1.0',
  sources: ['today:loadBalancers[].advancedConfiguration.productionListenerRule'],
  docs: {
    what: 'The ARN of a listener of an Application Load Balancer where its rule is wanted.',
    why: 'ECS changes the target weights of a rule. Only Network Load Balancers, which have no rules, are named by their listener. ECS refuses the service: "productionListenerRule has an invalid ARN format. Must be RuleArn for ALB or ListenerArn for NLB."',
    instead:
      'Give the ARN of the rule (…:listener-rule/app/…). The default rule of a listener has one too: `aws elbv2 describe-rules --listener-arn …` lists them.',
    links: [BLUE_GREEN_ERRORS, guide('deployment-type-blue-green')],
  },
  check({ service }, report) {
    for (const entry of service.get('loadBalancers').items) {
      const advanced = entry.get('advancedConfiguration');
      for (const rule of [advanced.get('productionListenerRule'), advanced.get('testListenerRule')]) {
        if (!rule.known || !parseArn(rule.value as string)?.resource.startsWith('listener/app/')) continue;
        report({ at: rule, data: { path: dotted((rule as Fact).pointer) } });
      }
    }
  },
  message: ({ path }) =>
    `${path} names a listener of an Application Load Balancer, and ECS, which changes one of its rules, refuses that: give the ARN of the rule (…:listener-rule/app/…). Only for a Network Load Balancer is it the listener.`,
  examples: {
    invalid: [{ text: `${BLUE_GREEN}      productionListenerRule: ⟦${LISTENER}⟧\n      roleArn: ${ROLE}\n` }],
    valid: [
      { text: `${BLUE_GREEN}      productionListenerRule: ${RULE}\n      roleArn: ${ROLE}\n` },
      {
        text: `${BLUE_GREEN}      productionListenerRule: arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/net/web/0a1b/2c3d\n      roleArn: ${ROLE}\n`,
      },
    ],
  },
});
