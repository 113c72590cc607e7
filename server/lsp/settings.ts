import type { FileSettings } from '../config';
import { type ClientFacts, isObject } from './client-facts';
import type { Folders } from './folders';
import type { Platform } from './platform';

/** Section of the editor's settings. */
export const SECTION = 'ecsPreflight';
/** A client that promises to answer and does not must not hold up the diagnostics for longer than this, in milliseconds. */
const PATIENCE = 3000;

/** Settings by file. Nothing here is global: two folders of a workspace may differ. */
export interface SettingsStore {
  /** Resolves when the editor's settings for the file are here; undefined when they are already. */
  ready(uri: string): Promise<void> | undefined;
  /** With what is known now. */
  of(uri: string): FileSettings;
  trace(): 'off' | 'messages' | 'verbose';
  /** Mistakes in configuration files. */
  problems: Configuration['problems'];
  /** didChangeConfiguration: `pushed` are the settings that older clients send along. */
  change(pushed: unknown): void;
  /** A configuration file changed. */
  forget(): void;
}

type Configuration = ReturnType<Platform['configuration']>;

export interface SettingsOptions {
  client: ClientFacts;
  folders: Folders;
  platform: Platform;
  /** workspace/configuration for a folder (or for no folder). */
  ask(scope: string | undefined): Promise<unknown>;
  onBug(what: string, error: unknown): void;
}

export function createSettings({ client, folders, platform, ask, onBug }: SettingsOptions): SettingsStore {
  let pushed = sectionOf(client.options.settings);
  let round = 0;
  const answers = new Map<string, unknown>();
  const asked = new Map<string, Promise<void>>();
  const scopeOf = (uri: string) => folders.around(uri) ?? '';
  const editor = (uri: string): unknown => answers.get(scopeOf(uri)) ?? pushed;
  const configuration = platform.configuration((uri) => ({ folder: folders.around(uri), settings: editor(uri) }));

  function fetch(scope: string): Promise<void> {
    const mine = round;
    return withPatience(ask(scope || undefined))
      .catch((error: unknown) => onBug('workspace/configuration', error))
      .then((answer) => {
        if (mine !== round) return;
        answers.set(scope, isObject(answer) ? answer : undefined);
        configuration.forget();
      });
  }

  return {
    ready(uri) {
      const scope = scopeOf(uri);
      if (!client.pullsConfiguration || answers.has(scope)) return undefined;
      const running = asked.get(scope) ?? fetch(scope);
      asked.set(scope, running);
      return running;
    },
    of: configuration.settingsFor,
    trace() {
      const [first] = [...answers.values(), pushed].filter(isObject);
      const level = first?.trace;
      return level === 'messages' || level === 'verbose' ? level : 'off';
    },
    problems: configuration.problems,
    change(settings) {
      round++;
      answers.clear();
      asked.clear();
      if (isObject(settings) && !client.pullsConfiguration) pushed = sectionOf(settings) ?? pushed;
      configuration.forget();
    },
    forget: configuration.forget,
  };
}

/** Clients send the section or the whole; both are understood. */
function sectionOf(settings: unknown): unknown {
  if (!isObject(settings)) return undefined;
  return settings[SECTION] ?? settings['ecs-preflight'] ?? settings;
}

function withPatience<T>(answer: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE);
  });
  return Promise.race([answer, enough]).finally(() => clearTimeout(timer));
}
