import { SEVERITIES } from '../../core/finding';
import { PROFILES } from '../../core/model/profile';

const position = {
  type: 'object',
  description: 'Zero-based, as in the Language Server Protocol.',
  required: ['line', 'character'],
  properties: {
    line: { type: 'integer', minimum: 0 },
    character: { type: 'integer', minimum: 0, description: 'In UTF-16 code units.' },
  },
};

const range = {
  type: 'object',
  required: ['start', 'end'],
  properties: { start: position, end: { ...position, description: 'After the last character.' } },
};

const fix = {
  type: 'object',
  required: ['title', 'safe'],
  properties: { title: { type: 'string' }, safe: { type: 'boolean', description: 'Whether --fix makes it.' } },
};

const related = {
  type: 'object',
  required: ['file', 'range', 'message'],
  properties: { file: { type: 'string' }, range, message: { type: 'string' } },
};

const finding = {
  type: 'object',
  required: ['rule', 'severity', 'message', 'path', 'range', 'fixes'],
  properties: {
    rule: {
      type: 'string',
      pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
      description: 'Its id; ecs-preflight explain RULE tells more.',
    },
    severity: { enum: [...SEVERITIES] },
    message: { type: 'string', minLength: 1 },
    path: {
      type: 'string',
      pattern: '^(/([^~/]|~[01])*)*$',
      description:
        'JSON pointer (RFC 6901) into the document; in a file of several YAML documents the index of the document comes first.',
    },
    range,
    fixes: { type: 'array', items: fix },
    related: { type: 'array', items: related },
    url: { type: 'string', description: 'A page about the fact behind the rule.' },
  },
};

/** What `check --format json` prints. Members may be added in version 1; none is changed or taken away. */
export const FINDINGS_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Findings of ecs-preflight check --format json',
  type: 'object',
  required: ['version', 'files'],
  properties: {
    version: { const: 1 },
    files: {
      type: 'array',
      description: 'Every file that holds a service definition, those without findings too.',
      items: {
        type: 'object',
        required: ['path', 'profile', 'findings'],
        properties: {
          path: { type: 'string', description: 'Relative to the working directory, with forward slashes.' },
          profile: { enum: [...PROFILES] },
          findings: { type: 'array', items: finding },
        },
      },
    },
  },
};
