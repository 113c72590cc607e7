/** Masks hide stretches of a text from the parsers without moving what stands behind them. */
import type { Span, Template } from './node';

export interface Masked {
  /** As long as the original. */
  text: string;
  templates: Template[];
  /** Stretches blanked out because they are directives: what stands around them may have members nobody can see. */
  holes: Span[];
}

export interface Mask extends Span {
  /** blank: spaces, line ends kept. letters: one word. string: a JSON string. comma: just that. */
  with: 'blank' | 'letters' | 'string' | 'comma';
}

/** Lays masks (in order, not overlapping) over the text. */
export function applyMasks(text: string, masks: readonly Mask[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const mask of masks) {
    parts.push(text.slice(at, mask.start));
    const length = mask.end - mask.start;
    if (mask.with === 'letters') parts.push('x'.repeat(length));
    else if (mask.with === 'string') parts.push(`"${'x'.repeat(length - 2)}"`);
    else if (mask.with === 'comma') parts.push(','.padEnd(length));
    else parts.push(blank(text.slice(mask.start, mask.end)));
    at = mask.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** Spaces for everything but line ends. */
export function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
