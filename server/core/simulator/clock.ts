/**
 * The event queue: a binary heap in typed arrays, ordered by time and, at one instant, by insertion.
 * Times are whole ms (up to 2^53), so time never suffers from rounding and never runs backwards.
 */
export class EventQueue {
  /** Number of events taken so far; what the benchmark compares. */
  taken = 0;
  private times: Float64Array;
  private order: Uint32Array;
  private kinds: Uint8Array;
  private args: Int32Array;
  private length = 0;
  private sequence = 0;

  constructor(capacity = 64) {
    this.times = new Float64Array(capacity);
    this.order = new Uint32Array(capacity);
    this.kinds = new Uint8Array(capacity);
    this.args = new Int32Array(capacity);
  }

  get size(): number {
    return this.length;
  }

  /** Time of the next event; Infinity when there is none. */
  get nextTime(): number {
    return this.length === 0 ? Number.POSITIVE_INFINITY : (this.times[0] as number);
  }

  get nextKind(): number {
    return this.kinds[0] as number;
  }

  get nextArg(): number {
    return this.args[0] as number;
  }

  push(time: number, kind: number, arg: number): void {
    if (this.length === this.times.length) this.grow();
    const { times, order, kinds, args } = this;
    const sequence = this.sequence++;
    let hole = this.length++;
    // A new event has the highest sequence, so it only rises past strictly later times.
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if ((times[parent] as number) <= time) break;
      this.move(parent, hole);
      hole = parent;
    }
    times[hole] = time;
    order[hole] = sequence;
    kinds[hole] = kind;
    args[hole] = arg;
  }

  /** Drops the event that nextTime, nextKind and nextArg describe. */
  drop(): void {
    this.taken++;
    const last = --this.length;
    if (last === 0) return;
    const { times, order } = this;
    const time = times[last] as number;
    const sequence = order[last] as number;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= last) break;
      if (child + 1 < last && this.before(child + 1, child)) child++;
      const childTime = times[child] as number;
      if (childTime > time || (childTime === time && (order[child] as number) > sequence)) break;
      this.move(child, hole);
      hole = child;
    }
    this.move(last, hole);
  }

  private before(a: number, b: number): boolean {
    const ta = this.times[a] as number;
    const tb = this.times[b] as number;
    return ta < tb || (ta === tb && (this.order[a] as number) < (this.order[b] as number));
  }

  private move(from: number, to: number): void {
    this.times[to] = this.times[from] as number;
    this.order[to] = this.order[from] as number;
    this.kinds[to] = this.kinds[from] as number;
    this.args[to] = this.args[from] as number;
  }

  private grow(): void {
    const wider = this.times.length * 2;
    this.times = widen(new Float64Array(wider), this.times);
    this.order = widen(new Uint32Array(wider), this.order);
    this.kinds = widen(new Uint8Array(wider), this.kinds);
    this.args = widen(new Int32Array(wider), this.args);
  }
}

interface Column extends ArrayLike<number> {
  set(values: ArrayLike<number>): void;
}

/** Copies a column into a longer one of the same type. */
export function widen<T extends Column>(longer: T, column: ArrayLike<number>): T {
  longer.set(column);
  return longer;
}
