import type { Definition } from './definition';
import { type Finding, SEVERITIES } from './finding';
import type { SourceFile } from './model/source-file';
import { MOST_DEFINITIONS, MOST_FINDINGS, TOO_LARGE } from './rules/file/too-large-to-check';
import { thousands } from './rules/words';
import { levelOf, type Settings } from './settings';
import type { Subject } from './subject';
import type { Span, SyntaxProblem } from './syntax';

/*
 * What an editor is shown of a file of absurd size, so that it never waits. What is left out is said where it begins; a
 * command, which can wait, leaves nothing out.
 */

/** The definitions that are looked at, and the finding that says where that ends. */
export function firstDefinitions(subject: Subject): { subject: Subject; end: Finding[] } {
  const beyond = subject.definitions[MOST_DEFINITIONS];
  const at = beyond?.root.node;
  if (!beyond || !at) return { subject, end: [] };
  const message = `An editor checks the first ${thousands(MOST_DEFINITIONS)} definitions of a file; this one and the ${thousands(subject.definitions.length - MOST_DEFINITIONS - 1)} after it are not checked. \`ecs-preflight check\` takes them all.`;
  const definitions = subject.definitions.slice(0, MOST_DEFINITIONS);
  // What a comment further down silences is not looked for, so it cannot be called unused.
  const suppressions = subject.suppressions.filter(({ comment }) => comment.start < at.start);
  return {
    subject: { ...subject, definitions, suppressions },
    end: tell(subject.settings, startOf(beyond, at), message),
  };
}

/** The file with the problems of its text that are told, the gravest before the others where there are too many. */
export function firstProblems(file: SourceFile): SourceFile {
  const { problems } = file.tree;
  if (problems.length <= MOST_FINDINGS) return file;
  const rank = ({ code, severity }: SyntaxProblem) => (code === 'too-large' ? 0 : severity === 'error' ? 1 : 2);
  const first = [0, 1, 2]
    .flatMap((wanted) => problems.filter((one) => rank(one) === wanted))
    .slice(0, MOST_FINDINGS + 1);
  return { ...file, tree: { ...file.tree, problems: first } };
}

/** The findings that are listed, the gravest before the others where there are too many. In order of place before and after. */
export function firstFindings(findings: Finding[], settings: Settings): Finding[] {
  if (findings.length <= MOST_FINDINGS) return findings;
  const others = findings.filter((one) => one.rule !== TOO_LARGE);
  const grave = [
    ...findings.filter((one) => one.rule === TOO_LARGE),
    ...SEVERITIES.flatMap((severity) => others.filter((one) => one.severity === severity)),
  ];
  const listed = new Set(grave.slice(0, MOST_FINDINGS));
  const first = findings.find((one) => !listed.has(one)) as Finding;
  const message = `An editor lists ${thousands(MOST_FINDINGS)} findings of a file, errors first. From here on others are left out; \`ecs-preflight check\` lists them all.`;
  return [...findings.filter((one) => listed.has(one)), ...tell(settings, first.span, message)].sort(
    (a, b) => a.span.start - b.span.start,
  );
}

const startOf = ({ root }: Definition, node: Span): Span => root.keySpan ?? { start: node.start, end: node.start + 1 };

function tell(settings: Settings, span: Span, message: string): Finding[] {
  const severity = levelOf(settings, TOO_LARGE, 'warning', '');
  if (severity === 'off') return [];
  return [{ rule: TOO_LARGE, severity, span, message, path: '', related: [], tags: [], fixes: () => [] }];
}
