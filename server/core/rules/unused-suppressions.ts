import type { Finding } from '../finding';
import { levelOf } from '../settings';
import type { Subject } from '../subject';

export const UNUSED_SUPPRESSION = 'unused-suppression';

/** Suppressions that covered nothing: the finding was mended, or the rule id is misspelt. */
export function findUnusedSuppressions(subject: Subject): Finding[] {
  const level = levelOf(subject.settings, UNUSED_SUPPRESSION, 'warning', '');
  if (level === 'off') return [];
  return subject.suppressions
    .filter((s) => !s.used)
    .map((s) => ({
      rule: UNUSED_SUPPRESSION,
      severity: level,
      span: s.comment,
      message: `This comment switches off ${s.rules.length > 0 ? s.rules.join(', ') : 'all rules'}, but there is nothing to switch off here. Remove it, or check the rule's name.`,
      path: '',
      related: [],
      tags: ['unnecessary'],
      fixes: () => [
        {
          title: 'Remove the unused comment',
          safe: true,
          changes: [{ kind: 'text', edit: { start: s.comment.start, end: s.comment.end, newText: '' } }],
        },
      ],
    }));
}
