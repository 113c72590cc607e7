import { type Configuration, createNodeHost, toPath } from '../../config';
import { createEngine, type Snapshot } from '../../core/engine';
import type { Finding } from '../../core/finding';
import type { Profile } from '../../core/model/profile';
import { once } from '../../core/once';
import type { Io } from '../io';
import { createProgress } from './progress';
import type { FileReport, Source } from './report';
import { displayPath, type Target } from './targets';

export interface CheckOptions {
  configuration: Configuration;
  io: Io;
  profile?: Profile;
  previous?: (target: Target) => string | undefined;
}

/** The engine over this machine's files, with the texts of the targets in front of what is on disk. */
export interface Checker {
  snapshot(target: Target): Snapshot;
  /** Gives a target another text, in memory. */
  rewrite(target: Target, text: string): void;
  sourceOf(uri: string): Source;
}

export function createChecker(targets: readonly Target[], options: CheckOptions): Checker {
  const { configuration, io } = options;
  const disk = createNodeHost({ frozen: true });
  const byUri = new Map(targets.map((target) => [target.uri, target]));
  const read = (uri: string) => byUri.get(uri)?.text ?? disk.read(uri);
  const bugs = new Set<string>();
  let version = 0;
  const engine = createEngine({
    host: { read, list: (folder) => disk.list(folder), version: () => version },
    settings: (uri) => configuration.settingsFor(uri),
    workspace: () => [...byUri.keys()],
    onBug(what, error) {
      if (bugs.has(what)) return;
      bugs.add(what);
      io.err(
        `ecs-preflight: ${what} failed and was left out; please report it: ${error instanceof Error ? error.message : error}\n`,
      );
    },
  });
  const sources = new Map<string, () => Source>();
  return {
    snapshot(target) {
      const expected =
        target.named || configuration.settingsFor(target.uri).expected ? ('service' as const) : undefined;
      const made = engine.snapshot(target.uri, target.text, {
        expected,
        profile: options.profile,
        previous: options.previous?.(target),
      });
      sources.set(target.uri, () => ({ display: target.display, uri: target.uri, tree: made.tree }));
      return made;
    },
    rewrite(target, text) {
      target.text = text;
      version++;
    },
    sourceOf(uri) {
      const make =
        sources.get(uri) ??
        once(() => ({ display: displayUri(uri, io.cwd), uri, tree: engine.snapshot(uri, read(uri) ?? '').tree }));
      sources.set(uri, make);
      return make();
    },
  };
}

function displayUri(uri: string, cwd: string): string {
  const path = toPath(uri);
  return path === undefined ? uri : displayPath(path, cwd);
}

const FOREIGN = 'is not an ECS service definition, so it was not checked';
const ALONE = 'is a task definition; it is checked with the services that run it, and nothing was found in it';

/** Checks the targets; files that are not ours leave no report, and those that were named are spoken of on stderr. */
export function checkFiles(targets: readonly Target[], checker: Checker, io: Io): FileReport[] {
  const progress = createProgress(io, targets.length);
  const checked = new Set(targets.map((target) => target.uri));
  const elsewhere = new Map<string, Finding[]>();
  const reports: FileReport[] = [];
  targets.forEach((target, i) => {
    progress.step(i);
    const file = checker.snapshot(target);
    const { display, uri } = target;
    const service = file.definitions.find((d) => d.kind === 'service');
    const first = service ?? file.definitions[0];
    // A task definition is looked at for the services that run it: alone it is none of our business.
    if (!first || (!service && file.findings().length === 0)) {
      if (target.named) io.err(`ecs-preflight: ${display} ${first ? ALONE : FOREIGN}\n`);
      return;
    }
    reports.push({ display, uri, profile: first.profile, tree: file.tree, findings: file.findings() });
    for (const finding of file.elsewhere()) {
      if (checked.has(finding.uri)) continue;
      elsewhere.set(finding.uri, [...(elsewhere.get(finding.uri) ?? []), finding]);
    }
  });
  for (const [uri, findings] of elsewhere)
    reports.push({ ...checker.sourceOf(uri), profile: 'create-service', findings: distinct(findings) });
  progress.end();
  return reports;
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
