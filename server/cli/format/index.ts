import type { Report } from '../check/report';
import type { Io } from '../io';
import type { Paint } from '../paint';
import { concise } from './concise';
import { github } from './github';
import { json } from './json';
import { junit } from './junit';
import { pretty } from './pretty';
import { sarif } from './sarif';

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

export const MAKERS: Readonly<Record<FormatName, Format>> = { pretty, concise, json, sarif, github, junit };
