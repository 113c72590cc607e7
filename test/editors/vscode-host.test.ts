import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { given } from './given';
import { type Session, useVSCode } from './vscode/session';
import { ROOT } from './workspace';

const HOST = join(ROOT, 'test', 'editors', 'vscode', 'host');
const WINDOWS = 3;
/** The workbench logs into the same channel. */
const OWN_LINE = /^(not )?ok: /;

/** Runs a module of `host/` in a new window on a folder of the fixtures, and answers what it wrote. */
async function runInHost({ workbench, server, files }: Session, module: string, folder: string) {
  const tab = await workbench.page.context().newPage();
  const lines: string[] = [];
  const ended = new Promise<number>((done) => {
    void tab.exposeFunction('codeAutomationExit', done);
  });
  await tab.exposeFunction('codeAutomationLog', (_kind: string, args: unknown[]) => {
    const text = args.join(' ');
    if (OWN_LINE.test(text)) lines.push(text);
  });
  await workbench.in(tab).openWith(files.path(folder), [
    // VS Code runs no tests without an extension under development; the empty one is that.
    ['extensionDevelopmentPath', server.uri(join(HOST, 'nothing'))],
    ['extensionTestsPath', server.uri(join(HOST, module))],
  ]);
  const code = await ended;
  await tab.close();
  for (const line of lines) console.log(line);
  return { code, failed: lines.filter((line) => line.startsWith('not ok')), count: lines.length };
}

describe.skipIf(!given.vscode)('inside the extension host of VS Code', () => {
  if (!given.vscode) return;
  const session = useVSCode(given.vscode, { testDriver: true, beside: [given.vscode.empty] });

  it.each([
    ['a folder of others', 'elsewhere.cjs', 'elsewhere', 2],
    ['a folder with services', 'services.cjs', '.', 6],
  ])('%s', async (_, module, folder, count) => {
    expect(await runInHost(session, module, folder)).toEqual({ code: 0, failed: [], count });
  });

  it('activates about as fast as an extension that does nothing', async () => {
    const { workbench, files } = session;
    await workbench.page.setViewportSize({ width: 1280, height: 2400 });
    const over: number[] = [];
    for (let window = 0; window < WINDOWS; window++) {
      await workbench.open(files.folder, files.path('elsewhere/release.json'));
      const [ours, empty] = await workbench.activationTimes('ECS Preflight', 'Empty');
      console.log(`window ${window + 1}: activation ${ours} ms, of an empty extension ${empty} ms`);
      over.push(ours - empty);
    }
    // The least is what it costs; more is what else the machine did.
    expect(Math.min(...over)).toBeLessThanOrEqual(100);
  });
});

describe.skipIf(!given.vscode?.yaml)('beside the YAML extension of Red Hat', () => {
  if (!given.vscode?.yaml) return;
  const schema = pathToFileURL(join(ROOT, 'schemas', 'generated', 'ecs-service.schema.json')).href;
  const session = useVSCode(given.vscode, {
    testDriver: true,
    beside: [given.vscode.yaml],
    settings: { 'yaml.schemas': { [schema]: '*.yaml' }, 'yaml.schemaStore.enable': false },
  });

  it('says each thing once', async () => {
    session.files.write('elsewhere/theirs.yaml', 'propagateTags: Service\n');
    expect(await runInHost(session, 'beside-yaml.cjs', '.')).toEqual({ code: 0, failed: [], count: 2 });
  });
});
