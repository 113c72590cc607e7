import { distance } from 'fastest-levenshtein';
import type { Fact } from '../core/model/fact';
import type { ShapeProblem } from '../core/model/shape-check';
import type { Position, Span } from '../core/syntax';

/** A mistake in a configuration. What is wrong is left out of account; the rest of the configuration holds. */
export interface ConfigProblem {
  uri: string;
  span: Span;
  position: Position;
  /** error: something that was asked for is not done. warning: a name that means nothing. */
  severity: 'error' | 'warning';
  message: string;
}

/** What to say about a departure from the settings schema, and where. */
export function wordProblem(problem: ShapeProblem): {
  at: Fact;
  key?: boolean;
  severity: ConfigProblem['severity'];
  message: string;
} {
  switch (problem.kind) {
    case 'unknown-member': {
      const known = problem.owner.shape?.type === 'object' ? Object.keys(problem.owner.shape.members) : [];
      const message = `there is no setting "${problem.name}"${suggest(problem.name, known)}`;
      return { at: problem.fact, key: true, severity: 'warning', message };
    }
    case 'wrong-case-member':
      return {
        at: problem.fact,
        key: true,
        severity: 'warning',
        message: `the setting is spelled ${problem.right}, not ${problem.name}`,
      };
    case 'null-value':
      return {
        at: problem.fact,
        severity: 'warning',
        message: `${nameOf(problem.fact)} has no value; give it one or remove the line`,
      };
    case 'empty-string':
      return { at: problem.fact, severity: 'error', message: `${nameOf(problem.fact)} is empty` };
    case 'wrong-type':
      return {
        at: problem.fact,
        severity: 'error',
        message: `${nameOf(problem.fact)} must be ${typeWords(problem.wanted.type)}, not ${problem.got}`,
      };
    case 'missing-member':
      return { at: problem.owner, severity: 'error', message: `"${problem.name}" is missing here` };
    case 'enum': {
      const values = problem.values.map(String);
      const message = `${nameOf(problem.fact)} cannot be "${problem.value}"${suggest(String(problem.value), values)} It takes ${values.join(', ')}`;
      return { at: problem.fact, severity: 'error', message };
    }
    case 'range':
      return {
        at: problem.fact,
        severity: 'error',
        message: `${nameOf(problem.fact)} is ${problem.value}; ${bounds(problem.min, problem.max)}`,
      };
    case 'length':
      return {
        at: problem.fact,
        severity: 'error',
        message: `${nameOf(problem.fact)} has ${problem.length} characters; ${bounds(problem.min, problem.max)}`,
      };
    case 'count':
      return {
        at: problem.fact,
        severity: 'error',
        message: `${nameOf(problem.fact)} has ${problem.count} entries; ${bounds(problem.min, problem.max)}`,
      };
    default:
      return {
        at: problem.fact,
        severity: 'error',
        message: `${nameOf(problem.fact)} is not a value that the configuration takes`,
      };
  }
}

/** `; did you mean "x"?` when a known name is near, else a full stop. */
export function suggest(name: string, known: readonly string[]): string {
  const near = known
    .map((candidate) => ({ candidate, edits: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, edits }) => edits <= Math.max(1, candidate.length / 3))
    .sort((a, b) => a.edits - b.edits)[0];
  return near ? `; did you mean "${near.candidate}"?` : '.';
}

/** The last part of the pointer that is a name: `/overrides/0/files/1` is an entry of files. */
function nameOf(fact: Fact): string {
  const parts = fact.pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = parts.at(-1) ?? '';
  if (parts.length === 0) return 'the configuration';
  return /^\d+$/.test(last) ? `an entry of ${parts.at(-2)}` : last;
}

function typeWords(type: string): string {
  const words: Record<string, string> = {
    object: 'a mapping',
    map: 'a mapping',
    list: 'a list',
    string: 'a string',
    integer: 'a whole number',
    double: 'a number',
    boolean: 'true or false',
  };
  return words[type] ?? 'another type';
}

function bounds(min?: number, max?: number): string {
  if (min === undefined) return `at most ${max} is allowed`;
  return max === undefined ? `at least ${min} is needed` : `${min} to ${max} is allowed`;
}
