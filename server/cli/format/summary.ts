import { type Report, tally } from '../check/report';
import { count } from '../text';

/** `2 errors, 1 warning in 3 files`. */
export function summaryLine(report: Report): string {
  const { error, warning, information, hint } = tally(report.files);
  const parts = [
    error > 0 && count(error, 'error'),
    warning > 0 && count(warning, 'warning'),
    information > 0 && `${information} information`,
    hint > 0 && count(hint, 'hint'),
  ].filter((part) => part !== false);
  const files = count(report.files.length, 'file');
  if (report.files.length === 0) return 'No ECS service definitions found.';
  const hidden = report.hidden > 0 ? ` ${count(report.hidden, 'finding')} below the level shown (--level hint).` : '';
  return `${parts.length === 0 ? 'No problems' : parts.join(', ')} in ${files}.${hidden}`;
}
