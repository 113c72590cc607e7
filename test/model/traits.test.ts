import { describe, expect, it } from 'vitest';
import { filesOf } from '../rules/edges/edges';
import { runExample } from '../rules/run-example';
import { TRAITS_CASES } from './traits-cases';

describe('traits', () => {
  it.each(TRAITS_CASES.map((one) => [one.text, one] as const))('of %s', (_, { traits: wanted, ...files }) => {
    const { snapshot } = runExample(filesOf(files));
    const found = snapshot.definitions.find((d) => d.kind === 'service')?.traits();
    for (const [name, value] of Object.entries(wanted)) expect(found?.[name as keyof typeof found], name).toBe(value);
  });
});
