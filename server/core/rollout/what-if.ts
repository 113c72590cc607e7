/** What a person turned in the preview: in the plan, and in the file. */
import type { Plan } from '../simulator/plan';
import type { Control, Value } from './control';
import { CONTROLS } from './controls';

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
