import type { Service, TaskDefinition } from '../../../schemas/runtime';
import type { Fix, Severity } from '../finding';
import type { Companion } from '../model/companion';
import type { Fact, FileRef } from '../model/fact';
import type { Profile } from '../model/profile';
import type { ShapeProblems } from '../model/shape-check';
import type { Traits } from '../model/traits';
import type { Span } from '../syntax';

/**
 * One rule, one file. A rule finds facts; its message says what is wrong, why ECS cares and what to do; its fix says
 * what to change, never how it is written. Its examples are its tests and its page.
 *
 * Invariants of this folder: no rule reports because of an unknown value; no text formatting outside `message`;
 * nothing here reads a clock, a file or the network.
 */
export interface Rule<D = unknown> {
  /** kebab-case, reads as the mistake: `launch-type-with-capacity-provider-strategy`. */
  id: string;
  severity: Severity;
  /** Heading in the rule table. */
  group: RuleGroup;
  docs: RuleDocs;
  /** Version of ECS Preflight that brought it. */
  since: string;
  /** Where the fact comes from: rule ids (`R269`), recorded errors (`error:launch-and-cps`, `recorded:pf-ecs-…`), `today:…`, `simulator`. */
  sources: readonly string[];
  /** Profiles in which it speaks; all service profiles when left out. */
  profiles?: readonly Profile[];
  /**
   * What it looks at. `service`: one service definition (and, through ctx, its task definition when found);
   * `task-definition`: a task definition that a service in view runs; `previous`: a service beside its previous
   * version; `workspace`: one service beside all others in view; `shape`: what the schema says, of either kind of
   * definition, through `ctx.shape` and `ctx.root`; `file`: the file as text, ctx.service being absent.
   */
  on: RuleScope;
  /**
   * `workspace` rules: what two services would have to share for the rule to speak, in words that no other rule uses for
   * something else. A service is only looked at when another one in view has one of its words, so that many services
   * cost little.
   */
  meets?(service: Fact<Service>): readonly string[];
  check(ctx: RuleContext, report: (found: Found<D>) => void): void;
  message(data: D, ctx: RuleContext): string;
  /** Fixes, best first. Left out or empty when nothing obvious can be done. */
  fix?(found: Found<D>, ctx: RuleContext): Fix[];
  examples: { invalid: readonly Example[]; valid: readonly Example[] };
}

export type RuleScope = 'service' | 'task-definition' | 'previous' | 'workspace' | 'shape' | 'file';

export type RuleGroup =
  | 'document'
  | 'identity'
  | 'capacity'
  | 'scheduling'
  | 'deployment'
  | 'placement'
  | 'network'
  | 'load-balancing'
  | 'service-discovery'
  | 'service-connect'
  | 'volumes'
  | 'logging'
  | 'tags'
  | 'task-definition'
  | 'rollout'
  | 'workspace'
  | 'update';

export interface RuleDocs {
  /** One sentence: what is found. */
  what: string;
  /** Why ECS cares: what happens at deploy time, or later. With the recorded error in short where there is one. */
  why: string;
  /** What to write instead. */
  instead: string;
  /** AWS pages or public issues. */
  links: readonly string[];
}

/**
 * A small file. YAML (every example is also tried as JSON); `⟦…⟧` marks what the finding underlines in an invalid one.
 * `fixed` is the text after the first fix. Other files stand beside it.
 */
export interface Example {
  text: string;
  fixed?: string;
  profile?: Profile;
  taskDefinition?: string;
  /** The previous version, for `previous` rules. */
  previous?: string;
  previousTaskDefinition?: string;
  /** Other rules that rightly speak up too: some mistakes are two. */
  also?: readonly string[];
  /** Further files of the workspace by name. */
  beside?: Readonly<Record<string, string>>;
}

/** Where something stands: a fact (its value, or its key when `key`), or an exact place inside one. */
export type At = Fact<never> | Fact<unknown> | { fact: Fact<unknown>; key: true } | { fact: Fact<unknown>; span: Span };

export interface Found<D = unknown> {
  at: At;
  data: D;
  related?: { at: At; message: string }[];
  /** When this case is graver or milder than the rule's default. */
  severity?: Severity;
  tags?: ('unnecessary' | 'deprecated')[];
}

export interface RuleContext {
  /** For `task-definition` rules: the service that runs it (an absent fact when none is in view). */
  service: Fact<Service>;
  /** The definition being looked at, whichever kind it is. */
  root: Fact;
  kind: 'service' | 'task-definition';
  profile: Profile;
  traits: Traits;
  /** Every departure from the schema, by kind; found in one walk. */
  shape: ShapeProblems;
  /** The task definition that the service runs, when a file for it was found. */
  taskDefinition: Fact<TaskDefinition> | undefined;
  /** How it was found. */
  companion: Companion | undefined;
  /** The previous version of the service, in `previous` rules. */
  previous: Fact<Service> | undefined;
  /** The previous version of its task definition file, when the shell has it. */
  previousTaskDefinition: Fact<TaskDefinition> | undefined;
  /** The other services in view with a word of `meets`, those of the same document first. Looked up, not searched for. */
  sharing(word: string): Iterable<WorkspaceService>;
  /** One of them with another serviceName: one of the same name may be the same service in another file. */
  rival(word: string): Fact<Service> | undefined;
  file: FileRef;
}

export interface WorkspaceService {
  uri: string;
  service: Fact<Service>;
}

/** Declares a rule; gives the type of `data` its name. */
export function defineRule<D>(rule: Rule<D>): Rule<D> {
  return rule;
}
