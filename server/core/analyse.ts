import { Before, foundBefore, keepFound } from './again';
import { firstDefinitions, firstFindings, firstProblems } from './ceilings';
import type { Definition } from './definition';
import type { Finding, PlacedFinding } from './finding';
import { groupByWord, Meeting } from './meeting';
import type { Fact } from './model/fact';
import { checkShape } from './model/shape-check';
import { once } from './once';
import { previousOf } from './previous';
import { contextFor } from './rule-context';
import { RULES } from './rules';
import { MOST_FINDINGS } from './rules/file/too-large-to-check';
import { type Memory, remember, type Was } from './rules/memory';
import type { RuleContext, RuleScope } from './rules/rule';
import { runRules } from './rules/run';
import { applySuppressions } from './rules/suppress';
import { findUnusedSuppressions } from './rules/unused-suppressions';
import type { SnapshotOptions } from './snapshot';
import type { Subject } from './subject';
import { othersByWord, type Placed, type Surroundings, servicesRunning } from './surroundings';

/** How the document is to be taken, and what the definitions of its last snapshot were. */
export interface Taken extends Omit<SnapshotOptions, 'last'> {
  /** Those of a stream, of which most come back as they were. */
  before: readonly Definition[];
  /** All, by their places. */
  was: readonly (Was | undefined)[];
}

const SERVICE: ReadonlySet<RuleScope> = new Set(['shape', 'service']);
const SERVICE_WITH_PREVIOUS: ReadonlySet<RuleScope> = new Set([...SERVICE, 'previous']);
const WORKSPACE: ReadonlySet<RuleScope> = new Set(['workspace']);
const PAIR: ReadonlySet<RuleScope> = new Set(['service']);
const TASK_DEFINITION: ReadonlySet<RuleScope> = new Set(['shape', 'task-definition']);
const FILE: ReadonlySet<RuleScope> = new Set(['file']);

/** Everything the rules have to say about a document: here, and in the task definitions that its services run. */
export function findAll(
  whole: Subject,
  how: Taken,
  around: Surroundings,
): { own: Finding[]; elsewhere: PlacedFinding[] } {
  if (whole.definitions.length === 0) return { own: [], elsewhere: [] };
  const { subject, end } = around.oneShot ? { subject: whole, end: [] } : firstDefinitions(whole);
  const before = new Before(how.before);
  const runners = once(() => servicesRunning(subject.uri, around));
  const placed = subject.definitions.flatMap((definition, i) =>
    definition.kind === 'service'
      ? checkService(definition, { before, was: how.was[i] }, subject, around)
      : checkTaskDefinition(definition, runners(), subject, around),
  );
  // A task definition that no service in view runs is none of our business, and neither is its syntax.
  const service = subject.definitions.some((d) => d.kind === 'service');
  // No spread: a broken text can have more problems than a call may have arguments.
  if (service) for (const one of compareServices(subject, around)) placed.push(one);
  const file = around.oneShot ? subject.file : firstProblems(subject.file);
  if (service || placed.length > 0) for (const one of checkText({ ...subject, file }, around)) placed.push(one);
  const here = placed.filter((f) => f.uri === subject.uri);
  const kept = applySuppressions(subject.file.tree, dedupe(here), [...subject.suppressions]);
  // Where not all problems were looked at, nobody knows what a comment is good for.
  const unused = file === subject.file ? findUnusedSuppressions(subject) : [];
  const own: Finding[] = [...kept, ...unused, ...end];
  own.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1));
  const elsewhere = placed.filter((f) => f.uri !== subject.uri);
  // Of hundreds of files nobody looks at most again, and what is kept is moved about by every collection of garbage.
  if (around.oneShot) for (const { root } of subject.definitions) root.forget();
  return { own: around.oneShot ? own : firstFindings(own, subject.settings), elsewhere };
}

/** What is wrong with the text as JSON or YAML; nothing, mostly, and then no rule need look. */
function checkText(subject: Subject, around: Surroundings): PlacedFinding[] {
  const first = subject.definitions[0];
  if (!first || subject.file.tree.problems.length === 0) return [];
  return run(contextFor(first, subject), FILE, subject, '', around);
}

/** What is found in a service is kept for as long as its document stands, so that typing costs one service of a file and not all. */
function checkService(
  definition: Definition,
  { before, was }: { before: Before; was: Was | undefined },
  subject: Subject,
  around: Surroundings,
): PlacedFinding[] {
  const check = (memory?: Memory) => checkAlone(definition, subject, around, memory);
  if (around.oneShot) return check();
  const known = foundBefore(definition, before, subject, around, check);
  if (known) return known;
  const found = check(remember(definition, was));
  keepFound(definition, found, subject, around);
  return found;
}

/** All that there is to say of a service and its task definition without a look at other services. */
function checkAlone(
  definition: Definition,
  subject: Subject,
  around: Surroundings,
  memory: Memory | undefined,
): PlacedFinding[] {
  const versions = previousOf(definition, subject, around);
  const ctx = contextFor(definition, subject, { memory, versions });
  const scopes = versions ? SERVICE_WITH_PREVIOUS : SERVICE;
  const found = run(ctx, scopes, subject, definition.prefix, around, memory);
  const companion = definition.companion();
  if (!companion || companion.uri === subject.uri) return found;
  const theirs = inTaskDefinition(ctx, companion.fact as Fact);
  return [...found, ...run(theirs, TASK_DEFINITION, subject, '', around)];
}

/** Only services that share something with another are looked at together with the others. */
function compareServices(subject: Subject, around: Surroundings): PlacedFinding[] {
  try {
    const own = once(() => groupByWord(subject.definitions.map((definition) => ({ definition, uri: subject.uri }))));
    const others = othersByWord(subject.uri, own, around);
    if (others.size === 0 && subject.definitions.length === 1) return [];
    const meeting = new Meeting(subject.uri, own(), others);
    return subject.definitions
      .filter((definition) => meeting.meetsAny(definition))
      .flatMap((definition) =>
        run(contextFor(definition, subject, { meeting }), WORKSPACE, subject, definition.prefix, around),
      );
  } catch (error) {
    around.onBug?.('rules that compare services', error);
    return [];
  }
}

/** A task definition is checked for the services that run it; what a service's own check says about it shows here too. */
function checkTaskDefinition(
  definition: Definition,
  runners: readonly Placed[],
  subject: Subject,
  around: Surroundings,
): PlacedFinding[] {
  return runners.flatMap(({ definition: service, file }, i) => {
    const theirs = { ...subject, uri: file.uri, file };
    const ctx = contextFor(service, theirs);
    ctx.taskDefinition = definition.taskDefinition;
    const pair = run(ctx, PAIR, subject, service.prefix, around).flatMap((f) => mirror(f, subject.uri));
    if (i > 0) return pair;
    const own = inTaskDefinition(ctx, definition.root);
    return [...pair, ...run(own, TASK_DEFINITION, subject, definition.prefix, around)];
  });
}

/** The same surroundings, looking at the task definition. Getters of the context stay getters. */
function inTaskDefinition(ctx: RuleContext, root: Fact): RuleContext {
  const own = { root, kind: 'task-definition' as const, file: root.file, shape: checkShape(root) };
  return Object.create(ctx, Object.getOwnPropertyDescriptors(own)) as RuleContext;
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

function run(
  ctx: RuleContext,
  scopes: ReadonlySet<RuleScope>,
  subject: Subject,
  prefix: string,
  around: Surroundings,
  memory?: Memory,
): PlacedFinding[] {
  const onBug = (rule: string, error: unknown) => around.onBug?.(`rule ${rule}`, error);
  // One more than is listed, so that it is seen that some are left out.
  const most = around.oneShot ? undefined : MOST_FINDINGS + 1;
  return runRules(ctx, scopes, { rules: RULES, settings: subject.settings, prefix, onBug, memory, most });
}

/** A value behind an alias or in two services of a file can be found wrong more than once at one place: once is enough. */
function dedupe(findings: PlacedFinding[]): PlacedFinding[] {
  const seen = new Set<string>();
  return findings.filter((f) => {
    const key = `${f.rule} ${f.span.start} ${f.span.end} ${f.message}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
