import type { Service, TaskDefinition } from '../../../schemas/runtime';
import type { Fact, FileRef } from './fact';
import { type EcspressoConfig, type FolderView, type FoundTaskDefinition, findTaskDefinition } from './folder-view';
import { folderOf, type Host, joinUri, nameOf } from './host';
import type { SourceFile } from './source-file';

/** The task definition that a service runs, and how we know. */
export interface Companion {
  uri: string;
  fact: Fact<TaskDefinition>;
  file: FileRef;
  /** In words for hover and status: "named by ecspresso.yml". */
  how: string;
}

/** Reads and recognises a neighbouring file; the engine caches behind it. */
export type Lookup = Host & {
  file(uri: string): SourceFile | undefined;
  folder(folder: string): FolderView;
};

/**
 * Finds the task definition beside a service: the settings, then the neighbouring ecspresso configuration, then a file
 * whose family matches, then the only task definition in the folder when nothing speaks against it.
 * Undefined when none is certain enough: a wrong companion would make wrong errors.
 */
export function findCompanion(
  uri: string,
  service: Fact<Service>,
  lookup: Lookup,
  setting?: string,
): Companion | undefined {
  if (setting) return load(joinUri(folderOf(uri), setting), 'named in the settings', lookup);
  const configs = ecspressoFor(uri, lookup).filter((config) => config.taskDefinition);
  if (configs.length > 0) {
    // One service definition for several stages, each with a task definition of its own: nobody knows which is meant.
    const [first, ...others] = configs as [EcspressoConfig, ...EcspressoConfig[]];
    if (others.some((other) => other.taskDefinition !== first.taskDefinition)) return undefined;
    return load(first.taskDefinition as string, `named by ${nameOf(first.uri)}`, lookup);
  }
  // Under the EXTERNAL controller each task set names its own task definition; the service runs none.
  if (service.get('deploymentController').get('type').is('EXTERNAL')) return undefined;
  const taskDefinition = service.get('taskDefinition');
  const family = taskDefinition.known ? familyOf(taskDefinition.value as string) : undefined;
  const neighbours = lookup.folder(folderOf(uri)).taskDefinitions.filter((t) => t.uri !== uri);
  if (family) {
    const same = neighbours.filter((c) => c.fact.get('family').is(family));
    if (same.length === 1) return { ...(same[0] as FoundTaskDefinition), how: `its family is ${family}` };
    if (same.length > 1) return undefined;
  }
  const only = neighbours.length === 1 ? neighbours[0] : undefined;
  if (!only) return undefined;
  const contradicts = family !== undefined && only.fact.get('family').known;
  return contradicts ? undefined : { ...only, how: 'it is the only task definition in the folder' };
}

/** `web`, `web:3` and a full ARN name the family `web`. Source: CreateService taskDefinition, API model. */
export function familyOf(taskDefinition: string): string | undefined {
  const short = taskDefinition.startsWith('arn:')
    ? taskDefinition.slice(taskDefinition.lastIndexOf('/') + 1)
    : taskDefinition;
  const family = short.replace(/:\d+$/, '');
  return /^[A-Za-z0-9_-]{1,255}$/.test(family) ? family : undefined;
}

/** The ecspresso configurations in the same folder that name this file as their service (or task) definition. */
export function ecspressoFor(uri: string, lookup: Pick<Lookup, 'folder'>): readonly EcspressoConfig[] {
  const configs = lookup.folder(folderOf(uri)).ecspresso;
  return configs.filter((config) => config.serviceDefinition === uri || config.taskDefinition === uri);
}

function load(uri: string, how: string, lookup: Lookup): Companion | undefined {
  const found = findTaskDefinition(uri, lookup);
  return found && { ...found, how };
}
