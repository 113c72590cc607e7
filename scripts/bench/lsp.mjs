/**
 * Cold start of the language server to its first diagnostics, beside a bundle of `vscode-languageserver` that does
 * nothing but answer an empty list. Both are started in turn in one run; what counts is the ratio of the medians.
 *
 *   node scripts/bench/lsp.mjs [--runs 15] [--server dist/server.js]
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const option = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  return at > 0 ? process.argv[at + 1] : otherwise;
};
const RUNS = Number(option('--runs', 15));
const SERVER = join(root, option('--server', 'dist/server.js'));
const EMPTY = join(root, '.cache', 'bench', 'empty-server.js');
const TEXT = `serviceName: web
cluster: main
taskDefinition: web:1
desiredCount: 3
launchType: FARGATEE
deploymentConfiguration:
  minimumHealthyPercent: 100
  maximumPercent: 200
networkConfiguration:
  awsvpcConfiguration:
    subnets: [subnet-0123456789abcdef0]
`;

/** The least that an LSP server with pull diagnostics can be. */
const EMPTY_SOURCE = `
import { createConnection, TextDocuments, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
const connection = createConnection(new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout));
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({ capabilities: { textDocumentSync: 2, diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } } }));
connection.languages.diagnostics.on(() => ({ kind: 'full', items: [] }));
documents.listen(connection);
connection.listen();
`;

/** For scripts/bench.mjs. */
export async function bench() {
  const { emptyMs, oursMs, ratio, cpuRatio, emptyMb, oursMb } = await measure();
  return [
    {
      what: 'cold start to first diagnostics',
      ms: oursMs,
      ratio,
      target: 1.35,
      note: `empty server ${emptyMs.toFixed(0)} ms`,
    },
    { what: 'the same in processor time', ratio: cpuRatio, target: 1.35 },
    {
      what: 'resident memory',
      text: `${oursMb.toFixed(1)} MB`,
      ratio: oursMb / 60,
      target: 1,
      note: `of 60 MB; empty server ${emptyMb.toFixed(1)} MB`,
    },
  ];
}

async function measure() {
  mkdirSync(dirname(EMPTY), { recursive: true });
  await build({
    stdin: { contents: EMPTY_SOURCE, resolveDir: root },
    outfile: EMPTY,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    mainFields: ['module', 'main'],
  });
  const times = { empty: [], ours: [] };
  const cpu = { empty: [], ours: [] };
  const memory = { empty: [], ours: [] };
  for (let i = -2; i < RUNS; i++) {
    for (const [name, file] of [
      ['empty', EMPTY],
      ['ours', SERVER],
    ]) {
      const run = await coldStart(file);
      if (i < 0) continue;
      times[name].push(run.milliseconds);
      cpu[name].push(run.cpu);
      memory[name].push(run.megabytes);
    }
  }
  const result = {
    runs: RUNS,
    emptyMs: median(times.empty),
    oursMs: median(times.ours),
    ratio: median(times.ours) / median(times.empty),
    cpuRatio: median(cpu.ours) / median(cpu.empty),
    emptyMb: median(memory.empty),
    oursMb: median(memory.ours),
  };
  return result;
}

/** From the start of the process to the answer of the first pull. */
function coldStart(file) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const server = spawn(process.execPath, [file, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const send = (message) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    const textDocument = { uri: 'file:///bench/service.yaml', languageId: 'yaml', version: 1, text: TEXT };
    const capabilities = { textDocument: { diagnostic: {} } };
    server.on('error', reject);
    readMessages(server.stdout, (message) => {
      if (message.id === 1) {
        send({ method: 'initialized', params: {} });
        send({ method: 'textDocument/didOpen', params: { textDocument } });
        send({ id: 2, method: 'textDocument/diagnostic', params: { textDocument: { uri: textDocument.uri } } });
      } else if (message.id === 2) {
        const milliseconds = performance.now() - start;
        const megabytes = residentMegabytes(server.pid);
        const cpu = cpuTicks(server.pid);
        server.once('exit', () => resolve({ milliseconds, megabytes, cpu }));
        // An orderly end, as an editor makes it: the code cache is written then.
        send({ id: 3, method: 'shutdown' });
      } else if (message.id === 3) {
        send({ method: 'exit' });
      }
    });
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities } });
  });
}

function readMessages(stream, take) {
  let buffer = Buffer.alloc(0);
  stream.on('data', (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const end = buffer.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(buffer.toString('latin1', 0, end))[1]);
      if (buffer.length < end + 4 + length) return;
      const body = buffer.toString('utf8', end + 4, end + 4 + length);
      buffer = buffer.subarray(end + 4 + length);
      take(JSON.parse(body));
    }
  });
}

/** Resident set from the kernel; undefined where there is no /proc. */
function residentMegabytes(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** User and system time of all threads, in clock ticks: what a busy machine does not change. */
function cpuTicks(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return Number.NaN;
  }
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const r = await measure();
  console.log(
    `cold start to first diagnostics, median of ${r.runs}: ${r.oursMs.toFixed(0)} ms; empty server ${r.emptyMs.toFixed(0)} ms; ratio ${r.ratio.toFixed(2)}, of processor time ${r.cpuRatio.toFixed(2)}`,
  );
  console.log(`resident memory: ${r.oursMb.toFixed(1)} MB; empty server ${r.emptyMb.toFixed(1)} MB`);
}
