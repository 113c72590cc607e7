/** What a person may turn in the preview: which figure of a plan it is, and which member of the file, if any. */
import type { Plan } from '../simulator/plan';
import type { Figures } from '../simulator/report/types';

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
