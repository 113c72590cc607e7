import { factOf, replace } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';
import { count } from '../words';

interface Data {
  names: string[];
}

export default defineRule<Data>({
  id: 'several-alarms-in-one-name',
  severity: 'warning',
  group: 'deployment',
  on: 'service',
  since: '0.1.0',
  sources: ['R261'],
  docs: {
    what: 'Several alarm names in one item of alarmNames, separated by commas.',
    why: 'Each item is one name. The comma that AWS mentions belongs to the shorthand of the command line; in a file ECS looks for an alarm whose name holds the comma.',
    instead: 'Write each name as an item of its own.',
    links: [guide('deployment-alarm-failure')],
  },
  check({ service }, report) {
    for (const name of service.get('deploymentConfiguration').get('alarms').get('alarmNames').items) {
      const names = (name.value ?? '')
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean);
      if ((name.value ?? '').includes(',')) report({ at: name, data: { names } });
    }
  },
  message: ({ names }) =>
    `In a file each item of alarmNames is one alarm, so ECS looks for a single alarm with commas in its name. Write ${count(names.length, 'item')} instead.`,
  fix({ at, data }) {
    const item = factOf(at);
    const names = item.parent;
    if (!names) return [];
    const all = names.itemsOf.flatMap((other) => (other === item ? data.names : [other.value]));
    if (!all.every((name) => typeof name === 'string')) return [];
    return [{ title: 'Split into items', safe: false, changes: replace(names, all as string[]) }];
  },
  examples: {
    invalid: [
      {
        text: `${WEB}deploymentConfiguration:\n  alarms:\n    alarmNames: [⟦"web-5xx, web-latency"⟧]\n    enable: true\n    rollback: true\n`,
        fixed: `${WEB}deploymentConfiguration:\n  alarms:\n    alarmNames:\n      - web-5xx\n      - web-latency\n    enable: true\n    rollback: true\n`,
      },
    ],
    valid: [
      {
        text: `${WEB}deploymentConfiguration:\n  alarms:\n    alarmNames: [web-5xx, web-latency]\n    enable: true\n    rollback: true\n`,
      },
    ],
  },
});
