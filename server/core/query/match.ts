/**
 * Does a whole value match a pattern? Runs all alternatives side by side, so the time is linear in the value's
 * length whatever the pattern: no expression in a file can hang the editor.
 */

import { type CharSet, includes } from './char-set';
import { type Pattern, type PatternNode, parsePattern } from './pattern';

type Step =
  | { op: 'char'; set: CharSet; next: number }
  | { op: 'split'; next: number; other: number }
  | { op: 'start'; next: number }
  | { op: 'end'; next: number }
  | { op: 'match' };

/** Programs larger than this come from counts such as `{1000}{1000}`; nobody writes them about an instance type. */
const MAX_STEPS = 5000;

interface Program {
  steps: Step[];
  /** Counts of empty groups add no steps and still take time. */
  calls: number;
}

export type Matcher = (value: string) => boolean;

/** A matcher for whole values, or in words why there is none. */
export function compilePattern(text: string): { matches: Matcher } | { unknown: string } {
  const pattern: Pattern = parsePattern(text);
  if (pattern.error) return { unknown: `the pattern \`${text}\` cannot be read: ${pattern.error.message}` };
  if (pattern.unsupported)
    return { unknown: `the pattern \`${text}\` uses ${pattern.unsupported}, which is not evaluated here` };
  const program: Program = { steps: [{ op: 'match' }], calls: 0 };
  const entry = emit(program, pattern.node, 0);
  if (entry < 0) return { unknown: `the pattern \`${text}\` is too large to evaluate here` };
  return { matches: (value) => run(program.steps, entry, value) };
}

/** Adds the steps of a node so that they go on at `next`; returns where they begin, or -1 when there are too many. */
function emit(program: Program, node: PatternNode, next: number): number {
  if (next < 0 || program.steps.length > MAX_STEPS || ++program.calls > 10 * MAX_STEPS) return -1;
  switch (node.kind) {
    case 'set':
      return program.steps.push({ op: 'char', set: node.set, next }) - 1;
    case 'start':
    case 'end':
      return program.steps.push({ op: node.kind, next }) - 1;
    case 'sequence':
      return node.items.reduceRight((after, item) => emit(program, item, after), next);
    case 'choice':
      return node.options
        .map((option) => emit(program, option, next))
        .reduceRight((other, entry) =>
          other < 0 || entry < 0 ? -1 : program.steps.push({ op: 'split', next: entry, other }) - 1,
        );
    case 'repeat':
      return emitRepeat(program, node.item, node.min, node.max, next);
  }
}

function emitRepeat(program: Program, item: PatternNode, min: number, max: number, next: number): number {
  let at = next;
  if (max === Number.POSITIVE_INFINITY) {
    const loop: Step = { op: 'split', next: -1, other: next };
    at = program.steps.push(loop) - 1;
    loop.next = emit(program, item, at);
    if (loop.next < 0) return -1;
  } else {
    for (let i = min; i < max && at >= 0; i++) {
      const body = emit(program, item, at);
      at = body < 0 ? -1 : program.steps.push({ op: 'split', next: body, other: next }) - 1;
    }
  }
  for (let i = 0; i < min && at >= 0; i++) at = emit(program, item, at);
  return at;
}

function run(program: readonly Step[], entry: number, value: string): boolean {
  let current = follow(program, [entry], 0, value.length);
  for (let i = 0; i < value.length && current.size > 0; i++) {
    const code = value.charCodeAt(i);
    const next: number[] = [];
    for (const at of current) {
      const step = program[at] as Step;
      if (step.op === 'char' && includes(step.set, code)) next.push(step.next);
    }
    current = follow(program, next, i + 1, value.length);
  }
  return current.has(0);
}

/** All steps reachable without reading a character. */
function follow(program: readonly Step[], entries: number[], at: number, length: number): Set<number> {
  const seen = new Set<number>();
  const stack = entries;
  while (stack.length > 0) {
    const index = stack.pop() as number;
    if (seen.has(index)) continue;
    seen.add(index);
    const step = program[index] as Step;
    if (step.op === 'split') stack.push(step.next, step.other);
    else if ((step.op === 'start' && at === 0) || (step.op === 'end' && at === length)) stack.push(step.next);
  }
  return seen;
}
