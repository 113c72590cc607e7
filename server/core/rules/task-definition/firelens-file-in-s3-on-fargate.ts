import type { Fact } from '../../model/fact';
import { guide } from '../links';
import { containersOf } from './parts';
import { refusedOnFargate } from './refused-on-fargate';
import { EC2_SIDE, ec2Task, fargateTask, ON_EC2, ON_FARGATE, SIDE } from './samples';

const LOG = '    logConfiguration:\n      logDriver: awsfirelens\n';
const ROUTER = '    firelensConfiguration:\n      type: fluentbit\n      options:\n        config-file-type: ';
const FILE = '\n        config-file-value: arn:aws:s3:::logs/fluent.conf\n';

export default refusedOnFargate({
  id: 'firelens-file-in-s3-on-fargate',
  severity: 'warning',
  sources: ['inference'],
  docs: {
    what: 'A FireLens configuration file in S3 on Fargate.',
    why: 'AWS documents that Fargate takes only the type file: the configuration has to be in the image of the router.',
    instead: 'Build the file into the image, or use the init image of AWS for Fluent Bit, which reads S3 itself.',
    links: [guide('firelens-taskdef')],
  },
  find: (taskDefinition) =>
    containersOf(taskDefinition)
      .map((container) => container.get('firelensConfiguration').get('options') as Fact<Record<string, string>>)
      .filter((options) => options.get('config-file-type').is('s3'))
      .map((options) => ({
        fact: options.get('config-file-type'),
        name: 'FireLens configuration from S3',
        whole: options as Fact,
      })),
  advice: 'Put the file into the image of the router and write file.',
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(
          `${LOG}${SIDE}${ROUTER.replace('config-file-type', '⟦config-file-type⟧')}s3${FILE}`,
        ),
      },
    ],
    valid: [{ text: ON_EC2, taskDefinition: ec2Task(`${LOG}${EC2_SIDE}${ROUTER}s3${FILE}`) }],
  },
});
