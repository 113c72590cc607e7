import { choice, flag, integer, list, map, optional, required, structure, text } from '../fields';
import { assumed, documented, recorded } from '../meta';

const PORT = { min: assumed(1, 'port 0 cannot listen'), max: assumed(65_535, 'there are no higher ports') };
const ROOT = { text: 'the root, `/`' };
const onOff = (on: string, off: string) => choice({ ENABLED: on, DISABLED: off });

const docker = structure('DockerVolumeConfiguration', {
  scope: optional(choice({ task: 'Made and removed with the task.', shared: 'Stays on the instance and is shared.' }), {
    doc: `How long the volume lives: with its task, or on the instance.`,
    default: 'task',
  }),
  autoprovision: optional(flag(), {
    doc: `Creates a shared volume when it is missing. Only with scope shared.`,
    default: false,
  }),
  driver: optional(text(), {
    doc: `The Docker volume driver. Tasks are placed only where it is installed.`,
    default: 'local',
  }),
  driverOpts: optional(map(text()), { doc: `Options that are handed to the volume driver as they are.` }),
  labels: optional(map(text()), { doc: `Docker labels of the volume, for tools that read them.` }),
});

const efs = structure('EFSVolumeConfiguration', {
  fileSystemId: required(text(), {
    doc: `The EFS file system, \`fs-…\`, in the Region of the task.`,
    names: 'refers file-system',
    rank: 1,
  }),
  rootDirectory: optional(text(), {
    doc: `The folder of the file system to mount. With an access point only \`/\` or nothing.`,
    default: ROOT,
    rank: 2,
  }),
  transitEncryption: optional(onOff('TLS between task and EFS.', 'No encryption on the way.'), {
    doc: `Whether traffic to EFS is encrypted. Needed with IAM and with an access point.`,
    default: 'DISABLED',
    rank: 2,
  }),
  transitEncryptionPort: optional(integer(PORT), {
    doc: `The local port for the encrypted connection. Refused unless transitEncryption is ENABLED.`,
    default: { text: 'chosen by the mount helper' },
  }),
  authorizationConfig: optional(
    structure('EFSAuthorizationConfig', {
      accessPointId: optional(text(), { doc: `The access point, \`fsap-…\`, which fixes folder and user.`, rank: 1 }),
      iam: optional(onOff('The task role decides.', 'Anybody on the network may mount.'), {
        doc: `Whether the task role is asked for permission to mount. Needs transitEncryption ENABLED.`,
        default: 'DISABLED',
        rank: 1,
      }),
    }),
    { doc: `Who may mount the file system, and which part of it.`, rank: 2 },
  ),
});

const s3files = structure('S3FilesVolumeConfiguration', {
  fileSystemArn: required(text(), {
    doc: `The S3 Files file system to mount, by its full ARN.`,
    arn: { takes: ['s3-files'] },
    rank: 1,
  }),
  rootDirectory: optional(text(), {
    doc: `The folder of the file system to mount. With an access point only \`/\` or nothing.`,
    default: ROOT,
  }),
  transitEncryptionPort: optional(integer(PORT), {
    doc: `The local port for the encrypted connection.`,
    default: { text: 'chosen by the mount helper' },
  }),
  accessPointArn: optional(text(), {
    doc: `The access point, by ARN, which fixes folder and user.`,
    arn: { takes: ['s3-files-access-point'] },
  }),
});

const fsx = structure('FSxWindowsFileServerVolumeConfiguration', {
  fileSystemId: required(text(), {
    doc: `The FSx for Windows file system, \`fs-…\`.`,
    names: 'refers file-system',
    rank: 1,
  }),
  rootDirectory: required(text(), { doc: `The folder of the file system to mount, with backslashes.`, rank: 1 }),
  authorizationConfig: required(
    structure('FSxWindowsFileServerAuthorizationConfig', {
      credentialsParameter: required(text(), {
        doc: `The secret or parameter with user name and password, by ARN.`,
        arn: { takes: ['secret', 'parameter'] },
        rank: 1,
      }),
      domain: required(text(), { doc: `The full name of the Active Directory domain.`, rank: 1 }),
    }),
    { doc: `The login with which the file system is mounted.`, rank: 1 },
  ),
});

const volume = structure('Volume', {
  name: optional(
    text({
      minLength: assumed(1, 'an empty name names nothing'),
      maxLength: documented(255),
      pattern: recorded('[A-Za-z0-9_-]*', 'aws/amazon-ecs-cli#277: "volume.name contains invalid characters."'),
      patternHelp: 'letters, digits, hyphens and underscores',
    }),
    {
      doc: `The name by which mountPoints, and volumeConfigurations of a service, refer to the volume.`,
      needed: assumed(true, 'a volume without a name cannot be mounted'),
      names: 'defines volume',
      rank: 1,
    },
  ),
  configuredAtLaunch: optional(flag(), {
    doc: `Leaves the details to the service: an EBS volume that volumeConfigurations describes. One such volume in a task definition, with nothing but its name beside it, and
      a container has to mount it.`,
    default: false,
    guide: 'ebs-volumes.html',
    rank: 2,
  }),
  host: optional(
    structure('HostVolumeProperties', {
      sourcePath: optional(text(), {
        doc: `The folder of the instance. Refused on Fargate.`,
        default: { text: 'a folder that Docker makes and forgets' },
        rank: 1,
      }),
    }),
    {
      doc: `A folder of the instance. Empty, or without any kind at all, the volume is scratch space that goes with the task.`,
    },
  ),
  efsVolumeConfiguration: optional(efs, {
    doc: `An EFS file system, which all tasks share. On Fargate from platform version 1.4.0.`,
    guide: 'efs-volumes.html',
    rank: 2,
    snippet: { fileSystemId: '«fs-»', transitEncryption: 'ENABLED' },
  }),
  dockerVolumeConfiguration: optional(docker, {
    doc: `A Docker volume on the instance. Refused on Fargate.`,
    guide: 'docker-volumes.html',
  }),
  fsxWindowsFileServerVolumeConfiguration: optional(fsx, {
    doc: `An FSx for Windows file system, for Windows tasks on EC2.`,
    guide: 'wfsx-volumes.html',
  }),
  s3filesVolumeConfiguration: optional(s3files, {
    doc: `An S3 bucket as a file system, through S3 Files.`,
    guide: 's3files-volumes.html',
    since: '2026',
  }),
});

/** Each volume is of one kind at most. */
export const volumes = () => list(volume, { uniqueBy: assumed(['name'], 'a name means one volume') });
