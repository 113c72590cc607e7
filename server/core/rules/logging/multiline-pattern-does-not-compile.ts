import { guide } from '../links';
import { defineRule } from '../rule';
import { AWSLOGS, fargateTask, ON_FARGATE } from '../task-definition/samples';
import { quote } from '../words';
import { logsOf } from './logs';
import { ec2Log, GROUP, PREFIX, REGION } from './samples';

interface Data {
  value: string;
  open: string;
}

const LOG = `${ec2Log('awslogs')}${GROUP}${REGION}${PREFIX}      awslogs-multiline-pattern: `;

export default defineRule<Data>({
  id: 'multiline-pattern-does-not-compile',
  severity: 'warning',
  group: 'logging',
  on: 'shape',
  since: '0.1.0',
  sources: ['R405'],
  docs: {
    what: 'An awslogs-multiline-pattern whose brackets do not match.',
    why: 'The option takes a regular expression. One that does not compile makes the log driver, and with it the task, fail when it starts.',
    instead: 'Close what is open, or put a backslash before a bracket that stands for itself.',
    links: [guide('using_awslogs')],
  },
  check(ctx, report) {
    for (const log of logsOf(ctx)) {
      if (log.driver !== 'awslogs') continue;
      const fact = log.options.get('awslogs-multiline-pattern');
      const open = fact.value === undefined ? undefined : unmatched(fact.value);
      if (open !== undefined) report({ at: fact, data: { value: fact.value as string, open } });
    }
  },
  message: ({ value, open }) =>
    `The ${open} in ${quote(value)} has no counterpart, so this is no regular expression and the log driver does not start. Close it, or write \\${open} for the sign itself.`,
  examples: {
    invalid: [
      { text: `${LOG}⟦"(INFO|WARN"⟧\n` },
      { text: `${LOG}⟦"[0-9"⟧\n` },
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(`${AWSLOGS}        awslogs-multiline-pattern: ⟦"(INFO|WARN"⟧\n`),
      },
    ],
    valid: [{ text: `${LOG}"^(INFO|WARN) [()[]"\n` }],
  },
});

/**
 * The first bracket without a counterpart. Only brackets are looked at: the driver's dialect (Go) differs from others in
 * the rest, and a wrong finding would be worse than none.
 */
function unmatched(pattern: string): string | undefined {
  let depth = 0;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i];
    if (c === '\\') i++;
    else if (c === '[') {
      const end = endOfClass(pattern, i);
      if (end === undefined) return '[';
      i = end;
    } else if (c === '(') depth++;
    else if (c === ')' && depth-- === 0) return ')';
  }
  return depth > 0 ? '(' : undefined;
}

/** Where the character class that begins at `start` ends; undefined when it does not. A `]` in first place stands for itself. */
function endOfClass(pattern: string, start: number): number | undefined {
  let i = start + 1;
  if (pattern[i] === '^') i++;
  if (pattern[i] === ']') i++;
  for (; i < pattern.length; i++) {
    if (pattern[i] === '\\') i++;
    else if (pattern.startsWith('[:', i)) i = Math.max(i, pattern.indexOf(':]', i) + 1);
    else if (pattern[i] === ']') return i;
  }
  return undefined;
}
