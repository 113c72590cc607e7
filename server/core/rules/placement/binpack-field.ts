import { factOf, replace } from '../fixes';
import { api, guide } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';
import { quote } from '../words';

interface Data {
  field: string;
}

export default defineRule<Data>({
  id: 'binpack-field',
  severity: 'error',
  group: 'placement',
  on: 'service',
  since: '0.1.0',
  sources: ['R291', 'recorded:pf-ecs-svc-binpack-field'],
  docs: {
    what: 'A binpack strategy over something else than cpu or memory.',
    why: 'binpack fills the instance that has the least of one resource left, and knows two: "binpack field \'instanceId\' is invalid."',
    instead: 'Write memory or cpu. To spread over instances or zones use type spread.',
    links: [api('PlacementStrategy'), guide('task-placement-strategies')],
  },
  check({ service }, report) {
    for (const strategy of service.get('placementStrategy').items) {
      const field = strategy.get('field');
      if (!strategy.get('type').is('binpack') || field.value === undefined || /^(?:cpu|memory)$/i.test(field.value))
        continue;
      report({ at: field, data: { field: field.value } });
    }
  },
  message: ({ field }) =>
    `binpack works by cpu or memory, and ECS refuses ${quote(field)}. Write memory or cpu; to spread over instances or zones use type spread.`,
  fix: ({ at }) =>
    ['memory', 'cpu'].map((field) => ({ title: `Write ${field}`, safe: false, changes: replace(factOf(at), field) })),
  examples: {
    invalid: [
      {
        text: `${WEB}placementStrategy:\n  - type: binpack\n    field: ⟦instanceId⟧\n`,
        fixed: `${WEB}placementStrategy:\n  - type: binpack\n    field: memory\n`,
      },
    ],
    valid: [
      { text: `${WEB}placementStrategy:\n  - type: binpack\n    field: cpu\n` },
      { text: `${WEB}placementStrategy:\n  - type: binpack\n    field: MEMORY\n` },
    ],
  },
});
