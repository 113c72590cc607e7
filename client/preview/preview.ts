import type { Uri, WebviewPanel } from 'vscode';
import type { RolloutAnswer } from '../../server/lsp/check-result';
import type { PageState, ToPage } from './messages';

type Unversioned<M> = M extends unknown ? Omit<M, 'v'> : never;

/** One panel of one document. */
export interface Preview {
  panel: WebviewPanel;
  uri: Uri;
  prefix: string | undefined;
  /** What the page shows. */
  shown: RolloutAnswer | undefined;
  post(message: Unversioned<ToPage>): void;
  /** Asks the server anew and shows the answer, unless a later question overtakes it. */
  refresh(state?: PageState): Promise<void>;
}
