import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../server/core/rules';
import { cli, FINE, makeFolder, WRONG } from './io';

const SEVERAL = `# keep me
serviceName: web   # and me
taskDefinition: web:1
desiredCount: "2"
launchType: Fargate
deploymentConfiguration:
  deploymentCircuitBreaker: {enable: "true", rollback: true}
networkConfiguration:
  awsvpcConfiguration:
    subnets: [subnet-0a1b2c3d4e5f60718, subnet-0a1b2c3d4e5f60719]
`;
const MENDED = SEVERAL.replace('"2"', '2').replace('Fargate', 'FARGATE').replace('"true"', 'true');

describe('--fix', () => {
  it('makes every safe repair and leaves the rest of the text alone', async () => {
    const cwd = makeFolder({ 'a.yaml': SEVERAL, 'b.yaml': FINE });
    const before = statSync(join(cwd, 'b.yaml')).mtimeMs;
    const { code, err } = await cli(cwd, ['check', '--fix', '-f', 'concise']);
    expect(readFileSync(join(cwd, 'a.yaml'), 'utf8')).toBe(MENDED);
    expect(err).toBe('ecs-preflight: a.yaml: 3 repaired\n');
    expect(code).toBe(0);
    expect(statSync(join(cwd, 'b.yaml')).mtimeMs).toBe(before);
    expect((await cli(cwd, ['check', '--fix'])).err).toBe('');
  });

  it('keeps CRLF, a BOM, and the mode of the file', async () => {
    const text = `\ufeff${SEVERAL.replaceAll('\n', '\r\n')}`;
    const cwd = makeFolder({ 'a.yaml': text });
    await cli(cwd, ['check', '--fix']);
    expect(readFileSync(join(cwd, 'a.yaml'), 'utf8')).toBe(`\ufeff${MENDED.replaceAll('\n', '\r\n')}`);
  });

  it('hands standard input back repaired, and the report on stderr', async () => {
    const { out, err, code } = await cli(makeFolder({}), ['check', '-', '--fix'], { stdin: WRONG });
    expect(out).toBe(FINE);
    expect(err).toContain('in 1 file.');
    expect(code).toBe(0);
  });

  it('never leaves more findings, and nothing to repair, over an example of every rule that can repair', async () => {
    const mendable = RULES.filter((rule) => rule.fix && rule.examples.invalid.length > 0);
    const cwd = makeFolder(
      Object.fromEntries(
        mendable.map((rule) => [
          `${rule.id}/ecs-service-def.yaml`,
          rule.examples.invalid[0]?.text.replace(/[⟦⟧]/g, '') ?? '',
        ]),
      ),
    );
    const count = async (...args: string[]) => {
      const { out, err } = await cli(cwd, ['check', '-f', 'json', ...args]);
      const { files } = JSON.parse(out) as { files: { path: string; findings: { severity: string }[] }[] };
      const tallies = files.map(({ path, findings }) => {
        const errors = findings.filter((finding) => finding.severity === 'error').length;
        return [path, { all: findings.length, errors }] as const;
      });
      return { err, tallies: new Map(tallies) };
    };
    const before = await count();
    const after = await count('--fix');
    expect(after.err.match(/repaired/g)?.length).toBeGreaterThan(20);
    for (const [path, is] of after.tallies) {
      const was = before.tallies.get(path);
      expect(is.all, path).toBeLessThanOrEqual(was?.all ?? 0);
      expect(is.errors, path).toBeLessThanOrEqual(was?.errors ?? 0);
    }
    expect((await count('--fix')).err).toBe('');
  });
});

describe('--fix-dry-run', () => {
  it('prints the repairs as a diff, changes nothing, and exits with 1', async () => {
    const cwd = makeFolder({ 'x/a.yaml': WRONG });
    const { out, code } = await cli(cwd, ['check', '--fix-dry-run']);
    expect(out).toBe(
      [
        '--- a/x/a.yaml',
        '+++ b/x/a.yaml',
        '@@ -1,6 +1,6 @@',
        ' serviceName: web',
        ' taskDefinition: web:1',
        '-desiredCount: "2"',
        '+desiredCount: 2',
        ' launchType: FARGATE',
        ' deploymentConfiguration:',
        '   minimumHealthyPercent: 100',
        '',
      ].join('\n'),
    );
    expect(code).toBe(1);
    expect(readFileSync(join(cwd, 'x/a.yaml'), 'utf8')).toBe(WRONG);
  });

  it('prints nothing when there is nothing to repair', async () => {
    expect(await cli(makeFolder({ 'a.yaml': FINE }), ['check', '--fix-dry-run'])).toEqual({
      code: 0,
      out: '',
      err: '',
    });
  });
});
