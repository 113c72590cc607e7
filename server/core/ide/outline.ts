import type { Definition } from '../definition';
import type { Fact } from '../model/fact';
import { nameOf } from '../model/host';
import { MOST_DEFINITIONS } from '../rules/file/too-large-to-check';
import type { Snapshot } from '../snapshot';
import type { DefinitionSymbol, Outline, SymbolKind } from './types';

/**
 * The symbols of a file: each definition with its members, lists with what names their items. Of definitions that are too
 * many to be checked only their names.
 */
export function outlineOf(snapshot: Snapshot): Outline[] {
  return snapshot.definitions.flatMap((definition, i) => {
    const head = headOf(definition, snapshot);
    return head ? [{ ...head, children: i < MOST_DEFINITIONS ? childrenOf(definition.root) : [] }] : [];
  });
}

function headOf({ root, kind }: Definition, snapshot: Snapshot): Omit<Outline, 'children'> | undefined {
  const { node } = root;
  if (!node) return undefined;
  const nameFact = nameFactOf(root, kind);
  const name = nameFact?.value !== undefined ? String(nameFact.value) : nameOf(snapshot.uri);
  const nameSpan = nameFact?.node ?? { start: node.start, end: Math.min(node.end, node.start + 1) };
  return { name, detail: kind.replace('-', ' '), kind, span: node, nameSpan };
}

/** Services by name and cluster, task definitions by family. */
export function definitionSymbolsIn(snapshot: Snapshot): DefinitionSymbol[] {
  return snapshot.definitions.flatMap((definition) => {
    const head = headOf(definition, snapshot);
    if (!head) return [];
    const container = definition.service.get('cluster').value ?? nameOf(snapshot.uri);
    return [{ name: head.name, container, kind: definition.kind, place: { uri: snapshot.uri, span: head.nameSpan } }];
  });
}

function nameFactOf(root: Fact, kind: string): Fact | undefined {
  const fact = (root as Fact<Record<string, unknown>>).get(kind === 'service' ? 'serviceName' : 'family');
  return fact.known ? (fact as Fact) : undefined;
}

/** What stands behind an alias is shown where it is written; aliases of aliases would have no end. */
function childrenOf(fact: Fact): Outline[] {
  if (fact.node?.kind === 'alias') return [];
  const members = fact.entriesOf.flatMap(([name, child]) =>
    child.entry?.via || !child.entry ? [] : [symbol(name, child, child.entry, child.entry.key)],
  );
  const items = fact.itemsOf.flatMap((item, i) =>
    item.node ? [symbol(itemName(item, i), item, item.node, item.node)] : [],
  );
  return [...members, ...items];
}

function symbol(
  name: string,
  fact: Fact,
  span: { start: number; end: number },
  nameSpan: { start: number; end: number },
): Outline {
  const detail = fact.target?.kind === 'scalar' ? String(fact.target.value) : undefined;
  return {
    name,
    kind: kindOf(fact),
    span: { start: span.start, end: Math.max(span.end, nameSpan.end) },
    nameSpan,
    children: childrenOf(fact),
    ...(detail !== undefined && { detail }),
  };
}

/** What a person would call an item: its name, key or type; else its number. */
function itemName(item: Fact, index: number): string {
  if (item.target?.kind === 'scalar') return String(item.target.value);
  for (const key of ['name', 'containerName', 'capacityProvider', 'portName', 'key', 'type', 'registryArn']) {
    const value = (item as Fact<Record<string, string>>).get(key).value;
    if (value !== undefined) return String(value);
  }
  return `[${index}]`;
}

function kindOf(fact: Fact): SymbolKind {
  const path = fact.parent?.entry?.name;
  if (path === 'containerDefinitions') return 'container';
  if (path === 'portMappings') return 'port';
  const { target } = fact;
  if (target?.kind === 'map') return 'object';
  if (target?.kind === 'seq') return 'list';
  if (target?.kind !== 'scalar') return 'string';
  if (target.value === null) return 'null';
  return typeof target.value as 'string' | 'number' | 'boolean';
}
