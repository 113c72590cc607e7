import { momentWords } from '../../../server/core/rollout/words';
import { LEFT, RIGHT, type Scale, timeTicks } from './scale';

/** Moments along the bottom; a label that would leave the picture is left out. */
export function TimeAxis({ scale, y, top }: { scale: Scale; y: number; top: number }) {
  return (
    <g class="axis">
      {timeTicks(scale).map((at) => {
        const x = scale.x(at);
        const label = momentWords(at);
        const half = label.length * 3.4;
        return (
          <g key={at}>
            <line class="grid" x1={x} x2={x} y1={top} y2={y} />
            {x - half > 0 && x + half < scale.width && (
              <text x={x} y={y + 14} text-anchor="middle">
                {label}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

export function CountAxis({
  ticks,
  y,
  width,
  unit = '',
}: {
  ticks: readonly number[];
  y(n: number): number;
  width: number;
  unit?: string;
}) {
  return (
    <g class="axis">
      {ticks.map((n) => (
        <g key={n}>
          <line class="grid" x1={LEFT} x2={width - RIGHT} y1={y(n)} y2={y(n)} />
          <text x={LEFT - 6} y={y(n) + 4} text-anchor="end">
            {n}
            {unit}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Hatches, so that no kind of task is told by its colour alone. */
export function Hatches({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-new`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect class="fill-new" width="6" height="6" />
      </pattern>
      <pattern id={`${id}-old`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect class="fill-old soft" width="6" height="6" />
        <circle class="fill-old" cx="3" cy="3" r="1.2" />
      </pattern>
      <pattern id={`${id}-starting`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="fill-starting soft" width="6" height="6" />
        <rect class="fill-starting" width="2.5" height="6" />
      </pattern>
      <pattern id={`${id}-stopping`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <rect class="fill-stopping soft" width="6" height="6" />
        <rect class="fill-stopping" width="1.2" height="6" />
      </pattern>
    </defs>
  );
}
