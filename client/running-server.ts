import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** Makes the client for the place where the extension runs; loads the client library, so it is called late. */
export type MakeClient = (context: ExtensionContext, options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/** The language server as the rest of the extension sees it. */
export interface Server {
  /** True from the moment it was asked to start. */
  readonly wanted: boolean;
  readonly client: BaseLanguageClient | undefined;
  start(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
  /** Called once, when the server is up for the first time. */
  onFirstStart(listener: () => void): void;
  /** Sends a command to the server and answers what it answers. */
  run<R>(command: string, ...args: unknown[]): Promise<R | undefined>;
}

/** Commands of this extension that the server may put behind code lenses. */
export const CLIENT_COMMANDS = {
  preview: 'ecsPreflight.previewRollout',
  showPlaces: 'ecsPreflight.showPlaces',
  suggest: 'editor.action.triggerSuggest',
} as const;
