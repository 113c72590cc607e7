import { pacedByBounds } from '../../../server/core/rollout/verdict';
import type { Report } from '../../../server/core/simulator/report/types';
import { LEFT, RIGHT } from './scale';

/** A line that the counts may not cross, and the member that draws it. */
export interface Bound {
  name: string;
  value: number;
  source: string;
}

/** Bounds mean something only where ECS paces the tasks by them. */
export function boundsOf(report: Report): Bound[] {
  const { counts, change } = report;
  const bounds: Bound[] = [{ name: 'desired', value: counts.desired, source: '/desiredCount' }];
  if (!pacedByBounds(report)) return bounds;
  if (change !== 'create')
    bounds.push({ name: 'floor', value: counts.lower, source: '/deploymentConfiguration/minimumHealthyPercent' });
  bounds.push({ name: 'ceiling', value: counts.upper, source: '/deploymentConfiguration/maximumPercent' });
  return bounds;
}

const GAP = 12;
/** A character of the names is about so wide; they stand on the ground of the page, not on hatches. */
const CHARACTER = 5.7;

interface Place {
  bounds: readonly Bound[];
  /** The highest count in the picture; bounds above it are at its upper edge. */
  most: number;
  y(n: number): number;
  width: number;
}

/** The lines with their names at the right; names of lines that lie together share one. */
export function Boundaries({ bounds, most, y, width }: Place) {
  const names = labels(bounds, most, y);
  return (
    <g>
      {bounds.map(({ name, value }) => (
        <line key={name} class={`bound ${name}`} x1={LEFT} x2={width - RIGHT} y1={y(value)} y2={y(value)} />
      ))}
      {names.map(({ text, at }) => (
        <rect
          key={text}
          class="bound-ground"
          x={width - RIGHT - 6 - text.length * CHARACTER}
          y={at - 10}
          width={text.length * CHARACTER + 6}
          height={13}
        />
      ))}
      {names.map(({ text, at }) => (
        <text key={text} class="bound-name" x={width - RIGHT - 4} y={at} text-anchor="end">
          {text}
        </text>
      ))}
    </g>
  );
}

function labels(bounds: readonly Bound[], most: number, y: Place['y']): { text: string; at: number }[] {
  const sorted = [...bounds].sort((a, b) => b.value - a.value);
  const shown: { text: string; at: number }[] = [];
  for (const { name, value } of sorted) {
    const at = y(value) - 4;
    const last = shown.at(-1);
    const text = `${name} ${value}${value > most ? ' ↑' : ''}`;
    if (last && at - last.at < GAP) last.text += `, ${text}`;
    else shown.push({ text, at });
  }
  return shown;
}
