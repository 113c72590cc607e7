import { factOf, remove } from '../fixes';
import { CREATE_SERVICE, github } from '../links';
import { defineRule } from '../rule';
import { AGENT } from '../samples';

interface Data {
  count: number;
}

export default defineRule<Data>({
  id: 'daemon-with-desired-count',
  severity: 'error',
  group: 'scheduling',
  on: 'service',
  since: '0.1.0',
  sources: ['R188', 'error:daemon-desired', 'recorded:pf-ecs-service-daemon-desired-count'],
  // DescribeServices returns a count for daemons too.
  profiles: ['create-service', 'ecspresso', 'update-service'],
  docs: {
    what: 'desiredCount in a DAEMON service.',
    why: 'A daemon runs one task on each instance, so the instances decide how many there are. ECS refuses any number, 0 included: "The daemon scheduling strategy does not support a desired count for services."',
    instead: 'Remove desiredCount, or make it a REPLICA service.',
    links: [CREATE_SERVICE, github('fabfuel/ecs-deploy/issues/59')],
  },
  check({ service, traits }, report) {
    const count = service.get('desiredCount');
    if (traits.scheduling !== 'DAEMON' || !count.known) return;
    report({
      at: { fact: count, key: true },
      data: { count: count.value as number },
      related: [{ at: service.get('schedulingStrategy'), message: 'The daemon scheduling strategy' }],
    });
  },
  message: ({ count }) =>
    `A DAEMON service takes no desiredCount${count === 0 ? ', not even 0' : ''}: it runs one task on each instance, and ECS refuses the service. Remove it.`,
  fix: ({ at }) => [{ title: 'Remove desiredCount', safe: true, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      { text: `${AGENT}⟦desiredCount⟧: 2\n`, fixed: AGENT },
      { text: `${AGENT}⟦desiredCount⟧: 0\n`, fixed: AGENT },
    ],
    valid: [{ text: AGENT }],
  },
});
