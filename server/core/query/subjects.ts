/**
 * What a query can ask about, and the attributes that ECS sets by itself, with our own words and links.
 * Facts: ECS Developer Guide, cluster-query-language (subjects and their operators) and task-placement-constraints
 * (attributes), read in their 2023 form. The operators of `attribute:` and `task:group` are not listed there:
 * taking the string ones and `exists` is our reading (simulator.md §3.3).
 */
import { guideUrl } from '../../../schemas/pages';
import type { OperatorId } from './operators';

export type SubjectId =
  | 'agentConnected'
  | 'agentVersion'
  | 'attribute'
  | 'ec2InstanceId'
  | 'registeredAt'
  | 'runningTasksCount'
  | 'task:group';

export const QUERY_LANGUAGE_URL = guideUrl('cluster-query-language.html');
export const ATTRIBUTES_URL = guideUrl('task-placement-constraints.html');

/** CreateService: an expression holds at most 2000 characters (BOTO3-2024 L532). */
export const MAX_EXPRESSION_LENGTH = 2000;
/** PutAttributes: names and values hold 1 to 128 characters (task-placement-constraints). */
export const MAX_ATTRIBUTE_LENGTH = 128;

const TEXT: readonly OperatorId[] = ['equals', 'not_equals', 'in', 'not_in', 'matches', 'not_matches'];
const ORDER: readonly OperatorId[] = [
  'equals',
  'not_equals',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
];
const TEXT_AND_PRESENCE: readonly OperatorId[] = [...TEXT, 'exists', 'not_exists'];

export interface SubjectInfo {
  id: SubjectId;
  /** How it is written; `attribute:` goes on with a name. */
  text: string;
  /** How it reads in a sentence. */
  noun: string;
  doc: string;
  operators: readonly OperatorId[];
  /** False where the guide lists no operators, so that another one is a doubt and not an error. */
  operatorsDocumented: boolean;
  values: 'boolean' | 'version' | 'instance-id' | 'date' | 'count' | 'text';
  example: string;
}

export const SUBJECTS: readonly SubjectInfo[] = [
  {
    id: 'attribute',
    text: 'attribute:',
    noun: 'the attribute',
    doc: 'An attribute of the container instance: one that ECS sets (`ecs.…`) or one of your own (PutAttributes, or `ECS_INSTANCE_ATTRIBUTES` of the agent). An instance without the attribute only satisfies `!exists`.',
    operators: TEXT_AND_PRESENCE,
    operatorsDocumented: false,
    values: 'text',
    example: 'attribute:ecs.instance-type =~ t3.*',
  },
  {
    id: 'task:group',
    text: 'task:group',
    noun: 'the group of a task on the instance',
    doc: 'The task groups that have a task on the instance. Tasks of a service belong to the group `service:NAME`. Use it to place tasks beside others, or with `not(…)` away from them.',
    operators: TEXT_AND_PRESENCE,
    operatorsDocumented: false,
    values: 'text',
    example: 'not(task:group == service:database)',
  },
  {
    id: 'agentConnected',
    text: 'agentConnected',
    noun: 'the agent connection',
    doc: 'Whether the container agent of the instance is connected to ECS: `true` or `false`. Tasks are only ever placed where it is.',
    operators: TEXT,
    operatorsDocumented: true,
    values: 'boolean',
    example: 'agentConnected == true',
  },
  {
    id: 'agentVersion',
    text: 'agentVersion',
    noun: 'the agent version',
    doc: 'The version of the container agent on the instance, compared number by number.',
    operators: ORDER,
    operatorsDocumented: true,
    values: 'version',
    example: 'agentVersion >= 1.68.0',
  },
  {
    id: 'ec2InstanceId',
    text: 'ec2InstanceId',
    noun: 'the EC2 instance ID',
    doc: 'The ID of the EC2 instance (`i-…`), or the managed instance ID (`mi-…`) of an external one.',
    operators: TEXT,
    operatorsDocumented: true,
    values: 'instance-id',
    example: "ec2InstanceId in ['i-0abcd1234']",
  },
  {
    id: 'registeredAt',
    text: 'registeredAt',
    noun: 'the registration time',
    doc: 'When the instance registered with the cluster: `2024-05-31`, or with a time `2024-05-31T08:00:00`, optionally followed by `Z` or an offset such as `+00:00`.',
    operators: ORDER,
    operatorsDocumented: true,
    values: 'date',
    example: 'registeredAt > 2024-05-31',
  },
  {
    id: 'runningTasksCount',
    text: 'runningTasksCount',
    noun: 'the number of running tasks',
    doc: 'How many tasks run on the instance, of every service and of none. Evaluated for each placement, so tasks placed a moment ago count.',
    operators: ORDER,
    operatorsDocumented: true,
    values: 'count',
    example: 'runningTasksCount < 5',
  },
];

const byId = new Map(SUBJECTS.map((s) => [s.id, s]));

export function subjectInfo(id: SubjectId): SubjectInfo {
  return byId.get(id) as SubjectInfo;
}

export interface AttributeInfo {
  name: string;
  noun: string;
  doc: string;
  /** Every instance carries it; otherwise its presence is the information. */
  always: boolean;
  /** Values known to exist. */
  values: readonly string[];
  /** No value outside `values` is possible. */
  closed: boolean;
  /** The form of a value, where there is one that every value has. */
  form?: { pattern: RegExp; says: string };
  example: string;
}

const id = (prefix: string) => ({
  pattern: new RegExp(`^${prefix}-[0-9a-z]+$`),
  says: `\`${prefix}-\` and hexadecimal digits`,
});

export const BUILT_IN_ATTRIBUTES: readonly AttributeInfo[] = [
  {
    name: 'ecs.availability-zone',
    noun: 'the Availability Zone',
    doc: 'The name of the Availability Zone of the instance (not the zone ID, which differs per account).',
    always: true,
    values: [],
    closed: false,
    form: {
      pattern: /^[a-z]{2,4}(-[a-z]+)+-\d+([a-z]|(-[a-z0-9]+)+)$/,
      says: 'a region and a letter, such as `eu-west-1a`',
    },
    example: 'eu-west-1a',
  },
  {
    name: 'ecs.instance-type',
    noun: 'the instance type',
    doc: 'The EC2 instance type.',
    always: true,
    values: [],
    closed: false,
    form: { pattern: /^[a-z0-9-]+\.[a-z0-9-]+$/, says: 'a family, a dot and a size, such as `m5.large`' },
    example: 'm5.large',
  },
  {
    name: 'ecs.os-type',
    noun: 'the operating system',
    doc: 'The operating system of the instance: `linux` or `windows`, in lower case.',
    always: true,
    values: ['linux', 'windows'],
    closed: true,
    example: 'linux',
  },
  {
    name: 'ecs.os-family',
    noun: 'the operating system family',
    doc: '`LINUX`, or the Windows Server release with its edition, such as `WINDOWS_SERVER_2022_CORE`.',
    always: true,
    values: [
      'LINUX',
      'WINDOWS_SERVER_2025_FULL',
      'WINDOWS_SERVER_2025_CORE',
      'WINDOWS_SERVER_2022_FULL',
      'WINDOWS_SERVER_2022_CORE',
      'WINDOWS_SERVER_2019_FULL',
      'WINDOWS_SERVER_2019_CORE',
      'WINDOWS_SERVER_2016_FULL',
    ],
    closed: false,
    form: {
      pattern: /^(LINUX|WINDOWS_SERVER_[0-9A-Z]+_(FULL|CORE))$/,
      says: '`LINUX`, or `WINDOWS_SERVER_`, the release and `_FULL` or `_CORE`',
    },
    example: 'LINUX',
  },
  {
    name: 'ecs.cpu-architecture',
    noun: 'the CPU architecture',
    doc: 'The CPU architecture of the instance: `x86_64` or `arm64`, in lower case (the task definition writes `X86_64` and `ARM64`).',
    always: true,
    values: ['x86_64', 'arm64'],
    closed: true,
    example: 'arm64',
  },
  {
    name: 'ecs.ami-id',
    noun: 'the AMI',
    doc: 'The Amazon Machine Image the instance was launched from.',
    always: true,
    values: [],
    closed: false,
    form: id('ami'),
    example: 'ami-1234abcd',
  },
  {
    name: 'ecs.vpc-id',
    noun: 'the VPC',
    doc: 'The VPC the instance was launched into.',
    always: true,
    values: [],
    closed: false,
    form: id('vpc'),
    example: 'vpc-1234abcd',
  },
  {
    name: 'ecs.subnet-id',
    noun: 'the subnet',
    doc: 'The subnet of the instance.',
    always: true,
    values: [],
    closed: false,
    form: id('subnet'),
    example: 'subnet-1234abcd',
  },
  {
    name: 'ecs.awsvpc-trunk-id',
    noun: 'the trunk network interface',
    doc: 'Present on instances with a trunk network interface, which can hold more awsvpc tasks.',
    always: false,
    values: [],
    closed: false,
    example: 'exists',
  },
  {
    name: 'ecs.outpost-arn',
    noun: 'the Outpost',
    doc: 'Present on instances of an AWS Outpost: its ARN.',
    always: false,
    values: [],
    closed: false,
    example: 'exists',
  },
  {
    name: 'ecs.capability.external',
    noun: 'the mark of an external instance',
    doc: 'Present on external instances (ECS Anywhere).',
    always: false,
    values: [],
    closed: false,
    example: 'exists',
  },
];

const attributesByName = new Map(BUILT_IN_ATTRIBUTES.map((a) => [a.name, a]));

export function attributeInfo(name: string | undefined): AttributeInfo | undefined {
  return name === undefined ? undefined : attributesByName.get(name);
}
