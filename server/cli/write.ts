import { fstatSync, readSync, writeSync } from 'node:fs';

/**
 * Writes to standard output or error at once. `process.stdout` would load node's streams first, which takes longer than
 * checking a file. A pipe that is full (EAGAIN) is waited for; one that nobody reads any more ends the program quietly,
 * as `ecs-preflight check | head` should.
 */
export function writeAll(fd: 1 | 2, text: string): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(fd, bytes, done);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') process.exit();
      if (code !== 'EAGAIN') throw error;
      pause();
    }
  }
}

/** All of standard input; an empty terminal waits for the person. */
export function readInput(): Uint8Array {
  const chunks: Buffer[] = [];
  const chunk = Buffer.alloc(1 << 16);
  for (;;) {
    try {
      const length = readSync(0, chunk);
      if (length === 0) return Buffer.concat(chunks);
      chunks.push(Buffer.from(chunk.subarray(0, length)));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // Windows tells of the end of a pipe by an error.
      if (code === 'EOF') return Buffer.concat(chunks);
      if (code !== 'EAGAIN') throw error;
      pause();
    }
  }
}

/** A millisecond of doing nothing. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
}

/** Whether it is a terminal; a plain file, a pipe or /dev/null is told from its kind, without loading anything. */
export function isTerminal(fd: 1 | 2): boolean {
  try {
    const stat = fstatSync(fd);
    if (process.platform !== 'win32' && (!stat.isCharacterDevice() || isNullDevice(stat.rdev))) return false;
  } catch {
    return false;
  }
  return (fd === 1 ? process.stdout : process.stderr).isTTY === true;
}

/** Linux: major 1, minor 3. Elsewhere the slower way answers. */
function isNullDevice(rdev: number): boolean {
  return process.platform === 'linux' && rdev === 0x103;
}
