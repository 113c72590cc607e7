import { factOf, replace } from '../fixes';
import { github, guide } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';

interface Data {
  launchType: string | undefined;
}

export default defineRule<Data>({
  id: 'public-ip-without-fargate',
  severity: 'error',
  group: 'network',
  on: 'service',
  since: '0.1.0',
  sources: ['R307', 'error:public-ip-ec2'],
  docs: {
    what: 'assignPublicIp ENABLED for tasks that do not run on Fargate.',
    why: 'Only Fargate gives a task a public address: "Assign public IP is not supported for this launch type". The same has been seen for Auto Scaling group providers; for a provider whose kind the file does not show it is a warning.',
    instead: 'Write DISABLED. Tasks on instances reach the internet through NAT; a load balancer reaches them from it.',
    links: [guide('task-networking'), github('hashicorp/waypoint/issues/643'), github('aws/aws-cdk/issues/13348')],
  },
  check({ service, traits }, report) {
    const publicIp = service.get('networkConfiguration').get('awsvpcConfiguration').get('assignPublicIp');
    if (!publicIp.is('ENABLED') || traits.ownCapacity !== true) return;
    const launchType = service.get('launchType').value;
    if (launchType === 'MANAGED_INSTANCES') return;
    report({ at: publicIp, data: { launchType }, severity: launchType ? 'error' : 'warning' });
  },
  message: ({ launchType }) =>
    launchType
      ? `Only Fargate tasks can have a public address: with launchType ${launchType} ECS refuses assignPublicIp ENABLED. Write DISABLED; tasks on instances reach the internet through NAT.`
      : 'Only Fargate tasks can have a public address: ECS refuses assignPublicIp ENABLED for Auto Scaling group providers. Write DISABLED; tasks on instances reach the internet through NAT.',
  fix: ({ at }) => [{ title: 'Write DISABLED', safe: false, changes: replace(factOf(at), 'DISABLED') }],
  examples: {
    invalid: [
      {
        text: `${WEB}launchType: EC2\nnetworkConfiguration:\n  awsvpcConfiguration:\n    subnets: [subnet-0a1b2c3d]\n    assignPublicIp: ⟦ENABLED⟧\n`,
        fixed: `${WEB}launchType: EC2\nnetworkConfiguration:\n  awsvpcConfiguration:\n    subnets: [subnet-0a1b2c3d]\n    assignPublicIp: DISABLED\n`,
      },
      {
        text: `${WEB}capacityProviderStrategy:\n  - capacityProvider: web-asg\n    weight: 1\nnetworkConfiguration:\n  awsvpcConfiguration:\n    subnets: [subnet-0a1b2c3d]\n    assignPublicIp: ⟦ENABLED⟧\n`,
      },
    ],
    valid: [
      {
        text: `${WEB}launchType: FARGATE\nnetworkConfiguration:\n  awsvpcConfiguration:\n    subnets: [subnet-0a1b2c3d]\n    assignPublicIp: ENABLED\n`,
      },
    ],
  },
});
