/** Launching tasks within quotas and room, and what happens when there is none. */
import { countFailures, isOpen, thresholdNow } from './breaker';
import type { Refusal, Slot } from './capacity';
import { messages } from './events';
import { assignSlot, launch } from './lifecycle';
import { type Revision, requestNextPass, requestPass, type World } from './world';

/** How long a refused placement waits before it is tried again when nothing else happens. */
const RETRY = 60_000;

const NO_FARGATE: Refusal = { reason: 'RESOURCE:FARGATE', detail: 'Capacity is unavailable at this time' };

/** Launches up to `count` tasks of a revision; returns how many. */
export function launchTasks(w: World, revision: Revision, count: number, flags = 0, zone?: number): number {
  if (isFutile(w, revision)) return 0;
  const wanted = withinQuota(w, count);
  if (wanted <= 0) return 0;
  if (w.noCapacityUntil > w.now) {
    refused(w, revision, wanted, NO_FARGATE);
    requestPass(w, w.noCapacityUntil);
    return 0;
  }
  const gate = w.buckets.length > 0 ? openGate(w) : undefined;
  const slots = w.capacity.place(wanted, w.now, revision.index, zone, gate?.admits);
  for (const slot of slots) launch(w, revision, slot, flags);
  let launched = slots.length;
  if (gate) closeGate(w, revision, gate, slots);
  else if (launched < wanted) {
    if (w.capacity.waitsForRoom && askForRoom(w, wanted - launched)) {
      for (; launched < wanted; launched++) launch(w, revision, undefined, flags);
    } else {
      refused(w, revision, wanted - launched, w.capacity.refusal());
    }
  }
  w.quota.take(launched, w.now);
  return launched;
}

/**
 * A revision of which no task ever becomes healthy is restarted for ever; the loop says nothing new after some rounds,
 * so the rest of it is not simulated. The circuit breaker always gets its chance first.
 */
function isFutile(w: World, revision: Revision): boolean {
  if (revision.everHealthy) return false;
  const tolerated = w.breaker.enabled ? 2 * thresholdNow(w.breaker, w.desired, w.plan.settings) : 0;
  if (revision.launches < w.plan.settings.restartsFollowed * Math.max(1, w.desired) + tolerated) return false;
  const { recorder } = w;
  if (!w.futile) recorder?.event(w, 'impaired', messages.impaired(recorder.names), 'option:restartsFollowed');
  w.futile = true;
  return true;
}

interface Gate {
  admits(provider: number): boolean;
  /** How many tasks wait because Spot has no capacity, or because a bucket is empty. */
  noSpot: number;
  throttled: number;
}

/** On demand and Spot have a bucket each, and Spot alone may be without capacity (developer guide, Fargate quotas). */
function openGate(w: World): Gate {
  const spot = w.capacity.providerNames.indexOf('FARGATE_SPOT');
  const left = w.buckets.map((bucket) => bucket.allowance(w.now));
  const gate: Gate = {
    noSpot: 0,
    throttled: 0,
    admits(provider) {
      if (provider === spot && w.noSpotUntil > w.now) {
        gate.noSpot++;
        return false;
      }
      const tokens = left[provider] ?? Number.POSITIVE_INFINITY;
      if (tokens < 1) {
        gate.throttled++;
        return false;
      }
      left[provider] = tokens - 1;
      return true;
    },
  };
  return gate;
}

/** Takes the tokens of what was launched and comes back for what waits. */
function closeGate(w: World, revision: Revision, gate: Gate, slots: readonly Slot[]): void {
  for (const slot of slots) w.buckets[slot.provider]?.take(1, w.now);
  if (gate.noSpot > 0) {
    refused(w, revision, gate.noSpot, NO_FARGATE);
    requestPass(w, w.noSpotUntil);
  }
  if (gate.throttled === 0) return;
  if (w.recorder) w.recorder.startCause = 'option:fargateBurst';
  for (const bucket of w.buckets) if (bucket.allowance(w.now) < 1) requestPass(w, bucket.nextAt(w.now));
}

function withinQuota(w: World, count: number): number {
  const allowed = w.quota.allowance(w.now);
  if (allowed >= count) return count;
  if (w.recorder) w.recorder.startCause = 'option:launchesPerMinute';
  requestPass(w, w.quota.nextAt(w.now));
  return allowed;
}

/** Managed scaling: the tasks wait in PROVISIONING for new instances. False when no more can come. */
function askForRoom(w: World, count: number): boolean {
  const at = w.capacity.requestRoom(count + w.waiting.length, w.now);
  if (at === undefined) return false;
  requestPass(w, at);
  return true;
}

/** Waiting tasks get room first, in order of launch. */
export function placeWaiting(w: World): void {
  while (w.waiting.length > 0) {
    const task = w.waiting[0] as number;
    const revision = w.tasks.revision[task] as number;
    const slot = w.capacity.place(1, w.now, revision)[0];
    if (!slot) break;
    w.waiting.shift();
    assignSlot(w, task, slot);
  }
  if (w.waiting.length > 0) {
    const at = w.capacity.requestRoom(w.waiting.length, w.now);
    if (at !== undefined && at > w.now) requestPass(w, at);
  }
}

/**
 * No room. The event is written once per stretch. While no task of the deployment has run, each refusal counts for the
 * breaker (BOTO3-2024 line 2077: "cannot be launched"), after which it is tried again at growing pauses.
 */
function refused(w: World, revision: Revision, count: number, refusal: Refusal | undefined): void {
  w.reading.refused = true;
  if (w.refusedAt < 0 || w.now - w.refusedAt > RETRY) noteRefusal(w, refusal);
  w.refusedAt = w.now;
  const { breaker, plan, stage } = w;
  if (!breaker.enabled || plan.settings.placementRefusals === 'ignore') return;
  if (stage !== 'deploying' || revision.index !== w.target || revision.everRan) return;
  if (w.refusalRetryAt > w.now) return;
  countFailures(breaker, Math.min(count, 1));
  w.refusals++;
  const pauses = plan.settings.backoffSeconds;
  const pause = (pauses[Math.min(w.refusals, pauses.length) - 1] ?? 30) * 1000;
  w.refusalRetryAt = w.now + pause;
  w.recorder?.failureCount(w);
  // The count is read at the start of a pass.
  if (isOpen(breaker, w.desired, plan.settings)) requestNextPass(w);
  else requestPass(w, w.refusalRetryAt);
}

function noteRefusal(w: World, refusal: Refusal | undefined): void {
  const { recorder } = w;
  if (!recorder) return;
  const detail = refusal?.detail ?? 'no room';
  const outOfFargate = Math.max(w.noCapacityUntil, w.noSpotUntil) > w.now;
  const text =
    refusal?.reason === 'RESOURCE:FARGATE'
      ? messages.noFargateCapacity(recorder.names, detail)
      : messages.unableToPlace(recorder.names, detail, refusal?.closestInstance);
  recorder.event(w, 'unable-to-place', text, outOfFargate ? recorder.disturbance : 'assumption:capacity');
}
