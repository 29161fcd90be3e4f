import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { faultless, run, script, workspace, wrong } from '../cli/support';
import { draft } from './drafts';
import { hostile } from './hostile';
import { factor, runs } from './runs';

/** What a terminal would take for a command, or turn round. */
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const files = fc.array(fc.oneof({ weight: 3, arbitrary: draft.map((text) => Buffer.from(text)) }, { weight: 1, arbitrary: fc.uint8Array({ maxLength: 2000, size: 'max' }).map((bytes) => Buffer.from(bytes)) }, { weight: 1, arbitrary: draft.map((text) => Buffer.from(`\ufeff${text}`, 'utf16le')) }), { minLength: 12, maxLength: 12 });

describe('the command line', () => {
  it('ends in order with whatever files, in every format, and prints nothing a terminal obeys', () =>
    fc.assert(
      fc.property(files, (contents) => {
        const cwd = workspace(Object.fromEntries(contents.map((content, i) => [`${i}${['.md', '.txt', '.nianbao'][i % 3] ?? ''}`, content])));
        for (const args of [['check', '--fix'], ['check', '--format', 'json'], ['check', '--format', 'sarif'], ['check', '--format', 'csv'], ['extract', '--prose'], ['extract', '--format', 'csv']]) {
          const { code, out, err } = run(cwd, [...args, '.']);
          assert.ok(code === 0 || code === 1 || code === 2, `${args.join(' ')}: ${code} ${err}`);
          assert.doesNotMatch(err, /程序出错|规则出错|internal error/);
          const tells = args.includes('csv') ? out.replaceAll('\r\n', '\n') : out;
          assert.doesNotMatch(tells, UNPRINTABLE, args.join(' '));
          assert.doesNotMatch(err, UNPRINTABLE, args.join(' '));
          if (args.includes('json') || args.includes('sarif') || args.includes('--prose')) JSON.parse(out);
          // Nothing a spreadsheet runs at the beginning of a cell.
          if (args.includes('csv')) for (const line of out.split('\r\n')) for (const cell of line.match(/(?:^|,)(?:"(?:[^"]|"")*"|[^",]*)/g) ?? []) assert.doesNotMatch(cell.replace(/^,/, ''), /^"?[=+@＝＋＠\t]|^"?-(?!\d)/, line);
        }
      }),
      runs(2),
    ));

  it('goes through hostile texts', () => {
    const cwd = workspace(Object.fromEntries(hostile.map(({ text, n }, i) => [`${i}.md`, text(Math.round((n * factor) / 20))])));
    const { code, err } = run(cwd, ['check', '--fix', '.']);
    assert.ok(code === 0 || code === 1, err);
    assert.doesNotMatch(err, /规则出错|程序出错/);
  });
});

describe('check --fix killed at any moment', () => {
  it('leaves every file as it was or as it is to be', async () => {
    const count = 40;
    const names = Array.from({ length: count }, (_, i) => `${i}.md`);
    // Long enough that writing takes time.
    const padding = `\n${'公开信息一批。\n'.repeat(1500)}`;
    const [before, after] = [Buffer.from(wrong + padding), Buffer.from(faultless + padding)];
    const cwd = workspace();
    const reset = (): void => names.forEach((name) => writeFileSync(join(cwd, name), before));
    /** Runs it and kills it after some ms. @returns how many files were written */
    const killed = (ms: number): Promise<number> =>
      new Promise((resolve, reject) => {
        reset();
        const child = spawn(process.execPath, [script, 'check', '--fix', ...names], { cwd, stdio: 'ignore' });
        const timer = setTimeout(() => child.kill('SIGKILL'), ms);
        child.on('error', reject);
        child.on('exit', () => {
          clearTimeout(timer);
          let written = 0;
          for (const name of names) {
            const now = readFileSync(join(cwd, name));
            if (now.equals(after)) written++;
            else assert.ok(now.equals(before), `${name}: ${now.length} bytes, killed after ${ms} ms`);
          }
          resolve(written);
        });
      });
    // How long a whole run takes here today tells which moments are of interest.
    const began = performance.now();
    assert.equal(await killed(600_000), count);
    const whole = performance.now() - began;
    const reached: number[] = [];
    const kills = Math.round(7 * factor);
    for (let i = 0; i < kills; i++) reached.push(await killed(whole * (0.2 + (0.8 * (i + Math.random())) / kills)));
    assert.ok(reached.some((written) => written > 0 && written < count), `killed in the middle: ${reached.join(', ')} of ${count}`);
    // What is left beside is hidden, and so is never taken for a draft.
    for (const name of readdirSync(cwd)) assert.ok(names.includes(name) || /^\.\d+\.md\.[0-9a-f]{12}\.tmp$/.test(name), name);
  });
});
