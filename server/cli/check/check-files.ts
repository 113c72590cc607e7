import { type Configuration, createNodeHost, toPath } from '../../config';
import { createEngine, type Snapshot, type SnapshotOptions } from '../../core/engine';
import type { Finding } from '../../core/finding';
import type { Profile } from '../../core/model/profile';
import { isProgram } from '../../core/model/recognise';
import { once } from '../../core/once';
import type { Io } from '../io';
import { createProgress } from '../progress';
import type { Previous } from './previous';
import type { FileReport, Source } from './report';
import { displayPath, type Target } from './targets';

export interface CheckOptions {
  configuration: Configuration;
  io: Io;
  profile?: Profile;
  previous?: Previous;
}

/** The engine over this machine's files, with the texts of the targets in front of what is on disk. */
export interface Checker {
  snapshot(target: Target): Snapshot;
  /** Gives a target another text, in memory. */
  rewrite(target: Target, text: string): void;
  sourceOf(uri: string): Source;
  /** A report without findings on a file that is no target. */
  reportOn(uri: string): Omit<FileReport, 'findings'>;
}

export function createChecker(targets: readonly Target[], options: CheckOptions): Checker {
  const { configuration, io } = options;
  const disk = createNodeHost({ frozen: true });
  const byUri = new Map(targets.map((target) => [target.uri, target]));
  const uris = [...byUri.keys()];
  const read = (uri: string) => byUri.get(uri)?.text ?? disk.read(uri);
  const previous = (uri: string) => {
    const target = byUri.get(uri);
    return target ? options.previous?.of(target) : options.previous?.ofPath(toPath(uri) ?? '');
  };
  const bugs = new Set<string>();
  let version = 0;
  const engine = createEngine({
    host: { read, list: (folder) => disk.list(folder), version: () => version, previous },
    settings: (uri) => configuration.settingsFor(uri),
    workspace: () => uris,
    oneShot: true,
    onBug(what, error) {
      if (bugs.has(what)) return;
      bugs.add(what);
      io.err(
        `ecs-preflight: ${what} failed and was left out; please report it: ${error instanceof Error ? error.message : error}\n`,
      );
    },
  });
  const looked = new Map<string, () => Snapshot>();
  const look = (uri: string): Snapshot => {
    const make = looked.get(uri) ?? once(() => engine.snapshot(uri, read(uri) ?? ''));
    looked.set(uri, make);
    return make();
  };
  const sourceOf = (uri: string): Source => ({
    display: byUri.get(uri)?.display ?? displayUri(uri, io.cwd),
    uri,
    tree: look(uri).tree,
  });
  return {
    snapshot(target) {
      const expected =
        target.named || configuration.settingsFor(target.uri).expected ? ('service' as const) : undefined;
      const how: SnapshotOptions = { expected, profile: options.profile };
      const made = engine.snapshot(target.uri, target.text, how);
      looked.set(target.uri, () => made);
      return made;
    },
    rewrite(target, text) {
      target.text = text;
      version++;
    },
    sourceOf,
    reportOn: (uri) => ({ ...sourceOf(uri), profile: look(uri).definitions[0]?.profile ?? 'create-service' }),
  };
}

function displayUri(uri: string, cwd: string): string {
  const path = toPath(uri);
  return path === undefined ? uri : displayPath(path, cwd);
}

const FOREIGN = 'is not an ECS service definition, so it was not checked';
const PROGRAM =
  'is Jsonnet, a program, so it was not checked; check what it makes: ecspresso render servicedef | ecs-preflight check -';
const ALONE =
  'is a task definition: it is checked together with the services that run it, and gets no report of its own';

/** Checks the targets; files that are not ours leave no report, and those that were named are spoken of on stderr. */
export function checkFiles(targets: readonly Target[], checker: Checker, io: Io): FileReport[] {
  const progress = createProgress(io, (done) => `checked ${done} of ${targets.length} files`);
  const checked = new Set(targets.map((target) => target.uri));
  const elsewhere = new Map<string, Finding[]>();
  const services: FileReport[] = [];
  const taskDefinitions: FileReport[] = [];
  targets.forEach((target, i) => {
    progress.step(i);
    const file = checker.snapshot(target);
    const { display, uri } = target;
    const service = file.definitions.find((d) => d.kind === 'service');
    const first = service ?? file.definitions[0];
    // A task definition is looked at for the services that run it: alone it is none of our business.
    if (!first || (!service && file.findings().length === 0)) {
      const excuse = isProgram(uri) ? PROGRAM : first ? ALONE : FOREIGN;
      if (target.named) io.err(`ecs-preflight: ${display} ${excuse}\n`);
      return;
    }
    const report = { display, uri, profile: first.profile, tree: file.tree, findings: file.findings() };
    (service ? services : taskDefinitions).push(report);
    for (const finding of file.elsewhere()) {
      if (checked.has(finding.uri)) continue;
      elsewhere.set(finding.uri, [...(elsewhere.get(finding.uri) ?? []), finding]);
    }
  });
  for (const [uri, findings] of elsewhere)
    taskDefinitions.push({ ...checker.reportOn(uri), findings: distinct(findings) });
  progress.end();
  const own = withoutMirrors(taskDefinitions, services);
  return [...services, ...own].sort((a, b) => (a.display < b.display ? -1 : a.display > b.display ? 1 : 0));
}

/**
 * The core shows a finding about a pair at both ends, since a person edits one of the files. In a report, which has both,
 * it stands with the service alone.
 */
function withoutMirrors(taskDefinitions: readonly FileReport[], services: readonly FileReport[]): FileReport[] {
  const key = (rule: string, message: string, uri: string, start: number) => [rule, message, uri, start].join('\n');
  const told = new Set(
    services.flatMap((file) =>
      file.findings.flatMap((f) => f.related.map((r) => key(f.rule, f.message, r.uri, r.span.start))),
    ),
  );
  return taskDefinitions
    .map((file) => ({
      ...file,
      findings: file.findings.filter((f) => !told.has(key(f.rule, f.message, file.uri, f.span.start))),
    }))
    .filter((file) => file.findings.length > 0);
}

/** A task definition that several services run gets what they say about it once. */
function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings
    .filter((f) => {
      const key = `${f.rule} ${f.span.start} ${f.message}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => a.span.start - b.span.start || (a.rule < b.rule ? -1 : 1));
}
