/**
 * What the editor features answer: plain data in UTF-16 offsets, labels and Markdown, shaped for a client that can do
 * everything. `lsp/` turns offsets into positions and leaves out what the client at hand cannot show.
 *
 * Invariants of this folder: nothing here knows LSP; every function takes a Snapshot (and offsets of its text) and is
 * cheap on a snapshot without definitions; none throws on half-typed text.
 */

import type { Finding } from '../finding';
import type { Snapshot } from '../snapshot';
import type { Span, Syntax, TextEdit } from '../syntax';
import type { Skeleton } from './skeletons';

/** The other files in view, for features that look beyond one document. Open buffers win over the disk. */
export interface View {
  /** URIs of the files that may hold definitions, this one included. */
  uris(): readonly string[];
  /** Undefined when the file cannot be read. */
  snapshot(uri: string): Snapshot | undefined;
}

export const NO_VIEW: View = { uris: () => [], snapshot: () => undefined };

/** A place in any file. */
export interface Place {
  uri: string;
  span: Span;
}

// --- completion ---

export type CompletionKind =
  | 'member'
  | 'value'
  | 'enum'
  | 'boolean'
  | 'reference'
  | 'file'
  | 'snippet'
  | 'keyword'
  | 'function';

export interface Completion {
  /** One span replaced by every item that names none of its own: the word at the cursor, as far as it reaches. */
  replace: Span;
  items: CompletionItem[];
  /** True when further typing must ask again instead of filtering this list. */
  incomplete?: boolean;
}

export interface CompletionItem {
  label: string;
  kind: CompletionKind;
  /** What is written: a snippet (`$1`, `${2:x}`, `${3|a,b|}`, `$0`) when `snippet` is set. */
  newText: string;
  /** The same without placeholders, for clients that know no snippets. Left out: `newText` with its placeholders filled in. */
  plainText?: string;
  snippet?: boolean;
  replace?: Span;
  /** Short, behind the label: `integer`, `required`. */
  detail?: string;
  /** Short, at the right edge: where the value comes from, such as `taskdef.json`. */
  description?: string;
  /** Markdown, when it costs nothing; else `data`, and `documentationOf` makes it. */
  documentation?: string;
  /** What the word at the cursor is matched against, when it is not the label. */
  filterText?: string;
  /** Items are shown by this; equal prefixes group (required first). */
  sortText?: string;
  preselect?: boolean;
  deprecated?: boolean;
  /** Characters that accept the item when typed. */
  commitCharacters?: string[];
  /** Changes elsewhere in the file that belong to the item, e.g. a comma behind the previous member. */
  additionalEdits?: TextEdit[];
  /** Completion should open again at once: the item ends where a value is wanted. */
  again?: boolean;
  /** JSON value for `documentationOf`. */
  data?: CompletionData;
}

/** Names a field of the schema (pointer pattern such as `service/loadBalancers/*`), and a value of it when it is one. */
export interface CompletionData {
  field: string;
  value?: string;
}

// --- hover ---

export interface Hover {
  span: Span;
  /** Markdown: headings in bold, tables allowed, links absolute. */
  markdown: string;
}

// --- outline ---

export type SymbolKind =
  | 'service'
  | 'task-definition'
  | 'object'
  | 'list'
  | 'string'
  | 'number'
  | 'boolean'
  | 'null'
  | 'container'
  | 'port';

export interface Outline {
  name: string;
  detail?: string;
  kind: SymbolKind;
  span: Span;
  /** What is selected when the symbol is chosen; inside `span`. */
  nameSpan: Span;
  children: Outline[];
}

/** A definition for the workspace symbol search. */
export interface DefinitionSymbol {
  name: string;
  /** Cluster, family or file, in words. */
  container?: string;
  kind: SymbolKind;
  place: Place;
}

// --- links ---

export interface Link {
  span: Span;
  /** Absolute URI: a file or a page. */
  target: string;
  tooltip?: string;
}

// --- actions ---

export type ActionKind = 'quickfix' | 'suppress' | 'fix-all' | 'rewrite' | 'extract';

export interface Action {
  title: string;
  kind: ActionKind;
  /** The findings that it mends or silences. */
  findings: readonly Finding[];
  /** The obvious one of several. */
  preferred?: boolean;
  /** False: it changes what the service does. */
  safe: boolean;
  /** Edits by file; worked out only when the action is chosen. */
  edits(): FileEdits;
  /** A file that it writes, which is not there yet; only for clients that can create files. */
  creates?: { uri: string; text: string };
  /** Why it cannot be done here, in words; the client shows it greyed out. */
  disabled?: string;
}

/** Edits by URI, each in offsets of that file's text in the view. Snippet syntax in `newText` when `snippet` is set. */
export type FileEdits = Readonly<Record<string, readonly (TextEdit & { snippet?: boolean })[]>>;

// --- navigation ---

export interface Definition {
  /** What was asked about, for the underline while Ctrl is held. */
  origin: Span;
  targets: (Place & { /** The whole thing around the name. */ around: Span })[];
}

export interface Highlight {
  span: Span;
  write: boolean;
}

export interface RenameTarget {
  span: Span;
  /** The name as it stands. */
  name: string;
}

export type Rename =
  | { edits: FileEdits }
  | { /** Why the new name cannot be, in words for the person. */ refused: string };

// --- lenses and hints ---

export interface Lens {
  span: Span;
  /** JSON value that `resolveLens` understands. */
  data: LensData;
}

export interface LensData {
  /** `rollout`: preview of the service at `prefix`; `task-definition`: which file it runs; `runners`: which services run this. */
  about: 'rollout' | 'task-definition' | 'runners';
  prefix: string;
}

export interface LensText {
  title: string;
  tooltip?: string;
  /** `preview`: the rollout of `prefix`; `show`: reveal `places`; none: just words. */
  does: { command: 'preview'; prefix: string } | { command: 'show'; places: Place[] } | { command: 'none' };
}

export interface Hint {
  /** Shown after this offset. */
  at: number;
  label: string;
  /** Markdown. */
  tooltip?: string;
  /** Accepting the hint writes the value into the file. */
  edits?: TextEdit[];
}

// --- the functions ---

/** How much the client can do with a completion. */
export interface CompletionOptions {
  snippets: boolean;
}

/**
 * What `ide/index.ts` exports, in one place. `lsp/` loads it when the first such request comes, so nothing of it is on
 * the way to the first diagnostics.
 */
export interface Features {
  /** For an empty document that is to become a definition; undefined where nothing says so. */
  beginnings(uri: string, text: string, options: CompletionOptions): Completion | undefined;
  SKELETONS: readonly Skeleton[];
  skeletonText(skeleton: Skeleton, syntax: Syntax): string;
  complete(snapshot: Snapshot, offset: number, view: View, options: CompletionOptions): Completion;
  documentationOf(data: CompletionData): string | undefined;
  hoverAt(snapshot: Snapshot, offset: number, view: View): Hover | undefined;
  outlineOf(snapshot: Snapshot): Outline[];
  /** The definitions of one file; the search word is matched by the caller. */
  definitionSymbolsIn(snapshot: Snapshot): DefinitionSymbol[];
  linksIn(snapshot: Snapshot, view: View): Link[];
  /** Actions for the findings that touch `span`, and the rewrites that are possible there. */
  actionsAt(snapshot: Snapshot, span: Span, view: View): Action[];
  /** All safe fixes at once, without overlaps; undefined when there are none. */
  fixAllIn(snapshot: Snapshot): Action | undefined;
  definitionAt(snapshot: Snapshot, offset: number, view: View): Definition | undefined;
  referencesAt(snapshot: Snapshot, offset: number, view: View, includeDeclaration: boolean): Place[];
  highlightsAt(snapshot: Snapshot, offset: number): Highlight[];
  renameTargetAt(snapshot: Snapshot, offset: number, view: View): RenameTarget | undefined;
  renameAt(snapshot: Snapshot, offset: number, name: string, view: View): Rename;
  lensesIn(snapshot: Snapshot): Lens[];
  resolveLens(snapshot: Snapshot, data: LensData, view: View): LensText | undefined;
  /** Hints whose place lies in `span`. */
  hintsIn(snapshot: Snapshot, span: Span, view: View): Hint[];
  /** From the smallest span around the offset to the whole file. */
  selectionAt(snapshot: Snapshot, offset: number): Span[];
  /** The page of a rule, in Markdown; undefined for an unknown id. */
  rulePage(rule: string): string | undefined;
}
