import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyse } from '../../../server/src/core';
import { randomFrom } from '../../support/dice';
import { only } from '../../support/expect';
import { report } from '../../support/plain';
import { seed } from '../../support/runs';
import { valuesOf, wholeReport, wordTable } from './report';
import { importText } from './support';
import { docx, p, r, tbl, tc } from './word';

/** Writes random content of a Word document; every piece of text is a word of its own, seen or not. */
class Writer {
  private count = 0;
  readonly seen: string[] = [];
  readonly unseen: string[] = [];

  constructor(private readonly random: (n: number) => number) {}

  private word(visible: boolean): string {
    // No word is part of another one.
    const word = `词${String(++this.count).replace(/\d/g, (c) => '甲乙丙丁戊己庚辛壬癸'.charAt(Number(c)))}尾`;
    (visible ? this.seen : this.unseen).push(word);
    return word;
  }

  private times(most: number, write: () => string): string {
    return Array.from({ length: 1 + this.random(most) }, write).join('');
  }

  blocks(depth: number, visible = true): string {
    return this.times(4, () => this.block(depth, visible));
  }

  private block(depth: number, visible: boolean): string {
    switch (depth <= 0 ? 0 : this.random(9)) {
      case 1: return this.table(depth - 1, visible);
      case 2: return `<w:sdt><w:sdtPr/><w:sdtContent>${this.blocks(depth - 1, visible)}</w:sdtContent></w:sdt>`;
      case 3: return `<w:ins w:id="1">${this.blocks(depth - 1, visible)}</w:ins>`;
      case 4: return `<w:moveFrom w:id="1">${this.blocks(depth - 1, false)}</w:moveFrom>`;
      case 5: return `<w:customXml>${this.blocks(depth - 1, visible)}</w:customXml>`;
      // The end of the paragraph is deleted: it runs together with the next one.
      case 6: return `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${this.inline(depth - 1, visible)}</w:p>`;
      default: return `<w:p>${this.inline(depth, visible)}</w:p>`;
    }
  }

  private inline(depth: number, visible: boolean): string {
    return this.times(3, () => this.piece(depth, visible));
  }

  private piece(depth: number, visible: boolean): string {
    const inner = (shown = visible): string => this.inline(depth - 1, shown);
    switch (depth <= 0 ? 0 : this.random(13)) {
      case 1: return `<w:ins w:id="1">${inner()}</w:ins>`;
      case 2: return `<w:del w:id="1"><w:r><w:delText>${this.word(false)}</w:delText></w:r></w:del>`;
      case 3: return `<w:moveFrom w:id="1">${inner(false)}</w:moveFrom>`;
      case 4: return `<w:moveTo w:id="1">${inner()}</w:moveTo>`;
      case 5: return `<w:hyperlink r:id="x">${inner()}</w:hyperlink>`;
      case 6: return `<w:smartTag>${inner()}</w:smartTag>`;
      case 7: return r(this.word(false), '<w:vanish/>');
      case 8: return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF ${this.word(false)}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${inner()}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
      case 9: {
        const box = `<w:txbxContent>${this.blocks(depth - 2, visible)}</w:txbxContent>`;
        return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
      }
      case 10: return `<w:r><w:t>${this.word(visible)}</w:t><w:br/><w:tab/><w:t>${this.word(visible)}</w:t></w:r>`;
      case 11: return `<w:r><w:ruby><w:rt>${r(this.word(false))}</w:rt><w:rubyBase>${inner()}</w:rubyBase></w:ruby></w:r>`;
      default: return r(this.word(visible));
    }
  }

  private table(depth: number, visible: boolean): string {
    const columns = 1 + this.random(4);
    return tbl(this.times(5, () => {
      const gone = this.random(8) === 0;
      let cells = '';
      for (let at = 0; at < columns; ) {
        const span = 1 + this.random(columns - at);
        const covered = this.random(6) === 0;
        cells += tc(covered ? p('') : this.blocks(depth - 1, visible && !gone), `<w:gridSpan w:val="${span}"/>${covered ? '<w:vMerge/>' : this.random(4) === 0 ? '<w:vMerge w:val="restart"/>' : ''}`);
        at += span;
      }
      return `<w:tr>${gone ? '<w:trPr><w:del w:id="1"/></w:trPr>' : ''}${cells}</w:tr>`;
    }));
  }
}

/** Whatever stands around them, the tables of the report are read to the cell and written as standard tables. */
function assertValues(markdown: string, model: ReturnType<typeof report>, about: string): void {
  const read = only(analyse(markdown), about);
  for (const [key, value] of model.values) {
    const [table = '', row = '', column = ''] = key.split('/');
    assert.equal(read.cell(table, row, column)?.text, value, `${key}: ${about}`);
  }
  assert.ok(read.reading.tables.every(({ layout }) => layout === 'pipe'), about);
}

describe('every word of a Word document', () => {
  it('that is seen stands in the draft once, and none that is not', async () => {
    for (let i = 0; i < 60; i++) {
      const writer = new Writer(randomFrom(seed + i));
      const model = report('few', i);
      // In a document of no kind, or between the parts of a report.
      const random = i % 3 === 0 ? p('开头') + writer.blocks(5) : wholeReport(model, { title: (text) => p(text), heading: (text, n) => p(`${'一二三四五六'.charAt(n - 1)}、${text}`), text: (text) => p(text) + writer.blocks(4), table: (table) => writer.blocks(2) + wordTable(table, valuesOf(model)) + writer.blocks(2) });
      const { markdown } = await importText('a.docx', await docx({ body: random }));
      const plain = markdown.replace(/\s|<br>/g, '');
      const about = `seed ${seed}, case ${i}\n${random}\n=>\n${markdown}`;
      if (i % 3 !== 0) assertValues(markdown, model, about);
      for (const word of writer.seen) assert.equal(plain.split(word).length - 1, 1, `${word}: ${about}`);
      for (const word of writer.unseen) assert.ok(!plain.includes(word), `${word}: ${about}`);
    }
  });
});
