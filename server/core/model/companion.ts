import type { Service, TaskDefinition } from '../../../schemas/runtime';
import { taskDefinition as taskDefinitionShape } from '../../../schemas/runtime';
import { toPlain } from '../syntax';
import type { Fact } from './fact';
import { type FileRef, rootFact } from './fact';
import { folderOf, type Host, joinUri, nameOf } from './host';
import { parseFile, type SourceFile } from './source-file';

/** The task definition that a service runs, and how we know. */
export interface Companion {
  uri: string;
  fact: Fact<TaskDefinition>;
  file: FileRef;
  /** In words for hover and status: "named by ecspresso.yml". */
  how: string;
}

/** Reads and recognises a neighbouring file; the engine caches behind it. */
export type Lookup = Host & { file(uri: string): SourceFile | undefined };

/** A folder with more files than this is no place to search: the person names the task definition in the settings. */
const MOST_NEIGHBOURS = 200;
const DATA_FILE = /\.(json|jsonc|ya?ml)$/i;
const ECSPRESSO_CONFIG = /^ecspresso.*\.(ya?ml|json)$/i;

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
  const config = ecspressoFor(uri, lookup);
  if (config?.taskDefinition) return load(config.taskDefinition, `named by ${nameOf(config.uri)}`, lookup);
  const taskDefinition = service.get('taskDefinition');
  const family = taskDefinition.known ? familyOf(taskDefinition.value as string) : undefined;
  const neighbours = taskDefinitionsIn(folderOf(uri), uri, lookup);
  if (family) {
    const same = neighbours.filter((c) => c.fact.get('family').is(family));
    if (same.length === 1) return { ...(same[0] as Companion), how: `its family is ${family}` };
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

/** The ecspresso configuration in the same folder that names this file as its service (or task) definition. */
export function ecspressoFor(
  uri: string,
  lookup: Pick<Lookup, 'list' | 'read'>,
): { uri: string; taskDefinition?: string; serviceDefinition?: string } | undefined {
  const folder = folderOf(uri);
  for (const candidate of lookup.list(folder)) {
    if (!ECSPRESSO_CONFIG.test(nameOf(candidate))) continue;
    const config = readEcspresso(candidate, lookup);
    if (config && (config.serviceDefinition === uri || config.taskDefinition === uri))
      return { uri: candidate, ...config };
  }
  return undefined;
}

function readEcspresso(
  uri: string,
  lookup: Pick<Lookup, 'read'>,
): { taskDefinition?: string; serviceDefinition?: string } | undefined {
  const text = lookup.read(uri);
  const root = text === undefined ? undefined : parseFile(uri, text, {}).tree.docs[0]?.root;
  if (root?.kind !== 'map') return undefined;
  const path = (name: string) => {
    const value = root.entries.find((e) => e.name === name)?.value;
    const plain = value?.kind === 'scalar' ? toPlain(value) : undefined;
    return typeof plain === 'string' ? joinUri(folderOf(uri), plain) : undefined;
  };
  return { taskDefinition: path('task_definition'), serviceDefinition: path('service_definition') };
}

function taskDefinitionsIn(folder: string, except: string, lookup: Lookup): Companion[] {
  const files = lookup.list(folder).filter((f) => f !== except && DATA_FILE.test(f));
  if (files.length > MOST_NEIGHBOURS) return [];
  return files.flatMap((f) => load(f, '', lookup) ?? []);
}

function load(uri: string, how: string, lookup: Lookup): Companion | undefined {
  const file = lookup.file(uri);
  const definition = file?.definitions.find((d) => d.kind === 'task-definition');
  if (!file || !definition) return undefined;
  const binding = { file, dropsEmpty: definition.profile === 'ecspresso' };
  return { uri, file, how, fact: rootFact<TaskDefinition>(definition.root, taskDefinitionShape, binding) };
}
