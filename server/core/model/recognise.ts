import { service, serviceUpdate } from '../../../schemas/runtime';
import type { Doc, MapNode, Node, Tree } from '../syntax';
import { resolveAlias } from '../syntax';
import { nameOf } from './host';
import { hasTellingName, SERVICE_MARKERS } from './markers';
import { PROFILES, type Profile } from './profile';

/** A definition inside a document: where its map is, what it is, and why we think so. */
export interface Recognised {
  kind: 'service' | 'task-definition';
  root: MapNode;
  docIndex: number;
  /** JSON pointer of `root` inside its document: ``, `/service`, `/services/0`, `/taskDefinition`. */
  prefix: string;
  profile: Profile;
  /** Why this profile, in words for the status line. */
  because: string;
}

export interface RecogniseHints {
  uri: string;
  /** Profile from the settings or the command line; decides when given. */
  profile?: Profile;
  /** A neighbouring ecspresso configuration names this file as its service or task definition. */
  ecspresso?: boolean;
  /** The person named this file outright, or asked for it to be checked. */
  expected?: 'service' | 'task-definition';
}

/** Members that say: this is something else. CloudFormation, Kubernetes, Compose, App Runner, Lightsail, task sets, schemas … */
const FOREIGN = new Set([
  'AWSTemplateFormatVersion',
  'Resources',
  'apiVersion',
  'kind',
  'SourceConfiguration',
  'sourceConfiguration',
  'containerDefinitions',
  'ContainerDefinitions',
  'openapi',
  'swagger',
  'resource',
  'provider',
  'terraform',
  'hooks',
  'Hooks',
  'jobs',
  'stages',
  'properties',
  'externalId',
  'taskSet',
  'overrides',
  'Parameters',
  'Outputs',
  'containers',
  'publicEndpoint',
]);

/** Members of RunTask, StartTask and CreateTaskSet inputs, which look much like services. Source: API model. */
const OTHER_CALLS = new Set(['count', 'startedBy', 'referenceId', 'group', 'scale', 'containerInstances']);

/** Members that RunTask takes as CreateService does. Source: RunTaskRequest in the API model. */
const IN_RUN_TASK = new Set([
  'capacityProviderStrategy',
  'clientToken',
  'cluster',
  'enableECSManagedTags',
  'enableExecuteCommand',
  'launchType',
  'networkConfiguration',
  'placementConstraints',
  'placementStrategy',
  'platformVersion',
  'propagateTags',
  'tags',
  'taskDefinition',
  'volumeConfigurations',
]);

const inRunTask = (name: string) => IN_RUN_TASK.has(lowered(name));

/** Whether UpdateService knows a member of this name, be it to refuse it. */
const inUpdate = (name: string) => Object.hasOwn(service.members, name) || Object.hasOwn(serviceUpdate.members, name);

/** Output-only members whose company means: pasted from describe-services. Source: Service in the API model. */
const OUTPUT_MARKERS = [
  'serviceArn',
  'clusterArn',
  'status',
  'runningCount',
  'pendingCount',
  'deployments',
  'events',
  'createdAt',
  'createdBy',
  'taskSets',
  'roleArn',
];

const PROFILE_COMMENT = /^ecs-preflight:?\s+profile[=:]\s*([a-z-]+)/;

/** Template functions that ecspresso brings. Source: its README, template syntax. */
const ECSPRESSO_FUNCTION =
  /^\{\{-?\s*(env|must_env|tfstatef?|ssm|secretsmanager_arn|cfn_output|cfn_export|json_escape)\b/;

/** Finds the service and task definitions of a file; [] for files that are not ours. Cheap on foreign files: looks at top keys only. */
export function recognise(tree: Tree, hints: RecogniseHints): Recognised[] {
  const found: Recognised[] = [];
  if (isProgram(hints.uri)) return found;
  const stated = hints.profile ?? profileComment(tree);
  const functions = tree.templates.some((t) => ECSPRESSO_FUNCTION.test(t.source));
  // A document of a stream may come again, moved; of others nothing need be kept.
  const keeps = tree.docs.length > 1;
  const how = keeps
    ? [hints.uri, hints.profile, hints.ecspresso === true, hints.expected, stated, functions].join(' ')
    : '';
  for (const doc of tree.docs) {
    const origin = doc.moved?.from ?? doc;
    const known = keeps ? inDocuments.get(origin) : undefined;
    if (known?.how === how) {
      for (const [i, place] of known.places.entries()) if (place) found.push(new RecognisedIn(doc, place, i));
      continue;
    }
    const candidates = candidatesIn(doc);
    const places = candidates.map((candidate) => placeOf(candidate, hints, stated, functions));
    if (keeps) inDocuments.set(origin, { how, places });
    for (const [i, place] of places.entries())
      if (place) found.push({ ...place, root: (candidates[i] as Candidate).root, docIndex: doc.index });
  }
  return found;
}

type Place = Omit<Recognised, 'root' | 'docIndex'>;

/** What was recognised in a document, by candidate; it stays true while the document is only moved. */
const inDocuments = new WeakMap<Doc, { how: string; places: readonly (Place | undefined)[] }>();

function placeOf(
  { root, prefix }: Candidate,
  hints: RecogniseHints,
  stated: Profile | undefined,
  functions: boolean,
): Place | undefined {
  const kind = kindOf(root, stated ? { ...hints, profile: stated } : hints);
  if (!kind) return undefined;
  const chosen = stated
    ? { profile: stated, because: hints.profile ? 'the settings say so' : 'a comment in the file says so' }
    : profileOf(root, prefix, hints, functions);
  return { kind, prefix, ...chosen };
}

/** A definition in its document. Its map is looked for when it is asked for: a moved document is copied only then. */
class RecognisedIn implements Recognised {
  readonly kind: Recognised['kind'];
  readonly prefix: string;
  readonly profile: Profile;
  readonly because: string;
  readonly docIndex: number;

  constructor(
    private readonly doc: Doc,
    { kind, prefix, profile, because }: Place,
    private readonly candidate: number,
  ) {
    this.kind = kind;
    this.prefix = prefix;
    this.profile = profile;
    this.because = because;
    this.docIndex = doc.index;
  }

  get root(): MapNode {
    return (candidatesOnce(this.doc)[this.candidate] as Candidate).root;
  }
}

interface Candidate {
  root: MapNode;
  prefix: string;
}

function candidatesIn(doc: Doc): readonly Candidate[] {
  const root = doc.root && resolveAlias(doc.root);
  return root?.kind === 'map' ? unwrap(root) : [];
}

const kept = new WeakMap<Doc, readonly Candidate[]>();

/** The same, looked for once: each definition of a list asks for its own. */
function candidatesOnce(doc: Doc): readonly Candidate[] {
  let found = kept.get(doc);
  if (!found) kept.set(doc, (found = candidatesIn(doc)));
  return found;
}

/** Jsonnet is a program: what it makes can be checked (`ecspresso render`), its own text reads as broken JSON. */
export function isProgram(uri: string): boolean {
  return /\.(jsonnet|libsonnet)$/i.test(nameOf(uri));
}

/** The document itself, or what stands inside `{"service": {…}}`, `{"services": […]}`, `{"taskDefinition": {…}}`. */
function unwrap(root: MapNode): Candidate[] {
  const inner = (name: string) => {
    const value = root.entries.find((e) => e.name === name)?.value;
    return value && resolveAlias(value);
  };
  const wrapped = inner('service');
  if (wrapped?.kind === 'map' && root.entries.length <= 3) return [{ root: wrapped, prefix: '/service' }];
  const services = inner('services');
  if (services?.kind === 'seq') {
    return services.items
      .map((item: Node, i) => ({ root: resolveAlias(item), prefix: `/services/${i}` }))
      .filter((c): c is Candidate => c.root?.kind === 'map');
  }
  const taskDefinition = inner('taskDefinition');
  if (taskDefinition?.kind === 'map' && taskDefinition.entries.some((e) => lowered(e.name) === 'containerDefinitions'))
    return [{ root: taskDefinition, prefix: '/taskDefinition' }];
  return [{ root, prefix: '' }];
}

function kindOf(root: MapNode, hints: RecogniseHints): Recognised['kind'] | undefined {
  let markers = 0;
  let named = false;
  let foreign = false;
  let containers = false;
  let pascal = false;
  let otherCall = false;
  let hasName = false;
  let runsTask = false;
  let namesService = false;
  let hasCluster = false;
  for (const { name, value } of root.entries) {
    const lower = lowered(name);
    if (lower === 'containerDefinitions' && value && resolveAlias(value)?.kind === 'seq') containers = true;
    if (FOREIGN.has(name)) foreign = true;
    if (OTHER_CALLS.has(name)) otherCall = true;
    if (lower === 'serviceName') hasName = true;
    if (SERVICE_MARKERS.has(lower)) markers++;
    if (lower === 'serviceName' || lower === 'taskDefinition') named = true;
    if (lower !== name) pascal = true;
    if (lower === 'taskDefinition') runsTask = true;
    if (name === 'service' && value && resolveAlias(value)?.kind !== 'map') namesService = true;
    if (name === 'cluster') hasCluster = true;
  }
  if (containers) return 'task-definition';
  const telling = hasTellingName(nameOf(hints.uri));
  if (foreign && !hints.ecspresso) return undefined;
  if (otherCall && !hasName && !telling) return undefined;
  // All that RunTask takes and nothing that makes a service of it: a service begun so far has a telling name.
  if (runsTask && !telling && !hints.ecspresso && !hints.profile && hasOnly(root, inRunTask)) return undefined;
  const strong = markers - (named ? 1 : 0);
  // A lone taskDefinition says little: inputs of other calls have one, too.
  const enough = strong > 0 || hasName || root.entries.length === 0;
  if (hints.expected === 'service' && enough) return 'service';
  if (hints.ecspresso && markers > 0) return 'service';
  if (telling && (markers >= 2 || strong >= 1)) return 'service';
  // What says which service of which cluster is to change, and what is to change, and nothing else.
  if (namesService && hasCluster && strong >= 1 && hasOnly(root, inUpdate)) return 'service';
  // PascalCase alone is the house style of CloudFormation properties and of App Runner: ask for more.
  return markers >= (pascal ? 4 : 2) && strong >= 1 ? 'service' : undefined;
}

const hasOnly = ({ entries }: MapNode, names: (name: string) => boolean) => entries.every(({ name }) => names(name));

/** `ServiceName` as the API writes it: `serviceName`. */
function lowered(name: string): string {
  const first = name.charCodeAt(0);
  return first >= 97 && first <= 122 ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

function countCapitals(root: MapNode): number {
  let count = 0;
  for (const { name } of root.entries) if (name.charCodeAt(0) >= 65 && name.charCodeAt(0) <= 90) count++;
  return count;
}

function profileComment(tree: Tree): Profile | undefined {
  for (const comment of tree.comments) {
    const stated = PROFILE_COMMENT.exec(comment.text)?.[1];
    const profile = PROFILES.find((p) => p === stated);
    if (profile) return profile;
  }
  return undefined;
}

function profileOf(
  root: MapNode,
  prefix: string,
  hints: RecogniseHints,
  functions: boolean,
): { profile: Profile; because: string } {
  if (hints.ecspresso)
    return { profile: 'ecspresso', because: 'the ecspresso configuration beside it names this file' };
  const names = new Set<string>();
  for (const { name } of root.entries) names.add(name);
  const has = (name: string) => names.has(name);
  const hasInAnyCase = (name: string) => names.has(name) || names.has(name.charAt(0).toUpperCase() + name.slice(1));
  const outputs = OUTPUT_MARKERS.filter(has).length;
  if (prefix.startsWith('/service') && outputs === 0) {
    return { profile: 'describe-services', because: `it stands in ${prefix.split('/')[1]}, as in what ECS answers` };
  }
  if (prefix.startsWith('/service') || (outputs >= 4 && (has('serviceArn') || has('events')))) {
    return { profile: 'describe-services', because: 'it holds members that only DescribeServices returns' };
  }
  if ((has('service') || has('forceNewDeployment')) && !has('serviceName')) {
    return { profile: 'update-service', because: 'it has members that only UpdateService takes' };
  }
  // One capital among small letters is a slip, and a file that names its service is no file of ecspresso.
  const capitals = countCapitals(root);
  if (capitals * 2 > root.entries.length && !hasInAnyCase('serviceName'))
    return { profile: 'ecspresso', because: 'its member names begin with capitals' };
  // A task definition names neither in any case.
  if (
    !hasInAnyCase('serviceName') &&
    !hasInAnyCase('taskDefinition') &&
    !hasInAnyCase('containerDefinitions') &&
    !root.open
  ) {
    return { profile: 'ecspresso', because: 'it names neither service nor task definition, as ecspresso files do' };
  }
  if (functions) {
    return { profile: 'ecspresso', because: 'its templates call functions of ecspresso' };
  }
  return { profile: 'create-service', because: 'nothing says otherwise' };
}
