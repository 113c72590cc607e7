import { type TaskDefinition, taskDefinition as taskDefinitionShape } from '../../../schemas/runtime';
import { toPlain } from '../syntax';
import { type Fact, type FileRef, rootFact } from './fact';
import { type Host, joinUri, nameOf } from './host';
import { mayBeEcspressoConfig } from './markers';
import { parseFile, type SourceFile } from './source-file';

/** What a folder offers the services in it: the ecspresso configurations and the task definitions. */
export interface FolderView {
  ecspresso: readonly EcspressoConfig[];
  taskDefinitions: readonly FoundTaskDefinition[];
  /** What it was made from; while that is unchanged the view is. */
  names: readonly string[];
  texts: ReadonlyMap<string, string | undefined>;
}

export interface EcspressoConfig {
  uri: string;
  /** URIs of the files that it names. */
  taskDefinition?: string;
  serviceDefinition?: string;
}

export interface FoundTaskDefinition {
  uri: string;
  file: FileRef;
  fact: Fact<TaskDefinition>;
}

type Files = Host & { file(uri: string): SourceFile | undefined };

/** A folder with more files than this is no place to search: the person names the task definition in the settings. */
const MOST_NEIGHBOURS = 200;
const DATA_FILE = /\.(json|jsonc|ya?ml)$/i;

/**
 * Looks into a folder once for all the services in it. The last view comes back while its files say the same; a file that
 * was nothing to us and has become a task definition since is not seen in it, so whoever notices drops the view.
 */
export function viewFolder(folder: string, files: Files, last: FolderView | undefined): FolderView {
  const names = files.list(folder);
  if (last && sameNames(last.names, names) && [...last.texts].every(([uri, text]) => files.read(uri) === text)) {
    return last;
  }
  const data = names.filter((uri) => DATA_FILE.test(uri));
  const searched = data.length > MOST_NEIGHBOURS ? [] : data;
  const configs = data.filter((uri) =>
    mayBeEcspressoConfig(nameOf(uri), searched.length > 0 ? files.read(uri) : undefined),
  );
  const ecspresso = configs.flatMap((uri) => readEcspresso(uri, folder, files) ?? []);
  const taskDefinitions = searched.flatMap((uri) => findTaskDefinition(uri, files) ?? []);
  const used = [...configs, ...taskDefinitions.map((t) => t.uri)];
  return { ecspresso, taskDefinitions, names, texts: new Map(used.map((uri) => [uri, files.read(uri)])) };
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((name, i) => name === b[i]));
}

function readEcspresso(uri: string, folder: string, files: Files): EcspressoConfig | undefined {
  const text = files.read(uri);
  const root = text === undefined ? undefined : parseFile(uri, text, {}).tree.docs[0]?.root;
  if (root?.kind !== 'map') return undefined;
  const path = (name: string) => {
    const value = root.entries.find((e) => e.name === name)?.value;
    const plain = value?.kind === 'scalar' ? toPlain(value) : undefined;
    return typeof plain === 'string' ? joinUri(folder, plain) : undefined;
  };
  return { uri, taskDefinition: path('task_definition'), serviceDefinition: path('service_definition') };
}

/** The task definition in a file; undefined when it holds none or cannot be read. */
export function findTaskDefinition(uri: string, files: Files): FoundTaskDefinition | undefined {
  const file = files.file(uri);
  const definition = file?.definitions.find((d) => d.kind === 'task-definition');
  if (!file || !definition) return undefined;
  const binding = { file, dropsEmpty: definition.profile === 'ecspresso' };
  return { uri, file, fact: rootFact<TaskDefinition>(definition.root, taskDefinitionShape, binding) };
}
