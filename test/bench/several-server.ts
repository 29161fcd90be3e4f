/**
 * How long the language server takes to read a workspace (written by several.ts), what it keeps in memory, and how long
 * a keystroke waits for its findings meanwhile. `npx tsx --expose-gc test/bench/several-server.ts FOLDER [INDEX]`; with INDEX, a
 * file, the index is kept there, and a second run shows what that spares.
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client, PULL } from '../lsp/kit';

const all = (folder: string): string[] => readdirSync(folder).flatMap((name) => (statSync(join(folder, name)).isDirectory() ? all(join(folder, name)) : [join(folder, name)]));

async function main(): Promise<void> {
  const paths = all(process.argv[2] ?? '.');
  const files = new Map(paths.map((path) => [pathToFileURL(path).href, readFileSync(path, 'utf8')]));
  const heap = (): number => (globalThis.gc?.(), process.memoryUsage().heapUsed / 1e6);
  const before = heap();
  const started = performance.now();
  const place = process.argv[3];
  const index = place === undefined ? undefined : { text: existsSync(place) ? readFileSync(place, 'utf8') : '', saves: 0 };
  const client = await Client.start({ capabilities: PULL, locale: 'zh', files, ...(index ? { index } : {}) });
  const uri = [...files.keys()].findLast((each) => each.endsWith('.md')) ?? '';
  await client.open(files.get(uri) ?? '', 'markdown', uri);
  let read = 0;
  const waits: number[] = [];
  const done = (): boolean => client.log.some((line) => line.includes('reports in the workspace'));
  while (!done()) {
    await client.replace('定期检查', waits.length % 2 === 0 ? '定期检查检查' : '定期检查', uri);
    const at = performance.now();
    await client.diagnostics(uri).catch(() => undefined);
    waits.push(performance.now() - at);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  read = performance.now() - started;
  waits.sort((a, b) => a - b);
  const at = (share: number): string => (waits[Math.floor((waits.length - 1) * share)] ?? 0).toFixed(0);
  console.log(`${files.size} files read in ${(read / 1000).toFixed(1)} s; index ${(heap() - before).toFixed(0)} MB; keystroke to findings meanwhile: median ${at(0.5)} ms, 99 % ${at(0.99)} ms, worst ${at(1)} ms (${waits.length} keys)`);
  if (index && place !== undefined) {
    const saving = performance.now();
    for (let i = 0; i < 100 && index.saves === 0; i++) await new Promise((resolve) => setTimeout(resolve, 50));
    if (index.saves > 0) console.log(`index kept ${(performance.now() - saving).toFixed(0)} ms later, ${(Buffer.byteLength(index.text) / 1e6).toFixed(1)} MB`);
    writeFileSync(place, index.text);
  }
  await client.stop();
  process.exit(0);
}

void main();
