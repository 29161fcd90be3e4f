/**
 * For people to look at: `npx tsx test/editor/look-several.mjs [--locale zh-cn] [--to FOLDER]` opens a county with its townships and two
 * years in VS Code and writes pictures of the view, a roll-up finding, hover, definition, the figures of a cell, the config file and the summary.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { invent } from '../several/invented.ts';
import { openWindow } from './ui/window.mjs';

const { values } = parseArgs({ options: { locale: { type: 'string', default: 'zh-cn' }, to: { type: 'string', default: 'dist-test/look-several' } } });
const to = resolve(values.to);
const zh = values.locale.startsWith('zh');
mkdirSync(to, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'disclosure-report-look-'));
const write = (path, text) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
write('disclosure-report.json', `${JSON.stringify({ agency: '青禾县', children: ['柳溪镇', '东山乡', '青禾县教育局', '青禾县民政局'] }, undefined, 2)}\n`);
for (const year of [2022, 2023, 2024]) {
  if (year > 2022) write(`${year}/青禾县.md`, invent({ agency: '青禾县', year, received: year === 2024 ? 9 : 12, licences: 30 }));
  write(`${year}/柳溪镇.md`, invent({ agency: '青禾县柳溪镇', year, received: 4, licences: 20, carriedIn: year === 2024 ? 1 : 0 }));
  write(`${year}/青禾县教育局.md`, invent({ agency: '青禾县教育局', year, received: 5 }).replace('| 5 | 0 | 0 | 0 | 0 | 0 | 5 |', year === 2023 ? '| 5 | 0 | 0 | 0 | 0 | 0 | 6 |' : '$&'));
  if (year !== 2024) write(`${year}/东山乡.md`, invent({ agency: '青禾县东山乡', year, received: 3, licences: 11 }));
}

const { window, page, close } = await openWindow({ folder, file: '2024/青禾县.md', locale: values.locale, viewport: { width: 1400, height: 900 }, settings: { 'editor.wordWrap': 'on' } });
let number = 0;
const picture = async (name) => {
  await page.waitForTimeout(900);
  await page.screenshot({ path: join(to, `${++number}-${name}.png`), animations: 'disabled' });
  console.log(`${number}-${name}`);
};
const lineOf = (path, start) => readFileSync(join(folder, path), 'utf8').split('\n').findIndex((line) => line.startsWith(start)) + 1;
try {
  await page.locator('.squiggly-warning, .squiggly-info').first().waitFor({ timeout: 30_000 }).catch(() => console.log('no squiggle'));
  const header = page.locator('.pane-header', { hasText: zh ? '信息公开年报' : 'Annual Reports' });
  await header.waitFor({ timeout: 20_000 });
  if ((await header.getAttribute('aria-expanded')) !== 'true') await header.click();
  await page.waitForTimeout(2500);
  await picture('view');
  await window.focus();
  await window.press('Control+Shift+M');
  await picture('problems');
  await window.press('Control+Shift+M');
  await window.focus();
  await window.goTo(lineOf('2024/青禾县.md', '| 行政许可'));
  await window.press('Home', 'Control+ArrowRight', 'Control+ArrowRight', 'Control+ArrowRight');
  await window.press('Control+k', 'Control+i');
  await picture('hover');
  await window.press('Escape');
  await window.command(zh ? '各下级数' : 'Subordinates’ Figures');
  await picture('figures');
  await window.press('Enter');
  await picture('figure');
  await window.open('青禾县教育局.md').catch(() => undefined);
  await page.keyboard.press('Escape');
  await window.command(zh ? '汇总下级报告' : 'Add Up Subordinates');
  await picture('sums');
  await page.keyboard.type('2022');
  await page.waitForTimeout(300);
  await window.press('Enter');
  await picture('where');
  await window.press('Enter');
  await page.waitForTimeout(1500);
  await picture('draft');
  await window.command(zh ? '全部年报汇总表' : 'Summary of All Reports');
  await picture('summary');
  await window.open('disclosure-report.json');
  await window.press('Control+Home', 'End', 'Enter');
  await window.type('"');
  await window.press('Control+Space');
  await picture('completion');
  await window.press('Escape');
  await window.type('agncy": 5,');
  await window.press('Control+Shift+M');
  await page.waitForTimeout(1500);
  await picture('validation');
} finally {
  await close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`Pictures: ${to}`);
