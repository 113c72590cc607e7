/** What a person may turn in the preview: which figure of a plan it is, and which member of the file, if any. */
import type { Plan } from '../simulator/plan';
import type { Figures } from '../simulator/report/types';
import { CONTROLS } from './controls';

export type Value = number | string | boolean;

/** One control. Numbers have bounds and a unit, choices their values with labels; neither means a switch. */
export interface Control {
  id: string;
  group: 'Service' | 'Traffic' | 'Protection' | 'Timing' | 'Capacity' | 'Failures';
  label: string;
  /**
   * `figure`: what the run takes where the plan has no number, by its name in the report; `empty`: what no number means,
   * in a word or two.
   */
  number?: { min: number; max: number; step?: number; unit?: string; figure?: keyof Figures; empty?: string };
  choices?: readonly (readonly [value: string, label: string])[];
  /** JSON pointer of the member of the service definition that holds the value; absent: the file cannot say it. */
  pointer?: string;
  /** False: the control means nothing for this plan and is not shown. */
  fits?(plan: Plan): boolean;
  /** The plan's value; undefined: left to ECS or to the simulator. */
  read(plan: Plan): Value | undefined;
  write(plan: Plan, value: Value): Plan;
  /** Other controls whose values go into the file with this one, because ECS wants them together. */
  together?: readonly string[];
}

/** What was turned, by the id of the control. */
export type Overrides = Readonly<Record<string, Value>>;

/** The plan with everything that was turned. Unknown ids and values of the wrong type are passed over. */
export function applyOverrides(plan: Plan, overrides: Overrides): Plan {
  return CONTROLS.reduce((changed, control) => {
    const value = overrides[control.id];
    return value !== undefined && accepts(control, value) ? control.write(changed, value) : changed;
  }, plan);
}

/** A member of the service definition and the value it is to have. */
export interface MemberEdit {
  pointer: string;
  value: Value;
}

/** What to write into the file so that it says what was turned; and the labels of what no file can say. */
export function editsOf(plan: Plan, overrides: Overrides): { edits: MemberEdit[]; beyond: string[] } {
  const changed = applyOverrides(plan, overrides);
  const edits = new Map<string, Value>();
  const beyond: string[] = [];
  for (const control of CONTROLS) {
    const value = overrides[control.id];
    if (value === undefined || !accepts(control, value) || value === control.read(plan)) continue;
    if (!control.pointer) beyond.push(control.label);
    for (const id of [control.id, ...(control.together ?? [])]) {
      const one = CONTROLS.find((c) => c.id === id);
      const now = one?.read(changed);
      if (one?.pointer && now !== undefined) edits.set(one.pointer, now);
    }
  }
  return { edits: [...edits].map(([pointer, value]) => ({ pointer, value })), beyond };
}

/** Whether a control can hold a value: at the border to files, messages and restored states. */
export function accepts({ number, choices }: Control, value: Value): boolean {
  if (number) return typeof value === 'number' && Number.isFinite(value) && value >= number.min && value <= number.max;
  if (choices) return choices.some(([one]) => one === value);
  return typeof value === 'boolean';
}
