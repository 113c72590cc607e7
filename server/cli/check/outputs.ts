import { writeFileSync } from 'node:fs';
import { SEVERITIES, type Severity } from '../../core/finding';
import { nearest } from '../args';
import { FORMATS, type FormatName, MAKERS } from '../format';
import { writeJobSummary } from '../format/github';
import { type Io, UsageError } from '../io';
import { PLAIN, paintFor } from '../paint';
import type { Report } from './report';
import { optionPath } from './targets';

const WIDTH = 100;

export interface Output {
  format: FormatName;
  /** Standard output when absent. */
  file?: string;
}

/** `--format` for standard output and `--output FORMAT=FILE` for more beside it. */
export function readOutputs(format: string | undefined, outputs: readonly string[] = []): Output[] {
  const toFiles = outputs.map((output): Output => {
    const cut = output.indexOf('=');
    const name = output.slice(0, cut);
    const known = FORMATS.find((f) => f === name);
    if (cut < 1 || cut === output.length - 1)
      throw new UsageError(`--output takes FORMAT=FILE, e.g. sarif=findings.sarif, not "${output}"`);
    if (known) return { format: known, file: output.slice(cut + 1) };
    const near = nearest(name, FORMATS);
    throw new UsageError(
      `--output does not know the format "${name}"${near ? `; did you mean ${near}?` : ''} It takes ${FORMATS.join(', ')}`,
    );
  });
  return [{ format: (format ?? 'pretty') as FormatName }, ...toFiles];
}

/** Writes the report everywhere that was asked for. `toErr`: standard output is taken by something else. */
export async function writeReport(
  report: Report,
  outputs: readonly Output[],
  how: { io: Io; color?: string; quiet: boolean; toErr: boolean; level?: Severity },
): Promise<void> {
  const { io, quiet } = how;
  for (const { format, file } of outputs) {
    const terminal = how.toErr ? io.errIsTerminal : io.outIsTerminal;
    const paint = file === undefined ? paintFor(io, how.color, terminal) : PLAIN;
    const columns = file === undefined && terminal ? Math.min(io.columns ?? WIDTH, 120) : WIDTH;
    const shown = atLevel(report, how.level ?? LEVELS[format]);
    const text = MAKERS[format](shown, { io, paint, quiet, columns: Math.max(columns, 40) });
    if (file === undefined) (how.toErr ? io.err : io.out)(text);
    else writeFile(optionPath(io, file), file, text);
  }
  if (outputs.some((output) => output.format === 'github')) {
    const shown = atLevel(report, how.level ?? LEVELS.github);
    writeJobSummary(shown, io.env.GITHUB_STEP_SUMMARY);
  }
}

/** A hint is for the eye in an editor; in a report it is noise, unless a program reads it. */
const LEVELS: Readonly<Record<FormatName, Severity>> = {
  pretty: 'information',
  concise: 'information',
  json: 'hint',
  sarif: 'information',
  github: 'information',
  junit: 'information',
};

function atLevel(report: Report, level: Severity): Report {
  const least = SEVERITIES.indexOf(level);
  let hidden = 0;
  const files = report.files.map((file) => {
    const findings = file.findings.filter((f) => SEVERITIES.indexOf(f.severity) <= least);
    hidden += file.findings.length - findings.length;
    return { ...file, findings };
  });
  return { ...report, files, hidden };
}

function writeFile(path: string, name: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new UsageError(`cannot write ${name}: ${(error as NodeJS.ErrnoException).code ?? error}`);
  }
}
