import type { Report } from '../check/report';
import type { Io } from '../io';
import type { Paint } from '../paint';

export const FORMATS = ['pretty', 'concise', 'json', 'sarif', 'github', 'junit'] as const;
export type FormatName = (typeof FORMATS)[number];

/** Makes the whole text of a report. Plain text in, no writing: the caller decides where it goes. */
export type Format = (report: Report, how: FormatOptions) => string;

export interface FormatOptions {
  io: Io;
  paint: Paint;
  /** Findings alone, no summary. */
  quiet: boolean;
  /** Columns to wrap at. */
  columns: number;
}

const LOADERS: Readonly<Record<FormatName, () => Promise<Format>>> = {
  pretty: async () => (await import('./pretty')).pretty,
  concise: async () => (await import('./concise')).concise,
  json: async () => (await import('./json')).json,
  sarif: async () => (await import('./sarif')).sarif,
  github: async () => (await import('./github')).github,
  junit: async () => (await import('./junit')).junit,
};

export function loadFormat(name: FormatName): Promise<Format> {
  return LOADERS[name]();
}
