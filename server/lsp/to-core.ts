/** Positions to offsets: everything on its way from the client to the core. */
import type { Position, Range } from 'vscode-languageserver';
import type { Snapshot } from '../core/engine';
import { offsetAt, type Span } from '../core/syntax';

export function toOffset(snapshot: Snapshot, position: Position): number {
  return offsetAt(snapshot.tree, position);
}

/** A range whose ends are swapped (some clients send the selection as it was made) comes back in order. */
export function toSpan(snapshot: Snapshot, range: Range): Span {
  const a = toOffset(snapshot, range.start);
  const b = toOffset(snapshot, range.end);
  return a <= b ? { start: a, end: b } : { start: b, end: a };
}
