import { durationWords } from '../../../server/core/rollout/words';
import type { Report } from '../../../server/core/simulator/report/types';
import { Cause } from './reveal';
import { Section } from './section';
import { report, shown } from './state';

/** What the run rests on that the file does not say, and where the time goes. */
export function Assumptions() {
  const now = report.value as Report;
  const assumed = shown.value?.assumed ?? [];
  const { parts } = now.duration;
  return (
    <>
      {parts.length > 0 && (
        <Section id="parts" title="Where the time goes">
          {() => (
            <ul class="facts">
              {parts.map(({ what, ms, source }) => (
                <li key={what}>
                  <b>{durationWords(ms)}</b> {what} <Cause source={source} />
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
      <Section id="assumptions" title="What it assumes" note={String(assumed.length + now.assumptions.length)}>
        {() => (
          <ul class="facts">
            {assumed.map(({ pointer, what, value, why }) => (
              <li key={pointer}>
                <Cause source={pointer}>{what}</Cause> <b>{String(value)}</b>: assumed because {why}.
              </li>
            ))}
            {now.assumptions.map(({ kind, name, value, what, source }) => (
              <li key={`${kind} ${name}`}>
                <code>{name}</code> <b>{value}</b>: {what} <small class="muted">({source})</small>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}
