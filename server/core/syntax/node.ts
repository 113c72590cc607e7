/**
 * The one tree that JSON and YAML share.
 *
 * Invariants of this folder: parsing never throws and never loses the rest of the file; every node knows its
 * span (UTF-16 offsets into the original text) and its parent; nothing here knows what ECS is.
 */

export type Syntax = 'json' | 'yaml';

/** Half-open range of UTF-16 offsets into the original text. */
export interface Span {
  start: number;
  end: number;
}

export type Node = MapNode | SeqNode | ScalarNode | AliasNode | UnknownNode;
export type Parent = Entry | SeqNode | Doc;

interface Base extends Span {
  parent: Parent;
  /** YAML tag as written (`!Ref`, `!!str`), when there is one. */
  tag?: string;
  /** YAML anchor name, when there is one. */
  anchor?: string;
}

export interface MapNode extends Base {
  kind: 'map';
  /** `{…}` in YAML, and every JSON object. */
  flow: boolean;
  entries: Entry[];
  /** True when members may be missing from view (template directives, broken lines): absence proves nothing. */
  open: boolean;
  /** True when the plain entries are not the members: there are merge keys, repeated names or template keys. Use members(). */
  irregular?: boolean;
}

export interface SeqNode extends Base {
  kind: 'seq';
  flow: boolean;
  items: Node[];
  /** As for maps: there may be items that cannot be seen. */
  open: boolean;
}

export interface ScalarNode extends Base {
  kind: 'scalar';
  value: string | number | boolean | null;
  /** How it is written: `plain`, quoted, or a YAML block scalar. JSON strings are `double`, other JSON scalars `plain`. */
  style: 'plain' | 'single' | 'double' | 'block';
  /** The text between start and end. For a number it keeps what was typed (`012345678901`, `2.0`). */
  source: string;
}

/** `*name`. Its span is the use; `target` is the anchored node, absent when undefined, cyclic or too deep. */
export interface AliasNode extends Base {
  kind: 'alias';
  name: string;
  target?: Node;
}

/** A value that cannot be known from the file alone. No rule ever reports because of one. */
export interface UnknownNode extends Base {
  kind: 'unknown';
  /** template: contains `{{ … }}` or `${…}`; intrinsic: `!Ref`, `Fn::…`; broken: the text there does not parse. */
  reason: 'template' | 'intrinsic' | 'broken';
  /** The text as written. */
  source: string;
  /** A literal default that the template itself states: {{ env `N` `2` }} gives "2". */
  fallback?: string;
}

export interface Entry extends Span {
  kind: 'entry';
  parent: MapNode;
  key: ScalarNode;
  /** Key text; always a string, even for YAML keys such as `1:` or `true:`. */
  name: string;
  /** Missing while it is being typed (`desiredCount:` at the end of a file is a null scalar in YAML, missing in JSON). */
  value?: Node;
  /** True when the key contains a template: its name is not known, so it is no member. members() leaves it out. */
  dynamic?: boolean;
  /** Set when the member arrived through `<<: *base`: the alias (the use), where findings belong. */
  via?: AliasNode;
}

/** One document of a stream; JSON files have exactly one. */
export interface Doc extends Span {
  kind: 'doc';
  index: number;
  /** May be made when it is first asked for. */
  root?: Node;
  /**
   * The text of this document is that of `from`, which an earlier tree read `by` characters before this place: what was
   * found out about `from` still holds, shifted. Absent for a document that was read for this tree or has not moved.
   */
  moved?: { from: Doc; by: number };
}

export interface SyntaxProblem extends Span {
  /**
   * Stable. Both: unclosed, unclosed-string, unexpected-token, bad-escape, missing-comma, missing-colon, control-character,
   * too-deep, too-large, merge-conflict, duplicate-key. JSON: comment-in-json, trailing-comma, missing-value, unquoted-key, bad-number,
   * extra-text, unclosed-comment. YAML: tab-indentation, bad-indentation, unexpected-colon, needs-quotes, bad-key,
   * undefined-alias, cyclic-alias, bad-alias, bad-tag, bad-anchor-or-tag, bad-directive, bad-block-header, missing-space,
   * missing-character, comment-needs-space.
   */
  code: string;
  message: string;
  /** error: the reader of this file (AWS CLI, ecspresso) would refuse it. */
  severity: 'error' | 'warning';
  /** Other places, such as the first of two duplicate keys. */
  related?: { span: Span; message: string }[];
}

export interface Comment extends Span {
  /** Text without the comment sign, trimmed. */
  text: string;
}

export interface Template extends Span {
  /** value: stands for a value or a part of one; directive: alone on its line (`{{ if … }}`, `{{ end }}`). */
  role: 'value' | 'directive';
  source: string;
}

export interface Tree {
  syntax: Syntax;
  text: string;
  docs: Doc[];
  problems: SyntaxProblem[];
  comments: Comment[];
  templates: Template[];
  /** The file is too large: something at its end is not read, and a problem says from where on. */
  isCut?: boolean;
  /** Offset of the first character of each line; `\n`, `\r\n` and lone `\r` end lines as in LSP. */
  lineStarts: number[];
}

/** LSP position: zero-based line and UTF-16 character. */
export interface Position {
  line: number;
  character: number;
}

/** A replacement of `[start, end)` by `newText`, in offsets of the text that the tree was made from. */
export interface TextEdit extends Span {
  newText: string;
}

/** Any JSON value; what changes write and examples hold. */
export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };
