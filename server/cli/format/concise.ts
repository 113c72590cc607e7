import { locationOf } from '../check/report';
import { visible } from '../text';
import type { Format } from './format';
import { summaryLine } from './summary';

/** One line a finding: `path:line:column: severity rule: message`. */
export const concise: Format = (report, { quiet }) => {
  const lines = report.files.flatMap((file) =>
    file.findings.map(
      (f) => `${locationOf(file, f.span)}: ${f.severity} ${f.rule}: ${f.message.replace(/\s*\n\s*/g, ' ')}`,
    ),
  );
  if (!quiet) lines.push(summaryLine(report));
  return lines.map((line) => `${visible(line)}\n`).join('');
};
