import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';

/** Larger files are no service definitions. A limit keeps a hostile workspace from filling the memory. */
export const MOST_CHECKED = 20 * 1024 * 1024;
/** Files that nobody named: task definitions beside a service, configuration, ecspresso.yml. */
export const MOST_BESIDE = 1024 * 1024;

export type ReadResult =
  | { text: string; trouble?: undefined; message?: undefined }
  /** `gone`: not there; `folder`; `unreadable`: permissions, link loops, devices; the others say what the content is. */
  | { text?: undefined; trouble: 'gone' | 'folder' | 'unreadable' | 'too-large' | 'not-utf8'; message: string };

/** Reads a text file of at most `most` bytes. Never throws, never waits (devices and pipes are refused). */
export function readText(path: string, most: number = MOST_CHECKED): ReadResult {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return { trouble: 'folder', message: 'is a folder' };
    if (!stat.isFile()) return { trouble: 'unreadable', message: 'is no regular file' };
    if (stat.size > most) return tooLarge(stat.size, most);
    return decode(readFileSync(path), most);
  } catch (error) {
    return failure(error as NodeJS.ErrnoException);
  }
}

/** Bytes to text; UTF-8 alone is what the AWS CLI and ecspresso read. */
export function decode(bytes: Uint8Array, most: number = MOST_CHECKED): ReadResult {
  if (bytes.length > most) return tooLarge(bytes.length, most);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [a, b] = buffer;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    return { trouble: 'not-utf8', message: 'is UTF-16 text (PowerShell writes it with >); save it as UTF-8' };
  }
  if (buffer.includes(0)) return { trouble: 'not-utf8', message: 'is binary, not text' };
  const text = buffer.toString('utf8');
  if (isUtf8(buffer)) return { text };
  const line = text.slice(0, text.indexOf('\ufffd')).split('\n').length;
  return { trouble: 'not-utf8', message: `is not UTF-8 text (see line ${line}); save it as UTF-8` };
}

function tooLarge(size: number, most: number): ReadResult {
  const mb = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
  return { trouble: 'too-large', message: `has ${mb(size)}; files over ${mb(most)} are not checked` };
}

function failure(error: NodeJS.ErrnoException): ReadResult {
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { trouble: 'gone', message: 'does not exist' };
    case 'EACCES':
    case 'EPERM':
      return { trouble: 'unreadable', message: 'cannot be read: permission denied' };
    case 'ELOOP':
      return { trouble: 'unreadable', message: 'cannot be read: its links go in a circle' };
    default:
      return { trouble: 'unreadable', message: `cannot be read: ${error.code ?? error.message}` };
  }
}
