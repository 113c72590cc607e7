import { tagList } from './common/tags';
import { choice, flag, integer, list, optional, required, structure, suggestions, text } from './fields';
import { assumed, documented, recorded } from './meta';
import { container } from './task-definition/container';
import { constraint, runtimePlatform } from './task-definition/platform';
import { proxyConfiguration } from './task-definition/proxy';
import { volumes } from './task-definition/volumes';

/** The whole RegisterTaskDefinition request, as far as it is walked by the API model of today. */
export const taskDefinition = structure('RegisterTaskDefinition', {
  family: required(
    text({
      minLength: documented(1),
      maxLength: documented(255),
      pattern: recorded('[A-Za-z0-9_-]*', 'ecs-taskdef-family (2026-09-04)'),
      patternHelp: 'letters, digits, hyphens and underscores',
    }),
    {
      doc: `The name under which revisions are counted: registering the same family again makes the next revision. Services name it in
        taskDefinition.`,
      names: 'defines family',
      rank: 1,
    },
  ),
  requiresCompatibilities: optional(
    list(
      choice({
        FARGATE: 'Checks everything Fargate asks for.',
        EC2: 'Checks what EC2 instances ask for.',
        EXTERNAL: 'Checks what ECS Anywhere asks for.',
        MANAGED_INSTANCES: 'Checks what ECS Managed Instances ask for.',
      }),
      { uniqueBy: assumed([], 'a launch type counts once') },
    ),
    {
      doc: `The launch types to check the definition against when it is registered. Without FARGATE in it a Fargate service refuses the
        definition.`,
      default: { text: 'no check; EC2 in practice' },
      rank: 1,
    },
  ),
  networkMode: optional(
    choice({
      awsvpc: 'A network interface for each task. The only mode on Fargate.',
      bridge: "Docker's bridge on the instance, with host ports mapped to container ports.",
      host: 'The network of the instance itself: one such task for each port and instance.',
      none: 'No network.',
    }),
    {
      doc: `How tasks reach the network. Fargate refuses anything but awsvpc, absence included; awsvpc makes the service need a networkConfiguration, the
        others forbid it. Service Connect works with awsvpc and bridge.`,
      default: 'bridge',
      guide: 'task-networking.html',
      rank: 1,
    },
  ),
  cpu: optional(
    suggestions({
      256: '0.25 vCPU, with 512 to 2048 MiB.',
      512: '0.5 vCPU, with 1 to 4 GB.',
      1024: '1 vCPU, with 2 to 8 GB.',
      2048: '2 vCPU, with 4 to 16 GB.',
      4096: '4 vCPU, with 8 to 30 GB.',
      8192: '8 vCPU, with 16 to 60 GB in steps of 4.',
      16384: '16 vCPU, with 32 to 120 GB in steps of 8.',
      32768: '32 vCPU, with 60, 120 or 244 GB.',
    }),
    {
      doc: `The CPU of the whole task, as a string: units (\`"1024"\`) or \`"1 vCPU"\`. Fargate needs it, and only in these sizes with matching memory;
        elsewhere it is a ceiling for the containers together.`,
      default: { text: 'none: the sum of the containers counts' },
      unit: 'CPU units',
      guide: 'fargate-tasks-services.html',
      rank: 1,
    },
  ),
  memory: optional(text(), {
    doc: `The memory of the whole task, as a string: MiB (\`"2048"\`) or \`"2 GB"\`. Fargate needs it in a size that fits cpu; elsewhere it is a hard ceiling
      for all containers.`,
    default: { text: 'none: the sum of the containers counts' },
    unit: 'MiB',
    guide: 'fargate-tasks-services.html',
    rank: 1,
  }),
  executionRoleArn: optional(text(), {
    doc: `The role with which ECS itself pulls images, reads secrets and writes logs while the task starts. Needed on Fargate for ECR images, awslogs and
      secrets. The application never gets it.`,
    arn: { takes: ['role'], short: 'name' },
    names: 'refers role',
    guide: 'task_execution_IAM_role.html',
    rank: 1,
  }),
  taskRoleArn: optional(text(), {
    doc: `The role of the application in the containers. ECS Exec needs it too, with the ssmmessages permissions.`,
    arn: { takes: ['role'], short: 'name' },
    names: 'refers role',
    guide: 'task-iam-roles.html',
    rank: 1,
  }),
  containerDefinitions: required(
    list(container, {
      minItems: recorded(1, 'ecs-container-definitions-empty (2026-09-02)'),
      maxItems: recorded(10, 'aws/amazon-ecs-cli#184: "Too many containers."'),
      uniqueBy: recorded(['name'], 'ecs-duplicate-container-names (2026-09-02)'),
    }),
    {
      doc: `The containers of a task. They are placed, started and stopped together. At least one has to be essential.`,
      guide: 'task_definition_parameters.html',
      rank: 1,
      snippet: [{ name: '«app»', image: '«image»', portMappings: [{ containerPort: '«80»', name: '«http»' }] }],
    },
  ),
  volumes: optional(volumes(), {
    doc: `Volumes that containers mount by name: host folders, Docker volumes, EFS, FSx, S3 Files, or an EBS volume that the service configures.`,
    guide: 'using_data_volumes.html',
    rank: 2,
    snippet: [{ name: '«data»' }],
  }),
  placementConstraints: optional(list(constraint, { maxItems: documented(10) }), {
    doc: `Which instances may run the task, whoever starts it. Adds to the constraints of the service, ten in all. Refused for Fargate.`,
    guide: 'task-placement-constraints.html',
  }),
  runtimePlatform: optional(runtimePlatform, {
    doc: `Processor and operating system of the images.`,
    default: { text: 'Linux on X86_64' },
    rank: 2,
    snippet: { cpuArchitecture: '«X86_64|ARM64»', operatingSystemFamily: 'LINUX' },
  }),
  ephemeralStorage: optional(
    structure('EphemeralStorage', {
      sizeInGiB: required(
        integer({
          min: recorded(21, 'ecs-ephemeral-storage-range (2026-09-13)'),
          max: recorded(200, 'ecs-ephemeral-storage-range (2026-09-13)'),
        }),
        {
          doc: `How large the scratch disk of a Fargate task is. 21 is the least that can be asked for, since 20 come without asking.`,
          default: 20,
          unit: 'GiB',
          rank: 1,
        },
      ),
    }),
    {
      doc: `More scratch disk for Fargate tasks, on platform version 1.4.0 or later. Refused when EC2 is among the compatibilities.`,
      default: { text: '20 GiB on Fargate' },
      snippet: { sizeInGiB: '«50»' },
    },
  ),
  pidMode: optional(
    choice({
      task: 'The containers of a task see one another.',
      host: 'They see the processes of the instance. Not on Fargate.',
    }),
    {
      doc: `Which processes the containers see. Fargate takes only task.`,
      default: { text: 'each container sees its own' },
    },
  ),
  ipcMode: optional(
    choice({
      none: 'Each container for itself.',
      task: 'The containers of a task share memory segments.',
      host: 'They share those of the instance.',
    }),
    {
      doc: `With whom the containers share memory segments and semaphores. Refused on Fargate.`,
      default: { text: "Docker's own setting" },
    },
  ),
  proxyConfiguration: optional(proxyConfiguration, {
    doc: `Puts an App Mesh proxy in front of the containers. App Mesh ends in September 2026; Service Connect takes its place.`,
    deprecated: 'App Mesh has been withdrawn. Use Service Connect.',
  }),
  inferenceAccelerators: optional(
    list(
      structure('InferenceAccelerator', {
        deviceName: required(text(), { doc: `The name of the accelerator, to which containers refer.` }),
        deviceType: required(text(), { doc: `The type of the accelerator, such as eia2.medium.` }),
      }),
    ),
    {
      doc: `Elastic Inference, which no longer exists. The API refuses the member.`,
      deprecated: 'Elastic Inference was shut down in April 2023; the API refuses the member.',
    },
  ),
  enableFaultInjection: optional(flag(), {
    doc: `Lets AWS Fault Injection Service disturb the network and resources of the tasks.`,
    default: false,
  }),
  tags: optional(tagList(), {
    doc: `Tags of the task definition. They reach tasks with propagateTags TASK_DEFINITION in the service.`,
    rank: 2,
  }),
});

export { responseTaskDefinition } from './service/response';
