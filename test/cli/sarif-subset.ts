/**
 * The part of SARIF 2.1.0 that we write, as JSON Schema after the text of the standard (OASIS, sections named below). The
 * official schema is in no npm package that could be a development dependency; this one is stricter: it knows no other members.
 */
const object = (required: string[], properties: Record<string, unknown>) => ({
  type: 'object',
  required,
  properties,
  additionalProperties: false,
});
const text = { type: 'string', minLength: 1 };
const uri = { type: 'string', pattern: '^[A-Za-z0-9%._~:/?#@!$&()*+,;=-]+$' };
const positive = { type: 'integer', minimum: 1 };
/** 3.11 */
const message = object(['text'], { text });
/** 3.12 */
const multiformat = object(['text'], { text, markdown: text });
/** 3.4: a relative reference has no dot segments; with uriBaseId it is relative. */
const artifactLocation = {
  ...object(['uri'], { uri, uriBaseId: text }),
  if: { required: ['uriBaseId'] },
  // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema.
  then: { properties: { uri: { type: 'string', pattern: '^(?!/)(?!.*(^|/)\\.\\.?(/|$))(?![a-z]+:)' } } },
  else: { properties: { uri: { type: 'string', pattern: '^[a-z]+:' } } },
};
/** 3.30 */
const region = object(['startLine', 'startColumn', 'endLine', 'endColumn'], {
  startLine: positive,
  startColumn: positive,
  endLine: positive,
  endColumn: positive,
});
/** 3.29 */
const physicalLocation = object(['artifactLocation', 'region'], { artifactLocation, region });
/** 3.33 */
const logicalLocation = object(['fullyQualifiedName'], {
  fullyQualifiedName: text,
  kind: {
    enum: [
      'member',
      'object',
      'array',
      'property',
      'value',
      'element',
      'module',
      'function',
      'type',
      'namespace',
      'resource',
      'parameter',
      'variable',
      'returnType',
      'package',
      'declaration',
      'attribute',
      'text',
      'comment',
      'dtd',
      'processingInstruction',
    ],
  },
});
/** 3.28 */
const location = object(['physicalLocation'], {
  id: { type: 'integer', minimum: 0 },
  physicalLocation,
  message,
  logicalLocations: { type: 'array', items: logicalLocation, uniqueItems: true },
});
const level = { enum: ['none', 'note', 'warning', 'error'] };
/** 3.49; ids are unique within the tool. */
const rule = object(['id', 'shortDescription', 'fullDescription', 'help', 'defaultConfiguration'], {
  id: text,
  shortDescription: multiformat,
  fullDescription: multiformat,
  help: multiformat,
  helpUri: { ...uri, pattern: '^https://' },
  defaultConfiguration: object(['level'], { level }),
  properties: object(['tags'], { tags: { type: 'array', items: text, uniqueItems: true } }),
});
/** 3.27 */
const result = object(['ruleId', 'ruleIndex', 'level', 'message', 'locations', 'partialFingerprints'], {
  ruleId: text,
  ruleIndex: { type: 'integer', minimum: 0 },
  level,
  message,
  locations: { type: 'array', items: location, minItems: 1, maxItems: 1 },
  relatedLocations: { type: 'array', items: location, uniqueItems: true },
  partialFingerprints: {
    type: 'object',
    minProperties: 1,
    additionalProperties: { type: 'string', pattern: '^[0-9a-f]{32}$' },
  },
});
/** 3.18, 3.19 */
const driver = object(['name', 'semanticVersion', 'informationUri', 'rules'], {
  name: text,
  semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
  informationUri: uri,
  rules: { type: 'array', items: rule, uniqueItems: true },
});
/** 3.14 */
const run = object(['tool', 'results', 'columnKind'], {
  tool: object(['driver'], { driver }),
  columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
  originalUriBaseIds: { type: 'object', additionalProperties: object([], { uri, description: message }) },
  results: { type: 'array', items: result },
});

/** 3.13 */
export const SARIF_SUBSET = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  ...object(['version', 'runs'], { $schema: uri, version: { const: '2.1.0' }, runs: { type: 'array', items: run } }),
};
