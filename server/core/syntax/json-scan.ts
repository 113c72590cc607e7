/**
 * Splits JSON text into tokens. Accepts comments and reports them, since the AWS CLI does not. Hand-written because
 * the parser above must survive any nesting and any breakage, and because a keystroke should cost as little as possible.
 */
import type { Build } from './build';

export enum Kind {
  End,
  OpenMap,
  CloseMap,
  OpenSeq,
  CloseSeq,
  Colon,
  Comma,
  String,
  Number,
  True,
  False,
  Null,
  /** Anything else: a bare word, a single-quoted string, a stray sign. */
  Word,
}

/** RFC 8259, section 6. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

export class JsonScanner {
  kind: Kind = Kind.End;
  start = 0;
  end = 0;
  /** End of the token before this one. */
  previousEnd = 0;
  /** Value of a string token; as written for a single-quoted one. */
  value = '';

  constructor(private readonly build: Build) {
    // A byte order mark is no part of the text, but offsets count it.
    if (build.text.charCodeAt(0) === 0xfeff) this.end = 1;
    this.previousEnd = this.end;
  }

  /** Moves to the next token. */
  next(): Kind {
    this.previousEnd = this.end;
    const text = this.build.text;
    let i = this.end;
    for (;;) {
      const c = text.charCodeAt(i);
      if (c === 32 || c === 10 || c === 13 || c === 9) i++;
      else if (c === 47) {
        const end = this.readComment(i);
        if (end === i) return this.readWord(i);
        i = end;
      } else break;
    }
    this.start = i;
    if (i >= text.length) {
      this.end = text.length;
      this.start = this.end;
      this.kind = Kind.End;
      return this.kind;
    }
    switch (text.charCodeAt(i)) {
      case 123:
        return this.punctuation(Kind.OpenMap);
      case 125:
        return this.punctuation(Kind.CloseMap);
      case 91:
        return this.punctuation(Kind.OpenSeq);
      case 93:
        return this.punctuation(Kind.CloseSeq);
      case 58:
        return this.punctuation(Kind.Colon);
      case 44:
        return this.punctuation(Kind.Comma);
      case 34:
        return this.readString(i);
      default:
        return this.readWord(i);
    }
  }

  private punctuation(kind: Kind): Kind {
    this.end = this.start + 1;
    this.kind = kind;
    return kind;
  }

  private readString(start: number): Kind {
    const text = this.build.text;
    let plain = true;
    let i = start + 1;
    this.kind = Kind.String;
    for (; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 34) {
        this.end = i + 1;
        this.value = plain ? text.slice(start + 1, i) : this.unescape(start + 1, i);
        return this.kind;
      }
      if (c === 92) {
        plain = false;
        const following = text.charCodeAt(i + 1);
        if (following !== 10 && following !== 13) i++;
      } else if (c < 32) {
        if (c === 10 || c === 13) break;
        this.report(
          i,
          i + 1,
          'control-character',
          'A tab or control character cannot stand inside a JSON string. Write \\t or a \\u escape instead.',
        );
      }
    }
    this.end = Math.min(i, text.length);
    this.value = plain ? text.slice(start + 1, this.end) : this.unescape(start + 1, this.end);
    this.report(
      start,
      this.end,
      'unclosed-string',
      'This string has no closing ". A JSON string must end on the line where it begins.',
    );
    return this.kind;
  }

  private unescape(start: number, end: number): string {
    const text = this.build.text;
    let out = '';
    let from = start;
    for (let i = text.indexOf('\\', start); i !== -1 && i < end; i = text.indexOf('\\', i)) {
      out += text.slice(from, i);
      const c = text[i + 1] ?? '';
      const simple = i + 1 < end ? '"\\/\b\f\n\r\t'['"\\/bfnrt'.indexOf(c)] : undefined;
      const hex = text.slice(i + 2, Math.min(i + 6, end));
      if (c === 'u' && /^[0-9a-fA-F]{4}$/.test(hex)) {
        out += String.fromCharCode(Number.parseInt(hex, 16));
        i += 6;
      } else {
        if (simple === undefined) {
          this.report(
            i,
            Math.min(i + 2, end),
            'bad-escape',
            'JSON does not know this escape. A single backslash is written \\\\.',
          );
        }
        out += simple ?? '';
        i += simple === undefined ? 1 : 2;
      }
      from = i;
    }
    return from < end ? out + text.slice(from, end) : out;
  }

  private readComment(start: number): number {
    const text = this.build.text;
    const c = text[start + 1];
    if (c !== '/' && c !== '*') return start;
    let end: number;
    if (c === '/') {
      end = start + 2;
      while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
    } else {
      const close = text.indexOf('*/', start + 2);
      end = close === -1 ? text.length : close + 2;
      if (close === -1)
        this.report(
          start,
          start + 2,
          'unclosed-comment',
          'This comment is never closed with */, so the rest of the file is lost in it.',
        );
    }
    const source = this.build.original.slice(start, end);
    const inner = c === '/' ? source.slice(2) : source.replace(/^\/\*|\*\/$/g, '');
    this.build.comments.push({ start, end, text: inner.trim() });
    this.report(
      start,
      end,
      'comment-in-json',
      'JSON has no comments: the AWS CLI refuses a file that contains one. Remove it, or write the file as YAML.',
    );
    return end;
  }

  /** A number, true, false, null, or whatever else stands there up to the next white space or punctuation. */
  private readWord(start: number): Kind {
    const text = this.build.text;
    const quoted = text[start] === "'";
    let end = start + 1;
    if (quoted) {
      while (end < text.length && !"'\r\n".includes(text[end] as string)) end++;
      if (text[end] === "'") end++;
    } else {
      // A brace or bracket ends a word, but a slash does only when it opens a comment.
      while (
        end < text.length &&
        !' \t\r\n,:{}[]"'.includes(text[end] as string) &&
        !(text[end] === '/' && '/*'.includes(text[end + 1] ?? ' '))
      )
        end++;
    }
    this.start = start;
    this.end = end;
    this.value = text.slice(start, end);
    this.kind = Kind.Word;
    if (this.value === 'true') this.kind = Kind.True;
    else if (this.value === 'false') this.kind = Kind.False;
    else if (this.value === 'null') this.kind = Kind.Null;
    else if (/^[-+.]?\d/.test(this.value) && !Number.isNaN(Number(this.value))) {
      this.kind = Kind.Number;
      if (!NUMBER.test(this.value)) {
        this.report(
          start,
          end,
          'bad-number',
          'This is not how JSON writes a number: no leading zero or plus, digits on both sides of a point, base ten.',
        );
      }
    }
    return this.kind;
  }

  report(start: number, end: number, code: string, message: string): void {
    this.build.problems.push({ code, severity: 'error', start, end, message });
  }
}
