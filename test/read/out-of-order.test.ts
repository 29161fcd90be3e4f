import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { analyse } from '../../server/src/core';
import { only, said, serious } from '../support/expect';

const folder = new URL('./out-of-order/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

/** The same faultless report, taken out of a PDF by programs that go over a page in their own order. */
describe('cells in another order than the form’s', () => {
  for (const name of readdirSync(folder)) {
    it(`${name}: nothing is called missing or wrong`, () => {
      const analysis = analyse(read(name));
      assert.deepEqual(serious(analysis).map(said), []);
      const told = analysis.findings.filter(({ code }) => code === 'row-cells' || code === 'missing-table');
      assert.ok(told.length >= 1 && told.every(({ severity }) => severity === 'information'), 'that a table was not checked is told');
    });

    it(`${name}: no number of another row is read`, () => {
      const report = only(analyse(read(name)), name);
      for (const row of report.table('requests')?.rows ?? []) {
        const numbers = row.cells?.map(({ text }) => Number(text));
        if (numbers) assert.equal(numbers.slice(0, -1).reduce((a, b) => a + b, 0), numbers.at(-1), row.declaration.id);
      }
      assert.ok(report.table('proactiveDisclosure')?.rows.every(({ cells }) => cells === undefined));
    });
  }
});

describe('but rows are missing where nothing stands out of place', () => {
  const complete = readFileSync(new URL('../docs/complete-report.md', import.meta.url), 'utf8');
  it('one cell a line, three rows left out', () => {
    const stacked = complete
      .split('\n')
      .filter((line) => !/^\| *---|2\.重复申请|3\.要求提供公开出版物|8\.属于行政查询事项/.test(line))
      .map((line) => (line.startsWith('|') ? line.split('|').map((cell) => cell.trim()).filter((cell) => cell !== '').join('\n') : line))
      .join('\n');
    assert.deepEqual(serious(analyse(stacked)).map(({ code, data }) => [code, data]), [['missing-row', { table: 'requests', rows: ['denied.registerLookup', 'notProcessed.repeat', 'notProcessed.publication'] }]]);
  });
});

describe('markup around headings', () => {
  const complete = readFileSync(new URL('../docs/complete-report.md', import.meta.url), 'utf8');
  const title = '青禾县柳溪镇2024年政府信息公开工作年度报告';
  it('a tag that began on the line above, and tags inside the title', () => {
    const text = complete
      .replace(`# ${title}`, `<h1\nid="${title}"><font face="">青禾县柳溪镇</font>2024<font face="">年政府信息公开工作年度报告</font></h1>`)
      .replace(/^([一二三四五六]、.*)$/gm, '<h2\nid="$1">$1</h2>');
    const analysis = analyse(text);
    assert.deepEqual(serious(analysis).map(said), []);
    assert.equal(only(analysis, text).agency, '青禾县柳溪镇');
    assert.equal(only(analysis, text).reading.sections.length, 6);
  });
});

describe('digits torn from their numbers', () => {
  const complete = readFileSync(new URL('../docs/complete-report.md', import.meta.url), 'utf8');
  it('the last digits of numbers too long for their columns stand on the line below', () => {
    const cut = complete.indexOf('| 行政复议 |');
    const text = `${complete.slice(0, cut)}行政复议  行政诉讼\n结果维持  结果纠正  其他结果  尚未审结  总计  未经复议直接起诉  复议后起诉\n0   88  37  0   12  0   0   0   76  76  0   0   0   18  18\n    1   1       52              4   4               81  81\n\n${complete.slice(complete.indexOf('五、存在'))}`;
    assert.deepEqual(serious(analyse(text)).map(said), []);
  });
});

describe('manners of writing the same report', () => {
  const complete = readFileSync(new URL('../docs/complete-report.md', import.meta.url), 'utf8');
  const rows = (write: (cells: readonly string[]) => string): string =>
    complete
      .split('\n')
      .filter((line) => !/^\| *---/.test(line))
      .map((line) => (line.startsWith('|') ? write(line.split('|').map((cell) => cell.trim()).filter((cell) => cell !== '')) : line))
      .join('\n');
  const values = (text: string): (string | undefined)[] => {
    const report = only(analyse(text), text);
    return report.reading.format.tables.flatMap((table) => table.rows.flatMap((row) => row.columns.map((column) => report.cell(table.id, row.id, column.id)?.value?.units.toString())));
  };

  it('the first number written right behind its label', () => {
    const text = rows((cells) => cells.filter((cell) => !/^\d+$/.test(cell)).join('') + cells.filter((cell) => /^\d+$/.test(cell)).join(' '));
    assert.ok(text.includes('规章0 0 0') && text.includes('行政许可126'));
    assert.deepEqual(serious(analyse(text)).map(said), []);
    assert.deepEqual(values(text), values(complete));
  });

  it('single digits without anything between them; what cannot be told apart is left alone', () => {
    const text = rows((cells) => cells.join(''));
    assert.ok(text.includes('规章000') && text.includes('（七）总计4100005'));
    assert.deepEqual(serious(analyse(text)).map(said), []);
    const read = values(text);
    assert.deepEqual(read.slice(0, -15), values(complete).slice(0, -15));
    assert.ok(read.slice(-15).every((value) => value === undefined));
  });

  it('a number of several digits is not taken apart', () => {
    const text = rows((cells) => cells.join('')).replace('规章000', '规章0012');
    assert.equal(values(text)[0], undefined);
  });

  it('sections without numerals, also the one whose title a topic has too', () => {
    const text = complete.replace(/^[一二三四五六]、/gm, '');
    assert.deepEqual(serious(analyse(text)).map(said), []);
    assert.equal(only(analyse(text), text).reading.sections.length, 6);
  });

  it('all on one line: title and sections are found, the tables are not called missing', () => {
    const text = rows((cells) => cells.join(' ')).split('\n').filter((line) => line.trim() !== '').join(' ');
    assert.deepEqual(serious(analyse(text)).map(said), []);
    const { reading, agency } = only(analyse(text), text);
    assert.equal(agency, '青禾县柳溪镇');
    assert.equal(reading.sections.length, 6);
  });

  it('but a heading with a sentence below it has no table', () => {
    const text = complete.replace(/\| 第二十条第（一）项[^]*?\n\n(?=三、)/, '本年度行政许可、行政处罚、行政强制、行政事业性收费、行政规范性文件的数量见附件。\n\n');
    assert.deepEqual(serious(analyse(text)).map(({ code, severity }) => [code, severity]), [['missing-table', 'warning']]);
  });
});
