/** Values: their form where a subject has one, known values, patterns, and globs mistaken for patterns. */
import type { Clause, QueryProblem, Value } from './ast';
import { valuesOf } from './ast';
import { dateOf, versionOf } from './compare';
import { compilePattern } from './match';
import { parsePattern } from './pattern';
import { quoteFor } from './print';
import { type AttributeInfo, attributeInfo, MAX_ATTRIBUTE_LENGTH, subjectInfo } from './subjects';
import { nearest } from './suggest';

export function checkValues(clause: Clause, problems: QueryProblem[]): void {
  const id = clause.operator?.id;
  const pattern = id === 'matches' || id === 'not_matches';
  for (const value of valuesOf(clause.argument)) {
    const problem = pattern ? patternProblem(clause, value) : valueProblem(clause, value);
    if (problem) problems.push({ ...problem, start: problem.start ?? value.start, end: problem.end ?? value.end });
  }
}

type Draft = Omit<QueryProblem, 'start' | 'end'> & { start?: number; end?: number };

function valueProblem(clause: Clause, value: Value): Draft | undefined {
  if (clause.subject.id === 'unknown') return undefined;
  if (!value.quote && /[()]/.test(value.value)) return bareParentheses(value);
  switch (subjectInfo(clause.subject.id).values) {
    case 'boolean':
      return value.value === 'true' || value.value === 'false' ? undefined : notBoolean(value);
    case 'version':
      return versionProblem(value);
    case 'count':
      return countProblem(value);
    case 'date':
      return dateProblem(value);
    case 'instance-id':
      return globProblem(clause, value) ?? instanceIdProblem(value);
    case 'text':
      return (
        globProblem(clause, value) ?? (clause.subject.id === 'attribute' ? attributeProblem(clause, value) : undefined)
      );
  }
}

function bareParentheses(value: Value): Draft {
  return {
    code: 'parenthesis-in-value',
    severity: 'warning',
    message: `A clause cannot contain parentheses, so ECS may read \`${value.value}\` as a group. Quote the value.`,
    fix: quoteFix(value),
  };
}

function quoteFix(value: Value) {
  const quote = quoteFor(value.value);
  return { start: value.start, end: value.end, title: 'Quote the value', newText: `${quote}${value.value}${quote}` };
}

function replace(value: Value, newText: string, title = `Write ${newText}`) {
  const quote = value.quote ?? '';
  return { start: value.start, end: value.end, title, newText: `${quote}${newText}${quote}` };
}

function notBoolean(value: Value): Draft {
  const meant = nearest(value.value, ['true', 'false'], 2);
  return {
    code: 'value-form',
    severity: 'warning',
    message: `An agent is connected or not: \`${value.value}\` is neither \`true\` nor \`false\`, so no instance can match. ${meant ? `Write \`${meant}\`.` : 'Write one of them.'}`,
    fix: meant ? replace(value, meant) : undefined,
  };
}

function versionProblem(value: Value): Draft | undefined {
  if (/^\d+(\.\d+)*$/.test(value.value)) return undefined;
  const bare = versionOf(value.value) ? value.value.slice(1) : undefined;
  return {
    code: 'value-form',
    severity: 'warning',
    message: `\`${value.value}\` is no agent version, so ECS cannot compare it. Write numbers with dots, such as \`${bare ?? '1.68.0'}\`.`,
    fix: bare ? replace(value, bare) : undefined,
  };
}

function countProblem(value: Value): Draft | undefined {
  if (/^\d+$/.test(value.value)) return undefined;
  return {
    code: 'value-form',
    severity: 'error',
    message: `A number of tasks is a whole number from 0 up, so ECS cannot compare with \`${value.value}\`. Write one, such as \`5\`.`,
  };
}

function dateProblem(value: Value): Draft | undefined {
  if (!/^\d{9,}$/.test(value.value) && dateOf(value.value)) return undefined;
  return {
    code: 'value-form',
    severity: 'error',
    message: `\`${value.value}\` is no date that ECS reads. Write \`2024-05-31\`, or with a time \`2024-05-31T08:00:00\`, \`…Z\` or \`…+00:00\`.`,
  };
}

function instanceIdProblem(value: Value): Draft | undefined {
  if (/^m?i-[0-9a-z]+$/.test(value.value)) return undefined;
  return {
    code: 'value-form',
    severity: 'warning',
    message: `\`${value.value}\` is no instance ID, so no instance can match. IDs are \`i-\` (external instances \`mi-\`) and hexadecimal digits.`,
  };
}

/** `== t3.*`: a pattern after an operator that compares letter by letter. */
function globProblem(clause: Clause, value: Value): Draft | undefined {
  if (!value.value.includes('*')) return undefined;
  const operator = clause.operator;
  const instead = operator?.id === 'equals' ? '=~' : operator?.id === 'not_equals' ? '!~' : undefined;
  return {
    code: 'glob-in-equality',
    severity: 'warning',
    message: `\`${operator?.text}\` compares letter by letter, and no value contains \`*\`, so \`${value.value}\` never matches. Use ${instead ? `\`${instead}\`` : '`=~`'} with a regular expression, such as \`${value.value.replace(/\.?\*/, '.*')}\`.`,
    fix:
      instead && operator && clause.argument?.kind === 'value'
        ? {
            start: operator.start,
            end: value.end,
            title: `Write ${instead}`,
            newText: `${instead} ${value.value.replace(/\.?\*/g, '.*')}`,
          }
        : undefined,
  };
}

function attributeProblem(clause: Clause, value: Value): Draft | undefined {
  const text = value.value;
  const known = attributeInfo(clause.subject.attribute);
  if (known) return builtInProblem(known, value);
  if (text.length > MAX_ATTRIBUTE_LENGTH || text === '') {
    return {
      code: 'value-length',
      severity: 'warning',
      message: `Attribute values have 1 to ${MAX_ATTRIBUTE_LENGTH} characters and this one has ${text.length}, so no instance can match.`,
    };
  }
  if (/[^A-Za-z0-9_.@/\\: -]/.test(text) || text !== text.trim()) {
    return {
      code: 'value-characters',
      severity: 'warning',
      message: `\`${text}\` cannot be the value of an attribute (letters, digits, spaces inside, and - _ . @ / \\ :), so no instance can match. Correct it, or use \`=~\` for a pattern.`,
    };
  }
  return undefined;
}

function builtInProblem(known: AttributeInfo, value: Value): Draft | undefined {
  const text = value.value;
  if (known.values.includes(text)) return undefined;
  const meant = nicknames[text.toLowerCase()] ?? nearest(text, known.values, 2);
  if (known.closed) {
    return {
      code: 'unknown-value',
      severity: 'warning',
      message: `${capital(known.noun)} is ${known.values.map((v) => `\`${v}\``).join(' or ')}; \`${text}\` matches no instance. ${meant && known.values.includes(meant) ? `Write \`${meant}\`.` : 'Write one of them.'}`,
      fix: meant && known.values.includes(meant) ? replace(value, meant) : undefined,
    };
  }
  if (!known.form || known.form.pattern.test(text)) return undefined;
  return {
    code: 'value-form',
    severity: 'warning',
    message: `\`${text}\` cannot be ${known.noun} of an instance, so no task can be placed by it. ${zoneAdvice(known, text) ?? `It is ${known.form.says}.`}`,
    fix: meant && known.values.includes(meant) ? replace(value, meant) : undefined,
  };
}

const nicknames: Readonly<Record<string, string>> = {
  amd64: 'x86_64',
  'x86-64': 'x86_64',
  x64: 'x86_64',
  x86: 'x86_64',
  aarch64: 'arm64',
  arm: 'arm64',
  win: 'windows',
};

function zoneAdvice(known: AttributeInfo, text: string): string | undefined {
  if (known.name !== 'ecs.availability-zone') return undefined;
  if (/^[a-z]{2}(-[a-z]+)+-\d$/.test(text))
    return `It is a region; add the letter of the zone, such as \`${text}a\`, or match all with \`=~ ${text}.*\`.`;
  if (/^[a-z0-9]+-az\d+$/.test(text))
    return 'It is a zone ID; the attribute holds the zone name, such as `us-east-1a`.';
  return undefined;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function patternProblem(clause: Clause, value: Value): Draft | undefined {
  const inside = value.start + (value.quote ? 1 : 0);
  const pattern = parsePattern(value.value);
  if (pattern.error) {
    const at = Math.min(inside + pattern.error.at, Math.max(value.end - 1, value.start));
    return {
      code: 'invalid-pattern',
      severity: 'error',
      start: at,
      end: at + 1,
      message: `\`${value.value}\` is no regular expression that ECS can read (Java syntax): ${pattern.error.message}.`,
    };
  }
  if (!value.quote && /[()]/.test(value.value)) return bareParentheses(value);
  return globPattern(clause, value);
}

/** `=~ t3*`: a file glob. As a regular expression it repeats the last letter and never reaches the dot. */
function globPattern(clause: Clause, value: Value): Draft | undefined {
  const known = attributeInfo(clause.subject.attribute);
  if (!known?.form || !/^[a-z0-9-]*[a-z0-9-]\*$/.test(value.value)) return undefined;
  const compiled = compilePattern(value.value);
  if ('unknown' in compiled || compiled.matches(known.example)) return undefined;
  const meant = value.value.replace(/\*$/, '.*');
  return {
    code: 'glob-in-pattern',
    severity: 'warning',
    message: `As a regular expression \`${value.value}\` repeats its last letter, and the whole value must match, so it finds no ${known.noun.replace(/^the /, '')}. Write \`${meant}\` for "begins with ${value.value.slice(0, -1)}".`,
    fix: replace(value, meant),
  };
}
