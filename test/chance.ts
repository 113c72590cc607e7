/**
 * Property tests draw the same inputs in every run, so that a change is judged by what it does and not by luck.
 * `CHANCE=7 npx vitest run` draws others; `CHANCE=any` new ones each time (fast-check prints the seed of a failure).
 */
import fc from 'fast-check';

const FIXED = 20_190_901;
const chance = process.env.CHANCE ?? String(FIXED);
if (chance !== 'any') fc.configureGlobal({ seed: Number(chance) });
