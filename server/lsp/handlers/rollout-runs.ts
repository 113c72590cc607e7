/** Rollouts that no file asks for as it is: what if, many times, as a page. */
import { ErrorCodes, ResponseError } from 'vscode-jsonrpc';
import type { ManyReport } from '../../core/simulator/many-report';
import type { Plan } from '../../core/simulator/plan';
import type { Report } from '../../core/simulator/report/types';
import { simulate } from '../../core/simulator/simulate';
import { htmlReport } from '../../report/html';
import { makeRuns } from '../../runs/make-runs';
import { isObject } from '../client-facts';
import type { Request } from '../commands';
import type { Context } from '../context';
import { LSP_ERROR } from '../wire';
import { createWorkProgress } from '../work-progress';
import { previewRollout } from './rollout';

/** Most runs of one request. */
const MOST_RUNS = 20_000;
const RUNS = 1000;

/** The report of any plan. */
export async function simulatePlan(_: Context, [plan]: readonly unknown[]): Promise<Report> {
  return simulate(readPlan(plan));
}

/**
 * Many runs of a plan, in workers where there is much to do; tells how far they are where the client gave a token for
 * it. Cancelled, the error carries the report of the runs that were made.
 */
export async function simulatePlanOften(
  context: Context,
  [given, options]: readonly unknown[],
  { token, workDoneToken }: Request,
): Promise<ManyReport> {
  const plan = readPlan(given);
  const asked = isObject(options) && Number.isInteger(options.runs) ? (options.runs as number) : RUNS;
  const runs = Math.min(MOST_RUNS, Math.max(1, asked));
  const progress = createWorkProgress(context.wire, workDoneToken, 'Simulating many runs');
  const abort = new AbortController();
  const cancelled = token.onCancellationRequested(() => abort.abort());
  try {
    const report = await makeRuns(plan, {
      runs,
      workers: context.platform.workers?.(),
      signal: abort.signal,
      onProgress: (made) => progress.report(made / runs, `${made} of ${runs}`),
    });
    if (report.runs < runs) throw new ResponseError(LSP_ERROR.requestCancelled, 'cancelled', report);
    return report;
  } finally {
    cancelled.dispose();
    progress.end();
  }
}

/** One HTML document with the rollout of a service in it, or of another plan for it; null where none can be made. */
export async function rolloutPage(context: Context, [uri, options]: readonly unknown[]): Promise<string | null> {
  const answer = await previewRollout(context, [uri, options]);
  const parts = context.platform.pageParts?.();
  if (!answer || !parts) return null;
  const given = isObject(options) && options.plan !== undefined ? readPlan(options.plan) : undefined;
  const { file, assumed } = answer;
  const plan = given ?? answer.plan;
  const report = given ? await simulatePlan(context, [given]) : answer.report;
  return htmlReport(parts, { file, plan, report, assumed });
}

/** Shows that document outside the editor, for editors without pages of their own; answers where it was put. */
export async function showRolloutPage(context: Context, args: readonly unknown[]): Promise<{ uri: string } | null> {
  const html = await rolloutPage(context, args);
  const uri = html === null ? undefined : context.platform.putAside?.('ecs-preflight-rollout.html', html);
  if (uri === undefined) return null;
  if (context.client.showsDocuments) await context.wire.sendRequest('window/showDocument', { uri, external: true });
  return { uri };
}

/** The simulator takes any figures; only something that is no plan at all is refused. */
function readPlan(plan: unknown): Plan {
  if (isObject(plan) && typeof plan.desired === 'number') return plan as unknown as Plan;
  throw new ResponseError(
    ErrorCodes.InvalidParams,
    'The first argument is a plan, as ecsPreflight.preview answers it.',
  );
}
