/** What the tests use of code-server.mjs. */
export interface CodeServer {
  url: string;
  /** Folder with the logs of VS Code. */
  logs: string;
  uri(path: string): string;
  stop(): Promise<void>;
}

export const QUIET: Record<string, unknown>;

export function startCodeServer(options: {
  program: { node: string; entry: string };
  vsix?: string[];
  settings?: object;
  port?: number;
  testDriver?: boolean;
}): Promise<CodeServer>;
