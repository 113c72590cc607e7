/** Plain values → text, in the style that the file around them has. */
import type { Plain, Syntax } from './node';

export interface PrintOptions {
  syntax: Syntax;
  /** On one line: `{ a: 1 }`. Otherwise JSON is broken into lines and YAML is written in block style. */
  flow?: boolean;
  /** White space at the start of the line: members of a YAML block stand here, and so does the closing brace in JSON. */
  indent?: string;
  /** One step of indentation. Two spaces when absent. */
  unit?: string;
  /** Quotes for YAML strings; none: only where the text needs them. JSON always has double quotes. */
  quote?: '"' | "'" | '';
  keyQuote?: '"' | "'" | '';
  /** YAML lists below a key: in the column of the key, or one step deeper. */
  dashes?: 'same' | 'deeper';
  eol?: string;
}

/**
 * A value as text, without white space before or after. The first line has no indentation of its own. Numbers that a
 * syntax cannot hold become null in JSON and .inf or .nan in YAML.
 */
export function printPlain(value: Plain, options: PrintOptions): string {
  const style: Required<PrintOptions> = {
    flow: false,
    indent: '',
    unit: '  ',
    quote: '',
    keyQuote: '',
    dashes: 'deeper',
    eol: '\n',
    ...options,
  };
  if (style.syntax === 'json') return style.flow ? printFlow(value, style) : printJson(value, style, style.indent);
  return style.flow || !isFilled(value) ? printFlow(value, style) : printBlock(value, style, style.indent);
}

/** True for maps and lists that have something in them: those that are more than one word. */
export function isFilled(value: Plain): value is Plain[] | { [key: string]: Plain } {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function printJson(value: Plain, style: Required<PrintOptions>, indent: string): string {
  if (!isFilled(value)) return printFlow(value, style);
  const inner = indent + style.unit;
  const lines = Array.isArray(value)
    ? value.map((item) => inner + printJson(item, style, inner))
    : Object.entries(value).map(([name, member]) => `${inner}${printString(name)}: ${printJson(member, style, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}${style.eol}${lines.join(`,${style.eol}`)}${style.eol}${indent}${close}`;
}

function printFlow(value: Plain, style: Required<PrintOptions>): string {
  if (!isFilled(value)) return printScalar(value, style, true);
  if (Array.isArray(value)) return `[${value.map((item) => printFlow(item, style)).join(', ')}]`;
  const members = Object.entries(value).map(
    ([name, member]) => `${printKey(name, style, true)}: ${printFlow(member, style)}`,
  );
  return `{ ${members.join(', ')} }`;
}

function printBlock(value: Plain[] | { [key: string]: Plain }, style: Required<PrintOptions>, indent: string): string {
  const between = style.eol + indent;
  if (!Array.isArray(value)) {
    return Object.entries(value)
      .map(([name, member]) => `${printKey(name, style)}:${printMember(member, style, indent)}`)
      .join(between);
  }
  // Behind a dash a block begins two columns further, whatever the unit of the file is.
  const inner = `${indent}  `;
  return value
    .map((item) => `- ${isFilled(item) ? printBlock(item, style, inner) : printScalar(item, style)}`)
    .join(between);
}

/** What follows `name:` in a YAML block whose members stand at `indent`: a space and a word, or lines below. */
export function printMember(value: Plain, options: PrintOptions, indent: string): string {
  const style: Required<PrintOptions> = {
    flow: false,
    indent,
    unit: '  ',
    quote: '',
    keyQuote: '',
    dashes: 'deeper',
    eol: '\n',
    ...options,
  };
  if (!isFilled(value)) return ` ${printScalar(value, style)}`;
  const inner = Array.isArray(value) && style.dashes === 'same' ? indent : indent + style.unit;
  return style.eol + inner + printBlock(value, style, inner);
}

/** A member's name as text. */
export function printKey(name: string, options: PrintOptions, flow = options.flow === true): string {
  if (options.syntax === 'json') return printString(name);
  return printText(name, options.keyQuote ?? '', flow, true);
}

function printScalar(value: Plain, style: PrintOptions, flow = style.flow === true): string {
  if (Array.isArray(value)) return '[]';
  if (value === null) return 'null';
  if (typeof value === 'object') return '{}';
  if (typeof value === 'string')
    return style.syntax === 'json' ? printString(value) : printText(value, style.quote ?? '', flow, false);
  if (typeof value === 'boolean' || Number.isFinite(value)) return Object.is(value, -0) ? '-0' : String(value);
  if (style.syntax === 'json') return 'null';
  return Number.isNaN(value) ? '.nan' : value > 0 ? '.inf' : '-.inf';
}

/** Double quotes with JSON's escapes, which YAML shares; characters that some YAML readers take for line ends are escaped too. */
function printString(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** What YAML does not take as it is, or folds into a line end. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNPRINTABLE = /[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;
/** Half of a surrogate pair: no text, and only an escape carries it. */
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
/** Words that YAML 1.1 or 1.2 readers take for something else than text. */
const RESERVED = /^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?\.inf|\.nan|<<|=)$/i;
/** Numbers, octal and hexadecimal ones, times and dates, in either version; generous, since a quote too many does no harm. */
const NUMERIC = /^[-+]?(?:\.?\d[\d_,.]*(?:e[-+]?\d+)?|0[xob][\da-f_]+|\d+(?::\d+)+(?:\.\d*)?|\d{4}-\d\d?-\d\d?.*)$/i;

function printText(text: string, quote: '"' | "'" | '', flow: boolean, isKey: boolean): string {
  if (quote === '' && isPlain(text, flow, isKey)) return text;
  const canBeSingle = !UNPRINTABLE.test(text) && !LONE.test(text);
  if (quote === "'" && canBeSingle) return `'${text.replaceAll("'", "''")}'`;
  return printString(text);
}

function isPlain(text: string, flow: boolean, isKey: boolean): boolean {
  if (!/^(?:[\w./$(]|-[\w/.])/.test(text) || UNPRINTABLE.test(text) || LONE.test(text)) return false;
  if (/\s$|:\s|:$|\s#|\{[{%#]|\$\{/.test(text) || RESERVED.test(text) || NUMERIC.test(text)) return false;
  if (/^(?:---|\.\.\.)/.test(text)) return false;
  if (flow && /[,[\]{}]/.test(text)) return false;
  // A colon inside is sound YAML, but between brackets not every reader agrees.
  return !((flow || isKey) && text.includes(':')) && text.length <= 1000;
}
