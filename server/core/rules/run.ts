import type { Finding, Fix, Related, Severity } from '../finding';
import type { Fact } from '../model/fact';
import { once } from '../once';
import { levelOf, type Settings } from '../settings';
import type { Span } from '../syntax';
import type { At, Found, Rule, RuleContext, RuleScope } from './rule';

/** A finding and the file it stands in. */
export type PlacedFinding = Finding & { uri: string };

export interface RunOptions {
  rules: readonly Rule[];
  settings: Settings;
  /** Put before every pointer: the document index and the wrapper. */
  prefix: string;
  /** Told of a rule that threw; the other rules go on. */
  onBug(rule: string, error: unknown): void;
}

/**
 * Runs the rules of the given scopes over one definition. Findings in another file (the task definition of a service)
 * come back too; the caller sorts them by `uri`.
 */
export function runRules(ctx: RuleContext, scopes: ReadonlySet<RuleScope>, options: RunOptions): PlacedFinding[] {
  const findings: PlacedFinding[] = [];
  for (const rule of options.rules) {
    if (!scopes.has(rule.on)) continue;
    if (rule.profiles && !rule.profiles.includes(ctx.profile)) continue;
    if (options.settings.byPointer.length === 0 && options.settings.rules[rule.id] === 'off') continue;
    try {
      rule.check(ctx, (found) => {
        const finding = toFinding(rule, found, ctx, options);
        if (finding) findings.push(finding);
      });
    } catch (error) {
      options.onBug(rule.id, error);
    }
  }
  return findings;
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
