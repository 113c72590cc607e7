/** Reading must cost hardly more than the library under it: the tree is built on every keystroke. */
import { parseTree } from 'jsonc-parser';
import { expect, it } from 'vitest';
import { parseDocument, stringify } from 'yaml';
import { parse } from '../../server/core/syntax';

const service = (i: number) => ({
  serviceName: `web-${i}`,
  cluster: 'prod',
  taskDefinition: `web:${i}`,
  desiredCount: 2,
  launchType: 'FARGATE',
  networkConfiguration: {
    awsvpcConfiguration: {
      subnets: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'],
      securityGroups: ['sg-0123456789abcdef0'],
      assignPublicIp: 'DISABLED',
    },
  },
  deploymentConfiguration: {
    minimumHealthyPercent: 100,
    maximumPercent: 200,
    deploymentCircuitBreaker: { enable: true, rollback: true },
  },
  loadBalancers: [
    {
      targetGroupArn: 'arn:aws:elasticloadbalancing:us-east-1:012345678901:targetgroup/web/0123456789abcdef',
      containerName: 'web',
      containerPort: 8080,
    },
  ],
  tags: [
    { key: 'team', value: 'core' },
    { key: 'env', value: 'prod' },
  ],
});

/** The quickest of many runs of each, taken in turn, so that a busy machine slows both alike. */
function compare(ours: () => unknown, theirs: () => unknown, rounds: number): [ours: number, theirs: number] {
  const best: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let i = 0; i < rounds; i++) {
    for (const [which, run] of [ours, theirs].entries()) {
      const start = performance.now();
      run();
      best[which as 0 | 1] = Math.min(best[which as 0 | 1], performance.now() - start);
    }
  }
  return best;
}

it.each([
  ['yaml', 2, 400, 1.5],
  ['yaml', 60, 30, 1.5],
  ['json', 2, 800, 2],
  ['json', 60, 60, 2],
] as const)('%s of %i services', (syntax, count, rounds, limit) => {
  const value = Array.from({ length: count }, (_, i) => service(i));
  const text = syntax === 'yaml' ? stringify(value) : JSON.stringify(value, null, 2);
  const [ours, theirs] = compare(
    () => parse(text, syntax),
    () => (syntax === 'yaml' ? parseDocument(text) : parseTree(text)),
    rounds,
  );
  console.log(
    `${syntax} ${(text.length / 1024).toFixed(1)} KB: ${ours.toFixed(3)} ms, ${(ours / theirs).toFixed(2)} times the bare library`,
  );
  expect(ours / theirs).toBeLessThan(limit);
});
