import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
// @ts-expect-error a script without types
import { ruleIndex } from '../../scripts/generate-rules.mjs';
import { parseConfig } from '../../server/config/parse';
import { pageOf } from '../../server/core/ide/rule-page';
import { ruleTable, withRuleSummary } from '../../server/core/ide/rule-table';
import { RULES } from '../../server/core/rules';
import { levelOf } from '../../server/core/settings';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

describe('what is generated from the rules is current (npm run generate)', () => {
  it('the index lists every rule file', () => {
    const plain = (text: string) => text.match(/from '\.\/[a-z-]+\/[a-z0-9-]+'/g);
    expect(plain(read('server/core/rules/index.ts'))).toEqual(plain(ruleIndex()));
  });

  it('there is a page for each rule and none too many', () => {
    expect(readdirSync(join(root, 'docs/rules')).sort()).toEqual(
      [...RULES.map((r) => `${r.id}.md`), 'README.md'].sort(),
    );
  });

  it.each(RULES.map((r) => [r.id, r] as const))('the page of %s', (id, rule) => {
    expect(read(`docs/rules/${id}.md`)).toBe(`${pageOf(rule)}\n`);
  });

  it('the table', () => expect(read('docs/rules/README.md')).toBe(ruleTable()));

  it('the summary in the README', () => {
    const readme = read('README.md');
    expect(readme).toBe(withRuleSummary(readme));
    expect(readme).toContain('(docs/rules/README.md#capacity)');
  });
});

describe('every rule', () => {
  it.each(RULES.map((r) => [r.id, r] as const))('%s says what, why and what to do', (id, rule) => {
    expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
    for (const text of [rule.docs.what, rule.docs.why, rule.docs.instead]) expect(text.length).toBeGreaterThan(8);
    for (const link of rule.docs.links) expect(link).toMatch(/^https:\/\//);
    expect(rule.examples.valid.length).toBeGreaterThan(0);
  });

  it('has an id of its own', () => expect(new Set(RULES.map((r) => r.id)).size).toBe(RULES.length));
});

describe('the README', () => {
  const blocks = [...read('README.md').matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(([, language, text = '']) => ({
    language,
    text,
  }));

  it('shows a configuration that has no mistake', () => {
    const [shown] = blocks.filter(({ language, text }) => language === 'yaml' && text.includes('overrides:'));
    const { config, problems } = parseConfig('file:///w/.ecs-preflight.yaml', shown?.text ?? '');
    expect(problems).toEqual([]);
    expect(Object.keys(config)).toContain('overrides');
  });

  it('names only rules and scripts that there are', () => {
    const text = blocks.map((block) => block.text).join('\n');
    const named = [...text.matchAll(/(?:explain|disable-next-line) ([a-z0-9-]+)/g)].map(([, id]) => id);
    expect(named.length).toBeGreaterThan(1);
    for (const id of named) expect(RULES.map((r) => r.id)).toContain(id);
    const scripts = Object.keys(JSON.parse(read('package.json')).scripts);
    for (const [, script] of read('README.md').matchAll(/npm run ([a-z:]+)/g)) expect(scripts).toContain(script);
  });
});

describe('settings', () => {
  it('take the pointer before the file before the default', () => {
    const settings = {
      rules: { a: 'warning' as const },
      byPointer: [{ pointer: '/tags', rules: { a: 'off' as const } }],
    };
    expect(levelOf(settings, 'a', 'error', '/tags/0')).toBe('off');
    expect(levelOf(settings, 'a', 'error', '/tagsx')).toBe('warning');
    expect(levelOf(settings, 'b', 'error', '/tags')).toBe('error');
  });
});
