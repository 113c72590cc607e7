/** The measurements. Those that are compared take turns in one run, so that what else the machine does falls on all. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { interleaved, median } from '../bench/_measure.mjs';
import { serviceYaml } from '../bench/_texts.mjs';
import { Editor } from './editor.mjs';
import { TEXTS } from './texts.mjs';

const uriIn = (folder, file) => pathToFileURL(join(folder, file)).href;
const since = (start) => performance.now() - start;

/** Milliseconds from the start of the process to the first diagnostics of a small file, and megabytes then. */
export async function coldStart(servers, folder, rounds) {
  const times = servers.map(() => []);
  const memory = servers.map(() => []);
  const [yaml] = TEXTS;
  const json = TEXTS.find(({ name }) => name.startsWith('JSON'));
  for (let round = 0; round <= rounds; round++) {
    for (const [i, server] of servers.entries()) {
      const { file, text, at } = server.name.startsWith('JSON') ? json : yaml;
      const lines = text.split('\n');
      lines[at.line] = insertX(lines[at.line], at.character);
      const editor = new Editor(server);
      const uri = uriIn(folder, file);
      await editor.initialize();
      editor.open(uri, lines.join('\n'));
      // A finding proves that the schema is in force. The empty server has none.
      const right = server.name.startsWith('empty') ? undefined : (items) => items.length > 0;
      await editor.diagnostics(uri, right);
      if (round > 0) {
        times[i].push(since(editor.started));
        memory[i].push(editor.memory().now);
      }
      await editor.close();
    }
  }
  return { times: times.map(median), memory: memory.map(median) };
}

const insertX = (line, at) => `${line.slice(0, at)}x${line.slice(at)}`;

/**
 * One character typed and taken back, in turns between the servers: milliseconds from the change to the diagnostics
 * that know of it, and the server's processor time from one change to the next, which what else the machine does leaves
 * alone and which what is done behind the answer counts in. Also completion and hover after a change, and the memory
 * that it all took.
 *
 * @param {boolean} debounce false: nothing is put off, so that all work is done for each change
 */
export async function keystrokes(servers, folder, text, { debounce }) {
  const uri = uriIn(folder, text.file);
  const typists = [];
  for (const server of servers) {
    const editor = new Editor(server, { debounce });
    await editor.initialize(pathToFileURL(folder).href);
    typists.push(await beginTyping(editor, uri, text, debounce ? 4 : text.before));
  }
  const times = typists.map(() => []);
  const work = typists.map(() => []);
  const spent = typists.map(({ editor }) => editor.cpu());
  // What is put off is waited for: no need to do so for minutes.
  const rounds = debounce ? Math.min(text.rounds, 20) : text.rounds;
  for (let round = 0; round < rounds; round++) {
    for (const [i, typist] of typists.entries()) {
      times[i].push(await typist.stroke());
    }
    for (const [i, { editor }] of typists.entries()) {
      const now = editor.cpu();
      work[i].push(now - spent[i]);
      spent[i] = now;
    }
  }
  const completion = typists.map(() => []);
  const hover = typists.map(() => []);
  for (let round = 0; round < Math.min(text.rounds, 12) && !debounce; round++) {
    for (const [i, typist] of typists.entries()) {
      if (typist.editor.server.silent) continue;
      completion[i].push(await typist.complete());
      hover[i].push(await typist.hover());
    }
  }
  const memory = typists.map(({ editor }) => editor.memory());
  for (const { editor } of typists) await editor.close();
  const medians = (each) => each.map(median);
  return {
    times: medians(times),
    work: medians(work),
    completion: medians(completion),
    hover: medians(hover),
    memory,
  };
}

async function beginTyping(editor, uri, { text, at }, strokes) {
  const { line, character } = at;
  editor.open(uri, text);
  const before = (await editor.diagnostics(uri)).length;
  let isWrong = false;
  const type = () => {
    const wasWrong = isWrong;
    isWrong = !isWrong;
    editor.change(uri, { line, from: character, to: character + (wasWrong ? 1 : 0), text: wasWrong ? '' : 'x' });
  };
  const right = (items) => editor.server.silent || (isWrong ? items.length > before : items.length <= before);
  const stroke = async () => {
    const start = performance.now();
    type();
    await editor.diagnostics(uri, right);
    return since(start);
  };
  for (let i = 0; i < strokes; i++) await stroke();
  const ask = async (method, position, extra) => {
    type();
    const start = performance.now();
    const answer = await editor.request(method, { textDocument: { uri }, position, ...extra });
    const time = since(start);
    if (!answer || (answer.items ?? answer.contents)?.length === 0) throw new Error(`${editor.server.name}: ${method}`);
    await editor.diagnostics(uri, right);
    return time;
  };
  return {
    editor,
    stroke,
    complete: () => ask('textDocument/completion', at, { context: { triggerKind: 1 } }),
    hover: () => ask('textDocument/hover', { line, character: character - 15 }),
  };
}

/**
 * 500 files opened: milliseconds from the first didOpen to the last one's diagnostics, processor time and megabytes
 * then. Diagnostics that have to be asked for are asked for as each file is opened, as editors do.
 */
export async function manyFiles(servers, folder, rounds, options) {
  const texts = Array.from({ length: 500 }, (_, i) => [uriIn(folder, `s-${i}.yaml`), serviceYaml(`web-${i}`)]);
  const times = servers.map(() => []);
  const work = servers.map(() => []);
  const memory = servers.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, server] of servers.entries()) {
      const editor = new Editor(server, options);
      await editor.initialize();
      const start = performance.now();
      const spent = editor.cpu();
      const answers = texts.map(([uri, text]) => {
        editor.open(uri, text);
        return editor.diagnostics(uri);
      });
      await Promise.all(answers);
      times[i].push(since(start));
      work[i].push(editor.cpu() - spent);
      memory[i].push(editor.memory().now);
      await editor.close();
    }
  }
  return { times: times.map(median), work: work.map(median), memory: memory.map(median) };
}

/** Milliseconds of whole processes: an empty node, `check` and ajv-cli, on one file and on 500. */
export function commandLine({ cli, ajv }, schema, folder) {
  const many = join(folder, 'many');
  mkdirSync(many, { recursive: true });
  for (let i = 0; i < 500; i++) writeFileSync(join(many, `s-${i}.yaml`), serviceYaml(`web-${i}`));
  const env = { ...process.env, XDG_CACHE_HOME: join(folder, 'cache'), LOCALAPPDATA: join(folder, 'cache') };
  const validate = (files) => [ajv, 'validate', '--strict=false', '-s', schema, '-d', files];
  const one = join(many, 's-0.yaml');
  const [node, ours, theirs] = interleaved([['-e', '0'], [cli, 'check', one], validate(one)], { rounds: 15, env });
  const [oursMany, theirsMany] = interleaved([[cli, 'check', many], validate(join(many, '*.yaml'))], {
    rounds: 5,
    env,
  });
  return { node, ours, theirs, oursMany, theirsMany };
}
