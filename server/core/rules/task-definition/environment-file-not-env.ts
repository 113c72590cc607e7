import { parseArn } from '../arn';
import { api } from '../links';
import { isPlaceholder } from '../placeholder';
import { defineRule } from '../rule';
import { quote } from '../words';
import { containersOf, taskDefinitionOf } from './parts';
import { fargateTask, ON_FARGATE } from './samples';

interface Data {
  value: string;
}

const file = (value: string) => fargateTask(`    environmentFiles:\n      - value: ${value}\n        type: s3\n`);

export default defineRule<Data>({
  id: 'environment-file-not-env',
  severity: 'warning',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['inference'],
  docs: {
    what: 'An environment file whose name does not end in .env.',
    why: 'AWS documents that it has to. Lines of the form NAME=value are read from it, whatever else it looks like.',
    instead: 'Give the object a name that ends in .env.',
    links: [api('EnvironmentFile')],
  },
  check(ctx, report) {
    for (const file of containersOf(taskDefinitionOf(ctx)).flatMap(
      (container) => container.get('environmentFiles').items,
    )) {
      const fact = file.get('value');
      const value = fact.value;
      // Without an ARN it is no object at all, which the rule about ARNs says.
      if (value === undefined || !parseArn(value) || /\.env$/i.test(value) || isPlaceholder(value)) continue;
      report({ at: fact, data: { value } });
    }
  },
  message: ({ value }) =>
    `The name of an environment file ends in .env, as AWS documents, and ${quote(value)} does not. Rename the object in S3.`,
  examples: {
    invalid: [{ text: ON_FARGATE, taskDefinition: file('⟦arn:aws:s3:::config-web/settings.txt⟧') }],
    valid: [{ text: ON_FARGATE, taskDefinition: file('arn:aws:s3:::config-web/settings.env') }],
  },
});
