import { appendFileSync } from 'node:fs';
import { toPath } from '../../config';
import type { Finding, Severity } from '../../core/finding';
import { type FileReport, type Report, rangeOf, tally } from '../check/report';
import { displayPath } from '../check/targets';
import { count } from '../text';
import type { Format } from './format';
import { summaryLine } from './summary';

/** Annotations of each type that GitHub shows for a step; it drops the rest without a word. */
const SHOWN = 10;

const TYPES: Record<Severity, 'error' | 'warning' | 'notice'> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands, one a finding, loudest first so that the ones shown are those that matter. */
export const github: Format = (report, { quiet, io }) => {
  const placed = report.files.flatMap((file) => file.findings.map((finding) => ({ file, finding })));
  const order: Severity[] = ['error', 'warning', 'information', 'hint'];
  const lines = order.flatMap((severity) =>
    placed
      .filter((p) => p.finding.severity === severity)
      .map((p) => annotation(p.finding, p.file, io.env.GITHUB_WORKSPACE)),
  );
  const { error, warning, information, hint } = tally(report.files);
  const hidden = [error, warning, information + hint].reduce((n, of) => n + Math.max(0, of - SHOWN), 0);
  if (hidden > 0)
    lines.push(
      `GitHub shows ${SHOWN} annotations of each type for a step; ${count(hidden, 'more finding')} above ${hidden === 1 ? 'is' : 'are'} in this log alone.`,
    );
  if (!quiet) lines.push(summaryLine(report));
  return lines.map((line) => `${line}\n`).join('');
};

function annotation(finding: Finding, file: FileReport, root: string | undefined): string {
  const { start, end } = rangeOf(file, finding.span);
  const properties: Record<string, string | number> = {
    file: inCheckout(file, root),
    line: start.line + 1,
    endLine: end.line + 1,
  };
  // GitHub takes columns for a range inside one line only.
  if (start.line === end.line) Object.assign(properties, { col: start.character + 1, endColumn: end.character + 1 });
  properties.title = finding.rule;
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${TYPES[finding.severity]} ${list.join(',')}::${escapeData(finding.message)}`;
}

/** GitHub looks for the file from the root of the checkout, in whichever folder the step runs. */
export function inCheckout(file: Pick<FileReport, 'uri' | 'display'>, root: string | undefined): string {
  const path = toPath(file.uri);
  const inside = root && path ? displayPath(path, root) : file.display;
  return inside.startsWith('../') ? file.display : inside;
}

/** A line break in a message would end the command and let the rest be read as another one. */
export function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

export function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Adds the findings as a table to the job summary, when the runner gives a file for it. */
export function writeJobSummary(report: Report, path: string | undefined): void {
  if (!path) return;
  const rows = report.files.flatMap((file) =>
    file.findings.map(
      (f) =>
        `| ${f.severity} | ${cell(`${file.display}:${rangeOf(file, f.span).start.line + 1}`)} | ${cell(f.rule)} | ${cell(f.message)} |`,
    ),
  );
  const table =
    rows.length > 0 ? ['| severity | where | rule | message |', '| --- | --- | --- | --- |', ...rows, ''] : [];
  appendFileSync(path, ['## ECS Preflight', '', summaryLine(report), '', ...table].join('\n').concat('\n'));
}

function cell(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '|': '\\|',
    '`': '&#96;',
    '[': '&#91;',
    '*': '&#42;',
    _: '&#95;',
    '@': '&#64;',
  };
  return text.replace(/[&<>|`[*_@]/g, (c) => entities[c] as string).replace(/\s*[\r\n]+\s*/g, '<br>');
}
