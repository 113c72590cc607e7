/** A binary heap of instance indices that knows where each one is, so that one that changed can be moved or taken out. */
export interface IndexedHeap {
  readonly items: number[];
  top(): number;
  has(item: number): boolean;
  /** Puts the item in, or restores its place after its key changed. */
  put(item: number): void;
  remove(item: number): void;
}

/** `before` must be a strict total order at any moment at which the heap is touched. */
export function createHeap(before: (a: number, b: number) => boolean): IndexedHeap {
  const items: number[] = [];
  const where: number[] = [];

  function set(place: number, item: number): void {
    items[place] = item;
    where[item] = place;
  }
  function rise(start: number): void {
    const item = items[start] as number;
    let place = start;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!before(item, items[parent] as number)) break;
      set(place, items[parent] as number);
      place = parent;
    }
    set(place, item);
  }
  function sink(start: number): void {
    const item = items[start] as number;
    let place = start;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && before(items[child + 1] as number, items[child] as number)) child++;
      if (!before(items[child] as number, item)) break;
      set(place, items[child] as number);
      place = child;
    }
    set(place, item);
  }
  return {
    items,
    top: () => items[0] ?? -1,
    has: (item) => (where[item] ?? -1) >= 0,
    put(item) {
      let place = where[item] ?? -1;
      if (place < 0) {
        place = items.push(item) - 1;
        where[item] = place;
      }
      rise(place);
      sink(where[item] as number);
    },
    remove(item) {
      const place = where[item] ?? -1;
      if (place < 0) return;
      const last = items.pop() as number;
      where[item] = -1;
      if (last === item) return;
      set(place, last);
      rise(place);
      sink(where[last] as number);
    },
  };
}
