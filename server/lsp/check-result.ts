/** What the commands answer. Plain data: the VS Code client and any other reads it. */
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Severity } from '../core/finding';
import type { Profile } from '../core/model/profile';
import type { Assumed } from '../core/rollout/plan-of';
import type { Plan } from '../core/simulator/plan';
import type { Outcome, Report } from '../core/simulator/report/types';

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

/** What `ecsPreflight.preview` answers. */
export interface RolloutAnswer {
  uri: string;
  /** Which definition of the document, as JSON pointer prefix. */
  prefix: string;
  /** Name of the file, for people. */
  file: string;
  /** All services of the document, when there are several. */
  services: { prefix: string; name: string }[];
  plan: Plan;
  report: Report;
  assumed: Assumed[];
  /** JSON pointers of the members that stand in the file: what `ecsPreflight.locate` finds. */
  pointers: string[];
  /** Whether there is a task definition to find `taskDefinition#` pointers in. */
  taskDefinition: boolean;
  outcome: Outcome;
  /** `3 waves · ~6 min · 5 to 10 tasks`. */
  summary: string;
  why: string;
  /** The whole report in Markdown. */
  markdown: string;
}

/** A beginning of a service definition, in both syntaxes, as a snippet. */
export interface SkeletonTexts {
  id: string;
  title: string;
  detail: string;
  yaml: string;
  json: string;
}
