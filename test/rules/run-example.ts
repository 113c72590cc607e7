import type { Snapshot } from '../../server/core/engine';
import type { Example } from '../../server/core/rules/rule';
import { parse, toPlain } from '../../server/core/syntax';
import { type Marked, unmark } from '../marks';
import { makeWorkspace, type Workspace } from '../workspace';

export interface Ran {
  marked: Marked;
  workspace: Workspace;
  snapshot: Snapshot;
}

/** Opens an example with the files that stand beside it. The marked file is the one that the findings are in. */
export function runExample(
  example: Example,
  text = example.text,
  name = nameFor(text),
  inTaskDefinition = marksTaskDefinition(example),
): Ran {
  const marked = unmark(inTaskDefinition ? (example.taskDefinition as string) : text);
  const files: Record<string, string> = { [name]: unmark(text).text };
  if (example.taskDefinition) files['taskdef.yaml'] = unmark(example.taskDefinition).text;
  for (const [beside, content] of Object.entries(example.beside ?? {})) files[beside] = unmark(content).text;
  const workspace = makeWorkspace(files, undefined, {
    [name]: example.previous,
    'taskdef.yaml': example.previousTaskDefinition,
  });
  const options = {
    expected: 'service' as const,
    profile: example.profile ?? 'create-service',
  };
  const snapshot = inTaskDefinition ? workspace.open('taskdef.yaml') : workspace.open(name, options);
  return { marked, workspace, snapshot };
}

/** Whether what an example is about stands in its task definition. */
export function marksTaskDefinition(example: Example): boolean {
  return !example.text.includes('⟦') && (example.taskDefinition?.includes('⟦') ?? false);
}

/** JSON shows itself by its first brace. */
function nameFor(text: string): string {
  return text.startsWith('{') ? 'ecs-service-def.json' : 'ecs-service-def.yaml';
}

/** The same definition in the other syntax; undefined for a stream of documents or a file that does not parse. */
export function transcode(text: string): string | undefined {
  if (text.startsWith('{')) return undefined;
  const tree = parse(text, 'yaml');
  const root = tree.docs[0]?.root;
  if (tree.docs.length !== 1 || tree.problems.length > 0 || !root) return undefined;
  return JSON.stringify(toPlain(root), null, 2);
}
