import { factOf, remove } from '../fixes';
import { CREATE_SERVICE, github, guide } from '../links';
import { defineRule } from '../rule';
import { NETWORK, WEB } from '../samples';

interface Data {
  version: string;
  /** EC2 or EXTERNAL; undefined for own capacity providers. */
  launchType: string | undefined;
}

export default defineRule<Data>({
  id: 'platform-version-without-fargate',
  severity: 'error',
  group: 'capacity',
  on: 'service',
  since: '0.1.0',
  sources: ['R232', 'R233', 'error:platform-ec2', 'recorded:pf-ecs-service-platform-version-ec2'],
  docs: {
    what: 'platformVersion for tasks that do not run on Fargate.',
    why: 'Platform versions exist on Fargate only. With launch type EC2 even LATEST is refused: "The platform version must be null when specifying an EC2 launch type." For EXTERNAL and for capacity providers of your own AWS documents the same.',
    instead: 'Remove platformVersion, or run the service on Fargate.',
    links: [CREATE_SERVICE, guide('platform-fargate'), github('aws/amazon-ecs-cli/issues/1040')],
  },
  check({ service, traits }, report) {
    const version = service.get('platformVersion');
    if (!version.known || traits.ownCapacity !== true || service.get('launchType').is('MANAGED_INSTANCES')) return;
    const launchType = service.get('launchType').value;
    const severity = launchType === 'EC2' ? 'error' : 'warning';
    report({ at: { fact: version, key: true }, data: { version: version.value as string, launchType }, severity });
  },
  message: ({ version, launchType }) => {
    const given = `platformVersion ${version}`;
    if (launchType === 'EC2')
      return `${given} is for Fargate only: with launchType EC2 ECS refuses any value, even LATEST. Remove it.`;
    const runs = launchType ? `launchType ${launchType}` : 'capacity providers of your own';
    return `${given} is for Fargate only, as AWS documents, and this service runs on ${runs}. Remove it.`;
  },
  fix: ({ at }) => [{ title: 'Remove platformVersion', safe: true, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      { text: `${WEB}launchType: EC2\n⟦platformVersion⟧: 1.4.0\n`, fixed: `${WEB}launchType: EC2\n` },
      {
        text: `${WEB}capacityProviderStrategy:\n  - capacityProvider: web-asg\n    weight: 1\n⟦platformVersion⟧: LATEST\n`,
        fixed: `${WEB}capacityProviderStrategy:\n  - capacityProvider: web-asg\n    weight: 1\n`,
      },
    ],
    valid: [
      { text: `${WEB}launchType: FARGATE\nplatformVersion: 1.4.0\n${NETWORK}` },
      { text: `${WEB}platformVersion: LATEST\n` },
    ],
  },
});
