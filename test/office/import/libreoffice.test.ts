import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { analyse } from '../../../server/src/core';
import { previewHtml } from '../../../server/src/core/preview';
import { importReport } from '../../../server/src/office/import';
import { report } from '../../support/plain';
import { convert, withoutLibreOffice } from '../libreoffice.mjs';
import { pageTable, valuesOf, wholeReport } from './report';
import { dataOf, refused, saidBy } from './support';

const test = join(__dirname, '..', '..');
const samples = readdirSync(join(test, 'samples')).filter((file) => /\.(?:md|txt|nianbao)$/.test(file) && file !== 'README.md').map((file) => join(test, 'samples', file));
const drafts = [...samples, join(test, 'docs/complete-report.md')].map((file) => readFileSync(file, 'utf8'));
const models = [report('some', 21), report('huge', 22), report('nothing', 23), report('many', 24, '2019')];

const page = (body: string): string => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title><style>td,th{border:1px solid}</style></head><body>${body}</body></html>`;
/** A draft as it is published, without what the preview adds. */
const published = (draft: string): string => page(previewHtml(analyse(draft, { assumeReport: true })).replace(/ (?:data-\w+|title|class|aria-label)="[^"]*"/g, '').replace(/<\/?mark>/g, ''));
const made = (model: (typeof models)[number]): string => page(wholeReport(model, { title: (text) => `<h1>${text}</h1>`, heading: (text, n) => `<h2>${'一二三四五六'.charAt(n - 1)}、${text}</h2>`, text: (text) => `<p>${text}</p>`, table: (table) => pageTable(table, valuesOf(model)) }));
/** The same as a draft with tables in HTML. */
const drafted = (model: (typeof models)[number]): string => wholeReport(model, { title: (text) => `# ${text}\n`, heading: (text, n) => `## ${'一二三四五六'.charAt(n - 1)}、${text}\n`, text: (text) => `${text}\n`, table: (table) => `${pageTable(table, valuesOf(model))}\n` });

describe('documents that LibreOffice wrote', { skip: withoutLibreOffice() }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'import-'));
  /** Each with what is to be read of it. */
  let files: { readonly page: string; readonly word: string; readonly again: string; readonly data: string }[] = [];
  before(() => {
    const pages = [...drafts.map(published), ...models.map(made)];
    const names = pages.map((content, i) => {
      const name = join(folder, `${i}.html`);
      writeFileSync(name, content);
      return name;
    });
    const word = convert(names, 'docx:MS Word 2007 XML', folder);
    const again = convert(word, 'html:HTML (StarWriter):UTF8', mkdtempSync(join(folder, 'again-')));
    files = pages.map((content, i) => ({ page: content, word: word[i] ?? '', again: again[i] ?? '', data: dataOf([...drafts, ...models.map(drafted)][i] ?? '') }));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const kind of ['word', 'again'] as const) {
    it(`${kind === 'word' ? 'as .docx, with merged cells,' : 'as a page, made of that .docx,'} give the same title, sections and cells`, async () => {
      for (const each of files) {
        const { markdown, notices } = await importReport(each[kind], readFileSync(each[kind]));
        assert.equal(dataOf(markdown), each.data, `${each.page}\n=>\n${markdown}`);
        assert.deepEqual(saidBy({ markdown, notices }), [], markdown);
        assert.ok(!markdown.includes('<table'), markdown);
        for (const [, text = ''] of each.page.matchAll(/<(?:p|h\d)(?: [^>]*)?>(.*?)<\/(?:p|h\d)>/gs)) {
          const words = text.replace(/<[^>]*>|\s/g, '').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
          assert.ok(markdown.replace(/[\s#]/g, '').includes(words), `${words}\n${markdown}`);
        }
      }
    });
  }

  it('as .doc are refused with what to do, and so are RTF and ODT', async () => {
    const [first] = files;
    for (const [to, expected] of [['doc', /旧格式的 Word/], ['rtf', /RTF/], ['odt', /OpenDocument/]] as const) {
      const [file = ''] = convert([first?.word ?? ''], to, folder);
      assert.match(await refused(file, readFileSync(file)), expected);
    }
  });
});
