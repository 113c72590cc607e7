/** What can be written at a place inside an expression. Plain data in editor words. */
import type { Expectation, Operator, Subject, Token } from './ast';
import { OPERATORS, type OperatorId, operatorInfo } from './operators';
import { parseQuery } from './parser';
import { quoteFor } from './print';
import {
  ATTRIBUTES_URL,
  attributeInfo,
  BUILT_IN_ATTRIBUTES,
  QUERY_LANGUAGE_URL,
  SUBJECTS,
  subjectInfo,
} from './subjects';

export interface QueryCompletion {
  label: string;
  kind: 'subject' | 'attribute' | 'operator' | 'value' | 'connector' | 'punctuation';
  /** One line beside the label. */
  detail: string;
  /** Markdown. */
  docs: string;
  /** Replaces [start, end) of the expression. */
  newText: string;
  start: number;
  end: number;
  /** Begin another completion at once, since nothing is complete yet. */
  again?: boolean;
}

/** Names known from elsewhere: the cluster description, other files of the workspace. */
export interface KnownNames {
  /** Values by attribute name; a name with no values is offered as a name. */
  attributes?: Readonly<Record<string, readonly string[]>>;
  taskGroups?: readonly string[];
}

/** Completions at an offset; an offset outside the text is taken as its nearest end. */
export function completeQuery(text: string, offset: number, known: KnownNames = {}): QueryCompletion[] {
  const at = Math.max(0, Math.min(offset, text.length));
  const range = replacedRange(parseQuery(text).tokens, at);
  const { expected } = parseQuery(text.slice(0, range.start));
  return expected ? offersFor(expected, known).map((offer) => ({ ...offer, ...range })) : [];
}

type Offer = Omit<QueryCompletion, 'start' | 'end'>;

/** The word under the cursor, or an empty range. */
function replacedRange(tokens: readonly Token[], at: number): { start: number; end: number } {
  const touched = tokens.find((token) => token.type !== 'punctuation' && token.start < at && at <= token.end);
  return touched ? { start: touched.start, end: touched.end } : { start: at, end: at };
}

function offersFor(expected: Expectation, known: KnownNames): Offer[] {
  switch (expected.kind) {
    case 'clause':
      return clauseOffers(known);
    case 'operator':
      return operatorOffers(expected.subject);
    case 'argument':
      return argumentOffers(expected.subject, expected.operator, expected.inList, known).filter(
        (offer) => !expected.given.includes(offer.label),
      );
    case 'list-separator':
      return [mark(',', 'another value'), mark(']', 'end of the list')];
    case 'connector':
      return connectorOffers(expected.open);
  }
}

function clauseOffers(known: KnownNames): Offer[] {
  const builtIn = BUILT_IN_ATTRIBUTES.map((info) => attributeOffer(info.name, info.noun, info.doc));
  const custom = Object.keys(known.attributes ?? {})
    .filter((name) => !attributeInfo(name))
    .map((name) => attributeOffer(name, 'an attribute of your instances', subjectInfo('attribute').doc));
  const subjects = SUBJECTS.filter((info) => info.id !== 'attribute').map(
    (info): Offer => ({
      label: info.text,
      kind: 'subject',
      detail: info.noun,
      docs: `${info.doc}\n\nExample: \`${info.example}\`\n\n[Cluster query language](${QUERY_LANGUAGE_URL})`,
      newText: info.text,
    }),
  );
  const own: Offer = {
    label: 'attribute:',
    kind: 'subject',
    detail: 'an attribute of your own',
    docs: subjectInfo('attribute').doc,
    newText: 'attribute:',
    again: true,
  };
  const not: Offer = {
    label: 'not',
    kind: 'connector',
    detail: 'the opposite of what follows',
    docs: 'Holds when the clause or group after it does not: `not(task:group == service:database)`.',
    newText: 'not',
  };
  return [...builtIn, ...custom, own, ...subjects, not, mark('(', 'a group')];
}

function attributeOffer(name: string, noun: string, doc: string): Offer {
  return {
    label: `attribute:${name}`,
    kind: 'attribute',
    detail: noun,
    docs: `${doc}\n\n[Attributes](${ATTRIBUTES_URL})`,
    newText: `attribute:${name}`,
  };
}

function operatorOffers(subject: Subject): Offer[] {
  const allowed: readonly OperatorId[] =
    subject.id === 'unknown' ? OPERATORS.map((info) => info.id) : subjectInfo(subject.id).operators;
  const presenceFirst = attributeInfo(subject.attribute)?.always === false;
  const ordered = presenceFirst ? [...allowed].sort((a, b) => rank(a) - rank(b)) : allowed;
  return ordered.map((id) => {
    const info = operatorInfo(id);
    return {
      label: info.symbol,
      kind: 'operator',
      detail: info.id,
      docs: info.doc,
      newText: info.symbol,
      again: info.takes !== 'nothing',
    };
  });
}

function rank(id: OperatorId): number {
  return id === 'exists' || id === 'not_exists' ? 0 : 1;
}

function argumentOffers(subject: Subject, operator: Operator, inList: boolean, known: KnownNames): Offer[] {
  const takes = operator.id ? operatorInfo(operator.id).takes : 'value';
  if (takes === 'list' && !inList) return [{ ...mark('[', 'a list of values'), again: true }];
  const values = knownValues(subject, takes === 'pattern', known);
  return values.map((value) => ({
    label: value,
    kind: 'value',
    detail: takes === 'pattern' ? 'regular expression' : '',
    docs: '',
    newText: /[\s,()[\]'"&|]/.test(value) ? `${quoteFor(value)}${value}${quoteFor(value)}` : value,
  }));
}

function knownValues(subject: Subject, pattern: boolean, known: KnownNames): readonly string[] {
  if (subject.id === 'agentConnected') return ['true', 'false'];
  if (subject.id === 'task:group') return [...(known.taskGroups ?? []), ...(pattern ? ['service:.*'] : [])];
  if (subject.id === 'runningTasksCount') return ['0', '1'];
  if (subject.id !== 'attribute') return [];
  const info = attributeInfo(subject.attribute);
  const own = known.attributes?.[subject.attribute as string] ?? [];
  const all = [...new Set([...(info?.values ?? []), ...own])];
  return pattern ? [...new Set(all.map(escapePattern).concat(families(subject, own)))] : all;
}

/** `t3.*` for each instance family, `eu-west-1.*` for each region that the known values show. */
function families(subject: Subject, values: readonly string[]): string[] {
  if (subject.attribute === 'ecs.instance-type') return values.map((value) => value.replace(/\..*$/, '\\..*'));
  if (subject.attribute === 'ecs.availability-zone') return values.map((value) => value.replace(/[a-z]$/, '.*'));
  return [];
}

function escapePattern(value: string): string {
  return value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function connectorOffers(open: number): Offer[] {
  const offers: Offer[] = [
    { label: 'and', kind: 'connector', detail: 'both must hold', docs: 'Also written `&&`.', newText: 'and' },
    { label: 'or', kind: 'connector', detail: 'one of them must hold', docs: 'Also written `||`.', newText: 'or' },
  ];
  return open > 0 ? [mark(')', 'end of the group'), ...offers] : offers;
}

function mark(text: string, detail: string): Offer {
  return { label: text, kind: 'punctuation', detail, docs: '', newText: text };
}
