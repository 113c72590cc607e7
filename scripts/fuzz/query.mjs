import { LIMIT_MS, timeOf } from './log.mjs';
import { createRandom, mutate } from './random.mjs';
import { loadCore } from './texts.mjs';

const SENTENCES = [
  'attribute:ecs.instance-type =~ t3.* and attribute:ecs.availability-zone in [us-east-1a, us-east-1b]',
  'not (task:group == service:web) or runningTasksCount < 3',
  'attribute:rack exists && !(attribute:stage == "prod")',
  'agentVersion >= 1.25.0 and registeredAt >= 2018-02-01T00:00:00Z',
  'attribute:a !in [x, y, "two words", \'\'] or ec2InstanceId in [i-0123456789abcdef0]',
  'attribute:com.example.a =~ (a|b)+c{2,5}[^d-f]\\.?$',
];
const INSTANCES = [
  {},
  {
    attributes: { rack: 'a', 'ecs.instance-type': 't3.micro', a: 'x' },
    runningTasksCount: 2,
    taskGroups: ['service:web'],
  },
];

/** Sentences broken at random: read, checked, completed, explained, printed, evaluated. */
export async function fuzzQuery(log, { count = 100_000, seed }) {
  const { query } = await loadCore();
  const random = createRandom(seed);
  for (let i = 0; i < count; i++) {
    const text = mutate(random.pick(SENTENCES), SENTENCES, random);
    let problem;
    const ms = timeOf(() => {
      try {
        const read = query.parseQuery(text);
        query.checkQuery(read);
        const offset = random.below(text.length + 1);
        query.completeQuery(text, offset, {});
        query.hoverQuery(read, offset);
        for (const instance of INSTANCES) query.evaluateQuery(read, instance);
        if (read.ast) {
          query.describeQuery(read.ast);
          query.printQuery(read.ast);
        }
      } catch (error) {
        problem = error;
      }
    });
    log.tried(`query ${i} of seed ${seed}`, ms);
    if (problem) log.fail(`query ${i} of seed ${seed}`, problem, text);
    else if (ms > LIMIT_MS) log.fail(`query ${i} of seed ${seed}`, `${ms.toFixed(0)} ms`, text);
  }
}
