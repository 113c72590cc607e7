import type { Finding } from '../../core/finding';
import { type FileReport, fails, locationOf, type Report, rangeOf } from '../check/report';
import type { Format } from './format';

/**
 * One test suite a file, one test case a finding, in the shape that Jenkins, GitLab and Azure DevOps read. A finding below
 * --fail-on passes and is told of in its output; a file without findings is one case that passes.
 */
export const junit: Format = (report) => {
  const suites = report.files.map((file) => suite(file, report));
  const total = report.files.reduce((n, file) => n + casesOf(file), 0);
  const failures = report.files.reduce((n, file) => n + failuresOf(file, report), 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="ecs-preflight" tests="${total}" failures="${failures}" errors="0">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
};

const casesOf = (file: FileReport) => Math.max(1, file.findings.length);
const failuresOf = (file: FileReport, report: Report) =>
  file.findings.filter((f) => fails(f.severity, report.failOn)).length;

function suite(file: FileReport, report: Report): string {
  const cases =
    file.findings.length > 0
      ? file.findings.map((f) => testCase(f, file, report))
      : [`    <testcase classname="${xml(file.display)}" name="no problems"/>`];
  return [
    `  <testsuite name="${xml(file.display)}" tests="${casesOf(file)}" failures="${failuresOf(file, report)}" errors="0" skipped="0">`,
    ...cases,
    '  </testsuite>',
  ].join('\n');
}

function testCase(finding: Finding, file: FileReport, report: Report): string {
  const { start } = rangeOf(file, finding.span);
  const text = xml(`${locationOf(file, finding.span)}: ${finding.severity} ${finding.rule}\n${finding.message}`);
  const inside = fails(finding.severity, report.failOn)
    ? `<failure type="${finding.severity}" message="${xml(finding.message)}">${text}</failure>`
    : `<system-out>${text}</system-out>`;
  const name = `${finding.rule} ${start.line + 1}:${start.character + 1}`;
  return `    <testcase classname="${xml(file.display)}" name="${xml(name)}" file="${xml(file.display)}" line="${start.line + 1}">${inside}</testcase>`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** For text and attributes alike. XML 1.0 has no way to write most control characters and lone surrogates: they become U+FFFD. */
export function xml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu, '\ufffd')
      .replace(/[&<>"'\n\r\t]/g, (char) => ENTITIES[char] as string)
  );
}
