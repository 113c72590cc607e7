/**
 * `npm run fuzz [PART…]`: the long run that the tests are too short for. Nothing may throw, nobody may wait more than two
 * seconds, and the server must answer afterwards. Each failure is printed with the text that caused
 * it, which is written to .cache/fuzz.
 *
 *   prefixes   every prefix of real files and of JSON ones written as YAML, as if typed; each hundredth compared with a fresh look
 *   mutations  real files and the examples of all rules, broken at random
 *   hostile    texts made to be slow or deep: 10 MB, alias bombs, conflict markers, invalid UTF-8 …
 *   query      the cluster query language: sentences broken at random
 *   server     mutated texts and hostile ones, edited in a real server process
 *   protocol   random, malformed and out-of-order messages to a real server process
 *
 *   --count N    how many mutations, queries, edits, sessions (default: by part)
 *   --files N    how many real files `prefixes` takes (default 50; 0.5 to 2 KB each, mostly), `--skip N` leaves out the first of them
 *   --only TEXT  of the hostile texts those whose name holds it
 *   --seed N     another run of chance (default 1); the same seed gives the same texts
 */
import { parseArgs } from 'node:util';
import { fuzzHostile, fuzzMutations, fuzzPrefixes } from './fuzz/engine.mjs';
import { createLog } from './fuzz/log.mjs';
import { fuzzProtocol } from './fuzz/protocol.mjs';
import { fuzzQuery } from './fuzz/query.mjs';
import { fuzzServer } from './fuzz/server.mjs';

const PARTS = {
  prefixes: fuzzPrefixes,
  mutations: fuzzMutations,
  hostile: fuzzHostile,
  query: fuzzQuery,
  server: fuzzServer,
  protocol: fuzzProtocol,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string' },
    files: { type: 'string', default: '50' },
    skip: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
});
const options = {
  count: values.count === undefined ? undefined : Number(values.count),
  files: Number(values.files),
  skip: Number(values.skip),
  seed: Number(values.seed),
  only: values.only,
};
let failures = 0;
for (const [name, part] of Object.entries(PARTS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const log = createLog(name);
  await part(log, options);
  failures += log.end();
}
process.exitCode = failures > 0 ? 1 : 0;
