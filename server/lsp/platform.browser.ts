import type { FileSettings } from '../config';
import { parseConfig } from '../config/parse';
import { DEFAULT_SETTINGS } from '../core/settings';
import { webWorkers } from '../runs/browser';
import { type EditorSettings, NO_DISK, type Platform } from './platform';

/**
 * A worker sees no disk: the editor's settings are all the configuration there is.
 * @param simulator asks the editor for the text of dist/simulator.js, once, when many runs want workers
 */
export function createBrowserPlatform(simulator: () => Promise<string | undefined>): Platform {
  const workers = webWorkers(simulator);
  return {
    ...NO_DISK,
    workers: () => workers,
    configuration: (editor) => ({ settingsFor: (uri) => settingsFrom(editor(uri)), problems: () => [], forget() {} }),
  };
}

const NO_SETTINGS: FileSettings = {
  ...DEFAULT_SETTINGS,
  expected: false,
  excluded: false,
  simulator: {},
  inlayHints: true,
  codeLens: true,
};

/** Globs need paths, so overrides and excludes are left to the places that have them. */
function settingsFrom({ settings }: ReturnType<EditorSettings>): FileSettings {
  if (settings === undefined) return NO_SETTINGS;
  const { config } = parseConfig('settings:/editor.json', JSON.stringify(settings));
  const { profile, rules, simulator, inlayHints, codeLens } = config;
  return { ...NO_SETTINGS, profile, rules, simulator, inlayHints, codeLens };
}
