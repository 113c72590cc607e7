import type { Finding } from '../../core/finding';
import { type FileReport, type Report, rangeOf } from '../check/report';
import type { Format } from './format';
import { ruleUrl } from './rule-url';

/** The envelope that other programs read; its schema is `ecs-preflight schema findings`. Members may be added, never changed. */
export const json: Format = (report) => {
  const files = report.files.map((file) => ({
    path: file.display,
    profile: file.profile,
    findings: file.findings.map((finding) => toJson(finding, file, report)),
  }));
  return `${JSON.stringify({ version: 1, files }, null, 2)}\n`;
};

function toJson(finding: Finding, file: FileReport, report: Report) {
  const url = ruleUrl(finding.rule);
  const related = finding.related.map(({ uri, span, message }) => {
    const source = uri === file.uri ? file : report.sourceOf(uri);
    return { file: source.display, range: rangeOf(source, span), message };
  });
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    path: finding.path,
    range: rangeOf(file, finding.span),
    fixes: finding.fixes().map(({ title, safe }) => ({ title, safe })),
    ...(related.length > 0 && { related }),
    ...(url && { url }),
  };
}
