import { INPUT_FILES } from '../links';
import { defineRule } from '../rule';
import { otherProblems, type ProblemData } from './problems';

export default defineRule<ProblemData>({
  id: 'invalid-syntax',
  severity: 'error',
  group: 'document',
  on: 'file',
  since: '0.1.0',
  sources: [],
  docs: {
    what: 'Something that is not JSON, or not YAML.',
    why: 'The AWS CLI and ecspresso stop at the first mistake of this kind and read nothing of the file. The rest of it is checked all the same.',
    instead: 'Mend it where the message points.',
    links: [INPUT_FILES],
  },
  check: (ctx, report) => otherProblems(ctx).forEach(report),
  message: ({ message }) => message,
  examples: {
    invalid: [],
    valid: [{ text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n' }],
  },
});
