/** What the parts of the editor hand to each other. */
import type { MapNode, Node, Plain, SeqNode, TextEdit, Tree } from './node';
import { isFilled, type PrintOptions, printMember, printPlain } from './print';
import { columnOf, indentOf, type Style } from './style';

export interface Plan {
  tree: Tree;
  style: Style;
  edits: TextEdit[];
  /** Additions and removals, gathered by container: commas depend on all of them together. */
  containers: Map<MapNode | SeqNode, Work>;
}

export interface Work {
  added: Added[];
  /** Indices of entries or items. */
  removed: Set<number>;
}

export interface Added {
  /** Absent for list items. */
  name?: string;
  text: Text;
  /** Name of the member to stand behind; at the end when absent or unknown. */
  after?: string;
}

/** A value that can be written at any place. */
export interface Text {
  /** Between brackets, on lines of its own where `lines` is set. */
  inFlow(options: PrintOptions, lines: boolean): string;
  /** After `name:` in a block whose members stand at `indent`. */
  afterKey(options: PrintOptions, indent: string): string;
  /** After `- ` in a list whose dashes stand at `indent`. */
  afterDash(options: PrintOptions, indent: string): string;
}

export function plainText(value: Plain): Text {
  return {
    inFlow: (options, lines) => printPlain(value, { ...options, flow: !lines || options.syntax === 'yaml' }),
    afterKey: (options, indent) => printMember(value, options, indent),
    afterDash: (options, indent) =>
      printPlain(value, { ...options, indent: `${indent}  `, flow: !isFilled(value) && options.flow }),
  };
}

/** A value as it is written now, its lines shifted to their new column. */
export function rawText(plan: Plan, value: Node): Text {
  const { text } = plan.tree;
  const lead = value.tag && value.kind !== 'unknown' ? `${value.tag} ` : '';
  const source = lead + text.slice(value.start, value.end);
  const isBlock = (value.kind === 'map' || value.kind === 'seq') && !value.flow;
  const shift = (from: number, indent: string): string =>
    source.replace(
      /(\r\n?|\n)([ \t]*)/g,
      (_, eol: string, space: string) => eol + indent + space.slice(Math.min(from, space.length)),
    );
  const column = isBlock ? columnOf(text, value.start) : indentOf(text, value.start).length;
  return {
    inFlow: (options) => shift(column, options.indent ?? ''),
    afterKey: (options, indent) => {
      if (!isBlock) return value.start === value.end ? '' : ` ${shift(column, indent)}`;
      const inner = value.kind === 'seq' && options.dashes === 'same' ? indent : indent + (options.unit ?? '  ');
      return (options.eol ?? '\n') + inner + shift(column, inner);
    },
    afterDash: (_, indent) => shift(column, isBlock ? `${indent}  ` : indent),
  };
}

/** Print options for the file, with the habits that strings of one kind show nearby. */
export function printOptions(plan: Plan): PrintOptions {
  const { style, tree } = plan;
  return {
    syntax: tree.syntax,
    unit: style.unit,
    eol: style.eol,
    dashes: style.dashes,
    quote: style.quoteAll ? style.quote : '',
  };
}
