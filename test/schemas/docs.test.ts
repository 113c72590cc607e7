import { describe, expect, it } from 'vitest';
import { membersByPath } from '../../schemas';
import { derived } from '../../schemas/generate';
import type { Doc, Shape } from '../../schemas/shape';
import { notedMembers } from './shared';

type Root = keyof typeof derived;
const roots = Object.keys(derived) as Root[];
const ofAws = roots.filter((root) => root !== 'cluster' && root !== 'settings');
const docs = (root: Root) => Object.entries(derived[root].docs);
const textsOf = (doc: Doc) => [doc.doc, ...Object.values(doc.enumDocs ?? {}), ...Object.values(doc.keyDocs ?? {})];
const valuesOf = (shape: Shape | undefined): unknown[] => {
  if (shape?.type === 'list') return valuesOf(shape.item);
  return (shape && 'enum' in shape && shape.enum) || [];
};

describe.each(roots)('the texts of %s', (root) => {
  const members = membersByPath(derived[root].shape);

  it('has one for each member and none besides', () => {
    expect(
      docs(root)
        .map(([path]) => path)
        .sort(),
    ).toEqual([...members.keys()].sort());
  });

  it('says something about each', () => {
    expect(
      docs(root)
        .filter(([, { doc }]) => doc.length < 40)
        .map(([path]) => path),
    ).toEqual([]);
    expect(
      docs(root)
        .filter(([, { doc }]) => !/^[`A-Z].*[.)]$/.test(doc) || /\s{2}/.test(doc))
        .map(([path]) => path),
    ).toEqual([]);
  });

  it('says a sentence about each value of an enum', () => {
    for (const [path, doc] of docs(root)) {
      const values = valuesOf(members.get(path)).map(String).sort();
      expect([path, ...Object.keys(doc.enumDocs ?? {}).sort()]).toEqual([path, ...values]);
    }
  });

  it('says where each limit that is not of the model is known from', () => {
    for (const [path, shape] of members) {
      const limits = [...Object.keys(shape.enforced ?? {}), ...(shape.needed ? ['needed'] : [])];
      const sources: Record<string, string | undefined> = derived[root].docs[path]?.sources ?? {};
      expect([path, ...limits.filter((limit) => !sources[limit])]).toEqual([path]);
    }
  });
});

describe('the pages', () => {
  it.each(ofAws)('links each member of %s to its place in the reference', (root) => {
    const reference = /^https:\/\/docs\.aws\.amazon\.com\/AmazonECS\/latest\/APIReference\/API_\w+\.html#ECS-[\w-]+$/;
    expect(
      docs(root)
        .filter(([, { url }]) => !reference.test(url ?? ''))
        .map(([path]) => path),
    ).toEqual([]);
    const guide = /^https:\/\/docs\.aws\.amazon\.com\/AmazonECS\/latest\/developerguide\/[\w-]+\.html$/;
    expect(
      docs(root)
        .filter(([, doc]) => doc.guide && !guide.test(doc.guide))
        .map(([path]) => path),
    ).toEqual([]);
  });

  it('builds anchors of both forms', () => {
    const { docs: service } = derived.service;
    expect(service.launchType?.url).toMatch(/API_CreateService\.html#ECS-CreateService-request-launchType$/);
    expect(service['loadBalancers[].containerPort']?.url).toMatch(
      /API_LoadBalancer\.html#ECS-Type-LoadBalancer-containerPort$/,
    );
  });
});

const noted = [notedMembers('createservice-2026.json'), notedMembers('registertaskdef-2026.json')];

describe.skipIf(noted.some((list) => !list))('whose words they are', () => {
  const LENGTH = 8;
  const runs = (text: string) => {
    const words = text.toLowerCase().match(/[a-z0-9]+(?:[-'][a-z0-9]+)*/g) ?? [];
    return words.slice(LENGTH - 1).map((_, at) => words.slice(at, at + LENGTH).join(' '));
  };

  it('shares no run of eight words with the texts of AWS', () => {
    const theirs = new Set(noted.flatMap((list) => list ?? []).flatMap(({ doc }) => runs(doc ?? '')));
    expect(theirs.size).toBeGreaterThan(5000);
    const shared = roots.flatMap((root) =>
      docs(root).flatMap(([path, doc]) =>
        textsOf(doc)
          .flatMap(runs)
          .filter((run) => theirs.has(run))
          .map((run) => `${path}: ${run}`),
      ),
    );
    expect(shared).toEqual([]);
  });
});
