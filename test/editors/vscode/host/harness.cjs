/** Runs inside the extension host of VS Code, where no test runner is: names, times, and what went wrong, as lines. */
const { readdirSync, readFileSync } = require('node:fs');

exports.OURS = 'ecs-preflight.ecs-preflight';
/** In the command line of the server, after the folder that the extension is installed in. */
exports.SERVER = `${exports.OURS}-`;

/** @param {Record<string, () => Promise<unknown>>} tests what one answers is written beside its name */
exports.runAll = async (tests) => {
  let failed = 0;
  for (const [name, test] of Object.entries(tests)) {
    try {
      const said = await test();
      console.log(`ok: ${name}${said === undefined ? '' : `: ${said}`}`);
    } catch (error) {
      failed++;
      console.log(`not ok: ${name}: ${error instanceof Error ? error.stack : error}`);
    }
  }
  if (failed > 0) throw new Error(`${failed} failed`);
};

/** Asks until the answer is something. */
exports.until = async (ask, what, within = 60_000) => {
  const end = Date.now() + within;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited ${within} ms in vain: ${typeof what === 'string' ? what : what()}`);
    await new Promise((next) => setTimeout(next, 20));
  }
};

/** Processes that this one has started and whose command line holds a text. Linux only. */
exports.childrenWith = (text) =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const parent = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
        return Number(parent) === process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text);
      } catch {
        return false;
      }
    })
    .map(Number);

/** Files of our extension that this extension host has loaded, relative to the extension. */
exports.loaded = () =>
  Object.keys(require.cache)
    .map((file) => file.split(`/${exports.SERVER}`)[1])
    .filter((file) => file !== undefined)
    .map((file) => file.slice(file.indexOf('/') + 1))
    .sort();
