import { momentWords } from '../../../server/core/rollout/words';
import { describeAt } from '../../../server/core/simulator/report/describe';
import type { Report } from '../../../server/core/simulator/report/types';
import { Section } from './section';
import { ask, report, time } from './state';

/** What DescribeServices would answer at the moment of the cursor. */
export function Response() {
  return (
    <Section id="response" title="DescribeServices" note={`at ${momentWords(time.value)}`}>
      {() => <Answer />}
    </Section>
  );
}

function Answer() {
  const text = JSON.stringify(describeAt(report.value as Report, time.value), null, 2);
  return (
    <>
      <p>
        <button type="button" onClick={() => ask().send({ type: 'copy', text })}>
          Copy
        </button>{' '}
        <small class="muted">Times are seconds since the deployment was asked for.</small>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard */}
      <pre tabIndex={0}>{text}</pre>
    </>
  );
}
