import { cpus, loadavg } from 'node:os';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { growth, typed, whole } from './core.mjs';
import { keystrokes, memories, others, starts } from './server.mjs';
import { sizes } from './sizes.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');
const out = `${root}/dist-test/bench`;
const quick = process.argv.includes('--quick');
const ours = await import(`${out}/ours.mjs`);
const { layouts, models, draft, repeated } = ours;

const ms = (value) => (value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2));
const ratio = (value) => value.toFixed(value < 0.1 ? 3 : 2);
const times = ({ median, p99, low }) => `${ms(low)} / ${ms(median)} / ${ms(p99)}`;
/** Of the fastest tenths: medians of a machine that does other work besides are mostly that work. */
const against = (a, b) => ratio(a.low / b.low);
const lines = [];
const say = (line = '') => {
  lines.push(line);
  console.log(line);
};
const table = (title, head, rows) => {
  say(`### ${title}\n`);
  say(`| ${head.join(' | ')} |\n| ${head.map((_, i) => (i === 0 ? '---' : '--:')).join(' | ')} |`);
  for (const row of rows) say(`| ${row.join(' | ')} |`);
  say();
};

const { model } = cpus()[0];
say(`Node ${process.versions.node}, ${cpus().length} × ${model.trim()}, ${new Date().toISOString().slice(0, 10)}; 1 min load ${loadavg()[0].toFixed(1)}. ms: fastest tenth / median / p99; ratios are those of the fastest tenths.\n`);

const wholes = whole(ours, quick ? 10 : 60);
table('整份读取并核对，7 KB / Read and check, whole draft of 7 KB', ['layout', 'ours', 'markdownlint', 'commonmark', 'marked', 'markdown-it', '÷ markdownlint', '÷ commonmark'],
  wholes.map((row) => [row.layout, times(row.ours), times(row.markdownlint), times(row.commonmark), times(row.marked), times(row['markdown-it']), against(row.ours, row.markdownlint), against(row.ours, row.commonmark)]));

const strokes = typed(ours, quick ? 10 : 40);
table('输入一个字之后 / After one typed character', ['layout', 'whole 7 KB', '7 KB', '7 KB, a cell', '64 KB', '1 MB', '7 KB ÷ whole', '1 MB ÷ 64 KB'],
  strokes.map((row) => [row.layout, times(row.whole), times(row['7 KB']), times(row.cell), times(row['64 KB']), times(row['1 MB']), against(row['7 KB'], row.whole), against(row['1 MB'], row['64 KB'])]));

const largest = quick ? '1 MB' : '10 MB';
table(`文稿变长 / Growth, 64 KB → ${largest}`, ['text', '64 KB', largest, 'exponent'], growth(ours, largest).map((row) => [row.name, ms(row.from), ms(row.to), row.exponent.toFixed(2)]));

const scripts = [`${out}/floor-server.js`, `${root}/dist/server/node.js`];
const [pipe] = layouts;
const drafts = models(40).map((report) => draft(pipe, report));
const rows = [];
const compare = (what, [floor, own], limit) => rows.push([what, times(floor), times(own), against(own, floor), limit]);
const count = quick ? 50 : 1000;
const small = await keystrokes(scripts, drafts[0], count);
compare('keystroke → findings, 7 KB', small.times, '1.5');
compare('keystroke → findings, 110 KB', (await keystrokes(scripts, repeated([drafts[0]], 110 << 10), count)).times, '3');
compare('process started → `initialize` answered', await starts(scripts, quick ? 5 : 30), '1.5');
compare('memory with one draft open, MiB', await memories(scripts, drafts[0], quick ? 3 : 10), '1.3');
compare(`memory after ${count} keystrokes, MiB`, small.memory.map((value) => ({ low: value, median: value, p99: value })), '–');
const log = '2024-01-20 10:12:31 INFO  request served in 12 ms, 200 OK, session 4711 closed\n'.repeat(13_000);
compare('keystroke in a log file of 1 MB → server free', await others(scripts, log, count), '1.1');
table('语言服务与空服务 / The server and an empty one', ['what', 'empty server', 'ours', 'ratio', 'wanted ≤'], rows);

const kb = await sizes(root, out);
table('大小 / Sizes', ['what', 'KB'], [
  ['client (minified)', kb.client.toFixed(0)],
  ['server (minified)', kb.server.toFixed(0)],
  ['an empty client', kb.emptyClient.toFixed(0)],
  ['an empty server', kb.emptyServer.toFixed(0)],
  ['`.vsix`', Number.isNaN(kb.vsix) ? 'not built' : kb.vsix.toFixed(0)],
]);

if (!quick) {
  const page = `${root}/docs/performance.md`;
  const text = readFileSync(page, 'utf8');
  writeFileSync(page, text.replace(/(<!-- numbers -->\n)[\s\S]*(<!-- \/numbers -->)/, (_, open, close) => `${open}\n${lines.join('\n').trim()}\n\n${close}`));
}
