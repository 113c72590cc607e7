import { toPlain } from '../../syntax';
import { github, guide } from '../links';
import { defineRule } from '../rule';
import { thousands } from '../words';
import { taskDefinitionOf, topOf } from './parts';
import { fargateTask, ON_FARGATE } from './samples';

/** Bytes. Source: the recorded error, and service quotas. */
const MOST = 65_536;

/** Variables that share one long value: the file is short, what is sent is not. */
const variables = (count: number) =>
  `    environment:\n      - name: V0\n        value: &long ${'x'.repeat(1000)}\n${Array.from({ length: count }, (_, i) => `      - {name: V${i + 1}, value: *long}\n`).join('')}`;

export default defineRule<{ bytes: number }>({
  id: 'task-definition-too-large',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['issue:awsdocs/amazon-ecs-developer-guide#149'],
  docs: {
    what: 'A task definition of more than 64 KiB.',
    why: "ECS measures what it is sent, as JSON without blanks: \"Actual length: '66420'. Max allowed length is '65536' bytes.\"",
    instead:
      'Move variables into files (environmentFiles), configuration into the image or into SSM, and repeated labels away.',
    links: [guide('service-quotas'), github('awsdocs/amazon-ecs-developer-guide/pull/149')],
  },
  check(ctx, report) {
    const root = taskDefinitionOf(ctx);
    root.noteWhole();
    if (isShort(root.file.tree.text)) return;
    const bytes = bytesOf(JSON.stringify(toPlain(root.node) ?? null));
    if (bytes > MOST) report({ at: topOf(root), data: { bytes } });
  },
  message: ({ bytes }) =>
    `This task definition is ${thousands(bytes)} bytes of JSON, and ECS takes ${thousands(MOST)} at most. Move variables into environment files, and configuration into the image or into SSM.`,
  examples: {
    invalid: [{ text: ON_FARGATE, taskDefinition: fargateTask(variables(65)).replace('family', '⟦family⟧') }],
    valid: [{ text: ON_FARGATE, taskDefinition: fargateTask(variables(55)) }],
  },
});

/** A text that cannot become so much JSON: quotes and escapes make it at most some times as long, and no alias repeats a part. */
function isShort(text: string): boolean {
  return text.length < MOST / 10 && !text.includes('*');
}

/** The length of JSON in UTF-8. Lone surrogates, which have none, are written as escapes there. */
function bytesOf(json: string): number {
  return encodeURIComponent(json).replace(/%../g, ' ').length;
}
