import type { Report } from '../check/report';
import type { Io } from '../io';
import type { Paint } from '../paint';

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
