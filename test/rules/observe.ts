import type { Finding } from '../../server/core/finding';
import type { Example, Rule } from '../../server/core/rules/rule';
import { applyEdits, changesToEdits } from '../../server/core/syntax';
import { runExample } from './run-example';

/** What a user meets when a rule speaks about an example: the words, where, and what its fixes are called and write. */
export interface Observed {
  severity: string;
  /** The text that is underlined. */
  at: string;
  path: string;
  message: string;
  related: string[];
  tags: string[];
  /** `file`: another one than that of the finding. */
  fixes: { title: string; safe: boolean; text: string; file?: string }[];
}

/** The findings of one rule in one of its examples. */
export function observe(rule: Pick<Rule, 'id'>, example: Example): Observed[] {
  const { snapshot, workspace } = runExample(example);
  const own = snapshot.findings().filter((f) => f.rule === rule.id);
  return own.map((finding) => ({
    severity: finding.severity,
    at: snapshot.text.slice(finding.span.start, finding.span.end),
    path: finding.path,
    message: finding.message,
    related: finding.related.map((r) => r.message),
    tags: finding.tags,
    fixes: finding.fixes().map((fix) => ({
      title: fix.title,
      safe: fix.safe,
      text: fixed(fix.uri && fix.uri !== snapshot.uri ? workspace.open(nameOf(fix.uri)) : snapshot, fix),
      ...(fix.uri && fix.uri !== snapshot.uri && { file: nameOf(fix.uri) }),
    })),
  }));
}

function fixed({ tree, text }: { tree: Parameters<typeof changesToEdits>[0]; text: string }, fix: Fix): string {
  const edits = changesToEdits(tree, fix.changes);
  return edits ? applyEdits(text, edits) : 'cannot be written';
}

const nameOf = (uri: string) => uri.slice(uri.lastIndexOf('/') + 1);

type Fix = ReturnType<Finding['fixes']>[number];

/** All findings in the files of an example, of the service and of its task definition. */
export function findingsOf(example: Example): { findings: Finding[]; bugs: unknown[] } {
  const { snapshot, workspace } = runExample(example);
  const elsewhere = example.taskDefinition === undefined ? [] : workspace.open('taskdef.yaml').findings();
  return { findings: [...snapshot.findings(), ...elsewhere], bugs: workspace.bugs };
}
