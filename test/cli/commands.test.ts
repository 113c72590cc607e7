import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../server/cli/commands';
import { RULES } from '../../server/core/rules';
import { cli, FINE, makeFolder } from './io';

const cwd = makeFolder({ 'a.yaml': FINE });
const out = async (...argv: string[]) => {
  const ran = await cli(cwd, argv);
  expect(ran).toMatchObject({ code: 0, err: '' });
  return ran.out;
};

describe('help', () => {
  it('names every command, and every option of each', async () => {
    const overview = await out('--help');
    for (const command of Object.values(COMMANDS)) {
      expect(overview).toContain(`  ${command.name} `);
      const help = await out(command.name, '--help');
      for (const [name, option] of Object.entries(command.options)) {
        expect(help).toContain(`--${name}${option.value ? ` ${option.value}` : ''}`);
        for (const choice of option.choices ?? []) expect(help).toContain(choice);
      }
      expect(await out('help', command.name)).toBe(help);
      for (const line of help.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    }
  });

  it('without a command goes to stderr', async () => {
    expect(await cli(cwd, [])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Usage:') });
  });

  it('knows the version', async () => {
    expect(await out('--version')).toMatch(/^\d+\.\d+\.\d+/);
  });
});

describe('explain', () => {
  it('has a page for every rule, without marks and within the line', async () => {
    for (const rule of RULES) {
      const page = await out('explain', rule.id);
      expect(page).toContain(rule.id);
      expect(page.replace(/\s+/g, ' ')).toContain(rule.docs.instead.replace(/\s+/g, ' '));
      expect(page).not.toMatch(/[⟦⟧]/);
    }
  });
});

describe('rules', () => {
  it('lists them all, as a table and as JSON', async () => {
    const table = await out('rules');
    const listed = JSON.parse(await out('rules', '--format', 'json')).rules;
    expect(listed.map((r: { id: string }) => r.id)).toEqual(RULES.map((r) => r.id));
    for (const rule of RULES) expect(table).toContain(`  ${rule.id} `);
  });

  it('counts what becomes of every known rule and error', async () => {
    const counts = JSON.parse(await out('rules', '--coverage', '--format', 'json'));
    expect(counts).toMatchObject({ version: 1, rules: RULES.length });
    const text = await out('rules', '--coverage');
    for (const row of counts.rows)
      expect(text).toMatch(new RegExp(`^  ${row.decided} +${row.rows} +${row.rule} `, 'm'));
  });
});

describe('schema', () => {
  it.each(['service', 'task-definition', 'config', 'cluster', 'findings'])(
    '%s is a JSON Schema that compiles',
    async (name) => {
      const ajv = new Ajv({ strict: false });
      addFormats(ajv);
      const schema = JSON.parse(await out('schema', name));
      expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
      expect(ajv.compile(schema)).toBeTypeOf('function');
    },
  );
});

describe('completion', () => {
  const has = (shell: string) => spawnSync(shell, ['--version']).status === 0;

  it.each(['bash', 'zsh', 'fish'])('%s knows every command and option', async (shell) => {
    const script = await out('completion', shell);
    for (const command of Object.values(COMMANDS)) {
      expect(script).toContain(command.name);
      for (const name of Object.keys(command.options)) expect(script).toContain(name);
    }
  });

  const bash = has('bash');
  if (!bash) console.warn('SKIPPED: the completion script is tried in bash, which is not here');
  it.skipIf(!bash)('works in bash', async () => {
    const folder = makeFolder({});
    const script = join(folder, 'completion.bash');
    writeFileSync(script, await out('completion', 'bash'));
    const complete = (...words: string[]) => {
      const quoted = words.map((w) => `'${w}'`).join(' ');
      const program = `source ${script}; COMP_WORDS=(ecs-preflight ${quoted}); COMP_CWORD=${words.length}; _ecs_preflight; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return execFileSync('bash', ['-c', program], { encoding: 'utf8', cwd }).trim().split('\n');
    };
    expect(complete('che')).toEqual(['check']);
    expect(complete('check', '--fo')).toEqual(['--format']);
    expect(complete('check', '--format', 's')).toEqual(['sarif']);
    expect(complete('check', 'a')).toEqual(['a.yaml']);
    expect(complete('explain', 'wrong-ty')).toEqual(['wrong-type']);
    expect(complete('schema', 'conf')).toEqual(['config']);
  });
});
