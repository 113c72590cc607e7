/** Paths of values that hold until the next change. */

/** The top edge: along each value to the next moment. `points` rise in x; the last value holds until `end`. */
export function stepLine(points: readonly (readonly [x: number, y: number])[], end: number): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const steps = rest.map(([x, y]) => `H${round(x)}V${round(y)}`).join('');
  return `M${round(first[0])} ${round(first[1])}${steps}H${round(end)}`;
}

/** Between two edges with the same x. */
export function stepArea(
  upper: readonly (readonly [x: number, y: number])[],
  lower: readonly (readonly [x: number, y: number])[],
  end: number,
): string {
  if (upper.length === 0) return '';
  let back = '';
  for (let i = lower.length - 1; i >= 0; i--) {
    const [x, y] = lower[i] as readonly [number, number];
    back += `V${round(y)}H${round(x)}`;
  }
  return `${stepLine(upper, end)}${back}Z`;
}

/** A tenth of a pixel is enough, and short. */
const round = (n: number) => Math.round(n * 10) / 10;
