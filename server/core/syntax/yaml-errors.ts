/** The yaml package's errors in our own words. */
import type { YAMLParseError } from 'yaml';
import type { Build } from './build';
import type { Span } from './node';
import { endOfLine, startOfLine } from './position';

type Told = [code: string, message: string];

const INDENT: Told = [
  'bad-indentation',
  'This line is not indented like the lines it belongs with. Lines of one map or list must begin in the same column.',
];
const PROPERTY: Told = [
  'bad-anchor-or-tag',
  'An anchor (&name) or tag (!name) is misplaced or repeated here. A value has at most one of each, right before it.',
];
const SEQUENCE: Told = ['bad-indentation', 'A list item begins on a line of its own, below the key of its list.'];
const UNCLOSED: Told = ['unclosed', 'A { or [ that was opened before this is never closed.'];
const ALIAS: Told = ['bad-alias', 'An alias is written *name, and takes neither an anchor nor a tag of its own.'];
const KEY: Told = ['bad-key', 'A key must stand on one line and be followed by a colon and a space.'];

const TOLD: Record<string, Told> = {
  ALIAS_PROPS: ALIAS,
  BAD_ALIAS: ALIAS,
  BAD_DIRECTIVE: [
    'bad-directive',
    'This % line is not a YAML directive. Quote the value if it should begin with a percent sign.',
  ],
  BAD_DQ_ESCAPE: [
    'bad-escape',
    'This escape is not known inside double quotes. Write a backslash as \\\\, or use single quotes.',
  ],
  BAD_INDENT: INDENT,
  BAD_PROP_ORDER: PROPERTY,
  BAD_SCALAR_START: ['needs-quotes', 'A plain value cannot begin with this character. Put the value in quotes.'],
  BLOCK_AS_IMPLICIT_KEY: [
    'unexpected-colon',
    'There is a second colon on this line. Put the value in quotes, or move the nested map to the next line.',
  ],
  BLOCK_IN_FLOW: [
    'bad-indentation',
    'Inside { } or [ ] everything must be written in that style; an indented block cannot stand here.',
  ],
  KEY_OVER_1024_CHARS: KEY,
  MULTILINE_IMPLICIT_KEY: KEY,
  MULTIPLE_ANCHORS: PROPERTY,
  MULTIPLE_TAGS: PROPERTY,
  RESOURCE_EXHAUSTION: ['too-deep', 'This is nested too deeply to be read.'],
  TAB_AS_INDENT: ['tab-indentation', 'YAML does not allow tabs for indentation. Use spaces.'],
  TAG_RESOLVE_FAILED: ['bad-tag', 'The tag in front of this value does not fit the value.'],
};

/** Adds the problems for one text's errors. One error a line is told: further ones there only echo it. */
export class YamlErrors {
  /** End of the last line with a problem of ours. */
  private toldUntil = -1;
  private isLost = false;

  constructor(private readonly build: Build) {}

  add(error: YAMLParseError): void {
    // After the root value has ended too early every token left is an error of its own.
    if (error.message.includes('in YAML stream') && this.isLost) return;
    this.isLost = error.code === 'UNEXPECTED_TOKEN';
    const { start, end } = spanOf(error, this.build.text);
    if (start <= this.toldUntil) return;
    this.toldUntil = endOfLine(this.build.text, start);
    const line = startOfLine(this.build.text, start);
    const atLineStart = this.build.text.slice(line, start).trim() === '';
    const [code, message] = explain(error, atLineStart);
    this.build.problems.push({ code, severity: 'error', start, end, message });
  }
}

/** Errors often point at white space, or at nothing: move on to the word that follows, else back to the one before. */
function spanOf(error: YAMLParseError, text: string): Span {
  let start = Math.min(Math.max(error.pos[0], 0), text.length);
  let end = Math.min(Math.max(error.pos[1], start), text.length);
  if (text.slice(start, end).trim() === '') {
    const gap = /^\s*/.exec(text.slice(start, start + 256))?.[0].length ?? 0;
    if (start + gap < text.length) start += gap;
    else while (start > 0 && (start >= text.length || /\s/.test(text[start] as string))) start--;
    end = start + 1;
    while (end < text.length && /[^\s:,{}[\]]/.test(text[end] as string)) end++;
  }
  while (end > start + 1 && /\s/.test(text[end - 1] as string)) end--;
  return { start, end: Math.min(end, text.length) };
}

function explain(error: YAMLParseError, atLineStart: boolean): Told {
  if (/\bend with\b/.test(error.message)) return UNCLOSED;
  if (error.code === 'UNEXPECTED_TOKEN' && error.message.includes('block-seq-ind')) return SEQUENCE;
  if (error.code === 'UNEXPECTED_TOKEN' && atLineStart && error.message.includes('scalar')) return INDENT;
  return TOLD[error.code] ?? explainByText(error);
}

function explainByText({ code, message }: YAMLParseError): Told {
  if (code === 'MISSING_CHAR') {
    if (message.includes('quote')) return ['unclosed-string', 'This quoted text is never closed.'];
    if (message.includes('Implicit map keys'))
      return [
        'missing-colon',
        'This needs a colon and a value after it (name: value). If it continues the value above, indent it further.',
      ];
    if (message.startsWith('Comments')) return ['comment-needs-space', 'A comment needs a space before its #.'];
    if (message.includes('Missing space after :')) return ['missing-space', 'A colon needs a space after it.'];
    if (message.includes('directives-end'))
      return ['bad-directive', 'After a % line the document must begin with ---.'];
    if (message.includes('- indicator'))
      return [
        'bad-indentation',
        'This is not a list item: an item begins with a dash and a space, in the column of the other items.',
      ];
    if (message.includes('Missing ,')) return ['missing-comma', 'A comma is missing here.'];
    if (message.includes('Tags and anchors')) return ['missing-space', 'An anchor or tag needs a space after it.'];
    if (message.includes('Block scalar')) return INDENT;
    return ['missing-character', 'Something is missing here: a colon, a comma, a quote or a closing bracket.'];
  }
  if (message.includes('Block scalar header'))
    return ['bad-block-header', 'Nothing may follow | or > on its line but an indentation digit, + or -.'];
  if (message.includes('Unexpected ,') || message.includes('empty item'))
    return ['unexpected-token', 'A comma stands here with nothing before it.'];
  if (message.includes('doc-end')) return ['unexpected-token', 'A document ends here (...) that never began.'];
  return [
    'unexpected-token',
    'YAML cannot make sense of this. It is often a missing colon, a wrong indentation, or text that needs quotes.',
  ];
}
