/** What is exported is valid by Word's own schema, and another program opens it and reads the same words and cells. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { convert, withoutLibreOffice } from '../libreoffice.mjs';
import { faultsOf, withoutSchema } from '../schema/validate.mjs';
import { behind, faultless, page, sample, tablesOf, textOf, documentOf, trialForm, word } from './support';
import { templates } from './templates';

const folder = mkdtempSync(join(tmpdir(), 'export-'));
const files: string[] = [];
const written = new Map<string, Uint8Array>();

const drafts: Readonly<Record<string, string>> = {
  faultless,
  trialForm,
  html: sample('html.md'),
  stacked: sample('stacked.txt'),
  spaced: sample('spaced.txt'),
  word: sample('indented.txt'),
  huge: faultless.replace(/\| 57 /, `| ${'9'.repeat(200)} `).replace(/\| 9 /, '| 123456789012345 '),
  long: behind(Array.from({ length: 60 }, (_, i) => `（${i}）第${i}段的文字很长，${'推进政府信息公开工作，'.repeat(20)}到此为止。`).join('\n\n')),
  manyPages: behind(`| 项目 | 数量 | 说明 |\n| --- | --- | --- |\n${Array.from({ length: 150 }, (_, i) => `| 第${i}项公开事项 | ${i * 37} | 已经公开 |`).join('\n')}`),
  hostile: behind('控制\u0001字符 ]]> <w:p/> & \ud800 &#0; “引号” **粗** <script>x</script>\n\n| ]]> | </w:tc> |\n| --- | --- |\n| \u000b | 𠮷 |'),
  bare: '# 青禾县教育局2024年政府信息公开工作年度报告\n\n## 一、总体情况\n',
};

before(async () => {
  const put = (name: string, bytes: Uint8Array): void => {
    writeFileSync(join(folder, `${name}.docx`), bytes);
    files.push(join(folder, `${name}.docx`));
    written.set(name, bytes);
  };
  for (const [name, text] of Object.entries(drafts)) put(name, await word(text, { allowPlaceholders: true }));
  for (const [name, make] of Object.entries(templates)) put(`template-${name}`, await word(faultless, { template: await make() }));
  put('template-own', await word(faultless, { template: await word(trialForm) }));
});
after(() => rmSync(folder, { recursive: true, force: true }));

test('valid by the schema', { skip: withoutSchema() }, async () => assert.deepEqual(await faultsOf(files), []));

test('the schema finds what is wrong', { skip: withoutSchema() }, async () => {
  const { unzipSync, zipSync, strFromU8, strToU8 } = await import('fflate');
  const broken = unzipSync(await word(faultless));
  broken['word/document.xml'] = strToU8(strFromU8(broken['word/document.xml'] as Uint8Array).replace('<w:tblGrid>', '<w:tblGrid/><w:tblGrid>'));
  writeFileSync(join(folder, 'broken.docx'), zipSync(broken));
  assert.notDeepEqual(await faultsOf([join(folder, 'broken.docx')]), []);
});

/** The words of a page or document, whatever is between them. */
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

test('LibreOffice opens every document and reads the same words', { skip: withoutLibreOffice() }, () => {
  const texts = convert(files, 'txt:Text (encoded):UTF8', folder);
  [...written].forEach(([name, bytes], i) => {
    const read = letters(readFileSync(texts[i] ?? '', 'utf8'));
    const own = documentOf(bytes).match(/<w:p>[\s\S]*?<\/w:p>/g) ?? [];
    let at = 0;
    for (const paragraph of own.map(textOf).map(letters)) {
      const found = read.indexOf(paragraph, at);
      assert.ok(found >= 0, `${name}: ${paragraph}`);
      at = found + paragraph.length;
    }
  });
});

test('LibreOffice reads the same cells, from the document and from the page', { skip: withoutLibreOffice() }, async () => {
  const pages = ['faultless', 'trialForm'].map((name) => join(folder, `page-${name}.html`));
  for (const [i, name] of (['faultless', 'trialForm'] as const).entries()) writeFileSync(pages[i] ?? '', await page(drafts[name] ?? ''));
  const fromWord = convert(['faultless', 'trialForm'].map((name) => join(folder, `${name}.docx`)), 'html:HTML (StarWriter):EmbedImages', folder);
  const fromPage = convert(pages, 'html:HTML (StarWriter):EmbedImages', mkdtempSync(join(folder, 'pages-')));
  for (const [i, name] of (['faultless', 'trialForm'] as const).entries()) {
    const expected = tablesOf(written.get(name) ?? new Uint8Array()).map((rows) => rows.map((row) => row.filter((cell) => !cell.endsWith('↑')).map((cell) => letters(cell.replace(/→\d+|[↓↑]/g, '')))));
    for (const file of [fromWord[i], fromPage[i]]) {
      const html = readFileSync(file ?? '', 'utf8');
      const tables = html.split(/<table/i).slice(1).map((table) => (table.split(/<\/table>/i)[0] ?? '').split(/<tr/i).slice(1).map((row) => row.split(/<t[dh]\b/i).slice(1).map((cell) => letters(cell.replace(/^[^>]*>/, '').replace(/<[^>]*>/g, '').replace(/&[a-z]+;/g, '')))));
      assert.deepEqual(tables, expected, file);
    }
  }
});
