/** The steps of a shifting deployment, and the state of the script that takes them (script.ts). */
import type { Failure } from './deployment';
import type { Source } from './report/types';
import type { World } from './world';

export type Step =
  /** Enters a stage, for the record. */
  | { do: 'stage'; name: string; source: Source }
  /** Runs the hooks of a stage, one after the other. */
  | { do: 'hooks'; stage: string }
  /** Waits until the new revision is healthy; fails after the limit. */
  | { do: 'scale-up'; limit: number; source: Source }
  /** Changes traffic weights, percent; takes ms. */
  | { do: 'weights'; production?: number; test?: number; ms: number; source: Source }
  | { do: 'wait'; ms: number; source: Source }
  /** Stops every task of a revision and waits until they are gone. */
  | { do: 'terminate'; revision: number; source: Source }
  /** A point after which nothing is watched and nothing can be rolled back. */
  | { do: 'commit' }
  /** The new revision takes the place of the old one (primary task set), or gives it back. */
  | { do: 'promote' }
  | { do: 'demote' }
  /** A person continues after ms, unless the limit comes first. */
  | { do: 'gate'; ms: number; limit: number; source: Source }
  | { do: 'end'; outcome: 'completed' | 'rolled-back'; why: string; source: Source };

export interface Script {
  steps: readonly Step[];
  /** Index of the current step. */
  at: number;
  /** Grows with every wait, so that the timer of an abandoned one is ignored. */
  turn: number;
  waitsFor: 'nothing' | 'timer' | 'healthy' | 'gone';
  /** Applied when the running timer is over. */
  pending: Step | undefined;
  visits: Map<string, number>;
  /** Revisions that are kept at the desired count. */
  keep: Set<number>;
  production: number;
  test: number;
  committed: boolean;
  begun: boolean;
  promoted: boolean;
  /** What the running timer ends with, when a hook fails. */
  failing: Failure | undefined;
  /** The steps back, given what has happened so far. */
  wayBack(w: World, script: Script): Step[];
  /** True when nothing exists yet that could be rolled back. */
  failsWithoutWayBack?(w: World, script: Script): boolean;
  /** The desired count changed; may set a deadline with a negative turn, which `deadline` then receives. */
  scaled?(w: World, script: Script): void;
  deadline?(w: World, script: Script, turn: number): void;
  deadlines: number;
}

export function createScript(steps: readonly Step[], wayBack: Script['wayBack']): Script {
  return {
    steps,
    at: 0,
    turn: 0,
    waitsFor: 'nothing',
    pending: undefined,
    visits: new Map(),
    keep: new Set([0]),
    production: 0,
    test: 0,
    committed: false,
    begun: false,
    promoted: false,
    failing: undefined,
    deadlines: 0,
    wayBack,
  };
}
