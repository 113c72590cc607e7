/** The report as Markdown: for clipboards, job summaries and editors without web pages. */
import type { Report } from '../simulator/report/types';
import type { Assumed } from './plan-of';
import { assumedWords, figuresOf, verdictSentence } from './verdict';
import { durationWords, limitWords, momentWords, settingWords } from './words';

export interface MarkdownOptions {
  assumed?: readonly Assumed[];
  /** Rows of the event table; the rest is counted. Default 30. */
  events?: number;
  /** Level of the first heading. Default 2. */
  level?: number;
}

/** GitHub-flavoured Markdown. Names from the definition are escaped. */
export function markdownReport(report: Report, { assumed = [], events = 30, level = 2 }: MarkdownOptions = {}): string {
  const heading = (text: string, deeper = 1) => `${'#'.repeat(level + deeper)} ${text}`;
  const sections = [
    heading(`Rollout of ${markdownCell(report.service)}`, 0),
    `**${markdownCell(verdictSentence(report))}**`,
    assumed.map((one) => `- ${markdownCell(assumedWords(one))}`).join('\n'),
    table(
      ['', '', ''],
      figuresOf(report).map((f) => [f.name, f.value, f.note]),
    ),
    adviceSection(report, heading),
    partsSection(report, heading),
    phasesSection(report, heading),
    eventsSection(report, events, heading),
    assumptionsSection(report, assumed, heading),
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

type Heading = (text: string) => string;

function adviceSection({ stuck, suggestions, notes, limits }: Report, heading: Heading): string {
  const lines = [
    ...(stuck?.edits.map((edit) => `${edit.text} ${resultWords(edit.result)}`) ?? []),
    ...notes.map((note) => note.text),
    ...limits.filter((limit) => limit.exceeded).map((limit) => `It outlasts ${limitWords(limit)}.`),
    ...suggestions.map((s) => `${s.text} Saves ${durationWords(s.savesMs)}.`),
  ];
  return lines.length === 0
    ? ''
    : `${heading('What to know')}\n\n${lines.map((line) => `- ${markdownCell(line)}`).join('\n')}`;
}

function resultWords({ finish, floor, peak }: { finish: number | null; floor: number; peak: number }): string {
  const time = finish === null ? 'does not finish' : `finishes in ${durationWords(finish)}`;
  return `It then ${time}, with ${floor} to ${peak} tasks.`;
}

function partsSection({ duration }: Report, heading: Heading): string {
  if (duration.parts.length === 0) return '';
  const rows = duration.parts.map((part) => [part.what, durationWords(part.ms), part.source]);
  return `${heading('Where the time goes')}\n\n${table(['', 'Time', 'Decided by'], rows)}`;
}

function phasesSection({ phases }: Report, heading: Heading): string {
  if (phases.length === 0) return '';
  const rows = phases.map((p) => [p.name, momentWords(p.from), p.to === null ? 'never' : momentWords(p.to)]);
  return `${heading('Stages')}\n\n${table(['Stage', 'From', 'To'], rows)}`;
}

function eventsSection(report: Report, most: number, heading: Heading): string {
  if (report.events.length === 0) return '';
  const rows = report.events.slice(0, most).map((event) => [momentWords(event.at), event.message]);
  const more = report.events.length - rows.length;
  return `${heading('Service events')}\n\n${table(['Time', 'Message'], rows)}${more > 0 ? `\n\n… and ${more} more.` : ''}`;
}

function assumptionsSection(report: Report, assumed: readonly Assumed[], heading: Heading): string {
  const rows = [
    ...assumed.map(({ pointer, what, value, why }) => [what ?? pointer, String(value), `Assumed because ${why}.`]),
    ...report.assumptions.map(({ name, value, what }) => [name, settingWords(value), what]),
  ];
  if (rows.length === 0) return '';
  return `${heading('What it assumes')}\n\n${table(['', 'Value', ''], rows)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(markdownCell).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '@': '&#64;' };

/** Nothing in a cell can end the table, mention a person or become markup. */
export function markdownCell(text: string): string {
  return text
    .replace(/[<>&@]/g, (c) => ENTITIES[c] as string)
    .replace(/[|`*_[\]]/g, '\\$&')
    .replace(/\s*[\r\n]+\s*/g, ' ');
}
