import type { ComponentChildren } from 'preact';
import { abilities, ask, current, shown } from './state';

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
  const cut = Math.max(source.lastIndexOf('/'), source.lastIndexOf(':'), source.lastIndexOf('#'));
  return source.slice(cut + 1) || source.replace(/[#/]+$/, '');
}

/** Leads to the line of the file that causes something; plain words where there is none. */
export function Cause({ source, children }: { source: string; children?: ComponentChildren }) {
  const words = children ?? <code>{nameOfSource(source)}</code>;
  if (!source) return null;
  if (placeOf(source) === undefined) return <span title={source}>{words}</span>;
  return (
    <button type="button" class="link" title={`Show ${source} in the file`} onClick={() => reveal(source)}>
      {words}
    </button>
  );
}
