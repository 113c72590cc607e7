import { afterEach, describe, expect, it } from 'vitest';
import { PREVIOUS_CHANGED, PREVIOUS_VERSION } from '../../server/lsp/previous';
import { PLAIN, type StartOptions, stopAll } from './client';
import { FILES, open, SERVICE } from './open';

afterEach(stopAll);

const NOW = SERVICE.replace('launchType: EC2', 'launchType: EXTERNAL').replace(
  'taskDefinition: web',
  'taskDefinition: web:2',
);

/** A client whose files were these in the last commit. */
function committed(versions: Record<string, string>, more: StartOptions = {}) {
  const asked: string[] = [];
  const options: StartOptions = {
    params: { initializationOptions: { previousVersions: true } },
    previous(uri) {
      asked.push(uri);
      return versions[uri.slice('file:///w/'.length)];
    },
    ...more,
  };
  return { asked, versions, options };
}
const OF_UPDATE = ['update-cannot-change', 'change-starts-deployment'];

describe('the last commit', () => {
  it('is asked for once, and says what an update would refuse and start', async () => {
    const { asked, options } = committed({ 'service.yaml': SERVICE });
    const { client } = await open(options, NOW);
    await client.pull('service.yaml');
    await client.next('workspace/diagnostic/refresh');
    const codes = (await client.check('service.yaml')).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(OF_UPDATE));
    client.edit('service.yaml', 'EXTERNAL', 'EC2');
    expect((await client.check('service.yaml')).map(({ code }) => code)).not.toContain('update-cannot-change');
    expect(asked).toEqual([client.uri('service.yaml'), client.uri('taskdef.json')]);
  });

  it('is asked for again after a commit', async () => {
    const { versions, options } = committed({ 'service.yaml': SERVICE });
    const { client } = await open(options, NOW);
    await client.pull('service.yaml');
    await client.next('workspace/diagnostic/refresh');
    versions['service.yaml'] = NOW;
    await client.connection.sendNotification(PREVIOUS_CHANGED);
    await client.next('workspace/diagnostic/refresh');
    await client.pull('service.yaml');
    await client.next('workspace/diagnostic/refresh');
    const codes = (await client.check('service.yaml')).map(({ code }) => code);
    expect(codes.filter((code) => OF_UPDATE.includes(code as string))).toEqual([]);
  });

  it('reaches clients that only listen', async () => {
    const { options } = committed({ 'service.yaml': SERVICE }, { capabilities: PLAIN });
    const { client } = await open(options, NOW);
    type Published = { diagnostics: { code: string }[] };
    let codes: string[] = [];
    while (!codes.includes('update-cannot-change'))
      codes = (await client.next<Published>('textDocument/publishDiagnostics')).diagnostics.map(({ code }) => code);
    expect(codes).toContain('change-starts-deployment');
  });

  it('is not asked for where the client does not say that it answers, nor for files that are not open', async () => {
    const silent = committed({ 'service.yaml': SERVICE }, { params: {} });
    const first = await open(silent.options, NOW);
    await first.client.check('service.yaml');
    expect(silent.asked).toEqual([]);
    const told = committed({}, { files: { ...FILES, 'other/service.yaml': SERVICE } });
    const { client } = await open(told.options, NOW);
    await client.check('service.yaml');
    await client.request('workspace/executeCommand', { command: 'ecsPreflight.check' });
    expect(told.asked).toEqual([client.uri('service.yaml')]);
    expect(client.waiting(PREVIOUS_VERSION)).toBe(1);
  });
});
