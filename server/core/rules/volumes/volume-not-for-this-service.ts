import type { Fact } from '../../model/fact';
import { factOf, remove } from '../fixes';
import { guide } from '../links';
import { defineRule, type RuleContext } from '../rule';
import { EC2, ROLE, WEB } from '../samples';
import { VOLUME } from './samples';

interface Data {
  because: string;
}

const EXTERNAL = `${WEB}launchType: EXTERNAL\n`;
const CONFIGURATION = `volumeConfigurations:\n  - name: data\n    managedEBSVolume:\n      roleArn: ${ROLE}\n      sizeInGiB: 20\n`;

export default defineRule<Data>({
  id: 'volume-not-for-this-service',
  severity: 'warning',
  group: 'volumes',
  on: 'service',
  since: '0.1.0',
  sources: ['R473', 'R474'],
  docs: {
    what: 'volumeConfigurations in a service that cannot have managed volumes: one on external instances, or one that ECS does not deploy itself.',
    why: 'AWS documents managed EBS volumes for EC2 and Fargate, in services that ECS deploys. No refusal is on record.',
    instead: 'Remove volumeConfigurations, or use a volume of another kind in the task definition, such as EFS.',
    links: [guide('ebs-volumes')],
  },
  check(ctx, report) {
    const volumes = ctx.service.get('volumeConfigurations');
    const because = volumes.some ? whyNot(ctx) : undefined;
    if (because) report({ at: { fact: volumes as Fact, key: true }, data: { because } });
  },
  message: ({ because }) =>
    `AWS documents managed EBS volumes only for services on EC2 or Fargate that ECS itself deploys, and ${because}. Remove volumeConfigurations, or use a volume of another kind.`,
  fix: ({ at }) => [{ title: 'Remove volumeConfigurations', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      { text: `${EXTERNAL}⟦volumeConfigurations⟧${CONFIGURATION.slice(20)}`, fixed: EXTERNAL },
      {
        text: `serviceName: web\ndeploymentController:\n  type: EXTERNAL\n⟦volumeConfigurations⟧${CONFIGURATION.slice(20)}`,
      },
    ],
    valid: [{ text: `${VOLUME}      sizeInGiB: 20\n` }, { text: `${EC2}${CONFIGURATION}` }],
  },
});

function whyNot({ traits }: RuleContext): string | undefined {
  if (traits.launch === 'EXTERNAL') return 'the launch type is EXTERNAL';
  const { controller } = traits;
  return controller === 'CODE_DEPLOY' || controller === 'EXTERNAL' ? `the controller is ${controller}` : undefined;
}
