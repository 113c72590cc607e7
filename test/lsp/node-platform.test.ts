import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WorkspaceDiagnosticReport } from 'vscode-languageserver';
import { toUri } from '../../server/config';
import { createNodePlatform } from '../../server/lsp/platform.node';
import { start, stopAll } from './client';

/** On a real disk: configuration files, folders to leave out, names with spaces. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ecs preflight '));
});
afterEach(async () => {
  await stopAll();
  rmSync(folder, { recursive: true });
});

const SERVICE = 'serviceName: web\ncluster: main\ntaskDefinition: web\nlaunchType: FARGATEE\ndesiredCount: 2\n';

function write(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return toUri(path);
}

async function startHere() {
  const root = toUri(folder);
  return start({ platform: createNodePlatform, params: { workspaceFolders: [{ uri: root, name: 'here' }] } });
}

const changed = (uri: string) => ({ changes: [{ uri, type: 2 }] });

describe('on disk', () => {
  it('reads the configuration that the terminal reads, and reads it again when it changes', async () => {
    const config = write('.ecs-preflight.json', '{"rules": {"not-a-listed-value": "off"}}');
    const uri = write('a service.yaml', SERVICE);
    const client = await startHere();
    client.open(uri, SERVICE);
    const severities = async () =>
      (await client.check(uri)).filter((d) => d.code === 'not-a-listed-value').map((d) => d.severity);
    expect(await severities()).toEqual([]);
    write('.ecs-preflight.json', '{"rules": {"not-a-listed-value": "hint"}}');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', changed(config));
    await client.next('workspace/diagnostic/refresh');
    expect(await severities()).toEqual([4]);
  });

  it('says what is wrong with the configuration', async () => {
    const text = '{"rulez": {}}';
    const config = write('.ecs-preflight.json', text);
    const uri = write('service.yaml', SERVICE);
    const client = await startHere();
    client.open(uri, SERVICE);
    await client.check(uri);
    client.open(config, text);
    const [problem] = await client.check(config);
    expect(problem).toMatchObject({ source: 'ecs-preflight', range: { start: { line: 0 } } });
    expect(problem?.message).toContain('rulez');
  });

  it('finds the task definition beside the service, whatever the folder is called', async () => {
    write(
      'team & co/ecs-task.json',
      JSON.stringify({ family: 'web', containerDefinitions: [{ name: 'app', image: 'x' }] }),
    );
    const uri = write('team & co/service.yaml', SERVICE);
    const client = await startHere();
    client.open(uri, SERVICE);
    const result = await client.request<{ files: { definitions: { taskDefinition?: { uri: string } }[] }[] }>(
      'workspace/executeCommand',
      {
        command: 'ecsPreflight.check',
        arguments: [uri],
      },
    );
    expect(result.files[0]?.definitions[0]?.taskDefinition?.uri).toContain('ecs-task.json');
  });

  it('searches the workspace, but not what belongs to others', async () => {
    const ours = write('services/web.yaml', SERVICE);
    write('node_modules/x/web.yaml', SERVICE);
    write('.gitignore', 'build/\n');
    write('build/web.yaml', SERVICE);
    const client = await startHere();
    const report = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
    expect(report.items.map((item) => item.uri)).toEqual([ours]);
  });
});

describe('files that the configuration names', () => {
  const codes = (items: { code?: unknown }[]) => items.map((item) => item.code);

  it('are left alone, or taken for ours whatever they look like', async () => {
    write('.ecs-preflight.json', '{"exclude": ["legacy/**"], "files": ["odd/*.txt.yaml"]}');
    const left = write('legacy/service.yaml', SERVICE);
    const odd = write('odd/a.txt.yaml', 'desiredCount: 2\n');
    const client = await startHere();
    client.open(left, SERVICE);
    client.open(odd, 'desiredCount: -2\n');
    expect(await client.check(left)).toEqual([]);
    expect(codes(await client.check(odd))).toContain('out-of-range');
  });
});

describe('another process', () => {
  afterEach(() => void vi.useRealTimers());

  it('is watched until it has ended', () => {
    vi.useFakeTimers();
    const gone = vi.fn();
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    createNodePlatform().watch?.(process.pid, () => expect.unreachable());
    createNodePlatform().watch?.(pid, gone);
    vi.advanceTimersByTime(10_000);
    expect(gone).toHaveBeenCalledOnce();
  });
});
