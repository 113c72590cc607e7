/** Everything the page shows, as signals: one place that changes it, many that look. */
import { computed, effect, signal, untracked } from '@preact/signals';
import type { Value } from '../../../server/core/rollout/control';
import { CONTROLS } from '../../../server/core/rollout/controls';
import { accepts, applyOverrides, type Overrides } from '../../../server/core/rollout/what-if';
import type { Abilities, PageState, Run, Shown, ToPage } from '../messages';
import type { PageHost } from './host';

export const shown = signal<Shown | undefined>(undefined);
export const abilities = signal<Abilities>({ reveal: false, apply: false, compare: [] });
/** Why there is nothing to show. */
export const nothing = signal('');
export const overrides = signal<Overrides>({});
/** The run on show: the file's, or what the controls made of it. */
export const current = signal<Run | undefined>(undefined);
/** A run that was kept, or fetched, to compare with. */
export const pinned = signal<Run | undefined>(undefined);
/** The moment of the cursor, ms. */
export const time = signal(0);
/** The part of the time that is in view; undefined: all of it. */
export const zoomed = signal<readonly [number, number] | undefined>(undefined);
export const openSections = signal<ReadonlySet<string>>(new Set(['advice', 'what-if', 'events']));
/** A passing word to the person. */
export const said = signal('');

export const report = computed(() => current.value?.report);
export const turned = computed(() => Object.keys(overrides.value).length > 0);
export const baseline = computed<Run | undefined>(() => {
  const file = shown.value;
  if (pinned.value) return pinned.value;
  return turned.value && file ? { label: 'the file', plan: file.plan, report: file.report } : undefined;
});

/** All of the run, and of the one it is compared with, with a little room behind. */
export const wholeRange = computed<readonly [number, number]>(() => {
  const runs = [current.value, baseline.value].filter((run) => run !== undefined);
  const ends = runs.map(({ report: { end, verdict } }) => (verdict.outcome === 'stuck' ? end * 1.25 : end * 1.02));
  return [0, Math.max(60_000, ...ends)];
});
export const range = computed(() => zoomed.value ?? wholeRange.value);

let host: PageHost | undefined;
export const ask = (): PageHost => host as PageHost;

/** Starts to answer messages and to simulate what is turned. */
export function start(connect: (receive: (message: ToPage) => void) => PageHost): void {
  host = connect(receive);
  effect(() => {
    const file = shown.value;
    if (file) resimulate(file, overrides.value);
  });
  effect(() => {
    const state = stateNow();
    if (state) ask().send({ type: 'state', state });
  });
}

function receive(message: ToPage): void {
  switch (message.type) {
    case 'show': {
      const another = shown.peek()?.uri !== message.shown.uri || shown.peek()?.prefix !== message.shown.prefix;
      nothing.value = '';
      abilities.value = message.abilities;
      if (another) begin(message.shown, message.state);
      else overrides.value = stillTurned(message.shown, overrides.peek());
      shown.value = message.shown;
      break;
    }
    case 'nothing':
      nothing.value = message.text;
      break;
    case 'compare':
      pinned.value = message.run;
      break;
    case 'said':
      said.value = message.text;
  }
}

/** A word to the person is gone after a while. */
const SAID_MS = 8_000;
let fading: ReturnType<typeof setTimeout> | undefined;
effect(() => {
  clearTimeout(fading);
  if (said.value !== '')
    fading = setTimeout(() => {
      said.value = '';
    }, SAID_MS);
});

function begin(file: Shown, state: PageState | undefined): void {
  pinned.value = undefined;
  zoomed.value = undefined;
  const same = state && state.uri === file.uri && state.prefix === file.prefix ? state : undefined;
  overrides.value = same ? known(same.overrides) : {};
  time.value = same?.time ?? interesting(file);
  if (same) openSections.value = new Set(same.open);
  else if (file.many) setOpen('many', true);
}

/** What was turned and the file says by now is turned no more. */
function stillTurned({ plan }: Shown, turns: Overrides): Overrides {
  const rest = Object.entries(turns).filter(
    ([id, value]) => CONTROLS.find((control) => control.id === id)?.read(plan) !== value,
  );
  return rest.length === Object.keys(turns).length ? turns : Object.fromEntries(rest);
}

function known(kept: Overrides): Overrides {
  return Object.fromEntries(
    Object.entries(kept).filter(([id, value]) =>
      CONTROLS.some((control) => control.id === id && accepts(control, value)),
    ),
  );
}

/** Where the cursor begins: where the fewest tasks are healthy, else where most exist. */
function interesting({ report: { counts } }: Shown): number {
  return counts.floor < counts.desired ? counts.floorAt : counts.peakAt;
}

let simulating: Promise<unknown> | undefined;
let waiting: { file: Shown; turned: Overrides } | undefined;

/** One simulation at a time; of those that wait only the newest is made. */
function resimulate(file: Shown, turns: Overrides): void {
  waiting = undefined;
  const asIs: Run = { label: 'the file', plan: file.plan, report: file.report };
  if (Object.keys(turns).length === 0) {
    current.value = asIs;
    return;
  }
  if (!current.peek()) current.value = asIs;
  if (simulating) {
    waiting = { file, turned: turns };
    return;
  }
  const plan = applyOverrides(file.plan, turns);
  simulating = ask()
    .simulate(plan)
    .then((made) => {
      if (overrides.peek() === turns) current.value = { label: 'what if', plan, report: made };
    })
    .catch((error: unknown) => {
      said.value = error instanceof Error ? error.message : String(error);
    })
    .finally(() => {
      simulating = undefined;
      if (waiting) resimulate(waiting.file, waiting.turned);
    });
}

/** Turns a control; its value in the file, or none, turns it back. */
export function turn(id: string, value: Value | undefined): void {
  const control = CONTROLS.find((one) => one.id === id);
  const file = shown.peek();
  if (!control || !file) return;
  const { [id]: _, ...rest } = overrides.peek();
  const back = value === undefined || !accepts(control, value) || value === control.read(file.plan);
  overrides.value = back ? rest : { ...rest, [id]: value };
}

export function setOpen(id: string, open: boolean): void {
  if (openSections.peek().has(id) === open) return;
  const next = new Set(openSections.peek());
  if (open) next.add(id);
  else next.delete(id);
  openSections.value = next;
}

function stateNow(): PageState | undefined {
  const file = shown.value;
  const open = [...openSections.value];
  const turns = overrides.value;
  const at = settledTime.value;
  return file && untracked(() => ({ uri: file.uri, prefix: file.prefix, overrides: turns, time: at, open }));
}

/** The cursor as the state keeps it: not at every pixel of its way. */
const settledTime = signal(0);
let settling: ReturnType<typeof setTimeout> | undefined;

export function moveCursor(ms: number): void {
  const end = wholeRange.peek()[1];
  time.value = Math.round(Math.min(end, Math.max(0, ms)));
  clearTimeout(settling);
  settling = setTimeout(() => {
    settledTime.value = time.peek();
  }, 300);
}
