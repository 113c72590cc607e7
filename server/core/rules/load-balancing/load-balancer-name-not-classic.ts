import type { Fact } from '../../model/fact';
import { parseArn } from '../arn';
import { factOf, rename } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { EC2, TARGET_GROUP } from '../samples';
import { quote } from '../words';

interface Data {
  value: string;
  is: string;
  targetGroup: boolean;
}

export default defineRule<Data>({
  id: 'load-balancer-name-not-classic',
  severity: 'error',
  group: 'load-balancing',
  on: 'service',
  since: '0.1.0',
  sources: ['R164', 'error:clb-name'],
  docs: {
    what: 'loadBalancerName with an ARN, a DNS name or the path of an Application or Network Load Balancer.',
    why: 'The member takes the plain name of a Classic Load Balancer. ECS looks for a Classic one of that name and answers "The load balancer … does not exist."',
    instead: 'For Application and Network Load Balancers give targetGroupArn. For a Classic one give its name alone.',
    links: [api('LoadBalancer')],
  },
  check({ service }, report) {
    for (const entry of service.get('loadBalancers').items) {
      const name = entry.get('loadBalancerName');
      const { value } = name;
      if (value === undefined) continue;
      const is = whatItIs(value);
      if (!is) continue;
      const targetGroup =
        entry.get('targetGroupArn').absent && (parseArn(value)?.resource.startsWith('targetgroup/') ?? false);
      report({ at: name, data: { value, is, targetGroup } });
    }
  },
  message: ({ value, is }) =>
    `loadBalancerName takes the name of a Classic Load Balancer, and ${quote(value)} is ${is}: ECS will find no load balancer of that name. For an Application or Network Load Balancer give targetGroupArn instead.`,
  fix: ({ at, data }) =>
    data.targetGroup
      ? [{ title: 'Rename to targetGroupArn', safe: true, changes: rename(factOf(at) as Fact, 'targetGroupArn') }]
      : [],
  examples: {
    invalid: [
      {
        text: `${EC2}loadBalancers:\n  - loadBalancerName: ⟦${TARGET_GROUP}⟧\n    containerName: app\n    containerPort: 80\n`,
        fixed: `${EC2}loadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: 80\n`,
      },
      {
        text: `${EC2}loadBalancers:\n  - loadBalancerName: ⟦app/web/0123456789abcdef⟧\n    containerName: app\n    containerPort: 80\n`,
      },
    ],
    valid: [
      { text: `${EC2}loadBalancers:\n  - loadBalancerName: web\n    containerName: app\n    containerPort: 80\n` },
    ],
  },
});

function whatItIs(value: string): string | undefined {
  if (value.startsWith('arn:')) return 'an ARN';
  if (/^(app|net|gwy)\//.test(value)) return 'the path of another kind of load balancer';
  return /\.elb\.[a-z0-9.-]*amazonaws\.com/.test(value) ? 'a DNS name' : undefined;
}
