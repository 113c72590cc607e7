import type { Command } from '../command';

/** Every command by name. Each loads when it is asked for: `check` on one file should not pay for the others. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check')).check,
  simulate: async () => (await import('./simulate')).simulate,
  diff: async () => (await import('./diff')).diff,
  explain: async () => (await import('./explain')).explain,
  rules: async () => (await import('./rules')).rules,
  schema: async () => (await import('./schema')).schema,
  lsp: async () => (await import('./lsp')).lsp,
  completion: async () => (await import('./completion')).completion,
};

export async function allCommands(): Promise<Command[]> {
  return Promise.all(Object.values(COMMANDS).map((load) => load()));
}
