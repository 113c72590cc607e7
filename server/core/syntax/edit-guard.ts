/** Edits that would also change another place are not made. */
import type { AliasNode, Doc, Entry, Node, Tree } from './node';

/**
 * True when the node, or something around or inside it, is also used through an alias: an edit there would change every
 * use. Cheap for files without anchors.
 */
export function isShared(tree: Tree, target: Node | Entry): boolean {
  if (target.kind === 'entry' && target.via) return true;
  if (target.kind === 'alias' || !tree.text.includes('&')) return false;
  const doc = docOf(target);
  const aliases: AliasNode[] = [];
  if (doc.root) collectAliases(doc.root, aliases);
  return aliases.some(({ target: used, start, end }) => {
    if (!used) return false;
    const isAround = used.start <= target.start && target.end <= used.end;
    const isWithin = target.start <= used.start && used.end <= target.end;
    const isOwnUse = target.start <= start && end <= target.end;
    return isAround || (isWithin && !isOwnUse);
  });
}

function docOf(target: Node | Entry): Doc {
  let at: Node | Entry | Doc = target;
  while (at.kind !== 'doc') at = at.parent;
  return at;
}

function collectAliases(node: Node, found: AliasNode[]): void {
  if (node.kind === 'alias') found.push(node);
  else if (node.kind === 'seq') for (const item of node.items) collectAliases(item, found);
  else if (node.kind === 'map') for (const entry of node.entries) if (entry.value) collectAliases(entry.value, found);
}
