import type { Snapshot } from '../snapshot';
import type { Span } from '../syntax';
import { FOLLOWED, type Occurrence, occurrenceAt, occurrencesIn, sameName } from './names';
import type { Definition, FileEdits, Highlight, Place, Rename, RenameTarget, View } from './types';

const place = ({ uri, span }: Occurrence): Place => ({ uri, span });

/** Where the name under the cursor is given: a container, port or volume in the task definition, a family, a discovery name. */
export function definitionAt(snapshot: Snapshot, offset: number, view: View): Definition | undefined {
  const alias = aliasTarget(snapshot, offset);
  if (alias) return alias;
  const occurrence = followedAt(snapshot, offset);
  if (!occurrence) return undefined;
  const targets = sameName(snapshot, occurrence, view).filter((o) => o.role === 'defines');
  if (targets.length === 0) return undefined;
  return { origin: occurrence.span, targets: targets.map((o) => ({ ...place(o), around: o.around })) };
}

/** `*name` leads to `&name`. */
function aliasTarget(snapshot: Snapshot, offset: number): Definition | undefined {
  const around = (span: Span) => span.start <= offset && offset <= span.end;
  const stack = snapshot.tree.docs.filter(around).flatMap((d) => (d.root && around(d.root) ? [d.root] : []));
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === 'alias') {
      return node.target && { origin: node, targets: [{ uri: snapshot.uri, span: node.target, around: node.target }] };
    }
    if (node.kind === 'seq') for (const item of node.items) if (around(item)) stack.push(item);
    if (node.kind === 'map')
      for (const { value, via } of node.entries) if (value && !via && around(value)) stack.push(value);
  }
  return undefined;
}

export function referencesAt(snapshot: Snapshot, offset: number, view: View, includeDeclaration: boolean): Place[] {
  const occurrence = followedAt(snapshot, offset);
  if (!occurrence) return [];
  return sameName(snapshot, occurrence, view)
    .filter((o) => includeDeclaration || o.role === 'refers')
    .map(place);
}

export function highlightsAt(snapshot: Snapshot, offset: number): Highlight[] {
  const occurrence = occurrenceAt(snapshot, offset);
  if (!occurrence) return [];
  return occurrencesIn(snapshot)
    .filter((o) => o.kind === occurrence.kind && o.name === occurrence.name)
    .map((o) => ({ span: o.span, write: o.role === 'defines' }));
}

export function renameTargetAt(snapshot: Snapshot, offset: number, _view: View): RenameTarget | undefined {
  const occurrence = followedAt(snapshot, offset);
  return occurrence && { span: occurrence.span, name: occurrence.name };
}

/** Renames a name wherever it is used in the files in view. The new name must fit every member that holds it. */
export function renameAt(snapshot: Snapshot, offset: number, name: string, view: View): Rename {
  const occurrence = followedAt(snapshot, offset);
  if (!occurrence) return { refused: 'There is no name here that could be changed.' };
  if (snapshot.tree.isCut)
    return { refused: 'The file is too large to be read to its end: the name may stand there, too.' };
  const all = sameName(snapshot, occurrence, view);
  const misfit = all.map((o) => whyNot(o, name)).find((why) => why !== undefined);
  if (misfit) return { refused: misfit };
  if (collides(occurrence, name, snapshot, view))
    return { refused: `There is another ${occurrence.kind} named "${name}" already.` };
  const edits: Record<string, { start: number; end: number; newText: string }[]> = {};
  for (const o of all) (edits[o.uri] ??= []).push({ start: o.span.start, end: o.span.end, newText: name });
  return { edits: edits as FileEdits };
}

function followedAt(snapshot: Snapshot, offset: number): Occurrence | undefined {
  const occurrence = occurrenceAt(snapshot, offset);
  return occurrence && FOLLOWED.has(occurrence.kind) ? occurrence : undefined;
}

function whyNot({ fact, kind }: Occurrence, name: string): string | undefined {
  const shape = fact.shape;
  if (name === '' || /[\s"'{}[\],:#&*!|>%@`]/.test(name)) return `"${name}" cannot be a ${kind} name.`;
  if (shape?.type !== 'string') return undefined;
  if (shape.maxLength !== undefined && name.length > shape.maxLength)
    return `A ${kind} name has at most ${shape.maxLength} characters.`;
  const fits = !shape.pattern || new RegExp(`^(?:${shape.pattern})$`, 'u').test(name);
  return fits ? undefined : `A ${kind} name may hold ${shape.patternHelp ?? 'only certain characters'}.`;
}

function collides(occurrence: Occurrence, name: string, snapshot: Snapshot, view: View): boolean {
  return (
    name !== occurrence.name && sameName(snapshot, { ...occurrence, name }, view).some((o) => o.role === 'defines')
  );
}
