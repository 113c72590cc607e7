/** Makes a value when it is first asked for, and keeps it. What it was made from is let go. */
export function once<T>(make: () => T): () => T {
  let pending: (() => T) | undefined = make;
  let made: T | undefined;
  return () => {
    if (pending) {
      made = pending();
      pending = undefined;
    }
    return made as T;
  };
}
