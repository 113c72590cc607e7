import { markdownReport } from '../../core/rollout/markdown';
import { oddsOf, percentWords, spreadsOf } from '../../core/rollout/odds';
import { assumedWords, figuresOf, verdictSentence } from '../../core/rollout/verdict';
import { durationWords, limitWords, momentWords } from '../../core/rollout/words';
import type { ManyReport } from '../../core/simulator/many-report';
import type { Report } from '../../core/simulator/report/types';
import { htmlReport } from '../../report/html';
import { readPageParts } from '../../report/parts';
import { UsageError } from '../io';
import type { Paint } from '../paint';
import { visible, wrap } from '../text';
import { drawChart } from './chart';
import type { Gate } from './gates';
import { placeOf, type Subject } from './subject';

export const FORMATS = ['pretty', 'json', 'markdown', 'html', 'github'] as const;
export type FormatName = (typeof FORMATS)[number];

/** What one simulation came to. */
export interface Result {
  subject: Subject;
  report: Report;
  many: ManyReport | undefined;
  gates: readonly Gate[];
}

export interface HowToPrint {
  paint: Paint;
  columns: number;
  /** Also the service's event log. */
  events: boolean;
}

/** For people, at most `columns` wide. */
export function pretty({ subject, report, many, gates }: Result, { paint, columns, events }: HowToPrint): string {
  const good = report.verdict.outcome === 'completed';
  const say = (text: string, indent = '  ') =>
    wrap(visible(text), columns - indent.length).map((line) => indent + line);
  const verdict = wrap(visible(verdictSentence(report)), columns - 2);
  const advice = [...subject.assumed.map(assumedWords), ...adviceOf(report)];
  const blocks = [
    [paint(visible(`${report.service}  ${subject.target.display}`), 'bold')],
    verdict.map((line, i) =>
      i === 0 ? `${paint(good ? '✓' : '✕', good ? 'green' : 'red', 'bold')} ${line}` : `  ${line}`,
    ),
    drawChart(report, paint, columns),
    figuresOf(report).flatMap(({ name, value, note, source }) =>
      say(`${name}: ${value}${note ? ` (${note})` : ''}${decidedBy(subject, source)}`),
    ),
    many
      ? [paint(`Of ${many.runs} runs with drawn times`, 'bold'), ...manyLines(many).flatMap((line) => say(line))]
      : [],
    advice.length > 0 ? [paint('What to know', 'bold'), ...advice.flatMap((line) => bullet(line, columns))] : [],
    events ? [paint('Service events', 'bold'), ...eventLines(report, columns)] : [],
    gates.map(({ holds, text, name }) => `${paint(holds ? '✓' : '✕', holds ? 'green' : 'red')} --${name}: ${text}`),
    [paint(assumptionLine(report, subject), 'dim')],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

/** What decides a figure: a line of the file, or what ECS takes where the file says nothing. */
function decidedBy(subject: Subject, source: string): string {
  if (!source.startsWith('/')) return '';
  const place = placeOf(subject, source);
  return place?.exact ? ` [line ${place.line}]` : ' [by default]';
}

function bullet(text: string, columns: number): string[] {
  return wrap(visible(text), columns - 4).map((line, i) => `  ${i === 0 ? '-' : ' '} ${line}`);
}

/** What harms comes before what would be nicer. */
function adviceOf({ stuck, suggestions, notes, limits }: Report): string[] {
  return [
    ...(stuck?.edits.map(({ text, result }) => {
      const then = result.finish === null ? '' : ` It then finishes in ${durationWords(result.finish)}.`;
      return text + then;
    }) ?? []),
    ...notes.map(({ text }) => text),
    ...limits.filter((l) => l.exceeded).map((limit) => `It outlasts ${limitWords(limit)}.`),
    ...suggestions.map(({ text, savesMs }) => `${text} Saves ${durationWords(savesMs)}.`),
  ];
}

function manyLines(many: ManyReport): string[] {
  const odds = oddsOf(many).map(({ words, share }) => `${percentWords(share)} ${words}`);
  const spreads = spreadsOf(many).map(
    ({ name, middle, range }) => `${name}: ${middle}${range === undefined ? '' : ` (90 of 100: ${range})`}`,
  );
  return [...odds, ...spreads];
}

function eventLines(report: Report, columns: number): string[] {
  return report.events.flatMap(({ at, message }) => {
    const time = momentWords(at).padStart(8);
    return wrap(visible(message), columns - 10).map((line, i) => `${i === 0 ? time : ' '.repeat(8)}  ${line}`);
  });
}

function assumptionLine(report: Report, { assumed }: Subject): string {
  const n = report.assumptions.length + assumed.length;
  return `It rests on ${n} assumptions; --format json or markdown lists them.`;
}

/** Everything, for programs. */
export function json({ subject, report, many, gates }: Result): string {
  const { target, plan, assumed } = subject;
  return `${JSON.stringify({ version: 1, file: target.display, plan, report, assumed, gates, ...(many && { many }) }, null, 2)}\n`;
}

export function markdown({ subject, report, many, gates }: Result): string {
  const parts = [markdownReport(report, { assumed: subject.assumed })];
  if (many)
    parts.push(
      `### Of ${many.runs} runs with drawn times\n\n${manyLines(many)
        .map((line) => `- ${line}\n`)
        .join('')}`,
    );
  if (gates.length > 0)
    parts.push(
      `### Gates\n\n${gates.map(({ holds, name, text }) => `- ${holds ? '✓' : '✕'} \`--${name}\`: ${text}\n`).join('')}`,
    );
  return parts.join('\n');
}

/** One document that opens from disk. */
export async function html({ subject, report, many }: Result): Promise<string> {
  const parts = readPageParts(__dirname);
  if (!parts) throw new UsageError('the page for --format html is not beside the program');
  const { target, plan, assumed } = subject;
  return htmlReport(parts, { file: target.display, plan, report, assumed, many });
}
