import type { Severity } from './finding';
import type { Profile } from './model/profile';
import type { Plain } from './syntax';

/** A rule's setting: switched off, or with another severity. */
export type RuleLevel = Severity | 'off';

/** What the core needs of the configuration for one file: overrides by path already applied by the shell. */
export interface Settings {
  profile?: Profile;
  /** Path of the task definition file, relative to the service's folder. */
  taskDefinition?: string;
  /** What the simulator works with; any JSON, checked where it is used. The path of the cluster is absolute. */
  simulator?: Readonly<Record<string, Plain>>;
  rules: Readonly<Record<string, RuleLevel>>;
  /** Later entries win. The pointer is a prefix: `/serviceConnectConfiguration` covers all below it. */
  byPointer: readonly { pointer: string; rules: Readonly<Record<string, RuleLevel>> }[];
}

export const DEFAULT_SETTINGS: Settings = { rules: {}, byPointer: [] };

/** The level for a finding: the pointer's, else the file's, else the rule's own. `*` speaks for all rules not named. */
export function levelOf(settings: Settings, rule: string, severity: Severity, pointer: string): RuleLevel {
  for (let i = settings.byPointer.length - 1; i >= 0; i--) {
    const entry = settings.byPointer[i];
    if (!entry || (pointer !== entry.pointer && !pointer.startsWith(`${entry.pointer}/`))) continue;
    const level = entry.rules[rule] ?? entry.rules['*'];
    if (level) return level;
  }
  return settings.rules[rule] ?? settings.rules['*'] ?? severity;
}
