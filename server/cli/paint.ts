import type { Io } from './io';

const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
  green: [32, 39],
} as const;

export type Colour = keyof typeof CODES;
export type Paint = (text: string, ...colours: Colour[]) => string;

export const PLAIN: Paint = (text) => text;

const COLOURED: Paint = (text, ...colours) =>
  colours.reduce((inner, colour) => `\u001b[${CODES[colour][0]}m${inner}\u001b[${CODES[colour][1]}m`, text);

/**
 * Colours or not: `--color`, then NO_COLOR (any value but empty; https://no-color.org), then FORCE_COLOR (0 and false
 * say no), then whether the text goes to a terminal that is not dumb.
 */
export function paintFor(io: Io, when: string | undefined, toTerminal: boolean): Paint {
  if (when === 'always') return COLOURED;
  if (when === 'never') return PLAIN;
  const { NO_COLOR, FORCE_COLOR, TERM } = io.env;
  if (NO_COLOR) return PLAIN;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR === '0' || FORCE_COLOR === 'false' ? PLAIN : COLOURED;
  return toTerminal && TERM !== 'dumb' ? COLOURED : PLAIN;
}
