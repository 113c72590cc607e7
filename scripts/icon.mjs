/**
 * Draws client/icon.png: the steps of a rollout with a check mark over them. Shapes are distances, so edges are smooth
 * without a drawing library.
 *
 *   node scripts/icon.mjs
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';

const SIZE = 256;
const NIGHT = [22, 32, 51];
const STEPS = [
  { x: 44, top: 164, colour: [74, 98, 138] },
  { x: 102, top: 128, colour: [92, 134, 190] },
  { x: 160, top: 92, colour: [112, 172, 240] },
];
const FLOOR = 208;
const WIDTH = 46;
const CHECK = [
  [66, 92],
  [104, 128],
  [190, 44],
];
const GREEN = [126, 231, 135];

/** Distance from a point to a rounded rectangle; negative inside. */
function box(x, y, left, top, right, bottom, radius) {
  const dx = Math.abs(x - (left + right) / 2) - (right - left) / 2 + radius;
  const dy = Math.abs(y - (top + bottom) / 2) - (bottom - top) / 2 + radius;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
}

function segment(x, y, [ax, ay], [bx, by]) {
  const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
  const t = Math.min(Math.max(along, 0), 1);
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
}

/** How much of a pixel lies inside. */
const cover = (distance) => Math.min(Math.max(0.5 - distance, 0), 1);
const over = (below, colour, alpha) => below.map((c, i) => c + (colour[i] - c) * alpha);

function pixel(x, y) {
  let colour = NIGHT;
  for (const step of STEPS)
    colour = over(colour, step.colour, cover(box(x, y, step.x, step.top, step.x + WIDTH, FLOOR, 8)));
  const line = Math.min(segment(x, y, CHECK[0], CHECK[1]), segment(x, y, CHECK[1], CHECK[2]));
  colour = over(colour, NIGHT, cover(line - 22));
  colour = over(colour, GREEN, cover(line - 13));
  return [...colour.map(Math.round), Math.round(255 * cover(box(x, y, 4, 4, SIZE - 4, SIZE - 4, 48)))];
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

const rows = Buffer.alloc(SIZE * (1 + SIZE * 4));
for (let y = 0; y < SIZE; y++) {
  for (let x = 0; x < SIZE; x++) rows.set(pixel(x + 0.5, y + 0.5), y * (1 + SIZE * 4) + 1 + x * 4);
}
const header = Buffer.alloc(13);
header.writeUInt32BE(SIZE, 0);
header.writeUInt32BE(SIZE, 4);
header.set([8, 6, 0, 0, 0], 8);
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk('IHDR', header),
  chunk('IDAT', deflateSync(rows, { level: 9 })),
  chunk('IEND', Buffer.alloc(0)),
]);
writeFileSync(join(dirname(fileURLToPath(import.meta.url)), '..', 'client', 'icon.png'), png);
