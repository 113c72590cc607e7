/** All that the CLI touches of the process, so that tests can run it inside theirs. */
export interface Io {
  /** Results. */
  out(text: string): void;
  /** Everything that is not a result: notes, progress, complaints. */
  err(text: string): void;
  /** The whole of standard input. */
  input(): Uint8Array;
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  outIsTerminal: boolean;
  errIsTerminal: boolean;
  /** Columns of the terminal; undefined when there is none. */
  columns: number | undefined;
  /** Calls back when the person wants it to end (Ctrl-C), instead of ending at once; returns what stops listening. */
  onInterrupt(listener: () => void): () => void;
  /** Milliseconds from any starting point. */
  now(): number;
}

/** Exit codes, also in the README. */
export const EXIT = { clean: 0, findings: 1, trouble: 2, interrupted: 130 } as const;

/** Something the person can mend: shown without a stack, exit code 2. */
export class UsageError extends Error {}
