// Draws images/icon.png: a page with a table whose total is ticked. Run by hand: node images/draw-icon.mjs
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const SIZE = 128;
const SAMPLES = 4;
const SHAPES = [
  { color: [196, 43, 43], inside: (x, y) => rounded(x, y, 4, 4, 120, 120, 26) },
  { color: [255, 252, 244], inside: (x, y) => rounded(x, y, 30, 18, 68, 92, 6) },
  { color: [196, 43, 43], inside: (x, y) => box(x, y, 40, 28, 48, 6) },
  { color: [150, 150, 150], inside: (x, y) => [44, 57, 70, 83, 96].some((line) => box(x, y, 40, line, 48, 2.4)) || [40, 62, 85.6].some((line) => box(x, y, line, 44, 2.4, 54.4)) },
  { color: [34, 139, 84], inside: (x, y) => circle(x, y, 92, 96, 21) },
  { color: [255, 255, 255], inside: (x, y) => stroke(x, y, 82, 97, 89, 104, 3.2) || stroke(x, y, 89, 104, 103, 89, 3.2) },
];

const box = (x, y, left, top, width, height) => x >= left && x < left + width && y >= top && y < top + height;
const circle = (x, y, cx, cy, r) => Math.hypot(x - cx, y - cy) < r;
function rounded(x, y, left, top, width, height, r) {
  const cx = Math.min(Math.max(x, left + r), left + width - r);
  const cy = Math.min(Math.max(y, top + r), top + height - r);
  return circle(x, y, cx, cy, r);
}
function stroke(x, y, x1, y1, x2, y2, r) {
  const t = Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2)));
  return circle(x, y, x1 + t * (x2 - x1), y1 + t * (y2 - y1), r);
}

/** Colour and opacity of a pixel: the mean of its samples. */
function pixel(px, py) {
  const sum = [0, 0, 0, 0];
  for (let i = 0; i < SAMPLES * SAMPLES; i++) {
    const x = px + ((i % SAMPLES) + 0.5) / SAMPLES;
    const y = py + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES;
    const shape = SHAPES.findLast(({ inside }) => inside(x, y));
    if (shape) [...shape.color, 255].forEach((value, c) => (sum[c] += value));
  }
  const covered = sum[3] / 255;
  return [...sum.slice(0, 3).map((value) => (covered ? Math.round(value / covered) : 0)), Math.round(sum[3] / (SAMPLES * SAMPLES))];
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

const header = Buffer.alloc(13);
header.writeUInt32BE(SIZE, 0);
header.writeUInt32BE(SIZE, 4);
header.set([8, 6, 0, 0, 0], 8);
const rows = Array.from({ length: SIZE }, (_, y) => Buffer.from([0, ...Array.from({ length: SIZE }, (_, x) => pixel(x, y)).flat()]));
writeFileSync(new URL('icon.png', import.meta.url), Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })), chunk('IEND', Buffer.alloc(0))]));
