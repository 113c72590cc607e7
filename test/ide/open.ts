import type { Snapshot } from '../../server/core/engine';
import * as ide from '../../server/core/ide';
import { unmark } from '../marks';
import { makeWorkspace, type Workspace } from '../workspace';

export interface Opened {
  snapshot: Snapshot;
  /** The cursor. */
  at: number;
  view: ide.View;
  workspace: Workspace;
}

/** Opens the first file of a small workspace; `$0` in it is the cursor. */
export function openAt(files: Record<string, string>): Opened {
  const [name = '', marked = ''] = Object.entries(files)[0] ?? [];
  const { text, cursor } = unmark(marked);
  const workspace = makeWorkspace({ ...files, [name]: text });
  const snapshots = new Map<string, Snapshot>();
  const view: ide.View = {
    uris: () => Object.keys(files).map((f) => workspace.uri(f)),
    snapshot(uri) {
      const kept = snapshots.get(uri) ?? workspace.open(uri.slice('file:///w/'.length), { expected: 'service' });
      snapshots.set(uri, kept);
      return kept;
    },
  };
  const snapshot = workspace.open(name, { expected: name.includes('task') ? 'task-definition' : 'service' });
  snapshots.set(workspace.uri(name), snapshot);
  return { snapshot, at: cursor ?? 0, view, workspace };
}

/** The labels that completion offers at the cursor, as the person sees them: filtered by what is typed, in order. */
export function labelsAt(files: Record<string, string>): string[] {
  const { snapshot, at, view } = openAt(files);
  const { replace, items } = ide.complete(snapshot, at, view, { snippets: true });
  const typed = snapshot.text.slice(replace.start, at).replace(/^["']/, '').toLowerCase();
  return items
    .filter((i) => i.label.toLowerCase().includes(typed))
    .sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1))
    .map((i) => i.label);
}

/** The text after accepting the item with this label, placeholders filled in with their own words. */
export function accept(files: Record<string, string>, label: string): string {
  const { snapshot, at, view } = openAt(files);
  const completion = ide.complete(snapshot, at, view, { snippets: true });
  const item = completion.items.find((i) => i.label === label);
  if (!item) throw new Error(`no ${label} among ${completion.items.map((i) => i.label).join(', ')}`);
  const { start, end } = item.replace ?? completion.replace;
  const edits = [
    ...(item.additionalEdits ?? []),
    { start, end, newText: item.snippet ? plainOf(item.newText) : item.newText },
  ];
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((text, e) => text.slice(0, e.start) + e.newText + text.slice(e.end), snapshot.text);
}

/** A snippet with its first choices taken: what stands there before the person types. */
function plainOf(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^}]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+/g, '');
}
