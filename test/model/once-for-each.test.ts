import { describe, expect, it } from 'vitest';
import type { Service } from '../../schemas';
import { service } from '../../schemas/runtime';
import { type Binding, onceForEach, rootFact } from '../../server/core/model/fact';
import { bitOf, Reads } from '../../server/core/model/reads';
import { type MapNode, parse } from '../../server/core/syntax';

function bound() {
  const tree = parse('serviceName: web\ndesiredCount: 2\n', 'yaml');
  const binding: Binding = { file: { uri: 'file:///w/a.yaml', tree }, dropsEmpty: false };
  return { binding, root: rootFact<Service>(tree.docs[0]?.root as MapNode, service, binding) };
}

describe('work done once for a definition', () => {
  it('counts as looked at for everybody who asks, the first as the next', () => {
    const { binding, root } = bound();
    let times = 0;
    const count = onceForEach((of: typeof root) => {
      times++;
      return of.get('desiredCount').value;
    });
    for (let asked = 1; asked <= 3; asked++) {
      const reads = new Reads();
      reads.bits = bitOf('serviceName');
      binding.reads = asked === 1 ? undefined : reads;
      expect(count(root)).toBe(2);
      if (asked > 1) expect(reads.bits).toBe(bitOf('serviceName') | bitOf('desiredCount'));
    }
    expect(times).toBe(1);
  });

  it('puts back what notes, where the work throws', () => {
    const { binding, root } = bound();
    const reads = new Reads();
    binding.reads = reads;
    const broken = onceForEach((): never => {
      throw new Error('broken');
    });
    expect(() => broken(root)).toThrow('broken');
    expect(binding.reads).toBe(reads);
  });
});
