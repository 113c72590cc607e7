import { factOf, replace, set } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';

interface Data {
  type: string;
  value: number;
}

export default defineRule<Data>({
  id: 'threshold-above-100-percent',
  severity: 'warning',
  group: 'deployment',
  on: 'service',
  since: '0.1.0',
  sources: ['today:thresholdConfiguration'],
  docs: {
    what: 'A circuit breaker threshold of more than 100 percent.',
    why: 'For BOUNDED_PERCENT and UNBOUNDED_PERCENT the value is a share of desiredCount; AWS documents 1 to 100. A number of failed tasks is written with COUNT.',
    instead: 'Write a percentage up to 100, or use the type COUNT.',
    links: [guide('deployment-circuit-breaker')],
  },
  check({ service }, report) {
    const breaker = service.get('deploymentConfiguration').get('deploymentCircuitBreaker');
    const threshold = breaker.get('thresholdConfiguration');
    const type = threshold.get('type').value;
    const value = threshold.get('value');
    if (type === undefined || !type.endsWith('_PERCENT') || value.value === undefined) return;
    if (value.value <= 100) return;
    report({
      at: value,
      data: { type, value: value.value },
      related: [{ at: threshold.get('type'), message: 'The type' }],
    });
  },
  message: ({ type, value }) =>
    `With ${type} the threshold is a percentage of desiredCount, and AWS documents 1 to 100; this is ${value}. If you mean ${value} failed tasks, use the type COUNT.`,
  fix({ at }) {
    const value = factOf(at);
    return [
      { title: 'Write 100', safe: false, changes: replace(value, 100) },
      { title: 'Use the type COUNT', safe: false, changes: value.parent ? set(value.parent, 'type', 'COUNT') : [] },
    ];
  },
  examples: {
    invalid: [
      {
        text: `${WEB}deploymentConfiguration:\n  deploymentCircuitBreaker:\n    enable: true\n    rollback: true\n    thresholdConfiguration:\n      type: BOUNDED_PERCENT\n      value: ⟦150⟧\n`,
        fixed: `${WEB}deploymentConfiguration:\n  deploymentCircuitBreaker:\n    enable: true\n    rollback: true\n    thresholdConfiguration:\n      type: BOUNDED_PERCENT\n      value: 100\n`,
      },
    ],
    valid: [
      {
        text: `${WEB}deploymentConfiguration:\n  deploymentCircuitBreaker:\n    enable: true\n    rollback: true\n    thresholdConfiguration:\n      type: COUNT\n      value: 150\n`,
      },
    ],
  },
});
