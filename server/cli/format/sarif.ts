import type { Location, Log, PhysicalLocation, ReportingDescriptor, Result } from 'sarif';
import { toUri } from '../../config';
import type { Finding, Severity } from '../../core/finding';
import { ruleById } from '../../core/rules';
import { type FileReport, type Report, rangeOf, type Source } from '../check/report';
import { HOMEPAGE, VERSION } from '../version';
import type { Format } from './format';

const LEVELS: Record<Severity, 'error' | 'warning' | 'note'> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** SARIF 2.1.0 (OASIS standard), one run, as code scanning reads it. Rules that found nothing are left out. */
export const sarif: Format = (report) => {
  const ids = [...new Set(report.files.flatMap((file) => file.findings.map((f) => f.rule)))].sort();
  const used = new Map<string, number>();
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'ecs-preflight',
            semanticVersion: VERSION,
            informationUri: HOMEPAGE,
            rules: ids.map(descriptor),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The folder that ecs-preflight ran in.' } } },
        results: report.files.flatMap((file) =>
          file.findings.map((finding) => result(finding, file, report, ids, used)),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

function descriptor(id: string): ReportingDescriptor {
  const rule = ruleById(id);
  if (!rule) return { id };
  const { what, why, instead, links } = rule.docs;
  return {
    id,
    shortDescription: { text: what },
    fullDescription: { text: `${why} ${instead}` },
    help: {
      text: [what, why, instead, ...links].join('\n\n'),
      markdown: [what, why, instead, ...links.map((link) => `<${link}>`)].join('\n\n'),
    },
    ...(links[0] && { helpUri: links[0] }),
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: { tags: ['ecs', rule.group] },
  };
}

function result(
  finding: Finding,
  file: FileReport,
  report: Report,
  ids: readonly string[],
  used: Map<string, number>,
): Result {
  const related = finding.related.map(({ uri, span, message }, id): Location => {
    const source = uri === file.uri ? file : report.sourceOf(uri);
    return { id, physicalLocation: physical(source, span), message: { text: message } };
  });
  return {
    ruleId: finding.rule,
    ruleIndex: ids.indexOf(finding.rule),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: physical(file, finding.span),
        logicalLocations: [{ fullyQualifiedName: finding.path || '/', kind: 'member' }],
      },
    ],
    ...(related.length > 0 && { relatedLocations: related }),
    partialFingerprints: { 'ecsPreflight/v1': fingerprint(finding, file, used) },
  };
}

function physical(source: Source, span: Finding['span']): PhysicalLocation {
  const { start, end } = rangeOf(source, span);
  return {
    artifactLocation: artifact(source),
    region: {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    },
  };
}

/** Below the working directory relative to %SRCROOT%; elsewhere absolute, for a relative reference may not climb. */
function artifact(source: Source): { uri: string; uriBaseId?: string } {
  if (source.display.startsWith('../') || source.display.startsWith('/')) return { uri: source.uri };
  const uri = toUri(`/${source.display}`).replace(/^file:\/\/\//, '');
  return { uri, uriBaseId: '%SRCROOT%' };
}

/** The same finding has the same fingerprint while lines move above it; the n-th alike in a file has its own. */
function fingerprint(finding: Finding, file: FileReport, used: Map<string, number>): string {
  const key = [
    finding.rule,
    file.display,
    finding.path,
    file.tree.text.slice(finding.span.start, finding.span.end),
  ].join('\n');
  const n = used.get(key) ?? 0;
  used.set(key, n + 1);
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha256').update(`${key}\n${n}`).digest('hex').slice(0, 32);
}
