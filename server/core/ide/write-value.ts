import type { Shape } from '../../../schemas/runtime';
import { type CursorContext, detectStyle, startOfLine, type Tree } from '../syntax';

/** How the place wants text: its syntax, its quotes, its indentation, and whether there is room for lines of its own. */
export interface Style {
  json: boolean;
  /** Everything in one line: between brackets in YAML, and in JSON beside other things. */
  flow: boolean;
  /** White space before the members around; what is inside of them stands deeper. */
  indent: string;
  /** One step of indentation in this file. */
  unit: string;
  /** Where a list below a key begins in YAML: in the column of the key, or one step deeper. */
  dashes: 'same' | 'deeper';
  quote: string;
}

/** What may stand before the cursor when its member has the line for itself. */
const OWN_LINE = /^[ \t]*(?:"[^"\r\n]*"[ \t]*:?[ \t]*)?$/;

export function styleOf(cursor: CursorContext, tree: Tree): Style {
  const { unit, dashes } = detectStyle(tree);
  const json = tree.syntax === 'json';
  const before = tree.text.slice(startOfLine(tree.text, cursor.replace.start), cursor.replace.start);
  const flow = json ? !OWN_LINE.test(before) : cursor.flow;
  const indent = json ? (/^[ \t]*/.exec(before)?.[0] ?? '') : ' '.repeat(cursor.indent);
  return { json, flow, indent, unit, dashes, quote: cursor.needs.quote || (json ? '"' : '') };
}

/** Escapes text for a snippet. */
export const literal = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** A string as the place writes it: always quoted in JSON; in YAML only when it would be read as something else. */
export function writeString(text: string, style: Style): string {
  if (style.json || style.quote === '"') return JSON.stringify(text);
  const ambiguous =
    text === '' ||
    /^[\s\-?:,[\]{}#&*!|>'"%@`]|: | #|\s$|^(true|false|null|yes|no|on|off|~)$|^[\d.+-][\d._:eE+-]*$/i.test(text);
  if (style.quote === "'") return `'${text.replaceAll("'", "''")}'`;
  return ambiguous ? JSON.stringify(text) : text;
}

/** A snippet for a value of this shape: a choice, a place to fill in, or the beginning of a map or list. */
export function valueSnippet(shape: Shape, style: Style, stop = 1): string {
  switch (shape.type) {
    case 'boolean':
      return `\${${stop}|true,false|}`;
    case 'integer':
    case 'double': {
      const start = shape.enum?.[0] ?? shape.default?.value;
      return start === undefined || shape.default?.cases ? `$${stop}` : `\${${stop}:${start}}`;
    }
    case 'string':
      if (shape.enum && !shape.open) return quoted(`\${${stop}|${shape.enum.join(',')}|}`, style);
      return quoted(`$${stop}`, style);
    case 'list':
      return listSnippet(shape.item, style, stop);
    case 'object':
    case 'map':
      return objectSnippet(shape, style, stop);
    case 'document':
      return `$${stop}`;
  }
}

function quoted(body: string, style: Style): string {
  return style.json ? `"${body}"` : body;
}

function listSnippet(item: Shape, style: Style, stop: number): string {
  if (style.flow) return `[${valueSnippet(item, style, stop)}]`;
  if (style.json) return inLines('[', ']', style, (inner) => valueSnippet(item, inner, stop));
  const indent = style.dashes === 'same' ? style.indent : style.indent + style.unit;
  const inner = { ...style, indent: `${indent}  ` };
  const body = item.type === 'object' ? requiredMembers(item, inner, stop) : valueSnippet(item, inner, stop);
  return `\n${indent}- ${body}`;
}

function objectSnippet(shape: Shape, style: Style, stop: number): string {
  const members = (inner: Style) => (shape.type === 'object' ? requiredMembers(shape, inner, stop) : `$${stop}`);
  if (style.flow) return `{ ${members(style)} }`;
  if (style.json) return inLines('{', '}', style, members);
  const inner = { ...style, indent: style.indent + style.unit };
  return `\n${inner.indent}${members(inner)}`;
}

function inLines(open: string, close: string, style: Style, body: (inner: Style) => string): string {
  const inner = { ...style, indent: style.indent + style.unit };
  return `${open}\n${inner.indent}${body(inner)}\n${style.indent}${close}`;
}

/** The required members of an object, one place to fill in each; without any, just the place for the first. */
export function requiredMembers(shape: Shape, style: Style, stop: number): string {
  if (shape.type !== 'object') return `$${stop}`;
  const required = Object.entries(shape.members).filter(([, m]) => m.required || m.needed);
  const simple = required.filter(([, m]) => m.type !== 'object' && m.type !== 'list' && m.type !== 'map');
  const shown = simple.length > 0 ? simple : required.slice(0, 1);
  if (shown.length === 0) return `$${stop}`;
  const separator = style.flow ? ', ' : `${style.json ? ',' : ''}\n${style.indent}`;
  return shown.map(([name, member], i) => memberSnippet(name, member, style, stop + i)).join(separator);
}

/** `name: value` in the file's own style. */
export function memberSnippet(name: string, shape: Shape, style: Style, stop = 1): string {
  const key = style.json ? `"${name}"` : name;
  const value = valueSnippet(shape, style, stop);
  return `${key}:${value.startsWith('\n') ? '' : ' '}${value}`;
}
