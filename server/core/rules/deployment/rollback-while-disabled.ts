import { factOf, replace, set } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';

interface Data {
  of: 'deploymentCircuitBreaker' | 'alarms';
}

export default defineRule<Data>({
  id: 'rollback-while-disabled',
  severity: 'warning',
  group: 'deployment',
  on: 'service',
  since: '0.1.0',
  sources: ['R256', 'R264'],
  docs: {
    what: 'rollback: true in a circuit breaker or in alarms that are switched off.',
    why: 'rollback says what happens when the detection fires. Switched off it never fires, and nothing is ever rolled back.',
    instead: 'Write enable: true, or rollback: false if it is meant to be off.',
    links: [guide('deployment-circuit-breaker'), guide('deployment-alarm-failure')],
  },
  check({ service }, report) {
    for (const of of ['deploymentCircuitBreaker', 'alarms'] as const) {
      const owner = service.get('deploymentConfiguration').get(of);
      const enable = owner.get('enable');
      const rollback = owner.get('rollback');
      if (!enable.is(false) || !rollback.is(true)) continue;
      report({ at: rollback, data: { of }, related: [{ at: enable, message: 'Switched off here' }] });
    }
  },
  message: ({ of }) =>
    `rollback: true has no effect, because ${of === 'alarms' ? 'the alarms are' : 'the circuit breaker is'} switched off (enable: false): nothing will be rolled back. Write enable: true if it should be.`,
  fix: ({ at }) => {
    const rollback = factOf(at);
    return [
      {
        title: 'Set enable to true',
        safe: false,
        changes: rollback.parent ? set(rollback.parent, 'enable', true) : [],
      },
      { title: 'Set rollback to false', safe: true, changes: replace(rollback, false) },
    ];
  },
  examples: {
    invalid: [
      {
        text: `${WEB}deploymentConfiguration:\n  deploymentCircuitBreaker:\n    enable: false\n    rollback: ⟦true⟧\n`,
        fixed: `${WEB}deploymentConfiguration:\n  deploymentCircuitBreaker:\n    enable: true\n    rollback: true\n`,
      },
      {
        text: `${WEB}deploymentConfiguration:\n  alarms:\n    alarmNames: [web-5xx]\n    enable: false\n    rollback: ⟦true⟧\n`,
        fixed: `${WEB}deploymentConfiguration:\n  alarms:\n    alarmNames: [web-5xx]\n    enable: true\n    rollback: true\n`,
      },
    ],
    valid: [
      { text: `${WEB}deploymentConfiguration:\n  deploymentCircuitBreaker:\n    enable: false\n    rollback: false\n` },
    ],
  },
});
