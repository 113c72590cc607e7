import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../server/core/finding';
import { makeWorkspace } from '../workspace';
import { CORPUS, readFileSync } from './corpus';

/** Everything said about a case of `corpus/negative`, in the service and in the task definition beside it. */
export interface Said {
  findings: Finding[];
  bugs: unknown[];
}

/** `001` is the invalid request, `001.pass` its repaired pair. Undefined when the corpus has no such file. */
export function runCase(name: string): Said | undefined {
  const path = (file: string) => join(CORPUS, 'negative', file);
  if (!existsSync(path(`${name}.json`))) return undefined;
  const files: Record<string, string> = { 'service.json': readFileSync(path(`${name}.json`), 'utf8') };
  const beside = [`${name}.taskdef.json`, `${name.replace('.pass', '')}.taskdef.json`].find((file) =>
    existsSync(path(file)),
  );
  if (beside) files['taskdef.json'] = readFileSync(path(beside), 'utf8');
  const workspace = makeWorkspace(files);
  const own = workspace.open('service.json', { expected: 'service', profile: 'create-service' }).findings();
  const theirs = beside ? workspace.open('taskdef.json').findings() : [];
  return { findings: [...own, ...theirs], bugs: workspace.bugs };
}
