import { LARGEST, SLOWEST } from '../../syntax';
import { INPUT_FILES } from '../links';
import { defineRule } from '../rule';
import { thousands } from '../words';
import { type ProblemData, problemsOf } from './problems';

export const TOO_LARGE = 'too-large-to-check';

/** What an editor looks at in one file and lists of it; how much of the text is read says ceiling.ts. */
export const MOST_DEFINITIONS = 600;
export const MOST_FINDINGS = 1000;

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
    why: `So that nobody waits for an editor: it reads about ${thousands(LARGEST)} characters of a file, or ${thousands(SLOWEST)} where YAML needs the slow reader (block text, anchors, mistakes), checks the first ${thousands(MOST_DEFINITIONS)} definitions and lists ${thousands(MOST_FINDINGS)} findings. \`ecs-preflight check\` takes all.`,
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
