/** Preloaded into a server: what it would put off by up to a second, it does at once. So its work alone is measured. */
const { setTimeout: later } = globalThis;
globalThis.setTimeout = (run, delay, ...args) => later(run, delay > 0 && delay <= 1000 ? 0 : delay, ...args);
