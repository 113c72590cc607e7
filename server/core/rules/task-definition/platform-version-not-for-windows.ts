import { platformParts } from '../capacity/platform';
import { factOf, remove } from '../fixes';
import { github, guide } from '../links';
import { defineRule } from '../rule';
import { systemOf } from './parts';
import { fargateTask, ON_FARGATE } from './samples';

interface Data {
  version: string;
}

const WINDOWS = fargateTask('', 'runtimePlatform:\n  operatingSystemFamily: WINDOWS_SERVER_2022_CORE\n').replace(
  'cpu: "256"\nmemory: "512"',
  'cpu: "1024"\nmemory: "2048"',
);

export default defineRule<Data>({
  id: 'platform-version-not-for-windows',
  severity: 'error',
  group: 'task-definition',
  on: 'service',
  since: '0.1.0',
  sources: ['error:platform-os'],
  docs: {
    what: 'A Linux platform version of Fargate for a task definition with a Windows operating system.',
    why: 'Windows has platform versions of its own, so far only 1.0.0. With 1.4.0 a user got "One or more of the requested compatibilities are not supported."',
    instead: 'Leave platformVersion out, or write LATEST.',
    links: [guide('platform-windows-fargate'), github('hashicorp/terraform-provider-aws/issues/23137')],
  },
  check({ service, taskDefinition, traits }, report) {
    if (!taskDefinition || traits.fargate !== true || systemOf(taskDefinition) !== 'windows') return;
    const version = service.get('platformVersion');
    const parts = platformParts(version.value);
    if (!parts || (parts[0] === 1 && parts[1] === 0)) return;
    const family = taskDefinition.get('runtimePlatform').get('operatingSystemFamily');
    report({
      at: version,
      data: { version: version.value as string },
      related: [{ at: family, message: 'The system of the tasks' }],
    });
  },
  message: ({ version }) =>
    `Platform version ${version} is one of Linux, and the task definition is for Windows: ECS refuses the service. Remove platformVersion; Windows tasks then get the newest of theirs.`,
  fix: ({ at }) => [{ title: 'Remove platformVersion', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [{ text: `${ON_FARGATE}platformVersion: ⟦1.4.0⟧\n`, fixed: ON_FARGATE, taskDefinition: WINDOWS }],
    valid: [
      { text: `${ON_FARGATE}platformVersion: LATEST\n`, taskDefinition: WINDOWS },
      { text: `${ON_FARGATE}platformVersion: 1.4.0\n`, taskDefinition: fargateTask() },
    ],
  },
});
