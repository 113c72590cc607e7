// Runs mutants one after the other: `{ id, path, code, rules, reopen }` in, `{ id, killed, by }` out.
import { parentPort, workerData } from 'node:worker_threads';
import { createModules, dependents } from './modules.mjs';

const { root, modules, entry } = workerData;
const place = createModules(root, modules);
const base = place.load(entry);
const asTheyAre = base.rulesById();
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

function run({ path, code, rules, reopen }) {
  const ids = new Set(rules);
  const scope = (test) => (test === 'others' ? path : '');
  let demands;
  let mutated;
  try {
    const instance = place.instance(path, code, freshFor(path));
    if (reopen) {
      // What rules are given is made by this module, too: files are opened again.
      const oracle = instance.load(entry);
      mutated = oracle.rulesById();
      demands = oracle.demandsOn(ids);
    } else mutated = new Map(instance.load(INDEX).RULES.map((rule) => [rule.id, rule]));
  } catch {
    return { killed: true, by: 'loading' };
  }
  for (const demand of base.demandsOn(ids)) {
    const asked = demands ? demands.next().value : demand;
    let now;
    try {
      now = asked.answer(mutated);
    } catch {
      return { killed: true, by: demand.test };
    }
    if (now !== expected(demand, scope(demand.test))) return { killed: true, by: demand.test };
  }
  return { killed: false };
}

parentPort.on('message', (mutant) => parentPort.postMessage({ id: mutant.id, ...run(mutant) }));
parentPort.postMessage({ ready: true });
