/** What the JSON and the YAML reader share while they build a tree. */
import type { Comment, Entry, MapNode, Parent, ScalarNode, Span, SyntaxProblem, Template, UnknownNode } from './node';

/** Levels of nesting that are read. Service definitions have about ten; more than this is an accident or an attack. */
export const DEEPEST = 256;

/** What the yaml package may still read of a file (ceiling.ts). */
export interface Allowance {
  /** Characters. */
  left: number;
  /** It did not reach to the end of the file: what follows is not read. */
  isSpent: boolean;
}

export interface Build {
  /** As the author wrote it. */
  original: string;
  /** As the parser sees it: same length, templates and conflict markers masked. */
  text: string;
  problems: SyntaxProblem[];
  comments: Comment[];
  templates: Template[];
  holes: Span[];
  /** Places where something could not be read: the maps and lists around them are open. */
  gaps: number[];
  /** Stretches that were masked because they do not parse; a value there is unknown. */
  broken: Span[];
  /** Maps with merge keys, in order. */
  merging: MapNode[];
  /** Shared by all parts of a file. */
  allowance: Allowance;
}

/** Index of the first span that ends after `offset`; spans are in order. */
export function firstAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True when a template stands anywhere in `[start, end)`. */
export function hasTemplate(build: Build, start: number, end: number): boolean {
  if (build.templates.length === 0) return false;
  const template = build.templates[firstAfter(build.templates, start)];
  return template !== undefined && template.start < end;
}

/** A build for `text`, with nothing found yet. The allowance of a text that is read whole is a number, so that its parts can be charged for. */
export function startBuild(
  original: string,
  text: string,
  allowance: Allowance = { left: Number.MAX_SAFE_INTEGER, isSpent: false },
): Build {
  const found = { problems: [], comments: [], templates: [], holes: [], gaps: [], broken: [], merging: [] };
  return { original, text, ...found, allowance };
}

/** An unknown value for text that contains a template. */
export function makeTemplateNode(build: Build, start: number, end: number, parent: Parent): UnknownNode {
  const source = build.original.slice(start, end);
  const node: UnknownNode = { kind: 'unknown', start, end, parent, reason: 'template', source };
  const fallback = readFallback(source, build, start, end);
  if (fallback !== undefined) node.fallback = fallback;
  return node;
}

/** ecspresso: {{ env `NAME` `default` }} and {{ env "NAME" "default" }}; envsubst: ${NAME:-default}. */
const DEFAULT =
  /^(?:\{\{-?\s*env\s+(?:`[^`]*`|"(?:[^"\\]|\\.)*")\s+(?:`(?<raw>[^`]*)`|"(?<quoted>[^"\\]*)")\s*-?\}\}|\$\{\w+:?-(?<shell>[^${}]*)\})$/;

/** The text with every template replaced by the default it states, or undefined when one of them states none. */
function readFallback(source: string, build: Build, start: number, end: number): string | undefined {
  let text = '';
  let at = 0;
  for (let i = firstAfter(build.templates, start); i < build.templates.length; i++) {
    const template = build.templates[i] as Template;
    if (template.start >= end) break;
    const stated = DEFAULT.exec(template.source)?.groups;
    if (!stated) return undefined;
    text += source.slice(at, template.start - start) + (stated.raw ?? stated.quoted ?? stated.shell);
    at = template.end - start;
  }
  text += source.slice(at);
  const quote = text[0];
  return text.length > 1 && (quote === '"' || quote === "'") && text.endsWith(quote) ? text.slice(1, -1) : text;
}

/** Reports names that stand more than once in a map, unless a template directive stands between them (if / else). */
export function checkDuplicates(build: Build, map: MapNode): void {
  const entries = map.entries;
  if (entries.length < 2) return;
  if (entries.length <= 16) {
    for (let i = 1; i < entries.length; i++) {
      const later = entries[i] as Entry;
      for (let j = i - 1; j >= 0; j--) {
        const earlier = entries[j] as Entry;
        if (earlier.name === later.name) {
          reportDuplicate(build, map, earlier, later);
          break;
        }
      }
    }
    return;
  }
  const seen = new Map<string, Entry>();
  for (const entry of entries) {
    const earlier = seen.get(entry.name);
    if (earlier) reportDuplicate(build, map, earlier, entry);
    seen.set(entry.name, entry);
  }
}

/** `<<`, unquoted: not a member but a request to take over the members of its value (YAML 1.1 merge type). */
export function isMergeKey(entry: Entry): boolean {
  return entry.name === '<<' && entry.key.style === 'plain';
}

function reportDuplicate(build: Build, map: MapNode, earlier: Entry, later: Entry): void {
  map.irregular = true;
  if (isMergeKey(earlier) || isMergeKey(later)) return;
  if (earlier.dynamic || later.dynamic) return;
  const hole = build.holes[firstAfter(build.holes, earlier.start)];
  if (hole && hole.start < later.start) return;
  build.problems.push({
    code: 'duplicate-key',
    severity: 'warning',
    start: later.key.start,
    end: later.key.end,
    message: `"${shorten(later.name)}" is written twice here. The last one wins and the earlier one is silently ignored: keep one.`,
    related: [
      { span: { start: earlier.key.start, end: earlier.key.end }, message: 'The earlier one, which is ignored' },
    ],
  });
}

export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

export function makeScalar(
  start: number,
  end: number,
  parent: Parent,
  value: ScalarNode['value'],
  style: ScalarNode['style'],
  source: string,
): ScalarNode {
  return { kind: 'scalar', start, end, parent, value, style, source };
}
