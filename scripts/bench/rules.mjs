/**
 * What all rules cost on a definition that is parsed already, and how that grows with the file: one service whose lists
 * grow, and more and more services in one file. `node scripts/bench/rules.mjs` prints the dearest rules too.
 */
import { fileURLToPath } from 'node:url';
import { loadBundle } from './_load.mjs';
import { median } from './_measure.mjs';
import { serviceYaml, taskDefinitionYaml } from './_texts.mjs';

const URI = 'file:///w/ecs-service-def.yaml';
const TARGET_MS = 0.3;

function load() {
  return loadBundle(
    'bench-rules',
    `
    export { createEngine } from './server/core/engine';
    export { RULES } from './server/core/rules';`,
  );
}

export async function bench() {
  const m = await load();
  const alone = serviceYaml('web');
  const files = { 'file:///w/taskdef.yaml': taskDefinitionYaml('web') };
  return [
    { ...small(m, `all rules, ${kb(alone)} service`, alone, {}), target: 1 },
    small(m, `all rules, ${kb(alone)} service and its task definition`, alone, files),
    ...growth(m, 'one service', bigService),
    ...growth(m, 'many services in a file', manyServices),
  ];
}

/** Nearly three hundred checks take thousands of rounds until the engine has compiled all of them. */
const WARM = 8000;

function small(m, what, text, files) {
  const times = timesOf(m, text, files, WARM + 2000);
  const ms = median(times.slice(WARM));
  const cold = median(times.slice(0, 1000)).toFixed(2);
  return { what, ms, ratio: ms / TARGET_MS, note: `of ${TARGET_MS} ms; the first 1,000 rounds ${cold} ms` };
}

/** Time from the parsed text to its findings. The same text is not parsed twice, so each round but the first is without it. */
function timesOf(m, text, files, rounds) {
  const host = { read: (uri) => files[uri], list: () => Object.keys(files), version: () => 1 };
  const engine = m.createEngine({ host, oneShot: true });
  engine.snapshot(URI, text).findings();
  return Array.from({ length: rounds }, () => {
    const start = performance.now();
    engine.snapshot(URI, text).findings();
    return performance.now() - start;
  });
}

const SIZES = [64_000, 256_000, 1_000_000];

/** A ratio of 1 is linear: sixteen times the text in sixteen times the time. */
function growth(m, what, make) {
  const found = SIZES.map((size) => {
    const text = make(size);
    return { size: text.length, ms: median(timesOf(m, text, {}, 9)) };
  });
  return found.map(({ size, ms }, i) => {
    const row = { what: `${what}, ${Math.round(size / 1000)} KB`, ms };
    const [first] = found;
    return i === found.length - 1
      ? { ...row, ratio: ms / first.ms / (size / first.size), target: 1.5, note: 'of linear' }
      : row;
  });
}

/** A service with ever longer lists; the limits are broken, the work is what counts. */
function bigService(size) {
  const many = (count, line) => Array.from({ length: count }, (_, i) => line(i)).join('');
  const n = Math.round(size / 620);
  return `serviceName: web
cluster: production
taskDefinition: web
desiredCount: 4
launchType: EC2
tags:
${many(n, (i) => `  - key: tag-${i}\n    value: value-${i}\n`)}loadBalancers:
${many(n, (i) => `  - targetGroupArn: arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/t${i}/0123456789abcdef\n    containerName: c${i}\n    containerPort: ${1 + (i % 65_535)}\n`)}placementConstraints:
${many(n, (i) => `  - type: memberOf\n    expression: attribute:rack == ${i}\n`)}serviceConnectConfiguration:
  enabled: true
  namespace: shop
  services:
${many(n, (i) => `    - portName: p${i}\n      discoveryName: d${i}\n      clientAliases:\n        - port: 80\n          dnsName: n${i}\n`)}`;
}

function manyServices(size) {
  const one = serviceYaml('service-00000').length + 4;
  return Array.from({ length: Math.round(size / one) }, (_, i) =>
    serviceYaml(`service-${String(i).padStart(5, '0')}`),
  ).join('---\n');
}

function kb(text) {
  return `${(text.length / 1000).toFixed(1)} KB`;
}

/** The rules by what their checks cost in a round over the small service. */
async function dearest() {
  const m = await load();
  const spent = new Map();
  for (const rule of m.RULES) {
    const check = rule.check;
    spent.set(rule.id, 0);
    rule.check = (ctx, report) => {
      const start = performance.now();
      check.call(rule, ctx, report);
      spent.set(rule.id, spent.get(rule.id) + performance.now() - start);
    };
  }
  const files = { 'file:///w/taskdef.yaml': taskDefinitionYaml('web') };
  const rounds = 2000;
  timesOf(m, serviceYaml('web'), files, rounds);
  const sorted = [...spent].sort((a, b) => b[1] - a[1]);
  const total = sorted.reduce((sum, [, ms]) => sum + ms, 0);
  console.log(`\nchecks alone, with their task definition: ${((1000 * total) / rounds).toFixed(0)} µs a round`);
  for (const [id, ms] of sorted.slice(0, 15))
    console.log(`  ${id.padEnd(52)} ${((1000 * ms) / rounds).toFixed(1).padStart(7)} µs`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const row of await bench())
    console.log(
      `${row.what.padEnd(56)} ${row.ms.toFixed(3).padStart(9)} ms ${row.ratio ? `× ${row.ratio.toFixed(2)}` : ''} ${row.note ?? ''}`,
    );
  await dearest();
}
