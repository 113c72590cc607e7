/** What is known of the place of a cursor. */
import type { Doc, Entry, MapNode, Node, SeqNode, Span, TextEdit } from './node';
import type { Path } from './path';

export interface CursorContext {
  doc: Doc;
  /** key: a member's name. value: a member's value. item: a list item. none: a comment, a template, past the end. */
  at: 'key' | 'value' | 'item' | 'none';
  /** From the document's root to the container: the map of a key or value, the list of an item. */
  path: Path;
  /** The container in the tree; missing while it is only being typed. */
  map?: MapNode;
  seq?: SeqNode;
  /** The container has nothing in it yet: the value of `networkConfiguration:` ⏎ could become a map, a list or a scalar. */
  fresh: boolean;
  /** Name of the member, at a value; its name as typed so far, at a key. */
  name?: string;
  /** Position in the list, at an item. */
  index?: number;
  /** The member around the cursor, when it is in the tree already. */
  entry?: Entry;
  /** The node under the cursor, when there is one. */
  node?: Node;
  /** `{…}` or `[…]`, and all JSON. */
  flow: boolean;
  /** What a completion replaces: the whole word or quoted string under the cursor. */
  replace: Span;
  /** Text from `replace.start` to the cursor, as typed. */
  typed: string;
  /** The same without an opening quote: what to filter by. */
  prefix: string;
  needs: Needs;
  /** Edits elsewhere that an insertion here needs to be valid: a missing comma before, another indentation. */
  also: TextEdit[];
  /** Column in which the members or items of the container stand (or would stand). */
  indent: number;
  /** Names that the container has already, without the one being typed. */
  siblings: string[];
}

/** What the inserted text must bring along. */
export interface Needs {
  /** A space first: `key:|`. */
  space: boolean;
  /** Quotes around a key or a string: this one, or none. */
  quote: '"' | "'" | '';
  /** A colon after the name. */
  colon: boolean;
  /** A comma after the insertion. */
  comma: boolean;
  /** `- ` before an item. */
  dash: boolean;
}

/** Where nothing can be completed. */
export function nowhere(doc: Doc, offset: number): CursorContext {
  return {
    doc,
    at: 'none',
    path: [],
    fresh: false,
    flow: false,
    replace: { start: offset, end: offset },
    typed: '',
    prefix: '',
    needs: { space: false, quote: '', colon: false, comma: false, dash: false },
    also: [],
    indent: 0,
    siblings: [],
  };
}
