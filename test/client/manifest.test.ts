import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIX_ALL } from '../../server/lsp/capabilities';
import { bundle, describeBuilt, ROOT } from '../built';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const manifest = JSON.parse(read('package.json'));
const { contributes } = manifest;
const sources = readdirSync(join(ROOT, 'client'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.includes('page'))
  .map((name) => read(join('client', name)))
  .join('\n');

describe('settings', () => {
  it('are those of the configuration schema (npm run generate, then node scripts/manifest.mjs)', async () => {
    const { configurationFrom } = (await import('../../scripts/manifest.mjs' as string)) as {
      configurationFrom(schema: unknown): unknown;
    };
    expect(contributes.configuration).toEqual(
      configurationFrom(JSON.parse(read('schemas/generated/ecs-preflight-config.schema.json'))),
    );
  });

  it('each say what they do', () => {
    const settings = Object.entries<Record<string, unknown>>(contributes.configuration.properties);
    expect(settings.length).toBeGreaterThan(5);
    for (const [name, setting] of settings) {
      expect(name).toMatch(/^ecsPreflight\.[a-zA-Z]+$/);
      expect(setting.markdownDescription, name).toMatch(/\w/);
      expect(['resource', 'window'], name).toContain(setting.scope);
    }
  });
});

describe('commands', () => {
  const commands: { command: string; title: string; category: string }[] = contributes.commands;

  it('exist in the code, with a title and one category', () => {
    for (const { command, title, category } of commands) {
      expect(title).toMatch(/^[A-Z]/);
      expect(category).toBe('ECS Preflight');
      const name = command.replace('ecsPreflight.', '');
      expect(sources.includes(`add('${name}'`) || sources.includes(`'${command}'`), command).toBe(true);
    }
  });

  it('that menus and the walkthrough name are declared', () => {
    const declared = new Set(commands.map(({ command }) => command));
    const named = JSON.stringify([contributes.menus ?? {}, contributes.walkthroughs]).match(/ecsPreflight\.\w+/g) ?? [];
    const context = new Set(['ecsPreflight.isServiceDefinition']);
    for (const name of named) expect(declared.has(name) || context.has(name), name).toBe(true);
  });
});

describe('activation', () => {
  it('waits for a JSON or YAML document, or for files with telling names', () => {
    const events: string[] = manifest.activationEvents;
    expect(events.filter((event) => event.startsWith('onLanguage')).sort()).toEqual([
      'onLanguage:json',
      'onLanguage:jsonc',
      'onLanguage:yaml',
    ]);
    const others = events.filter((event) => !event.startsWith('onLanguage'));
    for (const event of others) expect(event).toMatch(/^(workspaceContains:\*\*\/ecs|onWebviewPanel:)/);
    expect(events).not.toContain('*');
  });

  it('takes no language from anyone', () => {
    expect(contributes.languages).toBeUndefined();
    expect(manifest.capabilities).toEqual({ untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
  });

  it('has an entry for each kind of extension host', () => {
    expect([manifest.main, manifest.browser]).toEqual(['./dist/extension.js', './dist/extension.browser.js']);
    // The editor's floor and the API that the sources are checked against are one.
    expect(manifest.devDependencies['@types/vscode'].replace('~', '')).toBe(manifest.engines.vscode.replace('^', ''));
  });

  it('fixes on save under the name that the server answers to', () => {
    expect(FIX_ALL).toBe('source.fixAll.ecsPreflight');
  });
});

describe('files', () => {
  it('that the manifest names are there', () => {
    const media = contributes.walkthroughs.flatMap((w: { steps: { media: { markdown: string } }[] }) =>
      w.steps.map((step) => step.media.markdown),
    );
    const schemas = [...contributes.jsonValidation, ...contributes.yamlValidation].map(
      ({ url }: { url: string }) => url,
    );
    for (const file of [manifest.icon, ...media, ...schemas]) expect(existsSync(join(ROOT, file)), file).toBe(true);
  });

  it('include an icon that the marketplaces take', () => {
    const png = readFileSync(join(ROOT, manifest.icon));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(128);
    expect(png.length).toBeLessThan(20_000);
  });
});

describeBuilt('the problem matcher', ['cli.js', 'cli-main.js'], () => {
  it('reads every line of the concise format', () => {
    const [matcher] = contributes.problemMatchers;
    const file = 'client/examples/create-service/payments-service.json';
    const { stdout } = spawnSync(
      process.execPath,
      [bundle('cli.js'), 'check', '--quiet', '--format', 'concise', file],
      { cwd: ROOT, encoding: 'utf8' },
    );
    const lines = stdout.trim().split('\n').filter(Boolean);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      const match = new RegExp(matcher.pattern.regexp).exec(line);
      expect(match?.[matcher.pattern.file], line).toBe(file);
      expect(Number(match?.[matcher.pattern.line])).toBeGreaterThan(0);
    }
  });
});
