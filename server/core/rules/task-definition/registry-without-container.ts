import type { Fact } from '../../model/fact';
import type { Change } from '../../syntax';
import { remove, set } from '../fixes';
import { api, github } from '../links';
import { defineRule, type RuleContext } from '../rule';
import { REGISTRY } from '../samples';
import { list } from '../words';
import { containersOf, keyOf, networkModeOf, topOf } from './parts';
import { ec2Task, fargateTask, ON_EC2, ON_FARGATE } from './samples';

interface Data {
  mode: string;
  port: boolean;
  missing: ('containerName' | 'containerPort')[];
  entry: Fact<Record<string, unknown>>;
}

const ENTRY = `${ON_EC2}serviceRegistries:\n  - `;
const ARN = `registryArn: ${REGISTRY}`;
const TASK = ec2Task('    portMappings:\n      - containerPort: 80\n');

export default defineRule<Data>({
  id: 'registry-without-container',
  severity: 'error',
  group: 'task-definition',
  on: 'service',
  since: '0.1.0',
  sources: ['R177', 'R179', 'error:sd-host-bridge'],
  docs: {
    what: 'A service registry without containerName and containerPort, for a task definition with the network mode bridge or host.',
    why: "There the port of a task on its instance is known only from a port mapping, so ECS needs to know which: \"When specifying 'host' or 'bridge' for networkMode, values for 'containerName' and 'containerPort' must be specified\". The member port is for awsvpc.",
    instead: 'Add containerName and containerPort, and take port out.',
    links: [api('ServiceRegistry'), github('techservicesillinois/terraform-aws-ecs-service/issues/16')],
  },
  check({ service, taskDefinition, traits }, report) {
    if (!taskDefinition?.known || traits.fargate === true) return;
    if (service.get('networkConfiguration').given) return;
    const mode = networkModeOf(taskDefinition);
    if (mode !== 'bridge' && mode !== 'host') return;
    const said = taskDefinition.get('networkMode');
    for (const entry of service.get('serviceRegistries').items as unknown as Fact<Record<string, unknown>>[]) {
      const missing = (['containerName', 'containerPort'] as const).filter((name) => entry.get(name).absent);
      if (!entry.known || missing.length === 0) continue;
      const port = entry.get('port');
      report({
        at: port.given ? keyOf(port) : entry,
        data: { mode, port: port.given, missing, entry },
        severity: said.known ? 'error' : 'warning',
        related: [{ at: said.known ? said : topOf(taskDefinition), message: 'The network mode' }],
      });
    }
  },
  message: ({ mode, port, missing }) =>
    `With the network mode ${mode} ECS registers a port of the instance, and refuses the service unless the registry names a container and its port. Add ${list(missing)}${port ? ', and remove port, which is for awsvpc' : ''}.`,
  fix({ data: { entry, missing, port } }, ctx) {
    const target = onlyTarget(ctx);
    if (!target) return [];
    const changes: Change[] = missing.flatMap((name) => set(entry as Fact, name, target[name]));
    if (port) changes.push(...remove(entry.get('port')));
    return [{ title: 'Name the container and port of the task definition', safe: false, changes }];
  },
  examples: {
    invalid: [
      {
        text: `${ENTRY}⟦${ARN}⟧\n`,
        fixed: `${ENTRY}${ARN}\n    containerName: app\n    containerPort: 80\n`,
        taskDefinition: TASK,
      },
      { text: `${ENTRY}${ARN}\n    ⟦port⟧: 80\n`, taskDefinition: TASK },
      {
        text: `${ENTRY}⟦${ARN}\n    containerName: app⟧\n`,
        taskDefinition: TASK.replace('bridge', 'host'),
        also: ['registry-with-half-a-container'],
      },
    ],
    valid: [
      { text: `${ENTRY}${ARN}\n    containerName: app\n    containerPort: 80\n`, taskDefinition: TASK },
      { text: `${ON_FARGATE}serviceRegistries:\n  - ${ARN}\n`, taskDefinition: fargateTask() },
    ],
  },
});

/** The container and port to name, when the task definition leaves no choice. */
function onlyTarget({ taskDefinition }: RuleContext): { containerName: string; containerPort: number } | undefined {
  const targets = taskDefinition
    ? containersOf(taskDefinition).flatMap((container) =>
        container.get('portMappings').items.map((mapping) => ({
          containerName: container.get('name').value,
          containerPort: mapping.get('containerPort').value,
        })),
      )
    : [];
  const [only] = targets;
  if (targets.length !== 1 || only?.containerName === undefined || only.containerPort === undefined) return undefined;
  return { containerName: only.containerName, containerPort: only.containerPort };
}
