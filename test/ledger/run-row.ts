import type { Finding } from '../../server/core/finding';
import { makeWorkspace } from '../workspace';
import type { LedgerRow } from './ledger';

export interface RowRun {
  findings: Finding[];
  bugs: unknown[];
}

/** Opens the definition of a row with the files that it needs beside it; findings of both files. */
export function runRow(row: LedgerRow, text: string): RowRun {
  const files: Record<string, string> = { 'ecs-service-def.yaml': text, ...row.beside };
  if (row.taskDefinition !== undefined) files['taskdef.yaml'] = row.taskDefinition;
  const workspace = makeWorkspace(files, undefined, {
    'ecs-service-def.yaml': row.previous,
    'taskdef.yaml': row.previousTaskDefinition,
  });
  const own = workspace.open('ecs-service-def.yaml', {
    expected: 'service',
    profile: row.profile ?? 'create-service',
  });
  const theirs = row.taskDefinition === undefined ? [] : workspace.open('taskdef.yaml').findings();
  return { findings: [...own.findings(), ...theirs], bugs: workspace.bugs };
}
