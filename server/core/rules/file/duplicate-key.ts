import { INPUT_FILES } from '../links';
import { defineRule } from '../rule';
import { type ProblemData, problemsOf } from './problems';

export default defineRule<ProblemData>({
  id: 'duplicate-key',
  severity: 'warning',
  group: 'document',
  on: 'file',
  since: '0.1.0',
  sources: ['R007'],
  docs: {
    what: 'One object gives the same key twice.',
    why: 'No reader complains: the last value silently wins, so the first one is not what is deployed.',
    instead: 'Keep one of them.',
    links: [INPUT_FILES],
  },
  check: (ctx, report) => problemsOf(ctx, 'duplicate-key').forEach(report),
  message: ({ message }) => message,
  fix: ({ data }) => [
    {
      title: 'Remove the second one',
      safe: false,
      changes: data.entry ? [{ kind: 'remove', target: data.entry }] : [],
    },
  ],
  examples: {
    invalid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n⟦desiredCount⟧: 4\n',
        fixed: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n',
      },
    ],
    valid: [{ text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n' }],
  },
});
