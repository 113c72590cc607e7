import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { Profile } from '../core/model/profile';
import { DEFAULT_SETTINGS, type RuleLevel, type Settings } from '../core/settings';
import type { Plain } from '../core/syntax';
import { createFinder } from './find';
import { folderMatcher, matcher } from './glob';
import { type Config, type Levels, parseConfig } from './parse';
import type { ConfigProblem } from './problem';
import { MOST_BESIDE, readText } from './read-file';
import { toPath, toUri } from './uri';

/** Settings of one file: what the core takes, and what the shells themselves act on. */
export interface FileSettings extends Settings {
  /** Named by `files`: a service definition whatever it looks like. */
  expected: boolean;
  /** Named by `exclude`: left alone unless a person names it outright. */
  excluded: boolean;
  /** Paths in it are absolute. */
  simulator: Readonly<Record<string, Plain>>;
  inlayHints: boolean;
  codeLens: boolean;
  /** The configuration file that applies. */
  source?: string;
}

export interface ConfigurationOptions {
  /** A configuration named outright, instead of the search; false: no configuration file at all. */
  file?: string | false;
  /**
   * The same settings from an editor, as plain data with the folder that their paths and globs are relative to. What the
   * configuration file says goes before them, so that everyone who has the file sees the same.
   */
  editor?: (uri: string) => { folder: string; settings: unknown } | undefined;
  /** What the command line says; goes before everything. */
  override?: { profile?: Profile; taskDefinition?: string };
}

export interface Configuration {
  settingsFor(uri: string): FileSettings;
  /** Mistakes in the configuration files read so far. */
  problems(): readonly ConfigProblem[];
  /** A configuration file or the editor's settings changed. */
  forget(): void;
}

interface Layer {
  config: Config;
  /** Absolute path that globs and paths are relative to. */
  folder: string;
  excludes: (path: string) => boolean;
  names: (path: string) => boolean;
  overrides: { test: (path: string) => boolean; override: Config['overrides'][number] }[];
  taskDefinitions: { test: (path: string) => boolean; path: string }[];
}

export const NO_SETTINGS: FileSettings = {
  ...DEFAULT_SETTINGS,
  expected: false,
  excluded: false,
  simulator: {},
  inlayHints: true,
  codeLens: true,
};

/** The settings of files: found, read, checked and merged, and kept until `forget`. */
export function createConfiguration(options: ConfigurationOptions = {}): Configuration {
  const finder = createFinder();
  const layers = new Map<string, Layer>();
  const problems = new Map<string, ConfigProblem[]>();
  const kept = new Map<string, FileSettings>();

  function read(path: string, member?: string): Layer | undefined {
    const uri = toUri(path);
    const before = layers.get(uri);
    if (before) return before;
    const result = readText(path, MOST_BESIDE);
    if (result.text === undefined) {
      problems.set(uri, [
        {
          uri,
          span: { start: 0, end: 0 },
          position: { line: 0, character: 0 },
          severity: 'error',
          message: `the configuration ${result.message}`,
        },
      ]);
      return undefined;
    }
    const parsed = parseConfig(uri, result.text, member);
    const layer = toLayer(parsed.config, dirname(path));
    problems.set(uri, parsed.problems);
    layers.set(uri, layer);
    return layer;
  }

  function fileLayer(path: string): Layer | undefined {
    if (options.file === false) return undefined;
    if (options.file !== undefined) return read(resolve(options.file));
    const place = finder.find(dirname(path));
    return place && read(place.path, place.member);
  }

  function editorLayer(uri: string): Layer | undefined {
    const given = options.editor?.(uri);
    if (!given?.settings) return undefined;
    return toLayer(parseConfig('settings:/editor.json', JSON.stringify(given.settings)).config, given.folder);
  }

  function settingsFor(uri: string): FileSettings {
    const before = kept.get(uri);
    if (before) return before;
    const path = toPath(uri);
    const found = [editorLayer(uri), path === undefined ? undefined : fileLayer(path)].filter(
      (layer) => layer !== undefined,
    );
    const settings = override(merge(found, path), options.override);
    kept.set(uri, settings);
    return settings;
  }

  return {
    settingsFor,
    problems: () => [...problems.values()].flat(),
    forget() {
      finder.forget();
      layers.clear();
      problems.clear();
      kept.clear();
    },
  };
}

function toLayer(config: Config, folder: string): Layer {
  return {
    config,
    folder,
    excludes: folderMatcher(config.exclude),
    names: matcher(config.files),
    overrides: config.overrides.map((override) => ({ override, test: matcher(override.files) })),
    taskDefinitions: Object.entries(config.taskDefinitions).map(([glob, path]) => ({ test: matcher([glob]), path })),
  };
}

/** Later layers win, inside a layer later overrides. */
function merge(layers: readonly Layer[], path: string | undefined): FileSettings {
  const merged = {
    ...NO_SETTINGS,
    rules: {} as Record<string, RuleLevel>,
    byPointer: [] as { pointer: string; rules: Levels }[],
  };
  for (const layer of layers) {
    const { config, folder } = layer;
    const inside = path === undefined ? undefined : relativeTo(folder, path);
    apply(merged, config.rules, config.profile);
    for (const { test, override } of layer.overrides) {
      if (inside === undefined || !test(inside)) continue;
      if (override.pointer)
        merged.byPointer.push({ pointer: override.pointer.replace(/\/$/, ''), rules: override.rules });
      apply(merged, override.pointer ? {} : override.rules, override.profile);
    }
    merged.simulator = { ...merged.simulator, ...withAbsolutePaths(config.simulator, folder) };
    merged.inlayHints &&= config.inlayHints;
    merged.codeLens &&= config.codeLens;
    merged.source = config.uri;
    if (inside === undefined) continue;
    merged.expected ||= layer.names(inside);
    merged.excluded ||= layer.excludes(inside);
    const taskDefinition = layer.taskDefinitions.find(({ test }) => test(inside));
    if (taskDefinition) merged.taskDefinition = toUri(resolve(folder, taskDefinition.path));
  }
  return merged;
}

/** A `*` says something about all rules, so it takes back what an earlier layer said about single ones. */
function apply(
  merged: { rules: Record<string, RuleLevel>; profile?: Profile },
  rules: Levels,
  profile: Profile | undefined,
): void {
  merged.rules = rules['*'] ? { ...rules } : { ...merged.rules, ...rules };
  merged.profile = profile ?? merged.profile;
}

function override(settings: FileSettings, given: ConfigurationOptions['override']): FileSettings {
  return {
    ...settings,
    profile: given?.profile ?? settings.profile,
    taskDefinition: given?.taskDefinition ?? settings.taskDefinition,
  };
}

/** With `/`; undefined for what is not below the folder. */
function relativeTo(folder: string, path: string): string | undefined {
  const inside = relative(folder, path);
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return undefined;
  return sep === '/' ? inside : inside.split(sep).join('/');
}

function withAbsolutePaths(simulator: Config['simulator'], folder: string): Config['simulator'] {
  return typeof simulator.cluster === 'string'
    ? { ...simulator, cluster: resolve(folder, simulator.cluster) }
    : simulator;
}
