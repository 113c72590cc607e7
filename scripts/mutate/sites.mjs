// Where a rule can be wrong: the places of a module that a mutation changes, and what it writes there.
import { parse } from 'acorn';

const COMPARISONS = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '==': ['!='],
  '!=': ['=='],
};
const ARITHMETIC = { '+': '-', '-': '+', '*': '/', '/': '*', '%': '*' };
/** What describes a rule is no part of what it does. */
const DESCRIPTION = new Set(['docs', 'examples', 'sources', 'links', 'id', 'since', 'group', 'on']);
/** Calls whose answer is yes or no. */
const ANSWERS = /^(is[A-Z]?|has[A-Z]?|test|includes|some|every|startsWith|endsWith|known|differs)/;

/**
 * The mutations of a CommonJS module: `{ start, end, text, kind }` each replaces a stretch of the code. `path` of a module
 * that makes rules: what only their examples use is left out.
 */
export function mutationsOf(code) {
  const program = parse(code, { ecmaVersion: 'latest', sourceType: 'script' });
  const live = liveDeclarations(program);
  const found = [];
  for (const statement of program.body) {
    if (isGlue(statement) || !live(statement)) continue;
    visit(statement, code, found);
  }
  return found;
}

/** What esbuild puts around a module. */
function isGlue(statement) {
  if (statement.type === 'VariableDeclaration')
    return statement.declarations.every(
      (d) =>
        /^(__|import_|[a-z_0-9]+_exports$)/i.test(d.id.name ?? '') && /^(__|import_)|_exports$/.test(d.id.name ?? ''),
    );
  if (statement.type !== 'ExpressionStatement') return false;
  const { expression } = statement;
  if (expression.type === 'CallExpression') return expression.callee.name === '__export';
  return (
    expression.type === 'AssignmentExpression' ||
    expression.type === 'LogicalExpression' ||
    expression.type === 'Literal'
  );
}

/** Declarations that something else than the description of a rule reaches. */
function liveDeclarations(program) {
  const declared = new Map();
  for (const statement of program.body) for (const name of namesOf(statement)) declared.set(name, statement);
  const reached = new Set();
  const reach = (statement) => {
    if (reached.has(statement)) return;
    reached.add(statement);
    for (const name of namesIn(statement)) if (declared.has(name)) reach(declared.get(name));
  };
  const makesRule = (statement) => !isGlue(statement) && /defineRule/.test([...namesIn(statement, true)].join(' '));
  const roots = program.body.filter(makesRule);
  if (roots.length === 0) return () => true;
  for (const root of roots) reach(root);
  // What other modules import is live too.
  for (const statement of program.body)
    if (isGlue(statement) && statement.type === 'ExpressionStatement')
      for (const name of namesIn(statement))
        if (declared.has(name) && !isGlue(declared.get(name))) reach(declared.get(name));
  return (statement) => namesOf(statement).length === 0 || reached.has(statement);
}

function namesOf(statement) {
  if (statement.type === 'FunctionDeclaration' || statement.type === 'ClassDeclaration') return [statement.id.name];
  if (statement.type === 'VariableDeclaration') return statement.declarations.flatMap((d) => d.id.name ?? []);
  return [];
}

function namesIn(node, members = false, into = new Set()) {
  if (Array.isArray(node)) {
    for (const child of node) namesIn(child, members, into);
    return into;
  }
  if (!node || typeof node.type !== 'string') return into;
  if (node.type === 'Identifier') into.add(node.name);
  if (node.type === 'Property' && DESCRIPTION.has(node.key.name)) return into;
  for (const [key, child] of Object.entries(node)) {
    if (key === 'property' && !node.computed && !members) continue;
    if (key === 'key' && !node.computed) continue;
    if (child && typeof child === 'object') namesIn(child, members, into);
  }
  return into;
}

function visit(node, code, found) {
  if (Array.isArray(node)) {
    for (const child of node) visit(child, code, found);
    return;
  }
  if (!node || typeof node.type !== 'string') return;
  if (node.type === 'Property' && DESCRIPTION.has(node.key.name)) return;
  // `void 0` is how undefined is written, and `{ fact, key: true }` has no other value.
  if (node.type === 'UnaryExpression' && node.operator === 'void') return;
  if (node.type === 'Property' && node.key.name === 'key' && node.value.value === true) return;
  const put = (kind, start, end, text) => found.push({ kind, start, end, text });
  const text = (n) => code.slice(n.start, n.end);
  switch (node.type) {
    case 'BinaryExpression':
      mutateBinary(node, code, put);
      break;
    case 'LogicalExpression':
      // What stands in for a missing value is no condition.
      if (node.operator === '??') break;
      put('drop a condition', node.start, node.end, `(${text(node.left)})`);
      put('drop a condition', node.start, node.end, `(${text(node.right)})`);
      break;
    case 'ConditionalExpression':
      put('negate a condition', node.test.start, node.test.end, `!(${text(node.test)})`);
      break;
    case 'IfStatement':
      put('negate a condition', node.test.start, node.test.end, `!(${text(node.test)})`);
      put('drop a guard', node.test.start, node.test.end, 'false');
      break;
    case 'UnaryExpression':
      if (node.operator === '!') put('drop a not', node.start, node.end, `(${text(node.argument)})`);
      break;
    case 'Literal':
      mutateLiteral(node, put);
      break;
    case 'CallExpression':
      mutateCall(node, put);
      break;
    case 'ArrayExpression':
      mutateList(node, put);
      break;
    case 'ReturnStatement':
      if (isAnswer(node.argument))
        put('negate a return', node.argument.start, node.argument.end, `!(${text(node.argument)})`);
      break;
    case 'ArrowFunctionExpression':
      if (isAnswer(node.body)) put('negate a return', node.body.start, node.body.end, `!(${text(node.body)})`);
      break;
  }
  for (const [key, child] of Object.entries(node)) {
    if (key === 'key' && !node.computed) continue;
    // `(0, import_x.call)(…)`: the zero is no figure of the rule.
    if (node.type === 'SequenceExpression') visit(node.expressions.slice(1), code, found);
    else if (child && typeof child === 'object' && !(child instanceof RegExp)) visit(child, code, found);
    if (node.type === 'SequenceExpression') break;
  }
}

function mutateBinary(node, code, put) {
  const { operator, left, right } = node;
  const write = (kind, by) =>
    put(
      kind,
      node.start,
      node.end,
      `((${code.slice(left.start, left.end)}) ${by} (${code.slice(right.start, right.end)}))`,
    );
  for (const by of COMPARISONS[operator] ?? []) write('flip a comparison', by);
  const words = [left, right].some(
    (n) => n.type === 'TemplateLiteral' || (n.type === 'Literal' && typeof n.value === 'string'),
  );
  if (ARITHMETIC[operator] && !words) write('change arithmetic', ARITHMETIC[operator]);
  for (const side of [left, right])
    if (COMPARISONS[operator] && side.type === 'Literal' && typeof side.value === 'string' && side.value !== '')
      put('change a constant', side.start, side.end, JSON.stringify(`${side.value}~`));
}

function mutateLiteral(node, put) {
  if (typeof node.value === 'number') put('change a limit', node.start, node.end, String(node.value + 1));
  if (typeof node.value === 'boolean') put('change a constant', node.start, node.end, String(!node.value));
}

/** `fact.is('ECS')` compares, whatever it is called. */
function mutateCall(node, put) {
  const name = node.callee.property?.name;
  const [first] = node.arguments;
  if (name === 'is' && first?.type === 'Literal' && typeof first.value === 'string')
    put('change a constant', first.start, first.end, JSON.stringify(`${first.value}~`));
}

/** A list of names: each of them is a fact. */
function mutateList(node, put) {
  const names = node.elements.filter((e) => e?.type === 'Literal' && typeof e.value === 'string');
  if (names.length !== node.elements.length) return;
  for (const name of names) put('change a constant', name.start, name.end, JSON.stringify(`${name.value}~`));
}

function isAnswer(node) {
  if (!node) return false;
  if (node.type === 'CallExpression') return ANSWERS.test(node.callee.property?.name ?? node.callee.name ?? '');
  return (
    node.type === 'MemberExpression' &&
    ['known', 'unknown', 'absent', 'given', 'some', 'none'].includes(node.property.name)
  );
}
