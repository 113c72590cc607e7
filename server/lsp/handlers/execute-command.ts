import { ErrorCodes, ResponseError } from 'vscode-jsonrpc';
import type { ExecuteCommandParams } from 'vscode-languageserver';
import type { Definition } from '../../core/definition';
import { RULES } from '../../core/rules';
import type { CheckedDefinition, CheckResult, RuleLine, SkeletonTexts } from '../check-result';
import { COMMANDS, type Request } from '../commands';
import type { Context, Handler } from '../context';
import { toCoreUri } from '../uri';
import { editMembers, locateMember, previewRollout, showReport } from './rollout';
import { rolloutPage, showRolloutPage, simulatePlan, simulatePlanOften } from './rollout-runs';

type Command = (context: Context, args: readonly unknown[], request: Request) => unknown;

const RUN: Record<string, Command> = {
  [COMMANDS.check]: check,
  [COMMANDS.rules]: listRules,
  [COMMANDS.skeletons]: listSkeletons,
  [COMMANDS.preview]: previewRollout,
  [COMMANDS.report]: showReport,
  [COMMANDS.locate]: locateMember,
  [COMMANDS.edit]: editMembers,
  [COMMANDS.simulate]: simulatePlan,
  [COMMANDS.simulateMany]: simulatePlanOften,
  [COMMANDS.page]: rolloutPage,
  [COMMANDS.showPage]: showRolloutPage,
};

export const executeCommand: Handler<ExecuteCommandParams, unknown> =
  (context) =>
  ({ command, arguments: args = [], workDoneToken }, token) => {
    const run = RUN[command];
    if (!run) throw new ResponseError(ErrorCodes.InvalidParams, `ECS Preflight has no command ${command}.`);
    return run(context, args, { token, workDoneToken });
  };

async function check(context: Context, [uri]: readonly unknown[], { token }: Request): Promise<CheckResult> {
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

function listRules(): RuleLine[] {
  return RULES.map(({ id, group, severity, docs }) => ({ id, group, severity, what: docs.what }));
}

async function listSkeletons({ features }: Context): Promise<SkeletonTexts[]> {
  const { SKELETONS, skeletonText } = await features();
  return SKELETONS.map((skeleton) => ({ ...skeleton, json: skeletonText(skeleton, 'json') }));
}
