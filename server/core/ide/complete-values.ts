import { closedValues, type Shape } from '../../../schemas/runtime';
import type { Fact } from '../model/fact';
import { nameOf } from '../model/host';
import { spanInside, textOffset } from '../model/inside';
import { completeQuery } from '../query';
import { factAt } from './at';
import { namesFor } from './names';
import type { Place } from './place';
import type { CompletionItem } from './types';
import { requiredMembers, type Style, styleOf, valueSnippet, writeString } from './write-value';

/** What may stand as a value: listed values, names known from the files, ARNs to fill in, a beginning of maps and lists. */
export function completeValues(place: Place): CompletionItem[] {
  const expression = expressionItems(place);
  if (expression) return expression;
  const { shape } = place;
  switch (shape.type) {
    case 'boolean':
      return ['true', 'false'].map((word, i) => scalar(word, word, 'boolean', place, { sortText: String(i) }));
    case 'string':
      return [...listed(place), ...names(place), ...arns(place)];
    case 'integer':
    case 'double':
      return [...listed(place), ...ports(place), ...defaultItem(place)];
    case 'object':
    case 'list':
    case 'map':
      return structure(place);
    default:
      return [];
  }
}

type Extra = Partial<CompletionItem>;

function scalar(
  label: string,
  text: string,
  kind: CompletionItem['kind'],
  place: Place,
  extra: Extra = {},
): CompletionItem {
  const { cursor } = place;
  const lead = `${cursor.needs.space ? ' ' : ''}${cursor.needs.dash ? '- ' : ''}`;
  const comma = cursor.needs.comma ? ',' : '';
  const also = cursor.also.length > 0 ? { additionalEdits: cursor.also } : {};
  const quote = /^["']/.exec(cursor.typed)?.[0];
  return {
    label,
    kind,
    newText: `${lead}${text}${comma}`,
    ...(quote && { filterText: `${quote}${label}${quote}` }),
    ...also,
    ...extra,
  };
}

function listed(place: Place): CompletionItem[] {
  const { shape } = place;
  if (shape.type !== 'string' && shape.type !== 'integer' && shape.type !== 'double') return [];
  const style = styleOf(place.cursor, place.snapshot.tree);
  const usual = shape.default?.value;
  return (shape.enum ?? []).map((value, i) => {
    const text = typeof value === 'string' ? writeString(value, style) : String(value);
    const detail = value === usual ? 'default' : closedValues(shape) ? undefined : 'for example';
    return scalar(String(value), text, 'enum', place, {
      sortText: `1${String(i).padStart(2, '0')}`,
      data: { field: place.field, value: String(value) },
      ...(detail && { detail }),
    });
  });
}

function names(place: Place): CompletionItem[] {
  const { shape, definition, snapshot, view } = place;
  if (shape.type !== 'string' || shape.names?.role !== 'refers') return [];
  const style = styleOf(place.cursor, snapshot.tree);
  return namesFor(shape.names.kind, definition, snapshot, view).map(({ name, from }) =>
    scalar(name, writeString(name, style), 'reference', place, {
      sortText: `0${name}`,
      description: nameOf(from),
      detail: shape.names?.kind.replace('-', ' '),
    }),
  );
}

/** Container ports of the container that the entry names, else of all of them. */
function ports(place: Place): CompletionItem[] {
  if (!/containerPort$/.test(place.field) || !place.field.startsWith('service:')) return [];
  const companion = place.definition.companion();
  if (!companion) return [];
  const at = factAt(place.snapshot, place.offset)?.fact.parent ?? ownerOf(place);
  const wanted = (at as Fact<{ containerName?: string }> | undefined)?.get('containerName').value;
  const containers = companion.fact
    .get('containerDefinitions')
    .items.filter((c) => wanted === undefined || c.get('name').is(wanted));
  const found = containers.flatMap((c) =>
    c.get('portMappings').items.flatMap((p) => p.get('containerPort').value ?? []),
  );
  return [...new Set(found)].map((port) =>
    scalar(String(port), String(port), 'reference', place, {
      sortText: `0${port}`,
      description: nameOf(companion.uri),
    }),
  );
}

function ownerOf({ cursor, definition }: Place): Fact | undefined {
  let fact: Fact | undefined = definition.root;
  for (const part of cursor.path.slice(definition.pointer.length)) {
    fact =
      typeof part === 'number'
        ? fact?.itemsOf[part]
        : fact && ((fact as Fact<Record<string, unknown>>).get(part) as Fact);
  }
  return fact;
}

function defaultItem(place: Place): CompletionItem[] {
  const value = place.shape.default?.value;
  if (value === undefined || ('enum' in place.shape && place.shape.enum)) return [];
  return [scalar(String(value), String(value), 'value', place, { detail: 'default', sortText: '2' })];
}

/** The form of an ARN with places to fill in, for each resource that the member takes. */
const ARN_FORMS: Readonly<Record<string, string>> = {
  cluster: 'arn:aws:ecs:${1:region}:${2:account}:cluster/${3:name}',
  'task-definition': 'arn:aws:ecs:${1:region}:${2:account}:task-definition/${3:family}:${4:1}',
  'target-group': 'arn:aws:elasticloadbalancing:${1:region}:${2:account}:targetgroup/${3:name}/${4:id}',
  'listener-rule':
    'arn:aws:elasticloadbalancing:${1:region}:${2:account}:listener-rule/app/${3:name}/${4:lb}/${5:listener}/${6:rule}',
  registry: 'arn:aws:servicediscovery:${1:region}:${2:account}:service/${3:srv-id}',
  namespace: 'arn:aws:servicediscovery:${1:region}:${2:account}:namespace/${3:ns-id}',
  role: 'arn:aws:iam::${1:account}:role/${2:name}',
  'kms-key': 'arn:aws:kms:${1:region}:${2:account}:key/${3:id}',
  lambda: 'arn:aws:lambda:${1:region}:${2:account}:function:${3:name}',
  secret: 'arn:aws:secretsmanager:${1:region}:${2:account}:secret:${3:name}',
  parameter: 'arn:aws:ssm:${1:region}:${2:account}:parameter/${3:name}',
  'certificate-authority': 'arn:aws:acm-pca:${1:region}:${2:account}:certificate-authority/${3:id}',
  'lattice-target-group': 'arn:aws:vpc-lattice:${1:region}:${2:account}:targetgroup/${3:tg-id}',
};

function arns(place: Place): CompletionItem[] {
  const { shape, options, cursor } = place;
  if (!shape.arn || !options.snippets) return [];
  const quote = styleOf(cursor, place.snapshot.tree).quote;
  return shape.arn.takes.flatMap((takes) => {
    const form = ARN_FORMS[takes];
    return form
      ? [
          scalar(`ARN of a ${takes.replaceAll('-', ' ')}`, `${quote}${form}${quote}`, 'snippet', place, {
            snippet: true,
            sortText: `3${takes}`,
            filterText: `${quote}arn`,
          }),
        ]
      : [];
  });
}

/** The beginning of a map or list, with its required members. */
function structure(place: Place): CompletionItem[] {
  const { shape, cursor, options, snapshot } = place;
  if (!options.snippets || cursor.at === 'key') return [];
  const style = styleOf(cursor, snapshot.tree);
  const behindDash = cursor.at === 'item' && !style.flow && !style.json;
  const body = behindDash ? itemBody(shape, style) : valueSnippet(shape, style);
  return [
    scalar(shape.type === 'list' ? 'new list' : 'new object', body, 'snippet', place, {
      snippet: true,
      sortText: '0',
      data: { field: place.field },
    }),
  ];
}

/** What stands behind a dash goes on two columns further. */
function itemBody(shape: Shape, style: Style): string {
  const inner = { ...style, indent: `${style.indent}  ` };
  return shape.type === 'object' ? requiredMembers(shape, inner, 1) : valueSnippet(shape, inner);
}

/** Inside a placement expression the query language completes itself. */
function expressionItems(place: Place): CompletionItem[] | undefined {
  if (!place.field.endsWith('placementConstraints[].expression')) return undefined;
  const at = factAt(place.snapshot, place.offset);
  const text = at?.on === 'value' && typeof at.fact.value === 'string' ? at.fact.value : undefined;
  const inside = text === undefined || !at ? 0 : textOffset(at.fact, place.offset);
  if (inside === undefined) return undefined;
  return completeQuery(text ?? '', inside).map((c, i) => {
    const replace = at && text !== undefined ? spanInside(at.fact, c.start, c.end) : undefined;
    const lead = text === undefined && place.cursor.needs.space ? ' ' : '';
    return {
      label: c.label,
      kind: c.kind === 'operator' || c.kind === 'connector' ? 'keyword' : c.kind === 'value' ? 'value' : 'function',
      newText: lead + c.newText,
      detail: c.detail,
      documentation: c.docs,
      sortText: String(i).padStart(3, '0'),
      ...(replace && { replace }),
      ...(c.again && { again: true }),
    } satisfies CompletionItem;
  });
}
