// Written by `npm run generate` from the ledger. Do not edit.
import type { CoverageRow } from './coverage-row';

export const ROWS: readonly CoverageRow[] = [
  {"source":"rules","decided":"one file","rows":401,"rule":167,"shape":184,"default":35,"none":15},
  {"source":"rules","decided":"other files of the workspace","rows":7,"rule":5,"shape":0,"default":1,"none":1},
  {"source":"rules","decided":"AWS alone","rows":42,"rule":2,"shape":0,"default":0,"none":40},
  {"source":"rules","decided":"service and task definition","rows":29,"rule":26,"shape":0,"default":3,"none":0},
  {"source":"errors","decided":"one file","rows":34,"rule":25,"shape":9,"default":0,"none":0},
  {"source":"errors","decided":"service and task definition","rows":11,"rule":11,"shape":0,"default":0,"none":0},
  {"source":"errors","decided":"AWS alone","rows":18,"rule":3,"shape":0,"default":0,"none":15},
  {"source":"errors","decided":"previous version","rows":6,"rule":6,"shape":0,"default":0,"none":0},
  {"source":"errors","decided":"task definition","rows":9,"rule":6,"shape":2,"default":0,"none":1},
  {"source":"recorded","decided":"one file","rows":30,"rule":25,"shape":5,"default":0,"none":0},
  {"source":"recorded","decided":"service and task definition","rows":5,"rule":5,"shape":0,"default":0,"none":0},
  {"source":"recorded","decided":"AWS alone","rows":2,"rule":1,"shape":0,"default":0,"none":1},
  {"source":"recorded","decided":"calls that no file of ours is for","rows":10,"rule":2,"shape":0,"default":0,"none":8},
  {"source":"recorded","decided":"task definition","rows":63,"rule":52,"shape":11,"default":0,"none":0},
];
