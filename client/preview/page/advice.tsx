import { CONTROLS } from '../../../server/core/rollout/controls';
import { durationWords, limitWords } from '../../../server/core/rollout/words';
import type { Outcomes, Report } from '../../../server/core/simulator/report/types';
import { Cause } from './reveal';
import { Section } from './section';
import { report, turn } from './state';

/** What frees a stuck rollout, what makes one faster, and what is worth knowing besides. */
export function Advice() {
  const { stuck, suggestions, notes, limits } = report.value as Report;
  const exceeded = limits.filter((limit) => limit.exceeded);
  const edits = stuck?.edits ?? [];
  const all = edits.length + suggestions.length + notes.length + exceeded.length;
  if (all === 0) return null;
  return (
    <Section id="advice" title="What to know" note={String(all)}>
      {() => (
        <ul class="facts">
          {edits.map((edit) => (
            <li key={edit.text}>
              {unbroken(`${edit.text} ${resultWords(edit.result)}`)} <Try pointer={edit.pointer} value={edit.to} />
            </li>
          ))}
          {notes.map(({ text, source }) => (
            <li key={text}>
              {unbroken(text)} <Cause source={source} />
            </li>
          ))}
          {exceeded.map((limit) => (
            <li key={limit.name}>
              It outlasts {unbroken(limitWords(limit))}: <span class="muted">{unbroken(limit.source)}.</span>
            </li>
          ))}
          {suggestions.map((idea) => (
            <li key={idea.text}>
              <Cause source={idea.pointer}>{unbroken(idea.text)}</Cause> Saves {unbroken(durationWords(idea.savesMs))}.{' '}
              <Try pointer={idea.pointer} setting={idea.setting} value={idea.to} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** A number stays on the line of its unit. */
const unbroken = (text: string) => text.replace(/(\d) (s|min|h|d)\b/g, '$1\u00a0$2');

function resultWords({ finish, floor, peak }: Outcomes): string {
  return finish === null
    ? 'It then still does not finish.'
    : `It then finishes in ${durationWords(finish)}, with ${floor} to ${peak} tasks.`;
}

/** Turns the control that stands for the member or the setting; nothing where none does. */
function Try({ pointer, setting, value }: { pointer: string; setting?: string; value: number | string }) {
  const control = CONTROLS.find((one) => (setting === undefined ? one.pointer === pointer : one.id === setting));
  if (!control) return null;
  return (
    <button type="button" onClick={() => turn(control.id, value)}>
      Try {value}
    </button>
  );
}
