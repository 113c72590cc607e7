/** A file in the other syntax, with its comments, blank lines and templates in place. */
import { firstAfter } from './build';
import type { Comment, Entry, MapNode, Node, ScalarNode, SeqNode, Syntax, Tree, UnknownNode } from './node';
import { printKey, printMember, printPlain } from './print';
import { detectStyle } from './style';

export interface TranscodeOptions {
  to: Syntax;
  /** JSON proper has none: `keep` writes them as `//`, for readers that take them. */
  comments: 'keep' | 'drop';
  /** Whether a template without quotes stands for text: in JSON it then needs some. */
  isText(template: UnknownNode): boolean;
}

type Refused = 'refused';
const REFUSED: Refused = 'refused';

/** Short lists and maps of JSON stay on one line when they were. */
const MOST_ON_A_LINE = 80;

/**
 * The file's only document in the other syntax; undefined where that syntax cannot say the same: several documents,
 * anchors, tags, merge keys, template directives, numbers such as `.inf`, and text that does not parse.
 */
export function transcode(tree: Tree, options: TranscodeOptions): string | undefined {
  const [doc] = tree.docs;
  const broken = tree.problems.some(({ severity, code }) => severity === 'error' && !isHabit(code));
  if (
    !doc?.root ||
    tree.isCut ||
    tree.docs.length !== 1 ||
    broken ||
    tree.templates.some((t) => t.role === 'directive')
  )
    return undefined;
  try {
    return new Writer(tree, options).document(doc.root);
  } catch (error) {
    if (error === REFUSED) return undefined;
    throw error;
  }
}

/** What strict JSON readers refuse, though nobody can mistake what is meant. */
const isHabit = (code: string) => code === 'comment-in-json' || code === 'trailing-comma';

/** Writes lines from the top to the bottom of the text, taking each comment along as it comes by. */
class Writer {
  private readonly lines: string[] = [];
  private readonly unit: string;
  private readonly eol: string;
  private readonly comments: readonly Comment[];
  /** Of the next comment that is not written yet. */
  private comment = 0;
  /** Up to here the source is written. */
  private done = 0;

  constructor(
    private readonly tree: Tree,
    private readonly options: TranscodeOptions,
  ) {
    const style = detectStyle(tree);
    this.unit = style.unit.includes('\t') && options.to === 'yaml' ? '  ' : style.unit;
    this.eol = style.eol;
    this.comments = options.comments === 'keep' ? tree.comments : [];
  }

  document(root: Node): string {
    this.before(root.start, '');
    this.value('', root, '', '');
    this.before(this.tree.text.length, '');
    return this.lines.join(this.eol) + this.eol;
  }

  /** A value behind `lead` (`name: `, `- ` or nothing), and what must follow it. */
  private value(lead: string, node: Node | undefined, indent: string, comma: string): void {
    if (
      !node ||
      node.kind === 'alias' ||
      node.anchor !== undefined ||
      (node.tag !== undefined && node.kind !== 'scalar')
    )
      throw REFUSED;
    if (node.kind === 'map' || node.kind === 'seq') {
      const word = this.inOneLine(node);
      if (word === undefined)
        this.options.to === 'json' ? this.brackets(lead, node, indent, comma) : this.block(lead, node, indent);
      else this.line(`${indent}${lead}${word}${comma}`, node.end);
    } else this.line(`${indent}${lead}${this.word(node)}${comma}`, node.end);
  }

  private brackets(lead: string, node: MapNode | SeqNode, indent: string, comma: string): void {
    const [open, close] = node.kind === 'map' ? '{}' : '[]';
    this.line(`${indent}${lead}${open}`, this.opening(node));
    const inner = indent + this.unit;
    this.children(node).forEach(({ lead: name, at, value }, i, all) => {
      this.before(at, inner);
      this.value(name, value, inner, i < all.length - 1 ? ',' : '');
    });
    this.before(node.end, inner);
    this.line(`${indent}${close}${comma}`, node.end);
  }

  /** `lead` may begin with dashes: the first thing in an item stands behind its dash, unless a comment comes between. */
  private block(lead: string, node: MapNode | SeqNode, indent: string): void {
    const [dashes = ''] = /^(?:- )*/.exec(lead) ?? [];
    const name = lead.slice(dashes.length);
    const column = indent + ' '.repeat(dashes.length);
    const inner = name === '' ? column : column + this.unit;
    const children = this.children(node);
    let behind = name === '' && !this.commentBefore(children[0]?.at ?? node.end) ? dashes : '';
    if (lead !== '' && behind === '') this.line(`${indent}${lead.trimEnd()}`, this.opening(node));
    for (const { lead: own, at, value } of children) {
      if (behind === '') this.before(at, inner);
      this.value(behind + own, value, behind === '' ? inner : indent, '');
      behind = '';
    }
    this.before(node.flow ? node.end : this.done, inner);
  }

  private children(node: MapNode | SeqNode): { lead: string; at: number; value: Node | undefined }[] {
    if (node.open) throw REFUSED;
    if (node.kind === 'seq')
      return node.items.map((value) => ({ lead: this.options.to === 'yaml' ? '- ' : '', at: value.start, value }));
    if (node.irregular) throw REFUSED;
    return node.entries.map((entry) => ({ lead: `${this.key(entry)}: `, at: entry.start, value: entry.value }));
  }

  private key(entry: Entry): string {
    if (entry.dynamic || entry.via) throw REFUSED;
    return printKey(entry.name, { syntax: this.options.to });
  }

  /** What is empty, and what JSON has room for on the line. */
  private inOneLine(node: MapNode | SeqNode): string | undefined {
    const children = node.kind === 'map' ? node.entries.map((e) => e.value) : node.items;
    const inside = this.comments[firstAfter(this.comments as Comment[], node.start)];
    if (inside && inside.start < node.end) return undefined;
    if (children.length === 0 && !node.open) return node.kind === 'map' ? '{}' : '[]';
    const source = this.tree.text.slice(node.start, node.end);
    if (this.options.to === 'yaml' || !node.flow || /[\r\n]/.test(source) || source.length > MOST_ON_A_LINE)
      return undefined;
    if (!children.every((child) => child?.kind === 'scalar' && child.tag === undefined && child.anchor === undefined))
      return undefined;
    const words = this.children(node).map(({ lead, value }) => lead + this.word(value as ScalarNode));
    return node.kind === 'map' ? `{ ${words.join(', ')} }` : `[${words.join(', ')}]`;
  }

  private word(node: ScalarNode | UnknownNode): string {
    if (node.kind === 'unknown') return this.template(node);
    const { value } = node;
    if (typeof value === 'number' && !Number.isFinite(value)) throw REFUSED;
    if (node.tag !== undefined && !/^!!(str|int|float|bool|null)$/.test(node.tag)) throw REFUSED;
    // As behind `name:`, where more can go without quotes than between brackets.
    return this.options.to === 'json'
      ? printPlain(value, { syntax: 'json' })
      : printMember(value, { syntax: 'yaml' }, '').trimStart();
  }

  /** What is rendered before anybody reads it keeps its text; only the quotes around it are those of the syntax. */
  private template(node: UnknownNode): string {
    if (node.reason !== 'template' || /[\r\n]/.test(node.source)) throw REFUSED;
    const quote = /^["']/.exec(node.source)?.[0];
    if (this.options.to === 'yaml' || quote === '"') return node.source;
    if (quote === undefined) return this.options.isText(node) ? `"${node.source}"` : node.source;
    const inner = node.source.slice(1, -1).replaceAll("''", "'");
    const parts = inner.split(/(\{\{.*?\}\}|\$\{.*?\}|\{%.*?%\}|\{#.*?#\})/);
    return `"${parts.map((part, i) => (i % 2 === 1 ? part : JSON.stringify(part).slice(1, -1))).join('')}"`;
  }

  /** A line that ends where the source has come to `end`, with the comment that stands behind it there. */
  private line(text: string, end: number): void {
    this.done = Math.max(this.done, end);
    const comment = this.comments[this.comment];
    const between = comment && this.tree.text.slice(this.done, comment.start);
    if (
      comment &&
      comment.start >= this.done &&
      between !== undefined &&
      /^[ \t,]*$/.test(between) &&
      !/[\r\n]/.test(comment.text)
    ) {
      this.lines.push(`${text} ${this.sign} ${comment.text}`.trimEnd());
      this.comment++;
      this.done = comment.end;
    } else this.lines.push(text);
  }

  /** Comments with lines of their own up to an offset, and one empty line where there were some. */
  private before(at: number, indent: string): void {
    for (;;) {
      const comment = this.comments[this.comment];
      const next = comment && comment.start < at ? comment : undefined;
      const gap = this.tree.text.slice(this.done, next?.start ?? at);
      if (
        this.lines.length > 0 &&
        this.lines.at(-1) !== '' &&
        /\n[ \t]*\r?\n/.test(gap) &&
        (next || at < this.tree.text.length)
      )
        this.lines.push('');
      if (!next) return;
      for (const line of next.text.split(/\r\n?|\n/))
        this.lines.push(`${indent}${this.sign} ${line.replace(/^\s*\*?\s*/, '')}`.trimEnd());
      this.comment++;
      this.done = next.end;
    }
  }

  private commentBefore(at: number): boolean {
    const comment = this.comments[this.comment];
    return comment !== undefined && comment.start < at;
  }

  /** Where a map or list begins: behind its bracket, or behind `name:` when its first line is the one below. */
  private opening({ flow, parent, start }: MapNode | SeqNode): number {
    if (flow) return start + 1;
    return parent.kind === 'entry' ? this.tree.text.indexOf(':', parent.key.end) + 1 : start;
  }

  private get sign(): string {
    return this.options.to === 'yaml' ? '#' : '//';
  }
}
