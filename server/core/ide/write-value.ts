import type { Shape } from '../../../schemas/runtime';
import type { CursorContext } from '../syntax';

/** How the place wants text: its syntax, its quotes and its indentation. */
export interface Style {
  flow: boolean;
  json: boolean;
  /** Column of the members around; block YAML below stands deeper than this. */
  indent: number;
  quote: string;
}

export function styleOf(cursor: CursorContext, json: boolean): Style {
  return { flow: cursor.flow, json, indent: cursor.indent, quote: cursor.needs.quote || (json ? '"' : '') };
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
  const inner = { ...style, indent: style.indent + 4 };
  const body = item.type === 'object' ? requiredMembers(item, inner, stop) : valueSnippet(item, inner, stop);
  return `\n${' '.repeat(style.indent + 2)}- ${body}`;
}

function objectSnippet(shape: Shape, style: Style, stop: number): string {
  if (style.flow) {
    const body = shape.type === 'object' ? requiredMembers(shape, style, stop) : `$${stop}`;
    return `{ ${body} }`;
  }
  const inner = { ...style, indent: style.indent + 2 };
  const body = shape.type === 'object' ? requiredMembers(shape, inner, stop) : `$${stop}`;
  return `\n${' '.repeat(inner.indent)}${body}`;
}

/** The required members of an object, one place to fill in each; without any, just the place for the first. */
export function requiredMembers(shape: Shape, style: Style, stop: number): string {
  if (shape.type !== 'object') return `$${stop}`;
  const required = Object.entries(shape.members).filter(([, m]) => m.required || m.needed);
  const simple = required.filter(([, m]) => m.type !== 'object' && m.type !== 'list' && m.type !== 'map');
  const shown = simple.length > 0 ? simple : required.slice(0, 1);
  if (shown.length === 0) return `$${stop}`;
  const separator = style.flow ? ', ' : `\n${' '.repeat(style.indent)}`;
  return shown.map(([name, member], i) => memberSnippet(name, member, style, stop + i)).join(separator);
}

/** `name: value` in the file's own style. */
export function memberSnippet(name: string, shape: Shape, style: Style, stop = 1): string {
  const key = style.json ? `"${name}"` : name;
  const value = valueSnippet(shape, style, stop);
  return `${key}:${value.startsWith('\n') ? '' : ' '}${value}`;
}
