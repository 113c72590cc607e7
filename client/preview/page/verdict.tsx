import { assumedWords, figuresOf, verdictSentence } from '../../../server/core/rollout/verdict';
import type { Outcome, Report } from '../../../server/core/simulator/report/types';
import { Cause } from './reveal';
import { ask, current, report, shown, turned } from './state';

const SIGNS: Record<Outcome, string> = { completed: '✓', stuck: '∞', failed: '✕', 'rolled-back': '↩', stalled: '✕' };

/** The answer first: how the rollout ends, then its figures. */
export function Verdict() {
  const now = report.value as Report;
  const file = shown.value;
  const { outcome } = now.verdict;
  const assumed = file?.assumed.map(assumedWords).join(' ');
  return (
    <header>
      <h1>
        {current.value?.plan.service ?? file?.file ?? now.service} <span class="muted">{kindWords(now)}</span>
        {turned.value && <span class="tag">what if</span>}
      </h1>
      {file && file.services.length > 1 && <ServiceChoice />}
      <p class={`verdict ${outcome}`} role="status" aria-live="polite">
        <span class="sign" aria-hidden="true">
          {SIGNS[outcome]}
        </span>
        {verdictSentence(now)}
      </p>
      {assumed && <p class="assumed">{assumed}</p>}
      <dl class="figures">
        {figuresOf(now).map(({ name, value, note, source }) => (
          <div key={name}>
            <dt>{source ? <Cause source={source}>{name}</Cause> : name}</dt>
            <dd>
              <strong>{value}</strong> <small>{note}</small>
            </dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

function kindWords({ controller, strategy, schedulingStrategy, launchType, change }: Report): string {
  const ecs = schedulingStrategy === 'DAEMON' ? 'daemon rolling' : strategy.replace('_', '/').toLowerCase();
  const how = controller === 'ECS' ? ecs : controller === 'CODE_DEPLOY' ? 'CodeDeploy blue/green' : 'external';
  const what = change === 'create' ? 'creation' : change === 'none' ? 'in service' : 'deployment';
  return `${how} ${what} on ${launchType.replaceAll('_', ' ')}`;
}

function ServiceChoice() {
  const file = shown.value;
  return (
    <label>
      Service{' '}
      <select
        value={file?.prefix}
        onChange={(event) => ask().send({ type: 'choose', prefix: event.currentTarget.value })}
      >
        {file?.services.map(({ prefix, name }) => (
          <option key={prefix} value={prefix}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
