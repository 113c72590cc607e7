/**
 * How many tasks may be launched now: at most `perMinute` of the service in any 60 s, and on Fargate the account's
 * token bucket (simulator.md §1.7). Tokens are counted in thousandths so that whole ms refill whole numbers.
 */
export class LaunchQuota {
  private tokens: number;
  private refilledAt = 0;
  /** Launches of the last minute, oldest first, as [time, count]. */
  private readonly recent: [number, number][] = [];
  private inWindow = 0;

  constructor(
    private readonly perMinute: number,
    private readonly burst: number,
    private readonly perSecond: number,
  ) {
    this.tokens = burst * 1000;
  }

  /** Launches allowed at `now`; Infinity without quotas. */
  allowance(now: number): number {
    this.refill(now);
    this.forget(now);
    const byMinute = this.perMinute > 0 ? this.perMinute - this.inWindow : Number.POSITIVE_INFINITY;
    const byBucket = this.burst > 0 ? Math.floor(this.tokens / 1000) : Number.POSITIVE_INFINITY;
    return Math.max(0, Math.min(byMinute, byBucket));
  }

  take(count: number, now: number): void {
    if (this.perMinute > 0) {
      this.recent.push([now, count]);
      this.inWindow += count;
    }
    if (this.burst > 0) this.tokens -= count * 1000;
  }

  /** When at least one more launch will be allowed; `now` if it is already. */
  nextAt(now: number): number {
    this.refill(now);
    this.forget(now);
    let at = now;
    const oldest = this.recent[0];
    if (this.perMinute > 0 && this.inWindow >= this.perMinute && oldest) at = oldest[0] + 60_000;
    if (this.burst > 0 && this.tokens < 1000) {
      at = Math.max(at, now + Math.ceil((1000 - this.tokens) / Math.max(1, this.perSecond)));
    }
    return at;
  }

  private refill(now: number): void {
    if (this.burst <= 0) return;
    this.tokens = Math.min(this.burst * 1000, this.tokens + (now - this.refilledAt) * this.perSecond);
    this.refilledAt = now;
  }

  private forget(now: number): void {
    let oldest = this.recent[0];
    while (oldest && oldest[0] <= now - 60_000) {
      this.inWindow -= oldest[1];
      this.recent.shift();
      oldest = this.recent[0];
    }
  }
}
