import type { Fact } from '../../model/fact';
import { append, set } from '../fixes';
import { guide } from '../links';
import { type At, defineRule, type RuleContext } from '../rule';
import { ROLE } from '../samples';
import { quote } from '../words';
import { keyOf, volumesOf } from './parts';
import { DATA_MOUNT, DATA_VOLUME, fargateTask, ON_FARGATE } from './samples';

interface Data {
  name: string;
}

const TASK = fargateTask(DATA_MOUNT, DATA_VOLUME);
const CONFIGURATION =
  'volumeConfigurations:\n  - name: data\n    managedEBSVolume:\n      roleArn: arn:aws:iam::111122223333:role/ecsInfrastructureRole\n      sizeInGiB: 20\n';

export default defineRule<Data>({
  id: 'missing-volume-configuration',
  severity: 'error',
  group: 'task-definition',
  on: 'service',
  since: '0.1.0',
  sources: ['R428'],
  profiles: ['create-service', 'ecspresso'],
  docs: {
    what: 'The task definition leaves a volume to the service (configuredAtLaunch), and volumeConfigurations does not describe it.',
    why: 'Without size, type and role nobody can make the volume. ECS refuses the service: "Task definition has configuredAtLaunch volume but no volume configuration provided at runtime".',
    instead: 'Add an entry of that name to volumeConfigurations.',
    links: [guide('ebs-volumes')],
  },
  check(ctx, report) {
    const { service, taskDefinition } = ctx;
    const list = service.get('volumeConfigurations');
    const given = list.items.map((entry) => entry.get('name'));
    if (!taskDefinition || list.count === undefined || given.some((name) => name.unknown)) return;
    const volumes = volumesOf(taskDefinition);
    if (volumes.some((volume) => volume.get('configuredAtLaunch').unknown)) return;
    const open = volumes.filter((volume) => volume.get('configuredAtLaunch').is(true));
    const names = open.map((volume) => volume.get('name'));
    const [first] = names;
    if (
      !first ||
      names.some((name) => name.value === undefined) ||
      names.some((name) => given.some((n) => n.value === name.value))
    )
      return;
    const related = [{ at: first, message: 'The volume that waits for its details' }];
    report({ at: place(ctx), data: { name: first.value as string }, related });
  },
  message: ({ name }) =>
    `The task definition leaves the volume ${quote(name)} to the service, and volumeConfigurations does not describe it: ECS refuses a service that leaves it open. Add an entry with its size and a role.`,
  fix({ data: { name } }, { service }) {
    const entry = { name, managedEBSVolume: { roleArn: ROLE, sizeInGiB: 20 } };
    const list = service.get('volumeConfigurations');
    const changes = list.some ? append(list as Fact, entry) : set(service, 'volumeConfigurations', [entry]);
    return [{ title: `Describe the volume ${name}`, safe: false, changes }];
  },
  examples: {
    invalid: [
      {
        text: ON_FARGATE.replace('taskDefinition', '⟦taskDefinition⟧'),
        fixed: `${ON_FARGATE}${CONFIGURATION}`,
        taskDefinition: TASK,
      },
    ],
    valid: [
      { text: `${ON_FARGATE}${CONFIGURATION}`, taskDefinition: TASK },
      { text: ON_FARGATE, taskDefinition: fargateTask() },
    ],
  },
});

function place({ service }: RuleContext): At {
  const known = [service.get('volumeConfigurations'), service.get('taskDefinition')].find((fact) => fact.entry);
  return keyOf(known ?? service);
}
