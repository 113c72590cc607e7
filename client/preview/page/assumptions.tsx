import { durationWords, settingWords } from '../../../server/core/rollout/words';
import type { Assumption, Report } from '../../../server/core/simulator/report/types';
import { assumptionId, Cause } from './reveal';
import { Section } from './section';
import { stageWords } from './stages';
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
                  <b>{durationWords(ms)}</b> <Cause source={source}>{partWords(what)}</Cause>
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
      <Section id="assumptions" title="What it assumes" note={String(assumed.length + now.assumptions.length)}>
        {() => (
          <>
            <ul class="facts">
              {assumed.map(({ pointer, what, value, why }) => (
                <li key={pointer}>
                  <Cause source={pointer}>{what}</Cause> <b>{String(value)}</b>: assumed because {why}.
                </li>
              ))}
              {now.assumptions.map((one) => (
                <li key={one.name} id={assumptionId(one.name)} tabIndex={-1}>
                  <Assumed {...one} />
                </li>
              ))}
            </ul>
            <p class="muted">
              The names are those of the settings <code>simulator.timings</code> and <code>simulator.options</code>,
              which set other values.
            </p>
          </>
        )}
      </Section>
    </>
  );
}

/** `stage BAKE_TIME` as the pictures name it. */
const partWords = (what: string) => what.replace(/^stage (.+)/, (_, name: string) => `stage ${stageWords(name)}`);

/** What is taken for granted, then where that comes from and what it is called in the settings. */
function Assumed({ kind, name, value, what, source, link }: Assumption) {
  return (
    <>
      {kind === 'timing' && <b>{value} </b>}
      {kind === 'default' ? what.replace(/\.$/, ': ') : `${what} `}
      {kind === 'default' && <b>{value} </b>}
      <small class="muted">
        ({link ? <a href={link}>{source}</a> : source}
        {kind !== 'default' && (
          <>
            ; <code>{name}</code>
            {kind === 'option' && ` ${settingWords(value)}`}
          </>
        )}
        )
      </small>
    </>
  );
}
