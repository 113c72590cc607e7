import { set } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';

export default defineRule<Record<string, never>>({
  id: 'no-alarm-names',
  severity: 'warning',
  group: 'deployment',
  on: 'service',
  since: '0.1.0',
  sources: ['R260'],
  docs: {
    what: 'Deployment alarms that are switched on with an empty list of names.',
    why: 'There is nothing to watch, so no deployment will ever be stopped by an alarm. AWS documents one or more names.',
    instead: 'Name at least one CloudWatch alarm of the Region, or write enable: false.',
    links: [guide('deployment-alarm-failure')],
  },
  check({ service }, report) {
    const alarms = service.get('deploymentConfiguration').get('alarms');
    const names = alarms.get('alarmNames');
    if (names.known && names.none && alarms.get('enable').is(true)) report({ at: names, data: {} });
  },
  message: () =>
    'Deployment alarms are switched on but none is named, so nothing is watched. AWS documents at least one: name an alarm, or write enable: false.',
  fix: (_, { service }) => {
    const alarms = service.get('deploymentConfiguration').get('alarms');
    return [{ title: 'Set enable to false', safe: false, changes: set(alarms, 'enable', false) }];
  },
  examples: {
    invalid: [
      {
        text: `${WEB}deploymentConfiguration:\n  alarms:\n    alarmNames: ⟦[]⟧\n    enable: true\n    rollback: false\n`,
        fixed: `${WEB}deploymentConfiguration:\n  alarms:\n    alarmNames: []\n    enable: false\n    rollback: false\n`,
      },
    ],
    valid: [
      {
        text: `${WEB}deploymentConfiguration:\n  alarms:\n    alarmNames: []\n    enable: false\n    rollback: false\n`,
      },
    ],
  },
});
