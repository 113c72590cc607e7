import type { Finding } from '../finding';
import type { Snapshot } from '../snapshot';
import { positionAt } from '../syntax';
import type { Action } from './types';

/** Writes the comment that silences a finding above its line. JSON has no comments: there the settings do it. */
export function suppressionFor(finding: Finding, snapshot: Snapshot): Action | undefined {
  const title = `Switch off ${finding.rule} for this line`;
  const common = { title, kind: 'suppress' as const, findings: [finding], safe: true };
  if (snapshot.tree.syntax === 'json') {
    return {
      ...common,
      edits: () => ({}),
      disabled: `JSON has no comments. Set "${finding.rule}" to "off" for "${finding.path}" under overrides in .ecs-preflight.json.`,
    };
  }
  const { line } = positionAt(snapshot.tree, finding.span.start);
  const start = snapshot.tree.lineStarts[line] ?? 0;
  const indent = /^[ \t]*/.exec(snapshot.text.slice(start))?.[0] ?? '';
  const newText = `${indent}# ecs-preflight-disable-next-line ${finding.rule} -- why?\n`;
  return { ...common, edits: () => ({ [snapshot.uri]: [{ start, end: start, newText }] }) };
}
