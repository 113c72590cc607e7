import { INPUT_FILES } from '../links';
import { defineRule } from '../rule';
import { type ProblemData, problemsOf } from './problems';

export default defineRule<ProblemData>({
  id: 'merge-conflict',
  severity: 'error',
  group: 'document',
  on: 'file',
  since: '0.1.0',
  sources: [],
  docs: {
    what: 'The marks of an unfinished merge.',
    why: 'Whoever reads the file next refuses it, and neither side of the conflict is deployed.',
    instead: 'Choose a side and remove the marks.',
    links: [INPUT_FILES],
  },
  check: (ctx, report) => problemsOf(ctx, 'merge-conflict').forEach(report),
  message: ({ message }) => message,
  examples: {
    invalid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\n⟦<<<<<<< HEAD⟧\ndesiredCount: 2\n=======\ndesiredCount: 3\n>>>>>>> feature\n',
      },
    ],
    valid: [{ text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n' }],
  },
});
