import { afterEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource, ProgressType, type ResponseError } from 'vscode-jsonrpc/node';
import type { WorkDoneProgressBegin, WorkDoneProgressEnd, WorkDoneProgressReport } from 'vscode-languageserver';
import type { ManyReport } from '../../server/core/simulator/many-report';
import type { Report } from '../../server/core/simulator/report/types';
import type { RolloutAnswer } from '../../server/lsp/check-result';
import { FULL, stopAll } from '../lsp/client';
import { open, SERVICE } from '../lsp/open';
import { memoryPlatform } from '../lsp/platform';

type Client = Awaited<ReturnType<typeof open>>['client'];
const run = <R>(client: Client, command: string, ...args: unknown[]) =>
  client.request<R>('workspace/executeCommand', { command: `ecsPreflight.${command}`, arguments: args });

afterEach(stopAll);

describe('rollouts by command', () => {
  it('simulates any plan, and refuses what is none', async () => {
    const { client } = await open();
    const report = await run<Report>(client, 'simulate', {
      desired: 2,
      minimumHealthyPercent: 100,
      maximumPercent: 100,
    });
    expect(report.verdict.outcome).toBe('stuck');
    await expect(run(client, 'simulate', { wanted: 2 })).rejects.toThrow('plan');
  });

  it('previews another version of a file without touching it', async () => {
    const { client } = await open();
    const uri = client.uri('service.yaml');
    const text = SERVICE.replace('desiredCount: 2', 'desiredCount: 9');
    expect((await run<RolloutAnswer>(client, 'preview', uri, { text })).plan.desired).toBe(9);
    expect((await run<RolloutAnswer>(client, 'preview', uri)).plan.desired).toBe(2);
    expect(await run(client, 'preview', uri, { text: 'a: 1\n' })).toBeNull();
  });

  it('makes many runs while it answers others, and stops when told to', async () => {
    const { client } = await open();
    const many = await run<ManyReport>(client, 'simulateMany', { desired: 4 }, { runs: 300 });
    expect(many.runs).toBe(300);
    expect(many.probability.completed).toBe(1);
    const source = new CancellationTokenSource();
    const asked = { command: 'ecsPreflight.simulateMany', arguments: [{ desired: 400 }, { runs: 20_000 }] };
    const cancelled = client.connection.sendRequest<ManyReport>('workspace/executeCommand', asked, source.token);
    const between = await run<RolloutAnswer>(client, 'preview', client.uri('service.yaml'));
    expect(between.plan.desired).toBe(2);
    source.cancel();
    const refusal = await cancelled.then(
      () => undefined,
      (error: ResponseError<ManyReport>) => error,
    );
    expect(refusal).toMatchObject({ message: 'cancelled', data: { probability: { completed: 1 } } });
    expect(refusal?.data?.runs).toBeGreaterThan(0);
    expect(refusal?.data?.runs).toBeLessThan(20_000);
  });

  it('tells how far many runs are, to a client that asks', async () => {
    const { client } = await open();
    const asked = {
      command: 'ecsPreflight.simulateMany',
      arguments: [{ desired: 300 }, { runs: 200 }],
      workDoneToken: 'runs',
    };
    const told: (WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd)[] = [];
    client.connection.onProgress(new ProgressType<(typeof told)[number]>(), 'runs', (value) => void told.push(value));
    expect((await client.request<ManyReport>('workspace/executeCommand', asked)).runs).toBe(200);
    const [begin, ...rest] = told;
    expect(begin).toMatchObject({ kind: 'begin', cancellable: true, percentage: 0 });
    expect(rest.pop()).toEqual({ kind: 'end' });
    const shares = rest.map((value) => (value.kind === 'report' ? (value.percentage as number) : Number.NaN));
    expect(shares).toEqual([...new Set(shares)].sort((a, b) => a - b));
    expect(rest.at(-1)).toEqual({ kind: 'report', percentage: 100, message: '200 of 200' });
  });

  it('makes the rollout a page, where the page is at hand, and shows it in a browser', async () => {
    const aside: string[] = [];
    const { client } = await open({
      capabilities: { ...FULL, window: { showDocument: { support: true } } },
      platform: (files) => ({
        ...memoryPlatform(files),
        pageParts: () => ({ script: 'page()', style: 'a{}', simulator: 'simulator()' }),
        putAside: (name, text) => `file:///aside/${aside.push(text)}/${name}`,
      }),
    });
    const uri = client.uri('service.yaml');
    const html = await run<string>(client, 'page', uri);
    expect(html).toContain('<script>page()</script>');
    expect(html).toContain("default-src 'none'");
    expect(await run<string>(client, 'page', uri)).toBe(html);
    const other = await run<string>(client, 'page', uri, { plan: { desired: 77 } });
    expect(other).toContain('"desired":77');
    const shown = await run<{ uri: string }>(client, 'showPage', uri);
    expect(await client.next('window/showDocument')).toMatchObject({ uri: shown.uri, external: true });
    expect(aside).toEqual([html]);
  });

  it('has no page where none was built', async () => {
    const { client } = await open();
    expect(await run(client, 'page', client.uri('service.yaml'))).toBeNull();
  });

  it('simulates as the settings say, on the cluster that they name', async () => {
    const cluster = 'instances:\n  - {zone: a, cpu: 1024, memory: 128}\n';
    const simulator = {
      cluster: 'cluster.yaml',
      seed: 5,
      timings: { tick: 20_000, nonsense: 1 },
      options: { digestProbe: false, stopPolicy: 3 },
    };
    const { client } = await open({
      files: {
        'cluster.yaml': cluster,
        'taskdef.json': '{"family": "web", "containerDefinitions": [{"name": "app", "image": "x", "memory": 64}]}',
      },
      settings: () => ({ simulator }),
    });
    const { plan, report } = await run<RolloutAnswer>(client, 'preview', client.uri('service.yaml'));
    expect(plan).toMatchObject({
      seed: 5,
      timings: { tick: 20_000 },
      options: { digestProbe: false },
      capacity: { kind: 'cluster' },
    });
    expect(plan.timings).not.toHaveProperty('nonsense');
    expect(plan.options).not.toHaveProperty('stopPolicy');
    expect(report.seed).toBe(5);
  });
});
