import { INPUT_FILES } from '../links';
import { defineRule } from '../rule';
import { type ProblemData, problemsOf } from './problems';

export default defineRule<ProblemData>({
  id: 'trailing-comma',
  severity: 'error',
  group: 'document',
  on: 'file',
  since: '0.1.0',
  sources: [],
  docs: {
    what: 'A comma before a closing bracket in JSON.',
    why: 'The AWS CLI and ecspresso read strict JSON and refuse the file.',
    instead: 'Remove the comma.',
    links: [INPUT_FILES],
  },
  check: (ctx, report) => problemsOf(ctx, 'trailing-comma').forEach(report),
  message: ({ message }) => message,
  fix: ({ data }) => [
    { title: 'Remove the comma', safe: true, changes: [{ kind: 'text', edit: { ...data.span, newText: '' } }] },
  ],
  examples: {
    invalid: [
      {
        text: '{"serviceName": "web", "taskDefinition": "web:1", "desiredCount": 2⟦,⟧ }',
        fixed: '{"serviceName": "web", "taskDefinition": "web:1", "desiredCount": 2 }',
      },
    ],
    valid: [{ text: '{"serviceName": "web", "taskDefinition": "web:1", "desiredCount": 2}' }],
  },
});
