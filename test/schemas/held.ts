import { membersByPath } from '../../schemas';
import type { Docs, LimitName, ObjectShape, Shape } from '../../schemas/shape';
import { compare } from './compare';
import { requestOf, type SdkMember } from './sdk-model';
import { type NotedMember, notedMembers, recordedRules } from './shared';

/**
 * What is held against facts from outside: the SDK of AWS, and the notes from its model and documents where they are.
 * Sentences that say what differs, none when all agree. `npm run mutate -- schemas` asks the same of schemas that were changed.
 */

export interface Shapes {
  service: ObjectShape;
  taskDefinition: ObjectShape;
  /** Who says what, by path. */
  docs: { service: Docs; taskDefinition: Docs };
}

type Members = Map<string, Shape>;

/** All that differs. */
export function differing({ service, taskDefinition, docs }: Shapes): string[] {
  const ours = { service: membersByPath(service), taskDefinition: membersByPath(taskDefinition) };
  const noted = notedMembers('createservice-2026.json') ?? [];
  const notedTask = notedMembers('registertaskdef-2026.json') ?? [];
  const theirs = { service: requestOf('CreateService'), taskDefinition: requestOf('RegisterTaskDefinition') };
  return [
    ...compare(ours.service, theirs.service),
    ...compare(ours.taskDefinition, theirs.taskDefinition),
    ...besideComments(ours.service, theirs.service, docs.service),
    ...besideComments(ours.taskDefinition, theirs.taskDefinition, docs.taskDefinition),
    ...besideRecords(ours.service, docs.service),
    ...besideRecords(ours.taskDefinition, docs.taskDefinition),
    ...besideModel(ours.service, noted),
    ...besideModel(ours.taskDefinition, notedTask),
    ...besideDocuments(ours.service, noted),
    ...besideDocuments(ours.taskDefinition, notedTask),
    ...besideSeeds(ours.service, noted),
  ];
}

/** The limits of the API model, or stricter ones for a stated reason. */
export function besideModel(ours: Members, noted: readonly NotedMember[]): string[] {
  return limitedIn(noted).flatMap((member) => {
    const shape = ours.get(member.path);
    const [low, high] = endsOf(shape);
    const ends = [
      [low, member.min],
      [high, member.max],
    ] as const;
    return ends.flatMap(([name, value]) => {
      const own = limitOf(shape, name) as number;
      if (value === undefined || own === value) return [];
      const stricter = shape?.enforced?.[name] !== undefined && (name === low ? own > value : own < value);
      return stricter ? [] : [`${member.path}: ${name} ${own} here, ${value} in the API model`];
    });
  });
}

/** Only 20 and 60 are possible between 20 and 60: an enum says more than the range. */
export function limitedIn(noted: readonly NotedMember[]): NotedMember[] {
  const limited = noted.filter(({ min, max }) => min !== undefined || max !== undefined);
  return limited.filter(({ path }) => path !== 'monitoring.metricConfigurations[].resolutionSeconds');
}

const STATED = ['min', 'max', 'minItems', 'maxItems', 'maxLength', 'multipleOf'] as const;

/** What the documents state of limits and defaults. */
export function besideDocuments(ours: Members, noted: readonly NotedMember[]): string[] {
  return noted.flatMap(({ path, doc_constraints: stated = {} }) => {
    const shape = ours.get(path);
    // The ECS documents end at 1,000 MiB/s; EC2 takes 2,000, and that is where a value is surely wrong.
    const names = path.endsWith('.throughput') ? [] : STATED.filter((name) => name in stated);
    const wrong = names.filter((name) => limitOf(shape, name) !== stated[name]);
    const found = wrong.map(
      (name) => `${path}: ${name} ${limitOf(shape, name)} here, ${stated[name]} in the documents`,
    );
    const own = shape?.default?.value;
    if (stated.default !== undefined && own !== stated.default)
      found.push(`${path}: default ${own} here, ${stated.default} in the documents`);
    return found;
  });
}

const ENDS = ['min', 'max', 'minLength', 'maxLength', 'minItems', 'maxItems'] as const;

/** Where the SDK has no comment that says it: the pages and models that do. */
export const SAID_ELSEWHERE: Readonly<Record<string, string>> = {
  'healthCheckGracePeriodSeconds max': 'beside the documents',
  'deploymentConfiguration.bakeTimeInMinutes min': 'a time',
  'deploymentConfiguration.bakeTimeInMinutes max': 'developer guide, bake time',
  'deploymentConfiguration.lifecycleHooks maxItems': 'AWS samples: 10 of each kind',
  'volumeConfigurations[].managedEBSVolume.volumeInitializationRate min': 'EC2 CreateVolume',
  'volumeConfigurations[].managedEBSVolume.volumeInitializationRate max': 'EC2 CreateVolume',
  'volumeConfigurations[].managedEBSVolume.sizeInGiB max': 'EC2 CreateVolume',
  'volumeConfigurations[].managedEBSVolume.throughput max': 'EC2 CreateVolume',
  'placementConstraints[].expression maxLength': 'beside the documents',
  'containerDefinitions[].name minLength': 'hashicorp/terraform#2888: not null or empty',
  'containerDefinitions maxItems': 'aws/amazon-ecs-cli#184',
  'serviceName minLength': 'the length is in the pattern that was answered',
  'family minLength': 'an empty family is refused (errors: td-empty)',
  'gatewayConnectors maxItems': 'beside the documents',
};

/**
 * Each documented or recorded limit is a number that the comment of the SDK on the member says, or else its record; each
 * default a value that the comment says. What the model says without words is held against the model.
 */
export function besideComments(ours: Members, theirs: ReadonlyMap<string, SdkMember>, docs: Docs): string[] {
  return [...ours].flatMap(([path, shape]) => {
    const comment = theirs.get(path)?.doc ?? '';
    const limits = ENDS.filter((name) => {
      const value = limitOf(shape, name) as number | undefined;
      const who = shape.enforced?.[name];
      if (value === undefined || who === undefined || who === 'assumption') return false;
      const source = docs[path]?.sources?.[name] ?? '';
      if (`${path} ${name}` in SAID_ELSEWHERE || isOutOfReach(source)) return false;
      return !numbersIn(`${comment} ${recordOf(source) ?? ''}`).has(value);
    });
    const found = limits.map((name) => `${path}: nobody says ${name} ${limitOf(shape, name)}`);
    if (!DEFAULT_ELSEWHERE.has(path) && !saysDefault(comment, shape))
      found.push(`${path}: the SDK does not say default ${shape.default?.value}`);
    return found;
  });
}

/** Numbers, in words of documents too: `up to 2,000`, `<= 1024` for a lower end of 1025, `empty` for 1. */
function numbersIn(text: string): Set<number> {
  const plain = text.replaceAll(/(\d),(?=\d{3})/g, '$1').replaceAll(/[_^]?\{(\d+),(\d+)\}/g, ' $1 $2 ');
  const found = new Set((plain.match(/\d+(\.\d+)?/g) ?? []).map(Number));
  for (const [, below] of plain.matchAll(/<= ?(\d+)/g)) found.add(Number(below) + 1);
  if (/negative/.test(text)) found.add(0);
  if (/\b(empty|blank|more than 1 item)\b/.test(text)) found.add(1);
  return found;
}

/** Defaults that other pages give, or that the comment does not give as one. */
const DEFAULT_ELSEWHERE: ReadonlySet<string> = new Set([
  'serviceConnectConfiguration.services[].timeout.idleTimeoutSeconds',
  'serviceConnectConfiguration.services[].timeout.perRequestTimeoutSeconds',
  'volumeConfigurations[].managedEBSVolume.encrypted',
  'volumeConfigurations[].managedEBSVolume.tagSpecifications[].propagateTags',
  'containerDefinitions[].linuxParameters.sharedMemorySize',
  'volumes[].dockerVolumeConfiguration.driver',
  'runtimePlatform.cpuArchitecture',
  'runtimePlatform.operatingSystemFamily',
  'ephemeralStorage.sizeInGiB',
]);

function saysDefault(comment: string, { default: { value } = {} }: Shape): boolean {
  if (typeof value === 'boolean') {
    const said = /default[^.]{0,60}\b(true|false)\b/i.exec(comment)?.[1];
    return said === undefined || said === String(value);
  }
  if (typeof value === 'number') return numbersIn(comment).has(value);
  return value === undefined || comment === '' || new RegExp(`\\b${value}\\b`, 'i').test(comment);
}

/** A limit is said to be recorded where there is a record, and nowhere else; and EC2 itself makes the volumes. */
export function besideRecords(ours: Members, docs: Docs): string[] {
  return [...ours].flatMap(([path, { enforced = {} }]) =>
    Object.entries(enforced).flatMap(([name, who]) => {
      const source = docs[path]?.sources?.[name as LimitName] ?? '';
      const record = recordOf(source) !== undefined;
      const right = who === 'recorded' ? record || source.includes('EC2 CreateVolume') : !record;
      return right ? [] : [`${path}: ${name} is ${who} by ${source}`];
    }),
  );
}

const RULE_ID = /: (ecs-[\w-]+)/;

/** Recorded, and the records are not here to be read. */
const isOutOfReach = (source: string) => RULE_ID.test(source) && recordedRules() === undefined;

/** What was answered: to a rule deployed to the real API, or in words that the source quotes. */
function recordOf(source: string): string | undefined {
  const id = RULE_ID.exec(source)?.[1];
  const rules = recordedRules();
  if (id) return rules ? rules.get(`pf-${id}`) : source;
  return /".+"/.test(source) ? source : undefined;
}

/** Since when a member exists, by the documents of 2019 and 2024. */
export function besideSeeds(ours: Members, noted: readonly NotedMember[]): string[] {
  return noted.flatMap(({ path, in_seed_2019, in_seed_2024 }) => {
    const since = in_seed_2019 ? undefined : in_seed_2024 ? 'BOTO3-2024' : '2026';
    const own = ours.get(path)?.since;
    return own === since ? [] : [`${path}: since ${own} here, ${since} by the documents`];
  });
}

export function limitOf(shape: Shape | undefined, name: LimitName): unknown {
  return (shape as Record<string, unknown> | undefined)?.[name];
}

/** The names of the lower and the upper limit of a type. */
export function endsOf(shape: Shape | undefined): [LimitName, LimitName] {
  if (shape?.type === 'list') return ['minItems', 'maxItems'];
  return shape?.type === 'string' ? ['minLength', 'maxLength'] : ['min', 'max'];
}
