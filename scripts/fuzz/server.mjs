import { Editor } from '../compare/editor.mjs';
import { HOSTILE } from './hostile.mjs';
import { LIMIT_MS, waited } from './log.mjs';
import { OURS, openEditor, proveAlive } from './process.mjs';
import { createRandom, mutate } from './random.mjs';
import { examples, loadCore, realFiles } from './texts.mjs';

const ASKED = [
  ...['completion', 'hover', 'definition', 'references', 'documentHighlight', 'prepareRename', 'codeAction'],
  ...['codeLens', 'inlayHint', 'documentSymbol', 'documentLink'],
];

/** Texts broken at random and hostile ones in a real process: each is opened, edited, asked about and closed. */
export async function fuzzServer(log, { count = 2_000, seed }) {
  const core = await loadCore();
  const sources = [...realFiles(log), ...examples(core)];
  const texts = sources.map(({ text }) => text);
  const random = createRandom(seed);
  const editor = await openEditor(new Editor(OURS));
  for (let i = 0; i < count; i++) {
    const { name, text } = random.pick(sources);
    await edit(log, editor, {
      what: `edit ${i} of seed ${seed} (${name})`,
      name,
      text,
      by: mutate(text, texts, random),
    });
  }
  for (const [what, make] of Object.entries(HOSTILE))
    await edit(log, editor, {
      what,
      name: 'ecs-service-def.yaml',
      text: make(),
      by: `serviceName: web\n${make().slice(1)}`,
    });
  await proveAlive(editor, log, 'after all edits');
  log.note(`memory at the worst: ${editor.memory().peak.toFixed(0)} MB`);
  await editor.close();
}

let opened = 0;

async function edit(log, editor, { what, name, text, by }) {
  const uri = `file:///w/${opened++}/${name}`;
  const textDocument = { uri };
  /** Each answer by itself has two seconds. */
  const ask = async (method, more) => {
    const start = performance.now();
    const before = editor.cpu();
    await editor.request(`textDocument/${method}`, { textDocument, ...more });
    const ms = waited(performance.now() - start, editor.cpu() - before);
    log.tried(`${what}: ${method}`, ms);
    if (ms > LIMIT_MS) log.fail(`${what}: ${method}`, `${ms.toFixed(0)} ms`, by);
  };
  try {
    editor.open(uri, text);
    await ask('diagnostic');
    editor.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: by }] });
    await ask('diagnostic');
    const position = { line: by.split('\n').length >> 1, character: 3 };
    const range = { start: { line: 0, character: 0 }, end: position };
    const context = { includeDeclaration: true, triggerKind: 1, diagnostics: [] };
    for (const method of ASKED) await ask(method, { position, range, context });
  } catch (error) {
    log.fail(what, error, by);
  }
  editor.notify('textDocument/didClose', { textDocument });
}
