import {
  type CancellationToken,
  type Diagnostic,
  ErrorCodes,
  type ExecuteCommandParams,
  ResponseError,
} from 'vscode-languageserver';
import type { Definition } from '../../core/engine';
import type { Profile } from '../../core/model/profile';
import { COMMANDS } from '../commands';
import type { Context, Handler } from '../context';
import { toCoreUri } from '../uri';

type Command = (context: Context, args: readonly unknown[], token: CancellationToken) => unknown;

const RUN: Record<string, Command> = { [COMMANDS.check]: check };

export const executeCommand: Handler<ExecuteCommandParams, unknown> =
  (context) =>
  ({ command, arguments: args = [] }, token) => {
    const run = RUN[command];
    if (!run) throw new ResponseError(ErrorCodes.InvalidParams, `ECS Preflight has no command ${command}.`);
    return run(context, args, token);
  };

/** What `ecsPreflight.check` answers. */
export interface CheckResult {
  files: { uri: string; definitions: CheckedDefinition[]; diagnostics: Diagnostic[] }[];
}

export interface CheckedDefinition {
  kind: 'service' | 'task-definition';
  profile: Profile;
  /** Why this profile, in words. */
  because: string;
  /** The task definition that a service runs, and how it was found. */
  taskDefinition?: { uri: string; how: string };
}

async function check(context: Context, [uri]: readonly unknown[], token: CancellationToken): Promise<CheckResult> {
  if (uri !== undefined && typeof uri !== 'string')
    throw new ResponseError(ErrorCodes.InvalidParams, `${COMMANDS.check} takes a URI or nothing.`);
  if (uri === undefined) await context.scan.done(token);
  const files: CheckResult['files'] = [];
  for (const each of uri === undefined ? context.world.uris() : [toCoreUri(uri)]) {
    if (token.isCancellationRequested) break;
    await context.settings.ready(each);
    const snapshot = context.world.snapshot(each);
    if (!snapshot || snapshot.definitions.length === 0) continue;
    const definitions = snapshot.definitions.map((definition) => describe(definition, context));
    files.push({ uri: context.documents.spelling(each), definitions, diagnostics: context.diagnostics.of(snapshot) });
  }
  return { files };
}

function describe({ kind, profile, because, companion }: Definition, context: Context): CheckedDefinition {
  const found = companion();
  const taskDefinition = found && { uri: context.documents.spelling(found.uri), how: found.how };
  return { kind, profile, because, ...(taskDefinition && { taskDefinition }) };
}
