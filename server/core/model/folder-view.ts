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
}

/** A view and what it was made from. */
export interface FolderLook {
  view: FolderView;
  names: readonly string[];
  /** Whether all files were read, or only those whose names say that they are configurations. */
  searched: boolean;
  files: ReadonlyMap<string, Offer>;
}

/** What a file offers, by its text. */
interface Offer {
  text: string | undefined;
  /** Whether the view hangs on it: configurations, readable or not, and task definitions. */
  matters: boolean;
  ecspresso: EcspressoConfig | undefined;
  taskDefinition: FoundTaskDefinition | undefined;
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
 * Looks into a folder once for all the services in it. The last look comes back while its files say the same, and the
 * last view when others do not change it; a file that was nothing to us and has become a task definition since is not
 * seen, so whoever notices drops the look.
 */
export function lookInto(folder: string, files: Files, last: FolderLook | undefined): FolderLook {
  const names = files.list(folder);
  if (last && sameNames(last.names, names) && saySame(last, files)) return last;
  const data = names.filter((uri) => DATA_FILE.test(uri));
  const searched = data.length <= MOST_NEIGHBOURS;
  const asked = searched ? data : data.filter((uri) => mayBeEcspressoConfig(nameOf(uri), undefined));
  const before = last?.searched === searched ? last.files : undefined;
  const offers = new Map(asked.map((uri) => [uri, offerOf(uri, { folder, searched }, files, before?.get(uri))]));
  const all = [...offers.values()];
  const view = {
    ecspresso: all.flatMap((offer) => offer.ecspresso ?? []),
    taskDefinitions: all.flatMap((offer) => offer.taskDefinition ?? []),
  };
  return { view: last && sameView(last.view, view) ? last.view : view, names, searched, files: offers };
}

function saySame({ files: offers }: FolderLook, files: Files): boolean {
  for (const [uri, { matters, text }] of offers) if (matters && files.read(uri) !== text) return false;
  return true;
}

function offerOf(
  uri: string,
  { folder, searched }: { folder: string; searched: boolean },
  files: Files,
  before: Offer | undefined,
): Offer {
  const text = files.read(uri);
  if (before && before.text === text) return before;
  const isConfig = mayBeEcspressoConfig(nameOf(uri), searched ? text : undefined);
  const ecspresso = isConfig ? readEcspresso(uri, folder, files) : undefined;
  const taskDefinition = searched ? findTaskDefinition(uri, files) : undefined;
  return { text, matters: isConfig || taskDefinition !== undefined, ecspresso, taskDefinition };
}

function sameView(a: FolderView, b: FolderView): boolean {
  const sameConfig = (one: EcspressoConfig, other: EcspressoConfig | undefined) =>
    one.uri === other?.uri &&
    one.taskDefinition === other.taskDefinition &&
    one.serviceDefinition === other.serviceDefinition;
  return (
    a.ecspresso.length === b.ecspresso.length &&
    a.taskDefinitions.length === b.taskDefinitions.length &&
    a.ecspresso.every((config, i) => sameConfig(config, b.ecspresso[i])) &&
    a.taskDefinitions.every(({ file }, i) => file === b.taskDefinitions[i]?.file)
  );
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((name, i) => name === b[i]));
}

function readEcspresso(uri: string, folder: string, files: Files): EcspressoConfig | undefined {
  const text = files.read(uri);
  const root = text === undefined ? undefined : parseFile(uri, text, { bounded: true }).tree.docs[0]?.root;
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
