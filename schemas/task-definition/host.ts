import { choice, flag, integer, list, optional, required, structure, text } from '../fields';
import { assumed, documented } from '../meta';

const size = () => integer({ min: assumed(0, 'an amount cannot be negative') });

const device = structure('Device', {
  hostPath: required(text(), { doc: `The device on the instance, such as /dev/fuse.`, rank: 1 }),
  containerPath: optional(text(), {
    doc: `Where the device appears in the container.`,
    default: { text: 'the hostPath' },
  }),
  permissions: optional(
    list(choice({ read: 'May read.', write: 'May write.', mknod: 'May create device files.' }), {
      uniqueBy: assumed([], 'a right counts once'),
    }),
    { doc: `What the container may do with the device.`, default: { text: 'read, write and mknod' } },
  ),
});

const tmpfs = structure('Tmpfs', {
  containerPath: required(text(), { doc: `Where the memory disk appears in the container.`, rank: 1 }),
  size: required(size(), {
    doc: `How large the memory disk may grow. It counts as memory of the container.`,
    unit: 'MiB',
    rank: 1,
  }),
  mountOptions: optional(list(text()), { doc: `Mount options of the memory disk, such as noexec or nosuid.` }),
});

export const linuxParameters = structure('LinuxParameters', {
  initProcessEnabled: optional(flag(), {
    doc: `Runs a small init process first, which passes signals on and collects dead children. Good for images whose program does neither, and for ECS Exec.`,
    default: false,
    rank: 2,
  }),
  capabilities: optional(
    structure('KernelCapabilities', {
      add: optional(list(text()), { doc: `Kernel capabilities to give the container. On Fargate only SYS_PTRACE.` }),
      drop: optional(list(text()), { doc: `Kernel capabilities to take from the container, or ALL.` }),
    }),
    { doc: `Rights of root inside the container, one by one.`, default: { text: "Docker's usual set" } },
  ),
  devices: optional(list(device), { doc: `Devices of the instance for the container. Refused on Fargate.` }),
  sharedMemorySize: optional(size(), { doc: `The size of /dev/shm. Refused on Fargate.`, default: 64, unit: 'MiB' }),
  tmpfs: optional(list(tmpfs), { doc: `Memory disks for the container, each with a size.` }),
  maxSwap: optional(size(), {
    doc: `How much swap the container may use; 0 for none. Refused on Fargate.`,
    unit: 'MiB',
  }),
  swappiness: optional(integer({ min: documented(0), max: documented(100) }), {
    doc: `How readily the kernel swaps: 0 hardly, 100 eagerly. Counts only with maxSwap.`,
    default: 60,
  }),
});

const ULIMITS = {
  nofile: 'Open files.',
  nproc: 'Processes.',
  core: 'Size of core dumps.',
  cpu: 'CPU seconds.',
  data: 'Data segment.',
  fsize: 'Size of files.',
  locks: 'File locks.',
  memlock: 'Locked memory.',
  msgqueue: 'Bytes in message queues.',
  nice: 'Priority.',
  rss: 'Resident memory.',
  rtprio: 'Real-time priority.',
  rttime: 'Real-time CPU.',
  sigpending: 'Waiting signals.',
  stack: 'Stack.',
};

const ulimit = structure('Ulimit', {
  name: required(choice(ULIMITS), { doc: `The limit that is meant. Fargate takes only nofile.`, rank: 1 }),
  softLimit: required(integer(), { doc: `The limit that applies at first. Not above hardLimit.`, rank: 1 }),
  hardLimit: required(integer(), { doc: `The limit up to which a process may raise its own.`, rank: 1 }),
});

/** What the container may do on the host. */
export const hostSettings = {
  user: optional(text(), {
    doc: `The user that runs the program: name, id, or either with a group, as \`1000:1000\`.`,
    default: { text: 'the USER of the image, often root' },
    rank: 2,
  }),
  workingDirectory: optional(text(), {
    doc: `The folder inside the container in which the command starts.`,
    default: { text: 'the WORKDIR of the image' },
  }),
  readonlyRootFilesystem: optional(flag(), {
    doc: `Makes the file system of the image read-only. ECS Exec does not work then.`,
    default: false,
    rank: 2,
  }),
  privileged: optional(flag(), {
    doc: `Gives the container the rights of root on the instance. Refused on Fargate.`,
    default: false,
  }),
  dockerSecurityOptions: optional(list(text()), {
    doc: `Labels for SELinux or AppArmor, or no-new-privileges. Refused on Fargate.`,
  }),
  credentialSpecs: optional(list(text(), { maxItems: documented(1) }), {
    doc: `The credential spec for Active Directory, by ARN with the prefix credentialspec: or credentialspecdomainless:.`,
    arn: { takes: ['credential-spec'] },
  }),
  interactive: optional(flag(), {
    doc: `Keeps standard input open, for programs that stop when it closes.`,
    default: false,
  }),
  pseudoTerminal: optional(flag(), {
    doc: `Gives the container a terminal, for programs that behave differently with one.`,
    default: false,
  }),
  ulimits: optional(list(ulimit, { uniqueBy: assumed(['name'], 'a limit has one value') }), {
    doc: `Resource limits of the container, such as open files. Fargate sets nofile to 65535 by itself and takes no other.`,
  }),
  systemControls: optional(
    list(
      structure('SystemControl', {
        namespace: optional(text(), { doc: `The kernel parameter, such as net.core.somaxconn.`, rank: 1 }),
        value: optional(text(), { doc: `What the kernel parameter is set to, as a string.`, rank: 1 }),
      }),
    ),
    { doc: `Kernel parameters for the container. Those of the network apply to the whole task under awsvpc.` },
  ),
};
