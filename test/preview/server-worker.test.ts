import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { simulateMany } from '../../server/core/simulator';
import { bundle, describeBuilt } from '../built';
import { type Browser, noBrowser, openBrowser } from './browser';

const PARTS = ['server.browser.js', 'texts.json', 'simulator.js'];
const PLAN = { desired: 200 };
const RUNS = 6000;

/** What VS Code for the Web does with the server, without VS Code: a worker made from bytes that may start workers. */
async function askServerInWorker([server, texts, simulator, params]: string[]) {
  const heard: string[] = [];
  const answers = new Map<number, (answer: unknown) => void>();
  const counting = `const Plain = Worker;
    globalThis.Worker = class extends Plain { constructor(...a) { super(...a); postMessage({ method: 'started a worker' }); } };`;
  const parts = ['globalThis.ecsPreflightTexts = ', texts as string, `;\n${counting}\n`, server as string];
  const worker = new Worker(URL.createObjectURL(new Blob(parts, { type: 'text/javascript' })));
  const send = (message: object) => worker.postMessage({ jsonrpc: '2.0', ...message });
  worker.onmessage = ({ data: { id, method, result, error } }) => {
    if (method) heard.push(method);
    if (method && id !== undefined) send({ id, result: method === 'ecsPreflight/simulatorScript' ? simulator : null });
    else if (id !== undefined) answers.get(id)?.(result ?? error);
  };
  const ask = (id: number, method: string, params: object) =>
    new Promise((resolve) => {
      answers.set(id, resolve);
      send({ id, method, params });
    });
  await ask(1, 'initialize', { processId: null, rootUri: null, capabilities: {} });
  send({ method: 'initialized', params: {} });
  const answer = await ask(2, 'workspace/executeCommand', JSON.parse(params as string));
  worker.terminate();
  return { heard, answer };
}

describeBuilt('many runs of the server in a browser worker', noBrowser ? ['a browser'] : PARTS, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  it.skipIf(availableParallelism() < 2)('are made in workers of its own, with the same bytes', async () => {
    const page = await browser.context.newPage();
    const params = { command: 'ecsPreflight.simulateMany', arguments: [PLAN, { runs: RUNS }] };
    const given = [...PARTS.map((name) => readFileSync(bundle(name), 'utf8')), JSON.stringify(params)];
    const { heard, answer } = await page.evaluate(askServerInWorker, given);
    expect(heard).toContain('ecsPreflight/simulatorScript');
    expect(heard.filter((method) => method === 'started a worker').length).toBeGreaterThan(1);
    expect(JSON.stringify(answer)).toBe(JSON.stringify(simulateMany(PLAN, { runs: RUNS })));
    await page.close();
  });
});
