import { describe, expect, it } from 'vitest';
import { parse as parseYaml, stringify } from 'yaml';
import type { Snapshot } from '../../server/core/engine';
import { type Node, parse } from '../../server/core/syntax';
import { corpusEngine, fileOf, HAS_CORPUS, pathToFileURL, readFileSync, rowsOf } from './corpus';

/** The plain values of a file; templates stay as the text they are. Undefined when the file does not parse whole. */
function valuesOf(text: string, syntax: 'json' | 'yaml'): unknown {
  const tree = parse(text, syntax);
  const root = tree.docs[0]?.root;
  if (tree.docs.length !== 1 || tree.problems.length > 0 || !root || holdsBareTemplate(root)) return undefined;
  return syntax === 'json' ? JSON.parse(text) : parseYaml(text);
}

/** A template without quotes around it is no JSON and no YAML value of its own: there is no twin for that. */
function holdsBareTemplate(node: Node): boolean {
  if (node.kind === 'map')
    return node.open || node.entries.some((e) => e.value !== undefined && holdsBareTemplate(e.value));
  if (node.kind === 'seq') return node.open || node.items.some(holdsBareTemplate);
  return node.kind === 'unknown' && !/^["']/.test(node.source);
}

const show = (snapshot: Snapshot) =>
  snapshot
    .findings()
    .map((f) => `${f.severity} ${f.rule} ${f.path}: ${f.message}`)
    .sort();

describe.skipIf(!HAS_CORPUS)('the same definition as JSON and as YAML', () => {
  const rows = HAS_CORPUS ? rowsOf('manifest.tsv').filter((r) => r.kind === 'service') : [];
  it.each(rows.map((r) => [`${r.repo} ${r.path}`, r] as const))('%s gives the same findings', (_, row) => {
    const path = fileOf('files', row);
    const text = readFileSync(path, 'utf8');
    const syntax = /\.ya?ml$/.test(path) ? 'yaml' : 'json';
    const plain = valuesOf(text, syntax);
    if (plain === undefined) {
      expect(parse(text, syntax).docs.length).toBeGreaterThan(0);
      return;
    }
    const uri = pathToFileURL(path).href;
    const original = corpusEngine().snapshot(uri, text, { expected: 'service' });
    const profile = original.definitions[0]?.profile;
    const twinUri = uri.replace(/\.(json|ya?ml)$/, syntax === 'json' ? '.yaml' : '.json');
    const twinText = syntax === 'json' ? stringify(plain, { lineWidth: 0 }) : JSON.stringify(plain, null, 2);
    const twin = corpusEngine().snapshot(twinUri, twinText, { expected: 'service', profile });
    expect(show(twin)).toEqual(show(original));
  });
});
