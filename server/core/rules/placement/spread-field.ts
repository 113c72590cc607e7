import { attributeInfo } from '../../query';
import { factOf, replace } from '../fixes';
import { api, guide } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';
import { quote } from '../words';

interface Data {
  field: string;
  /** The same with the prefix, when it looks like the name of an attribute. */
  attribute: string | undefined;
}

export default defineRule<Data>({
  id: 'spread-field',
  severity: 'warning',
  group: 'placement',
  on: 'service',
  since: '0.1.0',
  sources: ['R290', 'R294'],
  docs: {
    what: 'A spread strategy over something that is neither instanceId, host nor an attribute.',
    why: 'Tasks are spread over the values of an attribute, written with its prefix attribute:, or over the instances. AWS documents nothing else; cpu and memory are for binpack.',
    instead:
      'Write attribute:ecs.availability-zone for zones, instanceId for instances, or attribute: and the name of your attribute.',
    links: [api('PlacementStrategy'), guide('task-placement-strategies')],
  },
  check({ service }, report) {
    for (const strategy of service.get('placementStrategy').items) {
      const field = strategy.get('field');
      const text = field.value;
      if (!strategy.get('type').is('spread') || text === undefined) continue;
      if (/^(?:instanceId|host)$/i.test(text) || /^attribute:./i.test(text)) continue;
      const attribute = /^(?:ecs\.|[\w-]+\.)/.test(text) || attributeInfo(`ecs.${text}`) ? named(text) : undefined;
      report({ at: field, data: { field: text, attribute } });
    }
  },
  message: ({ field, attribute }) =>
    attribute
      ? `An attribute is written with its prefix: ${attribute}. AWS documents no other field for spread than instanceId, host and attributes, so ${quote(field)} means nothing to it.`
      : `spread does not know the field ${quote(field)}: AWS documents instanceId, host and attribute:NAME. Write attribute:ecs.availability-zone to spread over zones.`,
  fix: ({ at, data }) => {
    const field = data.attribute ?? 'attribute:ecs.availability-zone';
    return [{ title: `Write ${field}`, safe: false, changes: replace(factOf(at), field) }];
  },
  examples: {
    invalid: [
      {
        text: `${WEB}placementStrategy:\n  - type: spread\n    field: ⟦ecs.availability-zone⟧\n`,
        fixed: `${WEB}placementStrategy:\n  - type: spread\n    field: attribute:ecs.availability-zone\n`,
      },
      {
        text: `${WEB}placementStrategy:\n  - type: spread\n    field: ⟦cpu⟧\n`,
        fixed: `${WEB}placementStrategy:\n  - type: spread\n    field: attribute:ecs.availability-zone\n`,
      },
    ],
    valid: [
      {
        text: `${WEB}placementStrategy:\n  - type: spread\n    field: attribute:ecs.availability-zone\n  - type: spread\n    field: instanceId\n`,
      },
    ],
  },
});

function named(text: string): string {
  return `attribute:${attributeInfo(text) ? text : attributeInfo(`ecs.${text}`) ? `ecs.${text}` : text}`;
}
