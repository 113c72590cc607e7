import { differencesInWords } from '../../../server/core/rollout/compare';
import type { CompareWith } from '../messages';
import { Section } from './section';
import { abilities, ask, baseline, current, pinned } from './state';

const NAMES: Record<CompareWith, string> = { saved: 'The saved file', head: 'The last commit', file: 'Another file …' };

/** Both runs are on the chart; here is in words what is different. */
export function Compare() {
  const before = baseline.value;
  return (
    <Section id="compare" title="Compare" note={before && `with ${before.label}`}>
      {() => (
        <>
          <div class="actions">
            {abilities.value.compare.map((other) => (
              <button key={other} type="button" onClick={() => ask().send({ type: 'compare', with: other })}>
                {NAMES[other]}
              </button>
            ))}
            {pinned.value && (
              <button
                type="button"
                onClick={() => {
                  pinned.value = undefined;
                }}
              >
                Stop comparing
              </button>
            )}
          </div>
          {before ? (
            <Differences />
          ) : (
            <p class="muted">Turn a control, or keep this run, to see two runs on one chart.</p>
          )}
        </>
      )}
    </Section>
  );
}

function Differences() {
  const [before, now] = [baseline.value?.report, current.value?.report];
  const said = before && now ? differencesInWords(before, now) : [];
  if (said.length === 0) return <p>The two rollouts go alike.</p>;
  return (
    <ul class="facts differences">
      {said.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
