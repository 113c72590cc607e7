import type { Report } from '../../../server/core/simulator/report/types';
import type { Bound } from './boundaries';
import { countsAt, KINDS } from './counts';
import { Cause } from './reveal';
import { baseline, report, time } from './state';

/** The names of what is drawn, with the counts at the cursor. */
export function Legend({ bounds }: { bounds: readonly Bound[] }) {
  const now = report.value as Report;
  const counts = countsAt(now, time.value);
  const compared = baseline.value;
  return (
    <ul class="legend">
      {KINDS.map(({ id, name }) => (
        <li key={id}>
          <svg class="swatch" width="14" height="14" aria-hidden="true">
            <rect width="14" height="14" class={`stroke-${id}`} fill={`url(#steps-${id})`} />
          </svg>
          {name} <b>{counts[id]}</b>
        </li>
      ))}
      <li>
        <Line kind="healthy-line" />
        Healthy <b>{counts.old + counts.new}</b>
      </li>
      <li>
        All <b>{counts.total}</b>
      </li>
      {bounds.map(({ name, value, source }) => (
        <li key={name}>
          <Line kind={`bound ${name}`} />
          <Cause source={source}>{capital(name)}</Cause> <b>{value}</b>
        </li>
      ))}
      {compared && (
        <li>
          <svg class="swatch wide" width="24" height="14" aria-hidden="true">
            <g class="before">
              <path d="M0 7H24" />
            </g>
          </svg>
          {capital(compared.label)}:{' '}
          <b>{countsAt(compared.report, time.value).old + countsAt(compared.report, time.value).new}</b> healthy of{' '}
          <b>{countsAt(compared.report, time.value).total}</b>
        </li>
      )}
    </ul>
  );
}

function Line({ kind }: { kind: string }) {
  return (
    <svg class="swatch wide" width="24" height="14" aria-hidden="true">
      <path class={kind} d="M0 7H24" />
    </svg>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
