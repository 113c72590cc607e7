/** An editor as far as measuring needs one: starts a server, opens and changes documents, waits for what it says. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const NO_DEBOUNCE = fileURLToPath(new URL('no-debounce.cjs', import.meta.url));
const GIVE_UP = 120_000;

const CAPABILITIES = {
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true }, workspaceFolders: true },
  textDocument: {
    synchronization: { dynamicRegistration: true },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    hover: { contentFormat: ['markdown'] },
    publishDiagnostics: { relatedInformation: true },
  },
};

export class Editor {
  #lastId = 0;
  #waiting = new Map();
  #published = new Map();
  #listeners = new Set();
  #versions = new Map();
  #rest = Buffer.alloc(0);

  /**
   * @param {{name: string, args: string[], pulls: boolean, settings: object}} server
   * @param {{debounce?: boolean, env?: NodeJS.ProcessEnv}} options debounce false: the server's timers run at once
   */
  constructor(server, { debounce = true, env = process.env } = {}) {
    this.server = server;
    const args = debounce ? server.args : ['--require', NO_DEBOUNCE, ...server.args];
    this.started = performance.now();
    this.process = spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'ignore'] });
    this.process.stdout.on('data', (chunk) => this.#read(chunk));
  }

  async initialize(folder) {
    const capabilities = structuredClone(CAPABILITIES);
    if (this.server.pulls) capabilities.textDocument.diagnostic = { dynamicRegistration: true };
    const workspaceFolders = folder ? [{ uri: folder, name: 'w' }] : null;
    await this.request('initialize', { processId: null, rootUri: folder ?? null, workspaceFolders, capabilities });
    this.notify('initialized', {});
    this.notify('workspace/didChangeConfiguration', { settings: this.server.settings });
  }

  open(uri, text) {
    this.#versions.set(uri, 1);
    const languageId = uri.endsWith('.json') ? 'json' : 'yaml';
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** One incremental change: `text` in place of `[from, to)` of a line. */
  change(uri, { line, from, to, text }) {
    const version = this.#versions.get(uri) + 1;
    this.#versions.set(uri, version);
    this.#published.delete(uri);
    const range = { start: { line, character: from }, end: { line, character: to } };
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text }] });
  }

  /** The diagnostics of the document as it is now: asked for, or waited for until `right` says that these are they. */
  async diagnostics(uri, right = () => true) {
    if (this.server.pulls) {
      for (const until = performance.now() + GIVE_UP; performance.now() < until; ) {
        const { items } = await this.request('textDocument/diagnostic', { textDocument: { uri } });
        if (right(items)) return items;
        await new Promise((next) => setTimeout(next, 5));
      }
      throw new Error(`${this.server.name}: no such diagnostics for ${uri}`);
    }
    for (;;) {
      const items = this.#published.get(uri) ?? (await this.#nextPublished(uri));
      if (right(items)) return items;
      this.#published.delete(uri);
    }
  }

  request(method, params) {
    const id = ++this.#lastId;
    this.#send({ id, method, params });
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${this.server.name}: no answer to ${method}`)), GIVE_UP);
      this.#waiting.set(id, ({ result, error }) => {
        clearTimeout(timer);
        if (error) reject(new Error(`${this.server.name}: ${method}: ${error.message}`));
        else resolve(result);
      });
    });
  }

  notify(method, params) {
    this.#send({ method, params });
  }

  /** Megabytes now and at the worst, as the kernel counts them; NaN where there is no /proc. */
  memory() {
    try {
      const status = readFileSync(`/proc/${this.process.pid}/status`, 'utf8');
      const megabytes = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)[1]) / 1024;
      return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
    } catch {
      return { now: Number.NaN, peak: Number.NaN };
    }
  }

  /** Milliseconds of processor time so far, of all threads, to the nanosecond where the kernel counts so; NaN where there is no /proc. */
  cpu() {
    try {
      const tasks = `/proc/${this.process.pid}/task`;
      const spent = (task) => Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]);
      return readdirSync(tasks).reduce((sum, task) => sum + spent(task), 0) / 1e6;
    } catch {
      return Number.NaN;
    }
  }

  /** Bytes as they are. */
  raw(bytes) {
    this.process.stdin.write(bytes);
  }

  /** An orderly end, in which a server may write its code cache. */
  async close() {
    const exit = once(this.process, 'exit');
    await this.request('shutdown', undefined);
    this.notify('exit', undefined);
    await exit;
  }

  #nextPublished(uri) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${this.server.name}: no diagnostics for ${uri}`)), GIVE_UP);
      const listener = (published) => {
        if (published.uri !== uri) return;
        clearTimeout(timer);
        this.#listeners.delete(listener);
        resolve(published.diagnostics);
      };
      this.#listeners.add(listener);
    });
  }

  #send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.process.stdin.write(body);
  }

  #read(chunk) {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const end = this.#rest.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#rest.toString('latin1', 0, end))[1]);
      if (this.#rest.length < end + 4 + length) return;
      const body = this.#rest.toString('utf8', end + 4, end + 4 + length);
      this.#rest = this.#rest.subarray(end + 4 + length);
      this.#take(JSON.parse(body));
    }
  }

  #take({ id, method, params, result, error }) {
    if (method === undefined) {
      this.#waiting.get(id)?.({ result, error });
      this.#waiting.delete(id);
    } else if (method === 'textDocument/publishDiagnostics') {
      this.#published.set(params.uri, params.diagnostics);
      for (const listener of [...this.#listeners]) listener(params);
    } else if (id !== undefined) this.#send({ id, result: this.#answer(method, params) });
  }

  #answer(method, params) {
    if (method !== 'workspace/configuration') return null;
    return params.items.map(({ section }) =>
      (section ?? '').split('.').reduce((settings, name) => settings?.[name] ?? null, this.server.settings),
    );
  }
}
