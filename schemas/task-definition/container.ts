import { logConfiguration, secret } from '../common/logging';
import { choice, flag, integer, list, map, optional, required, structure, text } from '../fields';
import { assumed, documented, recorded } from '../meta';
import { hostSettings, linuxParameters } from './host';
import { dependency, environment, environmentFiles, firelens, healthCheck, restartPolicy } from './lifecycle';
import { networking, portMapping } from './ports';
import { resourceRequirements } from './resources';

const mountPoint = structure('MountPoint', {
  sourceVolume: optional(text(), {
    doc: `The volume to mount: a name from volumes of this task definition.`,
    needed: recorded(true, 'ecs-mountpoint-source-volume-missing (2026-09-08)'),
    names: 'refers volume',
    rank: 1,
  }),
  containerPath: optional(text(), { doc: `Where the volume appears inside the container: an absolute path.`, rank: 1 }),
  readOnly: optional(flag(), { doc: `Whether the container may only read the volume.`, default: false, rank: 2 }),
});

const volumeFrom = structure('VolumeFrom', {
  sourceContainer: optional(text(), {
    doc: `The container whose mounts are taken over. It has to be in the same task definition.`,
    needed: assumed(true, 'an entry without a container says nothing'),
    names: 'refers container',
    rank: 1,
  }),
  readOnly: optional(flag(), { doc: `Whether the mounts can only be read here.`, default: false }),
});

const memory = () => integer({ min: documented(4, 'Docker starts no container with less') });

/** One container. The order is the one people write in. */
export const container = structure('ContainerDefinition', {
  name: optional(
    text({
      minLength: recorded(1, 'hashicorp/terraform#2888: "Container.name should not be null or empty."'),
      maxLength: documented(255),
      pattern: recorded('[A-Za-z0-9_-]*', 'ansible/ansible#22860: "Container.name contains invalid characters."'),
      patternHelp: 'letters, digits, hyphens and underscores',
    }),
    {
      doc: `The name of the container, unique in the task definition. Load balancers, registries and other containers refer to it.`,
      needed: documented(true, 'a container without a name is refused'),
      names: 'defines container',
      rank: 1,
    },
  ),
  image: optional(text({ minLength: assumed(1, 'an empty image cannot be pulled') }), {
    doc: `The image to run: \`repository:tag\` or \`repository@digest\`. A tag is resolved to a digest once for each deployment, so that all its tasks run the
      same; \`:latest\` still leaves open what that is.`,
    needed: documented(true, 'a container without an image is refused'),
    names: 'refers image',
    rank: 1,
  }),
  essential: optional(flag(), {
    doc: `Whether the whole task stops when this container does. One container at least has to be essential. A side-car that is essential takes the application
      down with it.`,
    default: true,
    rank: 1,
  }),
  cpu: optional(integer({ min: assumed(0, 'an amount cannot be negative') }), {
    doc: `CPU units that the container is sure of: 1024 is one vCPU. On Linux it may use more when nobody else does. Together the containers must not
      ask for more than the task has.`,
    default: { text: '0: a share of what is left' },
    unit: 'CPU units',
    rank: 1,
  }),
  memory: optional(memory(), {
    doc: `Hard limit on memory: a container that goes above is killed. Needed here, or as memoryReservation, when the task names no memory. Not above the memory of
      the task.`,
    default: { text: 'the memory of the task' },
    unit: 'MiB',
    rank: 1,
  }),
  memoryReservation: optional(memory(), {
    doc: `Memory that is set aside for the container; it may grow beyond when there is room. What counts for placement when given. Not above memory.`,
    unit: 'MiB',
    rank: 2,
  }),
  portMappings: optional(list(portMapping), {
    doc: `The ports on which the container listens. Load balancers need the port, Service Connect and VPC Lattice need it named.`,
    rank: 1,
    snippet: [{ containerPort: '«80»', name: '«http»', appProtocol: '«http|http2|grpc»' }],
  }),
  environment: optional(environment(), {
    doc: `Environment variables in plain text. Everybody who may describe the task definition reads them: use secrets for secrets.`,
    rank: 1,
    snippet: [{ name: '«NAME»', value: '«value»' }],
  }),
  environmentFiles: optional(environmentFiles(), {
    doc: `Files in S3 with environment variables. Variables in \`environment\` win over them. The execution role has to be able to read them.`,
    guide: 'use-environment-file.html',
  }),
  secrets: optional(
    list(secret, { uniqueBy: recorded(['name'], 'dagster-io/dagster#11622: "The secret name must be unique …"') }),
    {
      doc: `Environment variables whose values come from Secrets Manager or SSM when the task starts. Needs executionRoleArn.`,
      guide: 'specifying-sensitive-data.html',
      rank: 1,
      snippet: [{ name: '«NAME»', valueFrom: '«arn:aws:secretsmanager:»' }],
    },
  ),
  command: optional(list(text()), {
    doc: `What replaces the CMD of the image, one argument in each item. It is not run in a shell.`,
    default: { text: 'the CMD of the image' },
    rank: 2,
  }),
  entryPoint: optional(list(text()), {
    doc: `What replaces the ENTRYPOINT of the image, one argument in each item. It also drops the image's CMD.`,
    default: { text: 'the ENTRYPOINT of the image' },
    rank: 2,
  }),
  healthCheck: optional(healthCheck, {
    doc: `A command that says whether the container is well. For an essential container it decides when a task counts as healthy and when it is replaced. A HEALTHCHECK
      in the image is not looked at.`,
    default: { text: 'none: 40 seconds of running count as healthy when there is no load balancer' },
    guide: 'healthcheck.html',
    rank: 1,
    snippet: {
      command: ['CMD-SHELL', '«curl -f http://localhost/ || exit 1»'],
      interval: '«30»',
      retries: '«3»',
    },
  }),
  logConfiguration: optional(logConfiguration, {
    doc: `Where the output of the container goes. Without it Fargate keeps nothing.`,
    default: { text: 'the default driver of the Docker daemon; nothing on Fargate' },
    guide: 'using_awslogs.html',
    rank: 1,
    snippet: {
      logDriver: 'awslogs',
      options: {
        'awslogs-group': '«/ecs/app»',
        'awslogs-region': '«eu-west-1»',
        'awslogs-stream-prefix': '«app»',
      },
    },
  }),
  dependsOn: optional(list(dependency, { uniqueBy: assumed(['containerName'], 'one condition for a container') }), {
    doc: `Which containers have to have come how far before this one starts. They stop in the opposite order.`,
    rank: 2,
    snippet: [{ containerName: '«name»', condition: '«START|HEALTHY|COMPLETE|SUCCESS»' }],
  }),
  mountPoints: optional(list(mountPoint), {
    doc: `The volumes that the container sees, and where.`,
    rank: 2,
    snippet: [{ sourceVolume: '«data»', containerPath: '«/data»' }],
  }),
  volumesFrom: optional(list(volumeFrom), { doc: `Takes over all mounts of another container of the task.` }),
  stopTimeout: optional(integer({ min: assumed(0, 'time does not run backwards') }), {
    doc: `How long the container has between SIGTERM and SIGKILL. At most 120 on Fargate. It adds to each step of a deployment when the application ignores SIGTERM.`,
    default: 30,
    unit: 'seconds',
    rank: 2,
  }),
  startTimeout: optional(integer({ min: assumed(0, 'time does not run backwards') }), {
    doc: `How long other containers wait for this one to reach the state that they depend on, before the task gives up. At most 120 on Fargate.`,
    unit: 'seconds',
  }),
  restartPolicy: optional(restartPolicy, {
    doc: `Restarts this container in place when it exits, instead of replacing the task.`,
    default: { text: 'no restart' },
    guide: 'container-restart-policy.html',
    snippet: { enabled: true },
  }),
  versionConsistency: optional(
    choice({
      enabled: 'All tasks of a deployment run the digest that the tag meant at its start.',
      disabled: 'The tag is looked up again for each task.',
    }),
    {
      doc: `Whether ECS pins the tag to a digest for the whole deployment. Pinning makes ECS start one task first to learn the digest.`,
      default: 'enabled',
    },
  ),
  linuxParameters: optional(linuxParameters, {
    doc: `Settings of the Linux kernel for the container: capabilities, devices, shared memory, swap, tmpfs.`,
  }),
  resourceRequirements: optional(resourceRequirements(), {
    doc: `GPUs and other accelerators. GPUs are not available on Fargate.`,
    guide: 'ecs-gpu.html',
    snippet: [{ type: 'GPU', value: '«1»' }],
  }),
  firelensConfiguration: optional(firelens, {
    doc: `Makes this container the log router for those that log with \`awsfirelens\`. One such container for a task.`,
    guide: 'using_firelens.html',
    snippet: { type: '«fluentbit|fluentd»' },
  }),
  repositoryCredentials: optional(
    structure('RepositoryCredentials', {
      credentialsParameter: required(text(), {
        doc: `The Secrets Manager secret with user name and password of the private registry, by ARN or, in the same Region, by name.`,
        arn: { takes: ['secret'], short: 'secret-name' },
        rank: 1,
      }),
    }),
    {
      doc: `How to log in to a private registry that is not ECR. The execution role has to be able to read the secret.`,
      guide: 'private-auth.html',
    },
  ),
  ...networking,
  ...hostSettings,
  dockerLabels: optional(map(text()), {
    doc: `Docker labels of the container. FireLens and the agent of an instance can see them.`,
  }),
});
