/**
 * Lifecycle hooks: functions and pauses, run one after the other at their stage (simulator.md §7).
 * The scenario may make one fail or time out; otherwise a function succeeds and a person continues a pause.
 */
import type { Failure } from './deployment';
import type { Disturbance, Hook } from './plan';
import type { Source } from './report/types';
import type { Script } from './steps';
import type { World } from './world';

type HookEntry = Extract<Disturbance, { kind: 'hook' }>;

interface PlannedHook {
  ms: number;
  verdict: 'continue' | 'fail';
  why: string;
  source: Source;
}

const DEFAULT_TIMEOUT_MINUTES = 1440;

/** A visit to a stage: how long its hooks take one after the other, to the end of the first that fails. */
export function planHooks(w: World, script: Script, stage: string): { ms: number; failure?: Failure } | undefined {
  const hooks = hooksAt(w, stage);
  if (hooks.length === 0) return undefined;
  const visit = (script.visits.get(stage) ?? 0) + 1;
  script.visits.set(stage, visit);
  let ms = 0;
  for (const [index, hook] of hooks) {
    const planned = planHook(w, hook, stage, visit, index);
    ms += planned.ms;
    const { why: text, source } = planned;
    if (planned.verdict === 'fail') return { ms, failure: { kind: 'script', text, rollback: true, source } };
  }
  return { ms };
}

function hooksAt(w: World, stage: string): [number, Hook][] {
  const { controller, hooks, codeDeploy } = w.plan;
  if (controller === 'CODE_DEPLOY') {
    const declared = (codeDeploy?.hooks ?? []) as readonly string[];
    return declared.includes(stage) ? [[declared.indexOf(stage), { stages: [] }]] : [];
  }
  const all = (hooks ?? []).map((hook, index): [number, Hook] => [index, hook]);
  return all.filter(([, hook]) => (hook.stages as readonly string[]).includes(stage));
}

function planHook(w: World, hook: Hook, stage: string, visit: number, index: number): PlannedHook {
  const pause = hook.target === 'PAUSE';
  const source =
    w.plan.controller === 'ECS' ? `/deploymentConfiguration/lifecycleHooks/${index}` : 'assumption:appspec';
  const timeout = (hook.timeoutMinutes ?? DEFAULT_TIMEOUT_MINUTES) * 60_000;
  const onTimeout = hook.timeoutAction === 'CONTINUE' ? 'continue' : 'fail';
  const timedOut: PlannedHook = { ms: timeout, verdict: onTimeout, why: `a hook at ${stage} timed out`, source };
  const entry = entryFor(w, stage, visit);
  const usual = pause ? w.plan.clock.pauseHook : w.plan.clock.lambdaHook;
  const ms = entry?.after ?? usual;
  if (entry?.outcome === 'TIMED_OUT' || ms > timeout) return timedOut;
  const failed = entry?.outcome === 'FAILED';
  return { ms, verdict: failed ? 'fail' : 'continue', why: `a hook at ${stage} failed`, source };
}

function entryFor(w: World, stage: string, visit: number): HookEntry | undefined {
  return w.plan.scenario.find(
    (entry): entry is HookEntry =>
      entry.kind === 'hook' && entry.stage === stage && (entry.visit === undefined || entry.visit === visit),
  );
}
