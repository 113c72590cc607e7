/** White space, comments and directives between things. */

import { firstAfter } from './build';
import { endsBlock, opensBlock } from './directive';
import type { Comment, Tree } from './node';
import { endOfLine, startOfLine } from './position';

/** Offset of the first character at or after `offset` that is neither white space nor in a comment. */
export function skipTrivia(tree: Pick<Tree, 'text' | 'comments'>, offset: number): number {
  const { text, comments } = tree;
  let i = offset;
  for (;;) {
    while (i < text.length && ' \t\r\n'.includes(text[i] as string)) i++;
    const comment = comments[firstAfter(comments, i)];
    if (!comment || comment.start > i) return i;
    i = comment.end;
  }
}

/** The comment that follows `offset` on its line with nothing but white space (or `allowed`) between. */
export function commentBehind(tree: Tree, offset: number, allowed = /^[ \t]*$/): Comment | undefined {
  const comment = tree.comments[firstAfter(tree.comments, offset)];
  if (!comment || comment.start < offset || comment.start >= endOfLine(tree.text, offset)) return undefined;
  return allowed.test(tree.text.slice(offset, comment.start)) ? comment : undefined;
}

/**
 * Where text can be inserted so that it is on no branch: `offset` itself, or the end of the line of the directive that
 * closes what was opened since `from`. Undefined when nothing closes it.
 */
export function outsideBranches(tree: Tree, from: number, offset: number): number | undefined {
  let depth = 0;
  for (const { start, end, role, source } of tree.templates) {
    if (start < from || role !== 'directive') continue;
    if (start >= offset && depth <= 0) break;
    if (opensBlock(source)) depth++;
    else if (endsBlock(source)) {
      depth--;
      if (depth === 0 && start >= offset) return endOfLine(tree.text, end);
    }
  }
  return depth === 0 ? offset : undefined;
}

/** Offset after the white space before `offset` on its line is taken away. */
export function trimBack(text: string, offset: number): number {
  const start = startOfLine(text, offset);
  let i = offset;
  while (i > start && (text[i - 1] === ' ' || text[i - 1] === '\t')) i--;
  return i;
}
