// Runs mutants one after the other: `{ id, path, source, rules, isModel }` in, `{ id, killed, by }` out.
import { parentPort, workerData } from 'node:worker_threads';
import { createModules, dependents } from './modules.mjs';

const { root, modules, entry } = workerData;
const place = createModules(root, modules);
const base = place.load(entry);
const asTheyAre = { rules: base.rulesById() };
const answers = new Map();
const freshOf = new Map();
const INDEX = 'server/core/rules/index.ts';

function freshFor(path) {
  let fresh = freshOf.get(path);
  if (!fresh) freshOf.set(path, (fresh = dependents(modules, path)));
  return fresh;
}

/** The answer of the rules as they are, kept. */
function expected({ test, key, answer }, scope) {
  const name = `${scope} ${test} ${key}`;
  if (!answers.has(name)) answers.set(name, answer(asTheyAre));
  return answers.get(name);
}

function run({ path, source, rules, isModel }) {
  const ids = new Set(rules);
  let mutated;
  try {
    const instance = place.instance(path, source, freshFor(path));
    mutated = { rules: new Map(instance.load(INDEX).RULES.map((rule) => [rule.id, rule])) };
    if (isModel) mutated.regard = regardWith(instance);
  } catch {
    return { killed: true, by: 'loading' };
  }
  for (const demand of base.demandsOn(ids)) {
    let now;
    try {
      now = demand.answer(mutated);
    } catch {
      return { killed: true, by: demand.test };
    }
    if (now !== expected(demand, demand.test === 'others' ? path : '')) return { killed: true, by: demand.test };
  }
  return { killed: false };
}

/** What the model works out of a definition before any rule runs, by the mutated model. */
function regardWith(instance) {
  const { traitsOf } = instance.load('server/core/model/traits.ts');
  const { checkShape } = instance.load('server/core/model/shape-check.ts');
  const kept = new WeakMap();
  return (ctx) => {
    let regarded = kept.get(ctx);
    if (!regarded) {
      const traits = lazily(() => traitsOf(ctx.service, ctx.taskDefinition));
      const shape = lazily(() => checkShape(ctx.root));
      kept.set(ctx, (regarded = Object.create(ctx, { traits: { get: traits }, shape: { get: shape } })));
    }
    return regarded;
  };
}

function lazily(make) {
  let made;
  return () => (made ??= { value: make() }).value;
}

parentPort.on('message', (mutant) => parentPort.postMessage({ id: mutant.id, ...run(mutant) }));
parentPort.postMessage({ ready: true });
