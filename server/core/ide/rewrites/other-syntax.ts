import { once } from '../../once';
import type { Snapshot } from '../../snapshot';
import { type Node, type Syntax, transcode, type UnknownNode } from '../../syntax';
import { factsIn } from '../at';
import type { Action } from '../types';

const ENDING = /\.(json|jsonc|yaml|yml)$/i;

/** The file in the other syntax, beside it. Where JSON would lose comments, also with them, for readers that take some. */
export function toOtherSyntax(snapshot: Snapshot): Action[] {
  const { syntax, comments } = snapshot.tree;
  if (!ENDING.test(snapshot.uri)) return [];
  if (syntax === 'json') return [written(snapshot, 'Write as YAML', 'yaml', 'keep', '.yaml')];
  if (comments.length === 0) return [written(snapshot, 'Write as JSON', 'json', 'drop', '.json')];
  return [
    written(snapshot, 'Write as JSON, without the comments', 'json', 'drop', '.json'),
    written(snapshot, 'Write as JSON, with the comments (the AWS CLI refuses them)', 'json', 'keep', '.jsonc'),
  ];
}

function written(snapshot: Snapshot, title: string, to: Syntax, comments: 'keep' | 'drop', ending: string): Action {
  // Gathered once: to look for the fact of each template would be quadratic.
  const shapes = once(() => {
    const facts = snapshot.definitions.flatMap(({ root }) => [...factsIn(root)]);
    return new Map(facts.map(({ target, shape }) => [target as Node | undefined, shape]));
  });
  const isText = (node: UnknownNode) => shapes().get(node)?.type === 'string';
  const text = transcode(snapshot.tree, { to, comments, isText });
  const action: Action = { title, kind: 'rewrite', findings: [], safe: true, edits: () => ({}) };
  if (text === undefined) {
    const disabled =
      'This file has parts that the other syntax cannot say: several documents, anchors, tags, template directives or broken text.';
    return { ...action, disabled };
  }
  return { ...action, creates: { uri: snapshot.uri.replace(ENDING, ending), text } };
}
