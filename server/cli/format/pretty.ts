import type { Finding, Severity } from '../../core/finding';
import { type FileReport, locationOf, type Report, type Source } from '../check/report';
import type { Colour, Paint } from '../paint';
import { visible, wrap } from '../text';
import { codeFrame } from './code-frame';
import type { Format, FormatOptions } from './format';
import { ruleUrl } from './rule-url';
import { summaryLine } from './summary';

const COLOURS: Record<Severity, Colour> = { error: 'red', warning: 'yellow', information: 'blue', hint: 'cyan' };

/** For people: each finding with the lines it is about. */
export const pretty: Format = (report, options) => {
  const blocks = report.files.flatMap((file) => file.findings.map((finding) => block(finding, file, report, options)));
  if (!options.quiet) blocks.push(footer(report, options.paint));
  return blocks.length > 0 ? `${blocks.join('\n\n')}\n` : '';
};

function block(finding: Finding, file: FileReport, report: Report, { paint, columns }: FormatOptions): string {
  const colour = COLOURS[finding.severity];
  const place = paint(visible(locationOf(file, finding.span)), 'bold');
  const lines = [`${place}  ${paint(finding.severity, colour, 'bold')}  ${paint(finding.rule, 'dim')}`];
  lines.push(...wrap(visible(finding.message), columns - 2).map((line) => `  ${line}`));
  lines.push('', ...codeFrame(file.tree, finding.span, { paint, colour, columns }));
  for (const { uri, span, message } of finding.related) {
    const source: Source = uri === file.uri ? file : report.sourceOf(uri);
    lines.push(...item('see', `${visible(locationOf(source, span))}: ${visible(message)}`, paint, columns));
  }
  for (const fix of finding.fixes())
    lines.push(...item('fix', `${visible(fix.title)}${fix.safe ? ' (--fix does it)' : ''}`, paint, columns));
  const url = ruleUrl(finding.rule);
  if (url) lines.push(...item('why', url, paint, columns));
  return lines.join('\n');
}

function item(label: string, text: string, paint: Paint, columns: number): string[] {
  return wrap(text, columns - 7).map((line, i) => `  ${i === 0 ? paint(label, 'cyan') : '   '}  ${line}`);
}

function footer(report: Report, paint: Paint): string {
  const findings = report.files.flatMap((file) => file.findings);
  const fixable = findings.filter((f) => f.fixes().some((fix) => fix.safe && !fix.uri)).length;
  const lines = [paint(summaryLine(report), 'bold')];
  if (fixable > 0) lines.push(`${fixable} of them can be repaired with --fix.`);
  if (findings.length > 0) lines.push(paint('ecs-preflight explain RULE tells more about a rule.', 'dim'));
  return lines.join('\n');
}
