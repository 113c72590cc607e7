import { concise } from './concise';
import type { Format } from './format';
import { github } from './github';
import { json } from './json';
import { junit } from './junit';
import { pretty } from './pretty';
import { sarif } from './sarif';

export const FORMATS = ['pretty', 'concise', 'json', 'sarif', 'github', 'junit'] as const;
export type FormatName = (typeof FORMATS)[number];

export const MAKERS: Readonly<Record<FormatName, Format>> = { pretty, concise, json, sarif, github, junit };
