import { membersByPath } from '../../schemas';
import type { LimitName, ObjectShape, Shape } from '../../schemas/shape';
import { compare } from './compare';
import { requestOf } from './sdk-model';
import { type NotedMember, notedMembers } from './shared';

/**
 * What is held against facts from outside: the SDK of AWS, and the notes from its model and documents where they are.
 * Sentences that say what differs, none when all agree. `npm run mutate -- schemas` asks the same of schemas that were changed.
 */

export interface Shapes {
  service: ObjectShape;
  taskDefinition: ObjectShape;
}

type Members = Map<string, Shape>;

/** All that differs. */
export function differing({ service, taskDefinition }: Shapes): string[] {
  const ours = { service: membersByPath(service), taskDefinition: membersByPath(taskDefinition) };
  const noted = notedMembers('createservice-2026.json') ?? [];
  const notedTask = notedMembers('registertaskdef-2026.json') ?? [];
  return [
    ...compare(ours.service, requestOf('CreateService')),
    ...compare(ours.taskDefinition, requestOf('RegisterTaskDefinition')),
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
