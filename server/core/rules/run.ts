import type { Fix, PlacedFinding, Related, Severity } from '../finding';
import type { Fact } from '../model/fact';
import type { Profile } from '../model/profile';
import { Reads } from '../model/reads';
import { once } from '../once';
import { levelOf, type Settings } from '../settings';
import type { Span } from '../syntax';
import type { Memory } from './memory';
import type { At, Found, Rule, RuleContext, RuleScope } from './rule';

export interface RunOptions {
  rules: readonly Rule[];
  settings: Settings;
  /** Put before every pointer: the document index and the wrapper. */
  prefix: string;
  /** Told of a rule that threw; the other rules go on. */
  onBug(rule: string, error: unknown): void;
  /** What is remembered of the same definition a moment ago, and what will be of this one. */
  memory?: Memory;
  /** After how many findings a rule is stopped: more are not listed. All are found without. */
  most?: number;
}

/** Thrown to stop a rule that has found enough. */
const ENOUGH = Symbol('enough');

/**
 * Runs the rules of the given scopes over one definition. Findings in another file (the task definition of a service)
 * come back too; the caller sorts them by `uri`.
 */
export function runRules(ctx: RuleContext, scopes: ReadonlySet<RuleScope>, options: RunOptions): PlacedFinding[] {
  const findings: PlacedFinding[] = [];
  const { memory, settings, most = Number.POSITIVE_INFINITY } = options;
  const { binding } = ctx.root;
  const reads = memory && new Reads();
  let speaker: Rule | undefined;
  let count = 0;
  const report = (found: Found) => {
    if (count++ >= most) throw ENOUGH;
    binding.reads = undefined;
    const finding = toFinding(speaker as Rule, found, ctx, options);
    if (finding) findings.push(finding);
    binding.reads = reads;
  };
  const rules = rulesFor(options.rules, scopes, ctx.profile);
  memory?.begin(rules);
  for (let place = 0; place < rules.length; place++) {
    const rule = rules[place] as Rule;
    if (memory?.isStillSilent(place)) continue;
    if (settings.byPointer.length === 0 && settings.rules[rule.id] === 'off') continue;
    speaker = rule;
    count = 0;
    if (reads) reads.bits = 0;
    binding.reads = reads;
    try {
      rule.check(ctx, report);
      if (count === 0 && reads) memory.noteSilent(place, reads);
    } catch (error) {
      if (error !== ENOUGH) options.onBug(rule.id, error);
    }
  }
  binding.reads = undefined;
  return findings;
}

const chosen = new Map<ReadonlySet<RuleScope>, Map<Profile, { of: readonly Rule[]; rules: Rule[] }>>();

/** The rules of some scopes that speak in a profile, chosen once. */
function rulesFor(all: readonly Rule[], scopes: ReadonlySet<RuleScope>, profile: Profile): readonly Rule[] {
  let byProfile = chosen.get(scopes);
  if (!byProfile) chosen.set(scopes, (byProfile = new Map()));
  let found = byProfile.get(profile);
  if (found?.of !== all) {
    const rules = all.filter((r) => scopes.has(r.on) && (!r.profiles || r.profiles.includes(profile)));
    found = { of: all, rules };
    byProfile.set(profile, found);
  }
  return found.rules;
}

function toFinding(rule: Rule, found: Found, ctx: RuleContext, options: RunOptions): PlacedFinding | undefined {
  const place = placeOf(found.at);
  if (!place.span) return undefined;
  const path = options.prefix + place.pointer;
  const level = levelOf(options.settings, rule.id, found.severity ?? rule.severity, path);
  if (level === 'off') return undefined;
  const related: Related[] = (found.related ?? []).flatMap(({ at, message }) => {
    const other = placeOf(at);
    return other.span ? [{ uri: other.uri, span: other.span, message }] : [];
  });
  return {
    rule: rule.id,
    severity: level as Severity,
    uri: place.uri,
    span: place.span,
    message: rule.message(found.data, ctx),
    path,
    related,
    tags: found.tags ?? [],
    fixes: once(() => guardedFixes(rule, found, ctx, options)),
  };
}

function guardedFixes(rule: Rule, found: Found, ctx: RuleContext, options: RunOptions): Fix[] {
  try {
    return rule.fix?.(found, ctx) ?? [];
  } catch (error) {
    options.onBug(rule.id, error);
    return [];
  }
}

/** The file, the span and the pointer of a place. */
export function placeOf(at: At): { uri: string; span: Span | undefined; pointer: string } {
  if (!('fact' in at)) {
    const fact = at as Fact;
    return { uri: fact.file.uri, span: fact.span, pointer: fact.pointer };
  }
  const span = 'span' in at ? at.span : at.fact.keySpan;
  return { uri: at.fact.file.uri, span, pointer: at.fact.pointer };
}
