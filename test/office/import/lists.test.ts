import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { numeral } from '../../../server/src/office/import/docx/numerals';
import { importText, paragraphsOf } from './support';
import { abstractNum, docx, lvl, num, numPr, p, type Word } from './word';

const lines = async (word: Word): Promise<string[]> => paragraphsOf(await importText('a.docx', await docx(word)));

describe('the numerals Word makes', () => {
  it('count by level, and levels below begin again', async () => {
    const numbering = abstractNum(0, lvl(0, 'chineseCounting', '%1、'), lvl(1, 'chineseCounting', '（%2）'), lvl(2, 'decimal', '%3.')) + num(1, 0);
    const body = [[0, '甲'], [1, '乙'], [1, '丙'], [2, '丁'], [2, '戊'], [1, '己'], [2, '庚'], [0, '辛'], [1, '壬']].map(([level, text]) => p(String(text), numPr(1, Number(level)))).join('');
    assert.deepEqual(await lines({ body, numbering }), ['一、甲', '（一）乙', '（二）丙', '1.丁', '2.戊', '（三）己', '1.庚', '二、辛', '（一）壬']);
  });

  it('go on over text between, and in a list that shares its definition; an own beginning begins anew', async () => {
    const start = (n: number): string => `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${n}"/></w:lvlOverride>`;
    const numbering = abstractNum(0, lvl(0, 'decimal', '第%1条')) + num(1, 0) + num(2, 0) + num(3, 0, start(7));
    const body = [p('甲', numPr(1)), p('之间'), p('乙', numPr(1)), p('丙', numPr(2)), p('丁', numPr(3)), p('戊', numPr(3))].join('');
    assert.deepEqual(await lines({ body, numbering }), ['第1条 甲', '之间', '第2条 乙', '第3条 丙', '第7条 丁', '第8条 戊']);
  });

  it('come from styles too, from those a style is based on, and can be switched off', async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="S"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="T"><w:basedOn w:val="S"/></w:style>`;
    const numbering = abstractNum(0, lvl(0, 'decimal', '%1）'), lvl(1, 'chineseCountingThousand', '%2、', '<w:pStyle w:val="S"/>')) + num(1, 0);
    const body = [p('甲', '<w:pStyle w:val="S"/>'), p('乙', '<w:pStyle w:val="T"/>'), p('丙', `<w:pStyle w:val="S"/>${numPr(0)}`), p('丁', '<w:pStyle w:val="S"/>')].join('');
    assert.deepEqual(await lines({ body, numbering, styles }), ['一、甲', '二、乙', '丙', '三、丁']);
  });

  it('of several levels in one, and in digits where the law wants them', async () => {
    const numbering = abstractNum(0, lvl(0, 'chineseCounting', '第%1章'), lvl(1, 'decimal', '%1.%2'), lvl(2, 'decimal', '%1.%2.%3', '<w:isLgl/>')) + num(1, 0);
    assert.deepEqual(await lines({ body: p('甲', numPr(1)) + p('乙', numPr(1, 1)) + p('丙', numPr(1, 2)), numbering }), ['第一章 甲', '一.1 乙', '1.1.1 丙']);
  });

  it('count an empty paragraph as Word does, and a deleted one not', async () => {
    const numbering = abstractNum(0, lvl(0, 'decimal', '%1.')) + num(1, 0);
    const deleted = `<w:p><w:pPr>${numPr(1)}<w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="2"><w:r><w:delText>删</w:delText></w:r></w:del></w:p>`;
    assert.deepEqual(await lines({ body: p('甲', numPr(1)) + p('', numPr(1)) + deleted + p('乙', numPr(1)), numbering }), ['1.甲', '3.乙']);
  });

  it('are none for bullets, for lists that are not there and for definitions that are broken', async () => {
    const numbering = `${abstractNum(0, lvl(0, 'bullet', '\uf0b7'))}${num(1, 0)}${num(2, 77)}<w:num w:numId="3"/>`;
    assert.deepEqual(await lines({ body: p('甲', numPr(1)) + p('乙', numPr(2)) + p('丙', numPr(3)) + p('丁', numPr(9, 88)), numbering }), ['甲', '乙', '丙', '丁']);
  });

  it('in every format', () => {
    const of = (format: string, ...numbers: number[]): string[] => numbers.map((n) => numeral(n, format));
    assert.deepEqual(of('chineseCountingThousand', 1, 10, 11, 20, 99, 100, 101, 110, 1001, 2024), ['一', '十', '十一', '二十', '九十九', '一百', '一百零一', '一百一十', '一千零一', '二千零二十四']);
    assert.deepEqual(of('chineseCounting', 9, 10, 21), ['九', '十', '二十一']);
    assert.deepEqual(of('japaneseCounting', 15), ['十五']);
    assert.deepEqual(of('chineseLegalSimplified', 10, 25), ['壹拾', '贰拾伍']);
    assert.deepEqual(of('decimalFullWidth', 12), ['１２']);
    assert.deepEqual(of('decimalEnclosedCircle', 1, 20, 21), ['①', '⑳', '21']);
    assert.deepEqual(of('decimalEnclosedParen', 3), ['⑶']);
    assert.deepEqual(of('upperRoman', 4, 14, 1999), ['IV', 'XIV', 'MCMXCIX']);
    assert.deepEqual(of('lowerLetter', 1, 26, 27), ['a', 'z', 'aa']);
    assert.deepEqual(of('ideographTraditional', 1, 10), ['甲', '癸']);
    assert.deepEqual(of('constructor', 5), ['5']);
  });
});
