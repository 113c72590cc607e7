import type { Finding } from '../finding';
import { type Comment, positionAt, type Tree } from '../syntax';

/**
 * Suppression by comment, in both syntaxes that have comments:
 * `# ecs-preflight-disable-next-line RULE, RULE -- why`, `# ecs-preflight-disable-line RULE -- why`,
 * `# ecs-preflight-disable RULE -- why` (the whole file). Without a rule name all rules are meant.
 */
export interface Suppression {
  comment: Comment;
  scope: 'next-line' | 'line' | 'file';
  /** Rule ids; empty: every rule. */
  rules: string[];
  why: string;
  line: number;
  used: boolean;
}

const SUPPRESSION = /^ecs-preflight-disable(-next-line|-line)?(?![\w-])\s*(.*)$/s;

export function suppressionsIn(tree: Tree): Suppression[] {
  return tree.comments.flatMap((comment) => {
    const match = SUPPRESSION.exec(comment.text);
    if (!match) return [];
    const [names = '', why = ''] = (match[2] ?? '').split(/\s+--\s+/);
    const scope = match[1] === '-next-line' ? 'next-line' : match[1] === '-line' ? 'line' : 'file';
    const rules = names.split(/[\s,]+/).filter(Boolean);
    return [{ comment, scope, rules, why: why.trim(), line: positionAt(tree, comment.start).line, used: false }];
  });
}

/** The findings that no suppression covers; marks the suppressions that were used. */
export function applySuppressions<F extends Finding>(tree: Tree, findings: F[], suppressions: Suppression[]): F[] {
  if (suppressions.length === 0) return findings;
  return findings.filter((finding) => {
    const line = positionAt(tree, finding.span.start).line;
    const covering = suppressions.filter((s) => covers(s, finding.rule, line));
    for (const suppression of covering) suppression.used = true;
    return covering.length === 0;
  });
}

function covers(suppression: Suppression, rule: string, line: number): boolean {
  if (suppression.rules.length > 0 && !suppression.rules.includes(rule)) return false;
  if (suppression.scope === 'file') return true;
  return line === suppression.line + (suppression.scope === 'next-line' ? 1 : 0);
}
