import { type Default, docsOf, type Facts, MODEL, type Shape, type ShapeName } from '../../../schemas/runtime';

/** Wordings of what the schema says of a field; hover and completion share them. */

/** `integer, 0 to 200 percent`, `one of A, B`, `list of at most 5`. */
export function typeInWords(shape: Shape): string {
  switch (shape.type) {
    case 'integer':
    case 'double':
      return `${shape.type === 'integer' ? 'whole number' : 'number'}${limits(shape.min, shape.max, shape.unit)}${shape.multipleOf ? `, in steps of ${shape.multipleOf}` : ''}`;
    case 'string':
      if (shape.enum && !shape.open) return `one of ${shape.enum.map((v) => `\`${v}\``).join(', ')}`;
      return `string${shape.maxLength ? ` of at most ${shape.maxLength} characters` : ''}${arnWords(shape)}`;
    case 'list':
      return `list of ${shape.item.type === 'object' ? 'objects' : `${shape.item.type}s`}${items(shape.minItems, shape.maxItems)}`;
    case 'map':
      return 'free keys and values';
    case 'boolean':
      return 'true or false';
    case 'document':
      return 'any value, handed on as it is';
    case 'object':
      return shape.union ? 'object with exactly one member' : 'object';
  }
}

/** The same in few words, for the edge of a list: editors cut the name short when more stands beside it. */
export function typeBriefly(shape: Shape): string {
  const values = shape.type === 'string' && !shape.open ? (shape.enum?.length ?? 0) : 0;
  return values > MOST_NAMED ? `one of ${values} values` : typeInWords(shape).replaceAll('`', '');
}

const MOST_NAMED = 2;

function limits(min: number | undefined, max: number | undefined, unit: string | undefined): string {
  const of = unit ? ` ${unit}` : '';
  if (min === undefined && max === undefined) return unit ? `,${of}` : '';
  if (max === undefined) return `, ${min} or more${of}`;
  return min === undefined ? `, at most ${max}${of}` : `, ${min} to ${max}${of}`;
}

function items(min: number | undefined, max: number | undefined): string {
  if (max === undefined) return min ? `, at least ${min}` : '';
  if (min === max) return `, exactly ${max}`;
  return min ? `, ${min} to ${max}` : `, at most ${max}`;
}

function arnWords(shape: Facts): string {
  if (!shape.arn) return '';
  const takes = shape.arn.takes.map((t) => t.replaceAll('-', ' ')).join(' or ');
  return `: the ARN of a ${takes}${shape.arn.short ? ` or its ${shape.arn.short.replaceAll('-', ' ')}` : ''}`;
}

/** `200; 100 when schedulingStrategy is DAEMON`. */
export function defaultWords({ value, text, cases = [] }: Default): string {
  const plain = text ?? (value === undefined ? undefined : `\`${value}\``);
  return [...(plain ? [plain] : []), ...cases.map((c) => `${c.text ?? `\`${c.value}\``} when ${c.when}`)].join('; ');
}

/** The explanation of a field: heading, type and limits, meaning, default, values, pages. Undefined when nothing is known. */
export function fieldMarkdown(
  root: ShapeName,
  path: string,
  shape: Shape | undefined,
  current?: string,
): string | undefined {
  const doc = docsOf(root)[path];
  if (!shape || !doc) return undefined;
  const name = path.slice(path.lastIndexOf('.') + 1).replace(/[[\]{}]/g, '') || path;
  const flags = [
    shape.required ? 'required' : undefined,
    shape.since === '2026' ? 'new since 2024' : undefined,
    shape.secret ? 'secret' : undefined,
    shape.deprecated ? 'withdrawn' : undefined,
  ].filter(Boolean);
  const lines = [
    `**${name}** · ${typeInWords(shape)}${flags.length > 0 ? ` · ${flags.join(' · ')}` : ''}`,
    doc.doc,
    ...(shape.deprecated ? [`**Withdrawn.** ${shape.deprecated}`] : []),
    ...(shape.default ? [`**When absent:** ${defaultWords(shape.default)}`] : []),
    ...(current && doc.enumDocs?.[current] ? [`\`${current}\`: ${doc.enumDocs[current]}`] : valueTable(doc.enumDocs)),
    ...(shape.update ? [`**Changing it later:** ${UPDATE_WORDS[shape.update]}`] : []),
    [
      `[API reference](${doc.url})`,
      ...(doc.guide ? [`[Developer guide](${doc.guide})`] : []),
      `model of ${MODEL.date}`,
    ].join(' · '),
  ];
  return lines.join('\n\n');
}

const UPDATE_WORDS = {
  deploys: 'starts a new deployment.',
  'in-place': 'takes effect without a new deployment.',
  refused: 'is not possible; UpdateService does not take it.',
  locates: 'is not possible; an update only uses it to find the service.',
} as const;

function valueTable(enumDocs: Readonly<Record<string, string>> | undefined): string[] {
  const values = Object.entries(enumDocs ?? {});
  return values.length > 0 ? [values.map(([value, doc]) => `- \`${value}\`: ${doc}`).join('\n')] : [];
}
