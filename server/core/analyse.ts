import type { Service, TaskDefinition } from '../../schemas/runtime';
import { taskDefinition as taskDefinitionShape } from '../../schemas/runtime';
import type { Definition, EngineOptions, SnapshotOptions } from './engine';
import type { Finding } from './finding';
import { findCompanion, type Lookup } from './model/companion';
import { type Binding, type Fact, rootFact } from './model/fact';
import type { FolderView } from './model/folder-view';
import { folderOf } from './model/host';
import type { Recognised } from './model/recognise';
import { checkShape } from './model/shape-check';
import { parseFile, type SourceFile, serviceShapeFor } from './model/source-file';
import { traitsOf } from './model/traits';
import { once } from './once';
import { RULES } from './rules';
import type { RuleContext, RuleScope, WorkspaceService } from './rules/rule';
import { type PlacedFinding, runRules } from './rules/run';
import { applySuppressions, type Suppression } from './rules/suppress';
import { findUnusedSuppressions } from './rules/unused-suppressions';
import { DEFAULT_SETTINGS, type Settings } from './settings';

/** What the rules look at together: one document and its surroundings. */
export interface Subject {
  uri: string;
  file: SourceFile;
  settings: Settings;
  definitions: readonly Definition[];
  suppressions: readonly Suppression[];
}

export type Surroundings = EngineOptions & { lookup: Lookup; known: Known };

/** Definitions of other files, kept while everything they were made from is the same. */
export type Known = WeakMap<SourceFile, { settings: Settings; view: FolderView; definitions: Definition[] }>;

const SERVICE: ReadonlySet<RuleScope> = new Set(['shape', 'service', 'workspace']);
const SERVICE_WITH_PREVIOUS: ReadonlySet<RuleScope> = new Set([...SERVICE, 'previous']);
const PAIR: ReadonlySet<RuleScope> = new Set(['service']);
const TASK_DEFINITION: ReadonlySet<RuleScope> = new Set(['shape', 'task-definition']);
const FILE: ReadonlySet<RuleScope> = new Set(['file']);

/** Binds what was recognised to its schema. Companion and traits are worked out when first asked for. */
export function makeDefinition(found: Recognised, file: SourceFile, settings: Settings, lookup: Lookup): Definition {
  const binding: Binding = { file, dropsEmpty: found.profile === 'ecspresso' };
  const prefix = (file.tree.docs.length > 1 ? `/${found.docIndex}` : '') + found.prefix;
  const pointer = found.prefix
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  const base = { ...found, prefix, pointer };
  if (found.kind === 'task-definition') {
    const taskDefinition = rootFact<TaskDefinition>(found.root, taskDefinitionShape, binding);
    const service = noService(binding);
    const traits = once(() => traitsOf(service, taskDefinition));
    return { ...base, service, taskDefinition, root: taskDefinition as Fact, companion: () => undefined, traits };
  }
  const service = rootFact<Service>(found.root, serviceShapeFor(found.profile), binding);
  const companion = once(() => findCompanion(file.uri, service, lookup, settings.taskDefinition));
  const traits = once(() => traitsOf(service, companion()?.fact));
  return { ...base, service, taskDefinition: undefined, root: service as Fact, companion, traits };
}

/** Everything the rules have to say about a document: here, and in the task definitions that its services run. */
export function findAll(
  subject: Subject,
  how: SnapshotOptions,
  around: Surroundings,
): { own: Finding[]; elsewhere: PlacedFinding[] } {
  if (subject.definitions.length === 0) return { own: [], elsewhere: [] };
  const placed = subject.definitions.flatMap((definition) =>
    definition.kind === 'service'
      ? checkService(definition, subject, how, around)
      : checkTaskDefinition(definition, subject, around),
  );
  // A task definition that no service in view runs is none of our business, and neither is its syntax.
  const service = subject.definitions.some((d) => d.kind === 'service');
  const first = subject.definitions[0] as Definition;
  if (service || placed.length > 0) placed.push(...run(contextFor(first, subject, around), FILE, subject, '', around));
  const here = placed.filter((f) => f.uri === subject.uri);
  const kept = applySuppressions(subject.file.tree, dedupe(here), [...subject.suppressions]);
  const own: Finding[] = [...kept, ...findUnusedSuppressions(subject)];
  own.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1));
  return { own, elsewhere: placed.filter((f) => f.uri !== subject.uri) };
}

function checkService(
  definition: Definition,
  subject: Subject,
  how: SnapshotOptions,
  around: Surroundings,
): PlacedFinding[] {
  const ctx = contextFor(definition, subject, around);
  ctx.previous = how.previous === undefined ? undefined : previousOf(definition, subject, how.previous);
  ctx.previousTaskDefinition = previousTaskDefinition(definition, how.previousTaskDefinition);
  const found = run(ctx, ctx.previous ? SERVICE_WITH_PREVIOUS : SERVICE, subject, definition.prefix, around);
  const companion = definition.companion();
  if (!companion || companion.uri === subject.uri) return found;
  const theirs: RuleContext = {
    ...ctx,
    root: companion.fact as Fact,
    kind: 'task-definition',
    file: companion.file,
    shape: checkShape(companion.fact as Fact),
  };
  return [...found, ...run(theirs, TASK_DEFINITION, subject, '', around)];
}

/** A task definition is checked for the services that run it; what a service's own check says about it shows here too. */
function checkTaskDefinition(definition: Definition, subject: Subject, around: Surroundings): PlacedFinding[] {
  const runners = servicesRunning(subject, around);
  if (runners.length === 0) return [];
  return runners.flatMap(({ definition: service, file }, i) => {
    const theirs = { ...subject, uri: file.uri, file };
    const ctx = contextFor(service, theirs, around);
    ctx.taskDefinition = definition.taskDefinition;
    const pair = run(ctx, PAIR, subject, service.prefix, around).flatMap((f) => mirror(f, subject.uri));
    if (i > 0) return pair;
    const own: RuleContext = {
      ...ctx,
      root: definition.root,
      kind: 'task-definition',
      file: subject.file,
      shape: checkShape(definition.root),
    };
    return [...pair, ...run(own, TASK_DEFINITION, subject, definition.prefix, around)];
  });
}

/** Shows a finding of a service at the place in the task definition that it relates to. */
function mirror(finding: PlacedFinding, uri: string): PlacedFinding[] {
  if (finding.uri === uri) return [finding];
  const there = finding.related.find((r) => r.uri === uri);
  if (!there) return [];
  const back = { uri: finding.uri, span: finding.span, message: finding.message };
  const related = [back, ...finding.related.filter((r) => r !== there)];
  return [
    {
      ...finding,
      uri,
      span: there.span,
      path: '',
      related,
      fixes: () => finding.fixes().map((f) => ({ ...f, uri: f.uri ?? finding.uri })),
    },
  ];
}

function servicesRunning(subject: Subject, around: Surroundings): { definition: Definition; file: SourceFile }[] {
  const folder = folderOf(subject.uri);
  const uris = new Set([...around.lookup.list(folder), ...(around.workspace?.() ?? [])]);
  uris.delete(subject.uri);
  return [...uris].flatMap((uri) =>
    definitionsIn(uri, around).filter(
      ({ definition }) => definition.kind === 'service' && definition.companion()?.uri === subject.uri,
    ),
  );
}

function definitionsIn(uri: string, around: Surroundings): { definition: Definition; file: SourceFile }[] {
  const { lookup, known } = around;
  const file = lookup.file(uri);
  if (!file || file.definitions.length === 0) return [];
  const settings = around.settings?.(uri) ?? DEFAULT_SETTINGS;
  const view = lookup.folder(folderOf(uri));
  const kept = known.get(file);
  const current =
    kept?.settings === settings && kept.view === view && kept.definitions.every((d) => companionStands(d, lookup));
  const definitions = current
    ? kept.definitions
    : file.definitions.map((d) => makeDefinition(d, file, settings, lookup));
  if (!current) known.set(file, { settings, view, definitions });
  return definitions.map((definition) => ({ file, definition }));
}

function companionStands(definition: Definition, lookup: Lookup): boolean {
  const companion = definition.companion();
  return companion === undefined || lookup.file(companion.uri) === companion.file;
}

/** The same service in the previous text: by name, else by position, else the only one. */
function previousOf(definition: Definition, subject: Subject, text: string): Fact<Service> | undefined {
  const file = parseFile(subject.uri, text, { profile: definition.profile, expected: 'service' });
  const services = file.definitions
    .filter((d) => d.kind === 'service')
    .map((d) => rootFact<Service>(d.root, serviceShapeFor(d.profile), { file, dropsEmpty: d.profile === 'ecspresso' }));
  const name = definition.service.get('serviceName').value;
  const same = name === undefined ? undefined : services.find((s) => s.get('serviceName').value === name);
  return same ?? (subject.definitions.length === 1 && services.length === 1 ? services[0] : undefined);
}

function previousTaskDefinition(definition: Definition, text: string | undefined): Fact<TaskDefinition> | undefined {
  const companion = definition.companion();
  if (text === undefined || !companion) return undefined;
  const file = parseFile(companion.uri, text, { profile: definition.profile });
  const found = file.definitions.find((d) => d.kind === 'task-definition');
  return found && rootFact<TaskDefinition>(found.root, taskDefinitionShape, { file, dropsEmpty: false });
}

export function contextFor(definition: Definition, subject: Subject, around: Surroundings): RuleContext {
  const companion = definition.companion();
  return {
    service: definition.service,
    root: definition.root,
    kind: definition.kind,
    profile: definition.profile,
    traits: definition.traits(),
    shape: checkShape(definition.root),
    taskDefinition: definition.taskDefinition ?? companion?.fact,
    companion,
    previous: undefined,
    previousTaskDefinition: undefined,
    get workspace() {
      return workspaceServices(subject, around);
    },
    file: subject.file,
  };
}

function workspaceServices(subject: Subject, around: Surroundings): WorkspaceService[] {
  const own = subject.definitions
    .filter((d) => d.kind === 'service')
    .map((d) => ({ uri: subject.uri, service: d.service, traits: d.traits() }));
  const others = (around.workspace?.() ?? []).filter((uri) => uri !== subject.uri);
  return own.concat(
    others.flatMap((uri) =>
      definitionsIn(uri, around)
        .filter((d) => d.definition.kind === 'service')
        .map(({ definition }) => ({ uri, service: definition.service, traits: definition.traits() })),
    ),
  );
}

function run(
  ctx: RuleContext,
  scopes: ReadonlySet<RuleScope>,
  subject: Subject,
  prefix: string,
  around: Surroundings,
): PlacedFinding[] {
  const onBug = (rule: string, error: unknown) => around.onBug?.(`rule ${rule}`, error);
  return runRules(ctx, scopes, { rules: RULES, settings: subject.settings, prefix, onBug });
}

/** A value behind an alias or in two services of a file can be found wrong more than once at one place: once is enough. */
function dedupe(findings: PlacedFinding[]): PlacedFinding[] {
  const seen = new Set<string>();
  return findings.filter((f) => {
    const key = `${f.rule} ${f.span.start} ${f.span.end} ${f.message}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}

function noService(binding: Binding): Fact<Service> {
  return rootFact<Service>(undefined, serviceShapeFor('create-service'), binding);
}
