// Where a rule can be wrong: the places of a module that a mutation changes, and what it writes there.
import { parseSync } from 'oxc-parser';

const COMPARISONS = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
};
const ARITHMETIC = { '+': '-', '-': '+', '*': '/', '/': '*', '%': '*' };
/** What describes a rule is no part of what it does. */
const DESCRIPTION = new Set(['docs', 'examples', 'sources', 'links', 'id', 'since', 'group', 'on']);
/** Calls whose answer is yes or no. */
const ANSWERS = /^(is[A-Z]?|has[A-Z]?|test|includes|some|every|startsWith|endsWith|known|differs)/;

/**
 * The mutations of a TypeScript module: `{ start, end, text, kind }` each replaces a stretch of the source. Of a module
 * that declares a rule, what only its examples use is left out.
 */
export function mutationsOf(source) {
  const { program } = parseSync('module.ts', source, { preserveParens: false });
  const live = liveDeclarations(program);
  const found = [];
  for (const statement of program.body) if (live(statement)) visit(statement, source, found);
  return found;
}

/** Declarations that something else than the description of a rule reaches. */
function liveDeclarations(program) {
  const roots = program.body.filter((statement) => statement.type === 'ExportDefaultDeclaration');
  if (roots.length === 0) return () => true;
  const declared = new Map();
  for (const statement of program.body) for (const name of namesOf(statement)) declared.set(name, statement);
  const reached = new Set();
  const reach = (statement) => {
    if (reached.has(statement)) return;
    reached.add(statement);
    for (const name of namesIn(statement)) if (declared.has(name)) reach(declared.get(name));
  };
  // What other modules import is live too.
  for (const statement of program.body) if (statement.type.startsWith('Export')) reach(statement);
  return (statement) => reached.has(statement);
}

function namesOf(statement) {
  const declaration = statement.declaration ?? statement;
  if (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration')
    return [declaration.id.name];
  if (declaration.type === 'VariableDeclaration') return declaration.declarations.flatMap((d) => d.id.name ?? []);
  return [];
}

function namesIn(node, into = new Set()) {
  if (node.type === 'Identifier') into.add(node.name);
  for (const child of childrenOf(node)) namesIn(child, into);
  return into;
}

/** What is evaluated in a node: no types, no names of members, no description. */
function childrenOf(node) {
  if (node.type === 'Property' && DESCRIPTION.has(node.key.name)) return [];
  if (node.type === 'ImportDeclaration') return [];
  const isName = (key) => (key === 'property' || key === 'key') && !node.computed;
  return Object.entries(node)
    .filter(([key]) => !isName(key))
    .flatMap(([, value]) => value)
    .filter((value) => typeof value?.type === 'string' && !isType(value));
}

function isType({ type }) {
  return type.startsWith('TS') && !['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression'].includes(type);
}

function visit(node, source, found) {
  // `{ fact, key: true }` has no other value.
  if (node.type === 'Property' && node.key.name === 'key' && node.value.value === true) return;
  mutate(node, (n) => source.slice(n.start, n.end), put(found));
  for (const child of childrenOf(node)) visit(child, source, found);
}

const put = (found) => (kind, at, text) => found.push({ kind, start: at.start, end: at.end, text });

function mutate(node, text, put) {
  switch (node.type) {
    case 'BinaryExpression':
      mutateBinary(node, text, put);
      break;
    case 'LogicalExpression':
      // What stands in for a missing value is no condition.
      if (node.operator === '??') break;
      put('drop a condition', node, `(${text(node.left)})`);
      put('drop a condition', node, `(${text(node.right)})`);
      break;
    case 'ConditionalExpression':
      put('negate a condition', node.test, `!(${text(node.test)})`);
      break;
    case 'IfStatement':
      put('negate a condition', node.test, `!(${text(node.test)})`);
      put('drop a guard', node.test, 'false');
      break;
    case 'UnaryExpression':
      if (node.operator === '!') put('drop a not', node, `(${text(node.argument)})`);
      break;
    case 'Literal':
      if (typeof node.value === 'number') put('change a limit', node, String(node.value + 1));
      if (typeof node.value === 'boolean') put('change a constant', node, String(!node.value));
      break;
    case 'CallExpression':
      mutateCall(node, put);
      break;
    case 'ArrayExpression':
      mutateList(node, put);
      break;
    case 'ReturnStatement':
      if (isAnswer(node.argument)) put('negate a return', node.argument, `!(${text(node.argument)})`);
      break;
    case 'ArrowFunctionExpression':
      if (isAnswer(node.body)) put('negate a return', node.body, `!(${text(node.body)})`);
      break;
  }
}

function mutateBinary(node, text, put) {
  const { operator, left, right } = node;
  const write = (kind, by) => put(kind, node, `((${text(left)}) ${by} (${text(right)}))`);
  for (const by of COMPARISONS[operator] ?? []) write('flip a comparison', by);
  const words = [left, right].some(
    (n) => n.type === 'TemplateLiteral' || (n.type === 'Literal' && typeof n.value === 'string'),
  );
  if (ARITHMETIC[operator] && !words) write('change arithmetic', ARITHMETIC[operator]);
  for (const side of [left, right])
    if (COMPARISONS[operator] && side.type === 'Literal' && typeof side.value === 'string' && side.value !== '')
      put('change a constant', side, JSON.stringify(`${side.value}~`));
}

/** `fact.is('ECS')` compares, whatever it is called. */
function mutateCall(node, put) {
  const name = node.callee.property?.name;
  const [first] = node.arguments;
  if (name === 'is' && first?.type === 'Literal' && typeof first.value === 'string')
    put('change a constant', first, JSON.stringify(`${first.value}~`));
}

/** A list of names: each of them is a fact. */
function mutateList(node, put) {
  const names = node.elements.filter((e) => e?.type === 'Literal' && typeof e.value === 'string');
  if (names.length !== node.elements.length) return;
  for (const name of names) put('change a constant', name, JSON.stringify(`${name.value}~`));
}

function isAnswer(node) {
  if (!node) return false;
  if (node.type === 'ChainExpression') return isAnswer(node.expression);
  if (node.type === 'CallExpression') return ANSWERS.test(node.callee.property?.name ?? node.callee.name ?? '');
  return (
    node.type === 'MemberExpression' &&
    ['known', 'unknown', 'absent', 'given', 'some', 'none'].includes(node.property.name)
  );
}
