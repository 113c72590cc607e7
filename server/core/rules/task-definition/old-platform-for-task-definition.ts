import type { Fact } from '../../model/fact';
import { olderThan } from '../capacity/platform';
import { replace } from '../fixes';
import { github, guide, REGISTER_TASK_DEFINITION } from '../links';
import { type At, defineRule, type RuleContext } from '../rule';
import { list } from '../words';
import { keyOf, systemOf } from './parts';
import { fargateTask, ON_FARGATE } from './samples';
import { sizeOf } from './sizes';

interface Use {
  name: string;
  at: At;
  /** Users have been refused; the rest AWS documents. */
  refused: boolean;
}

interface Data {
  version: string;
  features: string[];
  refused: boolean;
}

const SERVICE = `${ON_FARGATE}platformVersion: `;
const EFS = 'volumes:\n  - name: data\n    efsVolumeConfiguration:\n      fileSystemId: fs-0a1b2c3d\n';

export default defineRule<Data>({
  id: 'old-platform-for-task-definition',
  severity: 'warning',
  group: 'task-definition',
  on: 'service',
  since: '0.1.0',
  sources: ['R228', 'error:platform-capability'],
  docs: {
    what: 'A Fargate platform version before 1.4.0 for a task definition with EFS volumes, ephemeralStorage, pidMode, ARM64, or 8 vCPU and more.',
    why: 'These came with platform version 1.4.0. With EFS, users got "One or more of the requested capabilities are not supported."; the others AWS documents.',
    instead: 'Write LATEST or 1.4.0, or leave platformVersion out.',
    links: [
      guide('platform-fargate'),
      REGISTER_TASK_DEFINITION,
      github('ansible-collections/community.aws/issues/136'),
    ],
  },
  check(ctx, report) {
    const { service, taskDefinition, traits } = ctx;
    if (!taskDefinition || traits.fargate !== true || !olderThan(service, 1, 4)) return;
    if (systemOf(taskDefinition) !== 'linux') return;
    const uses = usesOf(taskDefinition);
    const refused = uses.some((use) => use.refused);
    const version = service.get('platformVersion');
    if (uses.length === 0) return;
    report({
      at: version,
      data: { version: version.value as string, features: uses.map((use) => use.name), refused },
      severity: refused ? 'error' : 'warning',
      related: uses.map(({ at, name }) => ({ at, message: `${name} is asked for here` })),
    });
  },
  message: ({ version, features, refused }) =>
    `The task definition uses ${list(features)}, which ${refused ? 'Fargate refuses before platform version 1.4.0' : 'AWS documents for platform version 1.4.0 or later'}; this asks for ${version}. Write LATEST or 1.4.0.`,
  fix: (_, { service }) => [
    { title: 'Write LATEST', safe: false, changes: replace(service.get('platformVersion'), 'LATEST') },
  ],
  examples: {
    invalid: [
      {
        text: `${SERVICE}⟦1.3.0⟧\n`,
        fixed: `${SERVICE}LATEST\n`,
        taskDefinition: fargateTask('', EFS),
      },
      {
        text: `${SERVICE}⟦1.3.0⟧\n`,
        taskDefinition: fargateTask('', 'runtimePlatform:\n  cpuArchitecture: ARM64\n'),
      },
    ],
    valid: [
      { text: `${SERVICE}1.4.0\n`, taskDefinition: fargateTask('', EFS) },
      { text: `${SERVICE}1.3.0\n`, taskDefinition: fargateTask() },
    ],
  },
});

function usesOf(taskDefinition: NonNullable<RuleContext['taskDefinition']>): Use[] {
  const uses: Use[] = [];
  const add = (name: string, fact: Fact<never> | Fact, refused = false) =>
    uses.push({ name, at: fact.entry ? keyOf(fact) : (fact as Fact), refused });
  const efs = taskDefinition
    .get('volumes')
    .items.map((volume) => volume.get('efsVolumeConfiguration'))
    .find((volume) => volume.known);
  if (efs) add('an EFS volume', efs, true);
  if (taskDefinition.get('ephemeralStorage').known) add('ephemeralStorage', taskDefinition.get('ephemeralStorage'));
  if (taskDefinition.get('pidMode').known) add('pidMode', taskDefinition.get('pidMode'));
  const architecture = taskDefinition.get('runtimePlatform').get('cpuArchitecture');
  if (architecture.is('ARM64')) add('ARM64', architecture);
  const cpu = taskDefinition.get('cpu');
  const size = sizeOf(cpu.value, 'vcpu');
  if (size !== undefined && size >= 8192) add('8 vCPU or more', cpu);
  return uses;
}
