/** What the commands answer. Plain data: the VS Code client and any other reads it. */
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Severity } from '../core/finding';
import type { Profile } from '../core/model/profile';

/** What `ecsPreflight.check` answers. */
export interface CheckResult {
  files: { uri: string; definitions: CheckedDefinition[]; diagnostics: Diagnostic[] }[];
}

export interface CheckedDefinition {
  kind: 'service' | 'task-definition';
  profile: Profile;
  /** Why this profile, in words. */
  because: string;
  /** The task definition that a service runs, and how it was found. */
  taskDefinition?: { uri: string; how: string };
}

/** A line of what `ecsPreflight.rules` answers. */
export interface RuleLine {
  id: string;
  group: string;
  severity: Severity;
  /** One sentence: what is found. */
  what: string;
}
