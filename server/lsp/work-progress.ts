import type {
  ProgressToken,
  WorkDoneProgressBegin,
  WorkDoneProgressEnd,
  WorkDoneProgressReport,
} from 'vscode-languageserver';
import type { Wire } from './wire';

/** Says how far something is that takes long, where the client asked to hear it. */
export interface WorkProgress {
  /** @param share 0 to 1; told when the percentage is another one */
  report(share: number, message: string): void;
  end(): void;
}

export function createWorkProgress(wire: Wire, token: ProgressToken | undefined, title: string): WorkProgress {
  if (token === undefined) return { report() {}, end() {} };
  const send = (value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd) =>
    void wire.sendNotification('$/progress', { token, value }).catch(() => {});
  let told = 0;
  send({ kind: 'begin', title, cancellable: true, percentage: 0 });
  return {
    report(share, message) {
      const percentage = Math.floor(share * 100);
      if (percentage === told) return;
      told = percentage;
      send({ kind: 'report', percentage, message });
    },
    end: () => send({ kind: 'end' }),
  };
}
