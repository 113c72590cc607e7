import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FINDINGS_SCHEMA } from '../../server/cli/format/findings-schema';
import { xml } from '../../server/cli/format/junit';
import { RULES } from '../../server/core/rules';
import { cli, FINE, makeFolder, WRONG } from './io';

const ajv = new Ajv({ allErrors: true });
const isEnvelope = ajv.compile(FINDINGS_SCHEMA);

/** The schema of the standard as SchemaStore has it, which is written in draft 04. */
const isSarif = addFormats(new AjvDraft04({ allErrors: true, strict: false, unicodeRegExp: false })).compile(
  createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
);

/** All kinds of findings at once: every invalid example of every rule, each in a folder with its company. */
function everyExample(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const rule of RULES) {
    rule.examples.invalid.forEach((example, i) => {
      const folder = `${rule.id}-${i}`;
      files[`${folder}/ecs-service-def.yaml`] = example.text.replace(/[⟦⟧]/g, '');
      if (example.taskDefinition) files[`${folder}/ecs-task-def.yaml`] = example.taskDefinition.replace(/[⟦⟧]/g, '');
      for (const [name, text] of Object.entries(example.beside ?? {}))
        files[`${folder}/${name}`] = text.replace(/[⟦⟧]/g, '');
    });
  }
  return files;
}

const cwd = makeFolder(everyExample());
const everything = cli(cwd, ['check', '-f', 'json', '-o', 'sarif=findings.sarif', '--level', 'hint']).then(
  ({ out }) => ({
    json: out,
    sarif: readFileSync(join(cwd, 'findings.sarif'), 'utf8'),
  }),
);

describe('json', () => {
  it('is the envelope that its schema promises, with findings of every kind in it', async () => {
    const envelope = JSON.parse((await everything).json);
    expect(isEnvelope(envelope), ajv.errorsText(isEnvelope.errors)).toBe(true);
    expect(envelope.files.flatMap((f: { findings: unknown[] }) => f.findings).length).toBeGreaterThan(RULES.length / 2);
    expect(envelope.files.filter((f: { path: string }) => f.path.includes('\\'))).toEqual([]);
  });

  it('says exactly this', async () => {
    const cwd = makeFolder({ 'x/a.yaml': WRONG });
    const { files, ...rest } = JSON.parse((await cli(cwd, ['check', '-f', 'json'])).out);
    expect(rest).toEqual({ version: 1 });
    expect(files).toEqual([
      {
        path: 'x/a.yaml',
        profile: 'create-service',
        findings: [
          {
            rule: 'wrong-type',
            severity: 'error',
            message: expect.stringContaining('desiredCount'),
            path: '/desiredCount',
            range: { start: { line: 2, character: 14 }, end: { line: 2, character: 17 } },
            fixes: [{ title: 'Write 2', safe: true }],
            url: expect.stringMatching(/^https:/),
          },
        ],
      },
    ]);
  });

  it('puts the index of the document in front of the pointer in a stream', async () => {
    const cwd = makeFolder({ 'a.yaml': `${FINE}---\n${WRONG.replace('web', 'api')}` });
    const { files } = JSON.parse((await cli(cwd, ['check', '-f', 'json'])).out);
    expect(files[0].findings.map((f: { path: string }) => f.path)).toContain('/1/desiredCount');
  });

  it('refuses what the schema should refuse', () => {
    expect(isEnvelope({ version: 2, files: [] })).toBe(false);
    expect(isEnvelope({ version: 1, files: [{ path: 'a', profile: 'other', findings: [] }] })).toBe(false);
    expect(isEnvelope({ version: 1, files: [{ path: 'a', profile: 'ecspresso', findings: [{ rule: 'x' }] }] })).toBe(
      false,
    );
  });
});

describe('sarif', () => {
  it('is valid against the schema of SARIF 2.1.0, with findings of every kind in it', async () => {
    const log = JSON.parse((await everything).sarif);
    expect(isSarif(log), ajv.errorsText(isSarif.errors?.slice(0, 5))).toBe(true);
    const { results, tool } = log.runs[0];
    for (const result of results) expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    const prints = results.map((r: { partialFingerprints: object }) => JSON.stringify(r.partialFingerprints));
    expect(new Set(prints).size).toBe(prints.length);
  });

  it('would not be valid with a member that the standard does not know', async () => {
    const log = JSON.parse((await everything).sarif);
    log.runs[0].results[0].severity = 'error';
    expect(isSarif(log)).toBe(false);
  });

  it('keeps fingerprints while lines move, and writes URIs that tools can read', async () => {
    const of = async (text: string) =>
      JSON.parse((await cli(makeFolder({ 'ä b/a#1.yaml': text }), ['check', '-f', 'sarif'])).out).runs[0].results[0];
    const [one, other] = [await of(WRONG), await of(`# moved\n\n${WRONG}`)];
    expect(other.partialFingerprints).toEqual(one.partialFingerprints);
    expect(other.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: '%C3%A4%20b/a%231.yaml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 5, startColumn: 15, endLine: 5, endColumn: 18 },
    });
  });

  it('names files above the working directory in full', async () => {
    const folder = makeFolder({ 'a.yaml': WRONG, 'sub/x': '' });
    const log = JSON.parse((await cli(join(folder, 'sub'), ['check', '../a.yaml', '-f', 'sarif'])).out);
    expect(log.runs[0].results[0].locations[0].physicalLocation.artifactLocation).toEqual({
      uri: `file://${folder}/a.yaml`,
    });
  });
});

describe('github', () => {
  it('writes commands that no value in a file can break out of', async () => {
    const cwd = makeFolder({ 'a,b:c.yaml': `${FINE}"::error::100%\\n::set-output": 1\n` });
    const { out } = await cli(cwd, ['check', '-f', 'github', '-q']);
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      /^::warning file=a%2Cb%3Ac\.yaml,line=10,endLine=10,col=1,endColumn=\d+,title=unknown-member::/,
    );
    expect(lines[0]).toContain('100%25%0A::set-output');
  });

  it('puts errors first, counts what GitHub hides, and writes the job summary', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [`s${i}.yaml`, WRONG.replace('web', `web${i}`)]),
    );
    const cwd = makeFolder({ ...many, 'summary.md': 'before\n' });
    const env = { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') };
    const { out } = await cli(cwd, ['check', '-f', 'github'], { env });
    expect(out).toContain('2 more findings above are in this log alone');
    const summary = readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8');
    expect(summary).toMatch(/^before\n## ECS Preflight\n\n12 errors in 12 files\./);
    expect(summary.match(/^\| error \|/gm)).toHaveLength(12);
  });

  it('names files relative to the root of the checkout, wherever it runs', async () => {
    const root = makeFolder({ 'sub/a.yaml': WRONG });
    const { out } = await cli(join(root, 'sub'), ['check', '-f', 'github'], { env: { GITHUB_WORKSPACE: root } });
    expect(out).toContain('file=sub/a.yaml,');
  });
});

describe('junit', () => {
  it('counts what fails, tells of what does not, and lets clean files pass', async () => {
    const cwd = makeFolder({ 'a.yaml': WRONG, 'b.yaml': FINE });
    const failing = (await cli(cwd, ['check', '-f', 'junit'])).out;
    expect(failing).toContain('<testsuites name="ecs-preflight" tests="2" failures="1" errors="0">');
    expect(failing).toContain('<testcase classname="b.yaml" name="no problems"/>');
    expect(failing).toMatch(
      /<testcase classname="a.yaml" name="wrong-type 3:15" file="a.yaml" line="3"><failure type="error" message="/,
    );
    const passing = (await cli(cwd, ['check', '-f', 'junit', '--fail-on', 'never'])).out;
    expect(passing).toContain('failures="0"');
    expect(passing).toContain('<system-out>a.yaml:3:15: error wrong-type&#10;');
  });

  it('escapes any text into XML that holds no character XML forbids', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = xml(text);
        expect(escaped).not.toMatch(/[<>"'\r\n\t]|&(?!(amp|lt|gt|quot|apos|#\d+);)/);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
        expect(escaped).not.toMatch(/[\u0000-\u001f\ufffe\uffff]|\p{Surrogate}/u);
      }),
    );
  });
});
