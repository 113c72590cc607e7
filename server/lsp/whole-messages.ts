import type { Writable } from 'node:stream';
import { type MessageWriter, WriteableStreamMessageWriter } from 'vscode-jsonrpc';

type Stream = ConstructorParameters<typeof WriteableStreamMessageWriter>[0];

/** Writes each message, its header and its body, in one go: a client that is woken once reads it once. */
export function wholeMessageWriter(stream: Writable): MessageWriter {
  return new WriteableStreamMessageWriter(new WholeMessages(stream));
}

/** A header is a string and held back until the body, bytes, comes behind it. */
class WholeMessages implements Stream {
  constructor(private readonly stream: Writable) {}

  write(part: Uint8Array | string, encoding?: 'ascii' | 'utf-8'): Promise<void> {
    const { stream } = this;
    if (typeof part === 'string') {
      stream.cork();
      stream.write(part, encoding ?? 'utf-8');
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      stream.write(part, (error) => (error ? reject(error) : resolve()));
      stream.uncork();
    });
  }

  onClose(listener: () => void) {
    return this.on('close', listener);
  }

  onError(listener: (error: unknown) => void) {
    return this.on('error', listener);
  }

  onEnd(listener: () => void) {
    return this.on('end', listener);
  }

  end(): void {
    this.stream.end();
  }

  private on(event: string, listener: (error: unknown) => void) {
    this.stream.on(event, listener);
    return { dispose: () => void this.stream.off(event, listener) };
  }
}
