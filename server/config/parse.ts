import { settings as settingsShape } from '../../schemas/runtime';
import { type Fact, rootFact } from '../core/model/fact';
import { PROFILES, type Profile } from '../core/model/profile';
import { checkShape } from '../core/model/shape-check';
import { RULES } from '../core/rules';
import type { RuleLevel } from '../core/settings';
import {
  guessSyntax,
  type Node,
  type Plain,
  parse,
  positionAt,
  resolveAlias,
  type Tree,
  toPlain,
} from '../core/syntax';
import { type ConfigProblem, suggest, wordProblem } from './problem';

export type Levels = Readonly<Record<string, RuleLevel>>;

/** A configuration as it is written, with what makes no sense taken out. */
export interface Config {
  /** URI of the file; for editor settings whatever the shell calls them. */
  uri: string;
  profile?: Profile;
  rules: Levels;
  overrides: { files: string[]; pointer?: string; rules: Levels; profile?: Profile }[];
  files: string[];
  exclude: string[];
  taskDefinitions: Readonly<Record<string, string>>;
  /** Handed to the simulator as it is, having the right shape. */
  simulator: Readonly<Record<string, Plain>>;
  inlayHints: boolean;
  codeLens: boolean;
}

/**
 * Reads a configuration. Every mistake comes back with its place, and what is right beside it still holds.
 * @param member only this member of the document is the configuration (package.json)
 */
export function parseConfig(uri: string, text: string, member?: string): { config: Config; problems: ConfigProblem[] } {
  const tree = parse(text, guessSyntax(text, uri));
  const root = member === undefined ? tree.docs[0]?.root : memberOf(tree.docs[0]?.root, member);
  const fact = rootFact(root?.kind === 'map' ? root : undefined, settingsShape, {
    file: { uri, tree },
    dropsEmpty: false,
  }) as Fact<Record<string, unknown>>;
  const problems = [
    ...(member === undefined ? syntaxProblems(uri, tree) : []),
    ...notAMap(uri, tree, root),
    ...shapeProblems(uri, tree, fact),
  ];
  problems.push(...unknownRules(uri, tree, fact));
  problems.sort((a, b) => a.span.start - b.span.start);
  return { config: toConfig(uri, fact), problems };
}

function memberOf(root: Node | undefined, name: string): Node | undefined {
  const map = root && resolveAlias(root);
  return map?.kind === 'map' ? map.entries.find((e) => e.name === name)?.value : undefined;
}

function syntaxProblems(uri: string, tree: Tree): ConfigProblem[] {
  return tree.problems
    .filter((p) => p.code !== 'comment-in-json' && p.code !== 'trailing-comma')
    .map((p) => ({
      uri,
      span: { start: p.start, end: p.end },
      position: positionAt(tree, p.start),
      severity: p.severity,
      message: p.message,
    }));
}

function notAMap(uri: string, tree: Tree, root: Node | undefined): ConfigProblem[] {
  if (!root || root.kind === 'map' || (root.kind === 'scalar' && root.value === null)) return [];
  return [
    problemAt(
      uri,
      tree,
      root,
      'error',
      'the configuration must be a mapping of settings, e.g. {"rules": {"circuit-breaker-off": "off"}}',
    ),
  ];
}

function shapeProblems(uri: string, tree: Tree, fact: Fact): ConfigProblem[] {
  return Object.values(checkShape(fact))
    .flat()
    .filter((p) => !(p.kind === 'unknown-member' && p.name === '$schema'))
    .map((p) => {
      const { at, key, severity, message } = wordProblem(p);
      return problemAt(uri, tree, (key ? at.keySpan : at.span) ?? { start: 0, end: 0 }, severity, message);
    });
}

function unknownRules(uri: string, tree: Tree, fact: Fact<Record<string, unknown>>): ConfigProblem[] {
  const ids = RULES.map((rule) => rule.id);
  const maps = [
    fact.get('rules'),
    ...fact.get('overrides').itemsOf.map((o) => (o as Fact<Record<string, unknown>>).get('rules')),
  ];
  return maps.flatMap((map) =>
    map.entriesOf
      .filter(([key]) => idsOf(key).length === 0 && key !== '*')
      .map(([key, entry]) =>
        problemAt(
          uri,
          tree,
          entry.keySpan ?? { start: 0, end: 0 },
          'warning',
          `there is no rule "${key}"${suggest(key, ids)}`,
        ),
      ),
  );
}

function problemAt(
  uri: string,
  tree: Tree,
  { start, end }: { start: number; end: number },
  severity: ConfigProblem['severity'],
  message: string,
): ConfigProblem {
  return { uri, span: { start, end }, position: positionAt(tree, start), severity, message };
}

function toConfig(uri: string, fact: Fact<Record<string, unknown>>): Config {
  const value = (f: Fact) => (f.known && f.target ? toPlain(f.target) : undefined);
  const flagOf = (name: string) => value(fact.get(name)) !== false;
  return {
    uri,
    profile: profileIn(fact.get('profile')),
    rules: levelsIn(fact.get('rules')),
    overrides: fact.get('overrides').itemsOf.flatMap((item) => {
      const override = item as Fact<Record<string, unknown>>;
      const files = stringsIn(override.get('files'));
      const pointer = value(override.get('pointer'));
      if (files.length === 0) return [];
      return [
        {
          files,
          pointer: typeof pointer === 'string' ? pointer : undefined,
          rules: levelsIn(override.get('rules')),
          profile: profileIn(override.get('profile')),
        },
      ];
    }),
    files: stringsIn(fact.get('files')),
    exclude: stringsIn(fact.get('exclude')),
    taskDefinitions: Object.fromEntries(
      fact
        .get('taskDefinitions')
        .entriesOf.flatMap(([glob, f]) => (typeof value(f) === 'string' ? [[glob, value(f) as string]] : [])),
    ),
    simulator: (value(fact.get('simulator')) ?? {}) as Record<string, Plain>,
    inlayHints: flagOf('inlayHints'),
    codeLens: flagOf('codeLens'),
  };
}

function stringsIn(fact: Fact): string[] {
  return fact.itemsOf.flatMap((item) =>
    item.known && item.target?.kind === 'scalar' && typeof item.target.value === 'string' && item.target.value !== ''
      ? [item.target.value]
      : [],
  );
}

function profileIn(fact: Fact): Profile | undefined {
  const text = fact.known && fact.target?.kind === 'scalar' ? fact.target.value : undefined;
  return PROFILES.find((profile) => profile === text);
}

const LEVELS: readonly RuleLevel[] = ['error', 'warning', 'information', 'hint', 'off'];

/** Wild cards are spelled out, the more exact key winning; `*` alone stays, for the core knows it. */
function levelsIn(fact: Fact): Levels {
  const levels: Record<string, RuleLevel> = {};
  const entries = fact.entriesOf
    .map(([key, f]) => ({
      key,
      level: LEVELS.find((l) => f.known && f.target?.kind === 'scalar' && f.target.value === l),
    }))
    .sort((a, b) => exactness(a.key) - exactness(b.key));
  for (const { key, level } of entries) {
    if (!level) continue;
    if (key === '*') levels['*'] = level;
    for (const id of key === '*' ? [] : idsOf(key)) levels[id] = level;
  }
  return levels;
}

/** An id before `circuit-*` before `rollout/*`, and the longer before the shorter. */
function exactness(key: string): number {
  if (!key.endsWith('*')) return Number.POSITIVE_INFINITY;
  return key.length + (key.endsWith('/*') ? 0 : 1000);
}

/** The rules that a key speaks of: an id, `circuit-*` for ids that begin so, `rollout/*` for a group of the rule table. */
function idsOf(key: string): string[] {
  if (!key.endsWith('*')) return RULES.some((rule) => rule.id === key) ? [key] : [];
  const start = key.slice(0, -1);
  return RULES.filter((rule) => rule.id.startsWith(start) || `${rule.group}/` === start).map((rule) => rule.id);
}
