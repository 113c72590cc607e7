import { Editor } from '../compare/editor.mjs';
import { OURS, openEditor, proveAlive } from './process.mjs';
import { createRandom } from './random.mjs';

const SERVICE = 'serviceName: web\ncluster: main\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: FARGATE\n';
const METHODS = [
  ...['diagnostic', 'completion', 'hover', 'documentSymbol', 'documentLink', 'codeAction', 'codeLens', 'definition'],
  ...[
    'references',
    'documentHighlight',
    'rename',
    'prepareRename',
    'selectionRange',
    'inlayHint',
    'didOpen',
    'didChange',
  ],
  ...['didClose', 'didSave', 'willSave', 'foldingRange', 'formatting', 'nothingOfTheKind'],
].map((name) => `textDocument/${name}`);
const OTHERS = [
  ...['completionItem/resolve', 'codeAction/resolve', 'codeLens/resolve', 'inlayHint/resolve', 'workspace/symbol'],
  ...[
    'workspace/diagnostic',
    'workspace/executeCommand',
    'workspace/didChangeConfiguration',
    '$/setTrace',
    '$/progress',
  ],
  ...['workspace/didChangeWatchedFiles', 'workspace/didChangeWorkspaceFolders', 'workspace/textDocumentContent'],
  ...['initialize', 'initialized', '$/cancelRequest', '$/nothing', '', 'constructor', '__proto__', 'nothing/at all'],
];
const COMMANDS = ['check', 'preview', 'rules', 'explain', 'locate', 'runs', 'nothing'].map(
  (name) => `ecsPreflight.${name}`,
);
const ODD = [
  null,
  undefined,
  0,
  -1,
  1e308,
  2 ** 31,
  '',
  'x',
  'file:///w/a.yaml',
  '\ud800',
  true,
  [],
  {},
  [[]],
  { length: -1 },
];

/** Sessions of random messages, each to a fresh server, which must then still check a file. */
export async function fuzzProtocol(log, { count = 60, seed }) {
  const random = createRandom(seed);
  for (let i = 0; i < count; i++) {
    const what = `session ${i} of seed ${seed}`;
    const sent = [];
    const editor = new Editor(OURS);
    const early = random.below(4);
    const raw = (message) => {
      sent.push(message);
      editor.raw(message);
    };
    for (let n = 0; n < early; n++) raw(frame(anyMessage(random), random));
    try {
      await openEditor(editor);
      for (let n = 0; n < 150; n++) raw(frame(anyMessage(random), random));
      // Framing that is beyond repair may end a session, but not a well-framed one however odd.
      if (await proveAlive(editor, log, what)) log.tried(what, 0);
      await editor.close();
    } catch (error) {
      log.fail(what, `${error}, exit code ${editor.process.exitCode}`, sent.join('\n'));
      editor.process.kill();
    }
  }
  await brokenFrames(log);
}

/** `Content-Length: n`, the body; at times in pieces, with other headers, or a body that is no JSON. */
function frame(message, random) {
  const json = JSON.stringify(message) ?? 'undefined';
  const body = random.chance(0.05)
    ? random.pick(['', '{', '[]', 'null', '"x"', '\0', '\xff\xfe', json.slice(1)])
    : json;
  const type = random.chance(0.1) ? 'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n' : '';
  return `${type}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

function anyMessage(random) {
  const method = random.chance(0.8)
    ? random.pick(METHODS)
    : random.chance(0.9)
      ? random.pick(OTHERS)
      : random.pick(ODD);
  const id = random.pick([undefined, undefined, 10_000 + random.below(50), 'an id', null, -1, 1.5, {}]);
  const message = { jsonrpc: random.chance(0.95) ? '2.0' : random.pick(ODD), method, params: anyParams(random) };
  if (id !== undefined) message.id = id;
  if (random.chance(0.03))
    return random.pick([[message, message], { jsonrpc: '2.0', id, result: random.pick(ODD) }, 1]);
  if (random.chance(0.02)) return { jsonrpc: '2.0', id: random.below(20), error: random.pick(ODD) };
  return message;
}

function anyParams(random) {
  if (random.chance(0.1)) return random.pick(ODD);
  const uri = random.pick(['file:///w/a.yaml', 'file:///w/b.json', 'untitled:x', 'not a uri', 'file:///%', ...ODD]);
  const position = () => ({ line: number(random), character: number(random) });
  const range = () => (random.chance(0.9) ? { start: position(), end: position() } : random.pick(ODD));
  const textDocument = random.chance(0.9)
    ? { uri, version: number(random), languageId: 'yaml', text: random.chance(0.8) ? SERVICE : random.pick(ODD) }
    : random.pick(ODD);
  const change = () => (random.chance(0.5) ? { text: random.pick([SERVICE, '', 'x']) } : { range: range(), text: 'x' });
  const params = {
    textDocument,
    position: position(),
    range: range(),
    positions: [position(), random.pick(ODD)],
    contentChanges: random.chance(0.9) ? [change(), change()] : random.pick(ODD),
    context: random.chance(0.7) ? { diagnostics: [], includeDeclaration: true, triggerKind: 1 } : random.pick(ODD),
    newName: random.pick(['api', ...ODD]),
    query: random.pick(['', 'web', ...ODD]),
    previousResultIds: random.pick([[], [{ uri, value: 1 }], ...ODD]),
    command: random.pick([...COMMANDS, ...ODD]),
    arguments: random.pick([[uri], [{ uri }], [uri, 1, {}], ...ODD]),
    settings: random.pick([{ ecsPreflight: { rules: { '*': 'off', x: 1 } } }, { ecsPreflight: 1 }, ...ODD]),
    changes: random.pick([[{ uri, type: number(random) }], ...ODD]),
    event: random.pick([{ added: [{ uri, name: 'w' }], removed: [] }, ...ODD]),
    capabilities: random.pick(ODD),
    value: random.pick(['verbose', ...ODD]),
    id: random.pick([10_000, 'an id', ...ODD]),
    data: random.pick([{ field: 'service:desiredCount' }, { about: 'rollout', prefix: '' }, ...ODD]),
  };
  for (const name of Object.keys(params)) if (random.chance(0.15)) delete params[name];
  return params;
}

const number = (random) => random.pick([0, 1, 2, 3, 5, 10, 1000, -1, 1.5, 2 ** 31, 1e308, null, '1']);

const BROKEN = {
  'no length': 'Content-Type: x\r\n\r\n{}',
  'a length that is none': 'Content-Length: many\r\n\r\n{}',
  'a negative length': 'Content-Length: -5\r\n\r\n{}',
  'no header at all': '{"jsonrpc":"2.0","id":1,"method":"shutdown"}\r\n\r\n',
  'a header without end': 'x'.repeat(1_000_000),
};

/** What follows cannot be told from what went wrong: a server may end then, at once, but must not spin or hang on. */
async function brokenFrames(log) {
  for (const [what, bytes] of Object.entries(BROKEN)) {
    const editor = await openEditor(new Editor(OURS));
    editor.raw(bytes);
    await new Promise((next) => setTimeout(next, 300));
    const before = editor.cpu();
    await new Promise((next) => setTimeout(next, 1_000));
    const busy = editor.process.exitCode === null ? editor.cpu() - before : 0;
    log.tried(what, busy);
    if (busy > 300) log.fail(what, `spins: ${busy.toFixed(0)} ms of a second`, bytes.slice(0, 100));
    const ended = new Promise((end) => editor.process.once('exit', end));
    if (editor.process.exitCode === null) {
      editor.process.stdin.end();
      const late = setTimeout(() => log.fail(what, 'lives on when its client is gone', bytes.slice(0, 100)), 5_000);
      await ended;
      clearTimeout(late);
    }
  }
}
