import { INPUT_FILES } from '../links';
import { defineRule } from '../rule';
import { type ProblemData, problemsOf } from './problems';

export default defineRule<ProblemData>({
  id: 'comment-in-json',
  severity: 'error',
  group: 'document',
  on: 'file',
  since: '0.1.0',
  sources: [],
  docs: {
    what: 'A comment in a JSON file.',
    why: 'JSON has no comments: the AWS CLI and ecspresso refuse the file.',
    instead: 'Remove it, or write the definition in YAML, which has comments.',
    links: [INPUT_FILES],
  },
  check: (ctx, report) => problemsOf(ctx, 'comment-in-json').forEach(report),
  message: ({ message }) => message,
  fix: ({ data }) => [
    { title: 'Remove the comment', safe: false, changes: [{ kind: 'text', edit: { ...data.span, newText: '' } }] },
  ],
  examples: {
    invalid: [
      { text: '{\n  ⟦// the shop⟧\n  "serviceName": "web", "taskDefinition": "web:1", "desiredCount": 2\n}\n' },
    ],
    valid: [{ text: '# the shop\nserviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n' }],
  },
});
