import type { ComponentChildren } from 'preact';
import { abilities, ask, current, setOpen, shown } from './state';

const TASK_DEFINITION = 'taskDefinition#';

/** The nearest place in the file for a cause: the member itself, else what holds it; undefined when no file says it. */
export function placeOf(source: string): string | undefined {
  const file = shown.value;
  if (!file || !abilities.value.reveal) return undefined;
  if (source.startsWith(TASK_DEFINITION)) return file.taskDefinition ? source : undefined;
  for (let pointer = source; pointer.startsWith('/'); pointer = pointer.slice(0, pointer.lastIndexOf('/')))
    if (file.pointers.includes(pointer)) return pointer;
  return undefined;
}

export function reveal(source: string): void {
  const pointer = placeOf(source);
  if (pointer !== undefined) ask().send({ type: 'reveal', pointer });
}

/** What decides a thing, in a word: the member, or the name of an assumption. */
export function nameOfSource(source: string): string {
  const [, disturbance] = /^scenario:(\d+)$/.exec(source) ?? [];
  const kind = disturbance && current.value?.plan.scenario?.[Number(disturbance)]?.kind;
  if (kind) return `what if: ${kind.replaceAll('-', ' ')}`;
  const assumed = ASSUMED.exec(source)?.[1];
  if (assumed) return assumed.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const cut = Math.max(source.lastIndexOf('/'), source.lastIndexOf(':'), source.lastIndexOf('#'));
  return source.slice(cut + 1) || source.replace(/[#/]+$/, '');
}

/** Of what no file says, by its name among the assumptions of the report. */
const ASSUMED = /^(?:timing|option|assumption):(\w+)$/;

/** Leads to the line of the file that causes something, or to the assumption; plain words where there is neither. */
export function Cause({ source, children }: { source: string; children?: ComponentChildren }) {
  const assumed = ASSUMED.exec(source)?.[1];
  const words = children ?? (assumed ? nameOfSource(source) : <code>{nameOfSource(source)}</code>);
  if (!source) return null;
  const assumption = current.value?.report.assumptions.find(({ name }) => name === assumed);
  if (assumption)
    return (
      <button type="button" class="link" title={assumption.what} onClick={() => showAssumption(assumption.name)}>
        {words}
      </button>
    );
  if (placeOf(source) === undefined) return <span title={source}>{words}</span>;
  return (
    <button type="button" class="link" title={`Show ${source} in the file`} onClick={() => reveal(source)}>
      {words}
    </button>
  );
}

/** Its place in the list, which is closed at first. */
export const assumptionId = (name: string) => `assumed-${name.replaceAll(' ', '-')}`;

function showAssumption(name: string): void {
  setOpen('assumptions', true);
  requestAnimationFrame(() => {
    const place = document.getElementById(assumptionId(name));
    place?.scrollIntoView({ block: 'center' });
    place?.focus();
  });
}
