/**
 * Writes N invented reports into a folder: counties with their townships and departments, two years each, and a config file a
 * county. `npx tsx test/bench/several.ts FOLDER N`; the same N gives the same files.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { invent } from '../several/invented';

const COUNTY_SIZE = 40;
const SIGNS = '青禾柳溪东山红石白河黄岭清泉北塔云台松坪';
const nameOf = (i: number): string => [0, 1, 2].map((k) => SIGNS[Math.floor(i / SIGNS.length ** k) % SIGNS.length]).join('');
const PLACES = ['北乡', '南乡', '西河镇', '大桥镇', '东门街道', '教育局', '民政局', '财政局', '水利局', '审计局'];

const [folder, count] = [process.argv[2], Number(process.argv[3])];
if (folder === undefined || !(count > 0)) throw new Error('several.ts FOLDER N');

const write = (path: string, text: string): void => {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
};

let written = 0;
for (let county = 0; written < count; county++) {
  const agency = `${nameOf(county)}县`;
  const children = Array.from({ length: COUNTY_SIZE - 1 }, (_, i) => `${agency}${i < PLACES.length ? '' : nameOf(i)}${PLACES[i % PLACES.length]}`);
  write(join(folder, agency, 'disclosure-report.json'), `${JSON.stringify({ agency, children }, undefined, 2)}\n`);
  for (const year of [2023, 2024]) {
    for (const [i, name] of [agency, ...children].entries()) {
      if (written++ >= count) break;
      const prose = `本单位处理事项${i * 7 + county}项。`;
      write(join(folder, agency, String(year), `${name}.md`), invent({ agency: name, year, received: i === 0 ? COUNTY_SIZE * 2 : 2, carriedIn: year === 2024 && i % 9 === 0 ? 1 : 0, prose }));
    }
  }
}
console.log(`${written} reports`);
