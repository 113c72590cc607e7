import type { Definition } from '../definition';
import { nameOf } from '../model/host';
import { previewOf } from '../rollout/preview';
import type { Snapshot } from '../snapshot';
import type { Lens, LensData, LensText, View } from './types';

/** A lens above each service (and at its deploymentConfiguration), and above a task definition that services run. */
export function lensesIn(snapshot: Snapshot): Lens[] {
  return snapshot.definitions.flatMap((definition): Lens[] => {
    const first = definition.root.keySpan;
    if (!first) return [];
    const { prefix } = definition;
    if (definition.kind === 'task-definition') return [{ span: first, data: { about: 'runners', prefix } }];
    const configuration = definition.service.get('deploymentConfiguration');
    const at: Lens[] =
      configuration.entry && !configuration.entry.via && configuration.entry.key !== first
        ? [{ span: configuration.entry.key, data: { about: 'rollout', prefix } }]
        : [];
    return [
      { span: first, data: { about: 'rollout', prefix } },
      // Found for the findings already; a lens without words would leave a gap.
      ...(definition.companion() ? [{ span: first, data: { about: 'task-definition' as const, prefix } }] : []),
      ...at,
    ];
  });
}

/** The words of a lens; worked out when it comes into view. Undefined when there is nothing to say after all. */
export function resolveLens(snapshot: Snapshot, data: LensData, view: View): LensText | undefined {
  const definition = snapshot.definitions.find((d) => d.prefix === data.prefix);
  if (!definition) return undefined;
  switch (data.about) {
    case 'rollout': {
      const preview = previewOf(definition);
      return {
        title: `Preview rollout · ${preview.summary}`,
        tooltip: preview.why,
        does: { command: 'preview', prefix: data.prefix },
      };
    }
    case 'task-definition':
      return companionText(definition);
    case 'runners':
      return runnersText(snapshot, view);
  }
}

function companionText(definition: Definition): LensText | undefined {
  const companion = definition.companion();
  const node = companion?.fact.node;
  if (!companion || !node) return undefined;
  const span = { start: node.start, end: node.start };
  return {
    title: `Runs ${nameOf(companion.uri)}`,
    tooltip: `It was chosen because: ${companion.how}.`,
    does: { command: 'show', places: [{ uri: companion.uri, span }] },
  };
}

function runnersText(snapshot: Snapshot, view: View): LensText | undefined {
  const places = view.uris().flatMap((uri) => {
    const file = uri === snapshot.uri ? undefined : view.snapshot(uri);
    const runs = file?.definitions.filter((d) => d.kind === 'service' && d.companion()?.uri === snapshot.uri) ?? [];
    return runs.flatMap((d) => (d.root.keySpan ? [{ uri, span: d.root.keySpan }] : []));
  });
  if (places.length === 0) return undefined;
  const title = places.length === 1 ? `Run by ${nameOf(places[0]?.uri ?? '')}` : `Run by ${places.length} services`;
  return { title, does: { command: 'show', places } };
}
