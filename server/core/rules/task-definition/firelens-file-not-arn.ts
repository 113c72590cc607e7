import type { Fact } from '../../model/fact';
import { factOf, replace } from '../fixes';
import { github, guide } from '../links';
import { isPlaceholder } from '../placeholder';
import { defineRule } from '../rule';
import { quote } from '../words';
import { containersOf, taskDefinitionOf } from './parts';
import { EC2_SIDE, ec2Task, ON_EC2 } from './samples';

interface Data {
  value: string;
  /** The ARN of the same object, when the value says which that is. */
  right: string | undefined;
}

const LOG = '    logConfiguration:\n      logDriver: awsfirelens\n';
const task = (type: string, value: string) =>
  ec2Task(
    `${LOG}${EC2_SIDE}    firelensConfiguration:\n      type: fluentbit\n      options:\n        config-file-type: ${type}\n        config-file-value: ${value}\n`,
  );

export default defineRule<Data>({
  id: 'firelens-file-not-arn',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['issue:aws/aws-cli#7147', 'recorded:pf-ecs-environment-files-type'],
  docs: {
    what: 'A FireLens configuration file in S3 that is not given by ARN.',
    why: 'With config-file-type s3 ECS reads config-file-value as an ARN, and refuses anything else: "Invalid arn syntax."',
    instead: 'Write arn:aws:s3:::BUCKET/PATH.',
    links: [guide('firelens-taskdef'), github('aws/aws-cli/issues/7147')],
  },
  check(ctx, report) {
    for (const container of containersOf(taskDefinitionOf(ctx))) {
      const options = container.get('firelensConfiguration').get('options') as Fact<Record<string, string>>;
      const file = options.get('config-file-value');
      if (!options.get('config-file-type').is('s3') || file.value === undefined) continue;
      if (file.value.startsWith('arn:') || isPlaceholder(file.value)) continue;
      report({ at: file, data: { value: file.value, right: arnOf(file.value) } });
    }
  },
  message: ({ value }) =>
    `With config-file-type s3 the file is given by ARN, and ${quote(value)} is none: ECS refuses the definition ("Invalid arn syntax."). Write arn:aws:s3:::BUCKET/PATH.`,
  fix: ({ at, data }) =>
    data.right === undefined
      ? []
      : [{ title: `Write ${data.right}`, safe: false, changes: replace(factOf(at), data.right) }],
  examples: {
    invalid: [
      {
        text: ON_EC2,
        taskDefinition: task('s3', '⟦s3://logs/fluent.conf⟧'),
        fixed: task('s3', 'arn:aws:s3:::logs/fluent.conf'),
      },
      { text: ON_EC2, taskDefinition: task('s3', '⟦/fluent-bit/etc/extra.conf⟧') },
    ],
    valid: [
      { text: ON_EC2, taskDefinition: task('s3', 'arn:aws:s3:::logs/fluent.conf') },
      { text: ON_EC2, taskDefinition: task('file', '/fluent-bit/etc/extra.conf') },
    ],
  },
});

/** `s3://bucket/path` and `bucket/path` name an object; a path in the image does not. */
function arnOf(value: string): string | undefined {
  const object = value.replace(/^s3:\/\//i, '');
  return /^[a-z0-9][a-z0-9.-]{2,62}\/./.test(object) ? `arn:aws:s3:::${object}` : undefined;
}
