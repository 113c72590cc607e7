import type { Report } from '../../../server/core/simulator/report/types';
import { LEFT, RIGHT } from './scale';

/** A line that the counts may not cross, and the member that draws it. */
export interface Bound {
  name: string;
  value: number;
  source: string;
}

/** Bounds mean something only where ECS paces the tasks by them. */
export function boundsOf({ counts, controller, strategy, change }: Report): Bound[] {
  const bounds: Bound[] = [{ name: 'desired', value: counts.desired, source: '/desiredCount' }];
  if (controller !== 'ECS' || strategy !== 'ROLLING') return bounds;
  if (change !== 'create')
    bounds.push({ name: 'floor', value: counts.lower, source: '/deploymentConfiguration/minimumHealthyPercent' });
  bounds.push({ name: 'ceiling', value: counts.upper, source: '/deploymentConfiguration/maximumPercent' });
  return bounds;
}

const GAP = 12;

/** The lines with their names at the right; names of lines that lie together share one. */
export function Boundaries({ bounds, y, width }: { bounds: readonly Bound[]; y(n: number): number; width: number }) {
  return (
    <g>
      {bounds.map(({ name, value }) => (
        <line key={name} class={`bound ${name}`} x1={LEFT} x2={width - RIGHT} y1={y(value)} y2={y(value)} />
      ))}
      {labels(bounds, y).map(({ text, at }) => (
        <text key={text} class="bound-name" x={width - RIGHT - 4} y={at} text-anchor="end">
          {text}
        </text>
      ))}
    </g>
  );
}

function labels(bounds: readonly Bound[], y: (n: number) => number): { text: string; at: number }[] {
  const sorted = [...bounds].sort((a, b) => b.value - a.value);
  const shown: { text: string; at: number }[] = [];
  for (const { name, value } of sorted) {
    const at = y(value) - 4;
    const last = shown.at(-1);
    if (last && at - last.at < GAP) last.text += `, ${name} ${value}`;
    else shown.push({ text: `${name} ${value}`, at });
  }
  return shown;
}
