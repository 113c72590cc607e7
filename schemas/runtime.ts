/**
 * The entry for everything that runs: shapes, texts, enums, profiles. Plain data and types; zod is not in here, and a test
 * keeps it out.
 */
import { docs } from './generated/docs';
import * as names from './generated/shapes';
import type { Docs, KnownKey, MapShape, NumberShape, ObjectShape, Shape, StringShape } from './shape';

export {
  cluster,
  service,
  serviceResponse,
  serviceUpdate,
  settings,
  taskDefinition,
  taskDefinitionResponse,
} from './generated/shapes';
export { ECSPRESSO_SUPPLIES, LEVELS, type Level, MODEL, PROFILES, type Profile, RENAMED_IN_RESPONSE } from './profiles';
export type * from './shape';
export type { Cluster, Service, Settings, TaskDefinition } from './types';

export type ShapeName =
  | 'service'
  | 'serviceUpdate'
  | 'serviceResponse'
  | 'taskDefinition'
  | 'taskDefinitionResponse'
  | 'cluster'
  | 'settings';

/** The texts of a root by path. Parsed at the first call, so a check that nobody hovers over never pays for them. */
export function docsOf(root: ShapeName): Docs {
  return docs[root]();
}

/** The member of that name, or undefined; names such as `constructor` find nothing. */
export function memberOf(shape: ObjectShape, name: string): Shape | undefined {
  return Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
}

/** The shape at a path as written in Docs (`loadBalancers[].containerName`, `rules{}`), or undefined. */
export function shapeAt(root: ObjectShape, path: string): Shape | undefined {
  let shape: Shape | undefined = root;
  for (const [step] of path.matchAll(/\[\]|\{\}|[^.[\]{}]+/g)) {
    if (step === '[]') shape = shape?.type === 'list' ? shape.item : undefined;
    else if (step === '{}') shape = shape?.type === 'map' ? shape.value : undefined;
    else shape = shape?.type === 'object' ? memberOf(shape, step) : undefined;
  }
  return shape;
}

/** The only values the API takes there, or undefined when others may be right. */
export function closedValues(shape: StringShape | NumberShape): readonly (string | number)[] | undefined {
  return shape.type === 'string' && shape.open ? undefined : shape.enum;
}

/** Whether a known key goes with a value such as the log driver; keys without a condition always do. */
export function goesWith({ when }: KnownKey, value: string | undefined): boolean {
  return !when || value === undefined || when.includes(value);
}

/** Known keys of a map that go with a value. */
export function keysFor(shape: MapShape, value: string | undefined): string[] {
  const keys = Object.entries(shape.keys ?? {});
  return keys.filter(([, key]) => goesWith(key, value)).map(([name]) => name);
}

/** The members of a CreateService request. */
export const SERVICE_MEMBERS: ReadonlySet<string> = new Set(names.serviceMembers);

/** The members of a RegisterTaskDefinition request. */
export const TASK_DEFINITION_MEMBERS: ReadonlySet<string> = new Set(names.taskDefinitionMembers);

/** Top-level members of a DescribeServices answer that no request takes. */
export const OUTPUT_ONLY: ReadonlySet<string> = new Set(names.serviceOutputOnly);

/** The same for DescribeTaskDefinition. */
export const TASK_DEFINITION_OUTPUT_ONLY: ReadonlySet<string> = new Set(names.taskDefinitionOutputOnly);

/** Members that only UpdateService has. */
export const UPDATE_ONLY: ReadonlySet<string> = new Set(names.updateOnly);

/** Members of CreateService that UpdateService refuses. */
export const UPDATE_REFUSES: ReadonlySet<string> = new Set(names.updateRefuses);

/** Members whose change starts a deployment. */
export const STARTS_DEPLOYMENT: ReadonlySet<string> = new Set(names.startsDeployment);
