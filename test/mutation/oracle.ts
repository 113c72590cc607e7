import { PROFILES } from '../../schemas/runtime';
import type { Finding } from '../../server/core/finding';
import { RULES } from '../../server/core/rules';
import type { Example, Rule, RuleContext, RuleScope } from '../../server/core/rules/rule';
import { runRules } from '../../server/core/rules/run';
import { DEFAULT_SETTINGS } from '../../server/core/settings';
import { changesToEdits, type Tree } from '../../server/core/syntax';
import { NEGATIVE_CASES } from '../corpus/negative-cases';
import { runCase } from '../corpus/negative-run';
import { LEDGER } from '../ledger/all';
import { complete } from '../ledger/complete';
import { type LedgerRow, ruleOf } from '../ledger/ledger';
import { runRow } from '../ledger/run-row';
import { specRows } from '../ledger/spec-rows';
import { unmark } from '../marks';
import { TRAITS_CASES } from '../model/traits-cases';
import { EDGES } from '../rules/edges';
import { filesOf } from '../rules/edges/edges';
import { marksTaskDefinition, runExample } from '../rules/run-example';
import { withTemplates } from '../rules/templates';

/**
 * What the tests of rules demand, as answers that can be compared: those of mutated rules with those of the rules as they
 * are. An answer that differs fails the test that makes the demand. To be quick, a definition is opened once, by probes in
 * place of all rules that keep what a rule would be given; the rules are then asked directly.
 */
export interface Demand {
  test: 'examples' | 'traits' | 'edges' | 'profiles' | 'ledger' | 'templates' | 'others' | 'corpus';
  key: string;
  answer(asked: Asked): string;
}

/** Rules to ask. `regard` makes anew what they are given, where that is what was mutated. */
export interface Asked {
  rules: ReadonlyMap<string, Rule>;
  regard?: (ctx: RuleContext) => RuleContext;
}

type Given = readonly { on: RuleScope; ctx: RuleContext }[];

const ALL: readonly Rule[] = [...RULES];
const SCOPES: readonly RuleScope[] = ['service', 'task-definition', 'previous', 'workspace', 'shape', 'file'];
let sink: { on: RuleScope; ctx: RuleContext }[] = [];

/** A word that all services in view share, so that the probes are given each of them. */
const EVERY_SERVICE = 'every service';

/** From here on this instance of the engine has no rules but the probes. */
(RULES as Rule[]).splice(
  0,
  RULES.length,
  ...SCOPES.map((on) => ({
    ...(ALL[0] as Rule),
    id: `probe-${on}`,
    profiles: undefined,
    on,
    meets: on === 'workspace' ? () => [EVERY_SERVICE] : undefined,
    check: (ctx: RuleContext) => void sink.push({ on, ctx }),
  })),
);

/** What rules would be given when files are opened in this way. */
function given(open: () => unknown): Given {
  sink = [];
  open();
  return sink;
}

const lazily = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

export const ids = (): string[] => ALL.map((rule) => rule.id);

/** The rules as they are in this instance. */
export const rulesById = (): Map<string, Rule> => new Map(ALL.map((rule) => [rule.id, rule]));

/** All demands on some rules, the most telling first. Opened definitions are kept between calls. */
export function* demandsOn(concerned: ReadonlySet<string>): Generator<Demand> {
  for (const one of OWN) if (concerned.has(one.rule)) yield one.demand;
  if (concerned.size === ALL.length) yield* TRAITS;
  for (const one of EDGE_CASES) if (concerned.has(one.rule)) yield one.demand;
  for (const one of BY_PROFILE) if (concerned.has(one.rule)) yield one.demand;
  for (const one of ROWS) if (concerned.has(one.rule)) yield one.demand;
  for (const one of TEMPLATES) if (concerned.has(one.rule)) yield one.demand;
  for (const { rule, i, also, open } of EXAMPLES) {
    const loudOnes = new Set([...concerned].filter((id) => id !== rule && !also.has(id)));
    const answer = (asked: Asked) =>
      JSON.stringify(
        speak(asked, loudOnes, open())
          .filter(isLoud)
          .map((f) => `${f.rule} ${f.path}`),
      );
    yield { test: 'others', key: `${rule} ${i}`, answer };
  }
  for (const one of CORPUS) if (one.rules.some((id) => concerned.has(id))) yield one.demand;
}

const EXAMPLES = ALL.flatMap((rule) =>
  [...rule.examples.invalid, ...rule.examples.valid].map((example, i) => {
    const open = lazily(() => given(() => openExample(example)));
    return { rule: rule.id, i, example, valid: i >= rule.examples.invalid.length, also: new Set(example.also), open };
  }),
);

/** Own examples: the very words, place and fixes of a finding; silence in valid ones. */
const OWN = EXAMPLES.map(({ rule, i, open, valid }) => {
  const only = new Set([rule]);
  const answer = (asked: Asked) => JSON.stringify(speak(asked, only, open()).map((f) => (valid ? f.path : inFull(f))));
  return { rule, demand: { test: 'examples' as const, key: `${rule} ${i}`, answer } };
});

/** What is known of a service before any rule runs. */
const TRAITS: Demand[] = TRAITS_CASES.map(({ traits: _, ...files }, i) => {
  const open = lazily(() => given(() => runExample(filesOf(files)).snapshot.findings()));
  const answer = ({ regard }: Asked) => {
    const ctx = open().find(({ on }) => on === 'service')?.ctx;
    return JSON.stringify(Object.entries((ctx && regard?.(ctx))?.traits ?? ctx?.traits ?? {}).map(String));
  };
  return { test: 'traits', key: String(i), answer };
});

/** Cases at the edge: what is said is noted as of examples, or nothing is said. */
const EDGE_CASES = Object.entries(EDGES).flatMap(([rule, { speaks = [], silent = [] }]) =>
  [...speaks, ...silent].map((one, i) => {
    const open = lazily(() => given(() => openExample(filesOf(one))));
    const only = new Set([rule]);
    const answer = (asked: Asked) => JSON.stringify(speak(asked, only, open()).map(inFull));
    return { rule, demand: { test: 'edges' as const, key: `${rule} ${i}`, answer } };
  }),
);

/** In which profiles a rule that is not for all of them speaks about its first example. */
const BY_PROFILE = ALL.flatMap((rule) => {
  const [example] = rule.examples.invalid;
  if (!rule.profiles || !example) return [];
  const opened = PROFILES.map((profile) => lazily(() => given(() => openExample({ ...example, profile }))));
  const only = new Set([rule.id]);
  const answer = (asked: Asked) => JSON.stringify(opened.map((open) => speak(asked, only, open()).length > 0));
  return [{ rule: rule.id, demand: { test: 'profiles' as const, key: rule.id, answer } }];
});

const snippets = new Map(specRows().map((row) => [row.id, row.snippet]));

const ROWS = LEDGER.flatMap((row: LedgerRow) => {
  const rule = ruleOf(row);
  const text = row.example ?? complete((snippets.get(row.id) ?? '').replace(/\s+#.*$/, ''));
  if (rule === undefined || text === undefined) return [];
  const open = lazily(() => given(() => runRow(row, text)));
  const answer = (asked: Asked) => String(speak(asked, new Set([rule]), open()).length > 0);
  return { rule, demand: { test: 'ledger' as const, key: row.id, answer } };
});

const TEMPLATES = EXAMPLES.filter(
  ({ example }) => !example.text.startsWith('{') && !example.text.includes('<<<<<<<'),
).map(({ rule, i, example, open }) => {
  const variants = lazily(() => templatesIn(example, rule).map((one) => given(() => openExample(one))));
  const only = new Set([rule]);
  const answer = (asked: Asked) => {
    const paths = (of: Given) => speak(asked, only, of).map((f) => f.path);
    const before = new Set(paths(open()));
    return String(variants().some((variant) => paths(variant).some((path) => !before.has(path))));
  };
  return { rule, demand: { test: 'templates' as const, key: `${rule} ${i}`, answer } };
});

function templatesIn(example: Example, id: string): Example[] {
  const look = ALL.find((rule) => rule.id === id)?.on === 'task-definition' || marksTaskDefinition(example);
  const text = unmark(example.text).text;
  const taskDefinition = example.taskDefinition && unmark(example.taskDefinition).text;
  const variants: Example[] = withTemplates(taskDefinition ?? '').map((t) => ({ ...example, text, taskDefinition: t }));
  if (!look) variants.push(...withTemplates(text).map((t) => ({ ...example, text: t, taskDefinition })));
  return variants;
}

/** Requests that ECS refused, and their repaired pairs. None where the corpus is absent. */
const CORPUS = Object.entries(NEGATIVE_CASES).flatMap(([name, known]) => {
  const rules = 'rule' in known ? [known.rule] : known.but;
  return [name, `${name}.pass`].map((file) => {
    const open = lazily(() => given(() => runCase(file)));
    const answer = (asked: Asked) => String(speak(asked, new Set(rules), open()).some(isLoud));
    return { rules, demand: { test: 'corpus' as const, key: file, answer } };
  });
});

function openExample(example: Example): void {
  const { snapshot, workspace } = runExample(example);
  snapshot.findings();
  if (example.taskDefinition) workspace.open('taskdef.yaml').findings();
}

type Said = Finding & { uri: string; treeOf(uri: string): Tree };

const isLoud = (f: Finding) => f.severity === 'error' || f.severity === 'warning';
const scopeOf = new Map(SCOPES.map((on) => [on, new Set([on])]));

/** What some rules say of opened definitions, each thing once. */
function speak({ rules, regard }: Asked, which: ReadonlySet<string>, to: Given): Said[] {
  const found = new Map<string, Said>();
  for (const id of which) {
    const rule = rules.get(id);
    if (!rule) continue;
    const how = { rules: [rule], settings: DEFAULT_SETTINGS, prefix: '', onBug: fail };
    for (const { on, ctx } of to) {
      if (on !== rule.on) continue;
      for (const f of runRules(meeting(regard?.(ctx) ?? ctx, rule), scopeOf.get(on) as Set<RuleScope>, how)) {
        const files = [ctx.companion?.file, ctx.service.file, ctx.file];
        const treeOf = (uri: string) => (files.find((file) => file?.uri === uri) ?? ctx.file).tree;
        found.set(`${id} ${f.uri} ${f.span.start} ${f.span.end} ${f.message}`, { ...f, treeOf });
      }
    }
  }
  return [...found.values()];
}

/** What is given beside the services that share a word by the rule's own `meets`. */
function meeting(ctx: RuleContext, rule: Rule): RuleContext {
  if (!rule.meets) return ctx;
  const nameOf = (service: RuleContext['service']) => service.get('serviceName').value;
  const sharing = (word: string) =>
    [...ctx.sharing(EVERY_SERVICE)].filter(({ service }) => rule.meets?.(service).includes(word));
  const rival = (word: string) => sharing(word).find(({ service }) => nameOf(service) !== nameOf(ctx.service))?.service;
  return Object.create(ctx, { sharing: { value: sharing }, rival: { value: rival } });
}

function fail(what: string, error: unknown): never {
  throw new Error(what, { cause: error });
}

function inFull(f: Said): unknown[] {
  const fixes = f
    .fixes()
    .map(({ title, safe, changes, uri }) => [title, safe, uri, changesToEdits(f.treeOf(uri ?? f.uri), changes)]);
  const related = f.related.map((r) => [r.span.start, r.span.end, r.message]);
  return [f.severity, f.uri, f.span.start, f.span.end, f.path, f.message, related, f.tags, fixes];
}
