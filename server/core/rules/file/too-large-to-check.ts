import { INPUT_FILES } from '../links';
import { defineRule } from '../rule';
import { type ProblemData, problemsOf } from './problems';

export const TOO_LARGE = 'too-large-to-check';

/** Speaks where the reader stops; where the rules stop, and where the list of findings does, `ceilings.ts` speaks for it. */
export default defineRule<ProblemData>({
  id: TOO_LARGE,
  severity: 'warning',
  group: 'document',
  on: 'file',
  since: '0.1.0',
  sources: [],
  docs: {
    what: 'A file of a size that no service definition has: from the marked place on it is not checked, or its findings are not listed.',
    why: 'So that nobody waits for an editor: it reads about 600,000 characters of a file, or 200,000 where YAML needs the slow reader (block text, anchors, mistakes), checks the first 500 definitions and lists 1,000 findings. `ecs-preflight check` takes all.',
    instead: 'Divide the file.',
    links: [INPUT_FILES],
  },
  check: (ctx, report) => problemsOf(ctx, 'too-large').forEach(report),
  message: ({ message }) => message,
  examples: {
    invalid: [],
    valid: [{ text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n' }],
  },
});
