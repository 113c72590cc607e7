/** What to change, in nodes and plain values. How it is written in this file is decided by changesToEdits. */
import type { Entry, MapNode, Node, Plain, SeqNode, TextEdit } from './node';

export type Change =
  /** Gives a member a value: replaces the value it has, or adds the member (after the member named `after`, else at the end). */
  | { kind: 'set'; map: MapNode; name: string; value: Plain; after?: string }
  /** Takes a member or a list item away, with the comma and the trailing comment that belong to it. */
  | { kind: 'remove'; target: Entry | Node }
  /** Gives a member another name; its value, comments and place stay. */
  | { kind: 'rename'; entry: Entry; name: string }
  /** Puts another value in place of a node. */
  | { kind: 'replace'; node: Node; value: Plain }
  /** Adds an item at the end of a list. */
  | { kind: 'append'; seq: SeqNode; value: Plain }
  /** Takes a member to another map, under the same or another name, its text as it is written. */
  | { kind: 'move'; entry: Entry; to: MapNode; name?: string }
  /** A plain text edit, for what is not in the tree (a stray comma, a comment). */
  | { kind: 'text'; edit: TextEdit };
