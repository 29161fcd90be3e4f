import assert from 'node:assert/strict';
import JSZip from 'jszip';
import { describe, it } from 'node:test';
import { importReport } from '../../../server/src/office/import';
import { OfficeProblem } from '../../../server/src/office/types';
import { randomFrom } from '../../support/dice';
import { plainly, report } from '../../support/plain';
import { seed } from '../../support/runs';
import { archive } from './hostile';
import { pageTable, valuesOf, wholeReport, wordTable } from './report';
import { bytesOf, importText, refused } from './support';
import { abstractNum, docx, lvl, num, numPr, p, r, tbl, tc, tr } from './word';

/** Far more than any of these takes, also on a slow machine; far less than what grows with the square of it. */
const PATIENCE = 20_000;

/** Imports or refuses in time; any other error fails. */
async function bounded(name: string, content: string | Uint8Array): Promise<string> {
  const began = performance.now();
  let outcome: string;
  try {
    outcome = (await importText(name, content)).markdown;
  } catch (error) {
    if (!(error instanceof OfficeProblem)) throw error;
    outcome = error.said.zh;
  }
  assert.ok(performance.now() - began < PATIENCE, `${Math.round(performance.now() - began)} ms`);
  return outcome;
}

const compound = (stream: string): Uint8Array => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0), ...[...stream].flatMap((c) => [c.charCodeAt(0), 0]), 0, 0]);
const zipped = (files: Readonly<Record<string, string>>): Promise<Uint8Array> => {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(files)) zip.file(name, content);
  return zip.generateAsync({ type: 'uint8array' });
};
const TYPES = { name: '[Content_Types].xml', data: bytesOf('<Types/>'), method: 0 };

describe('files that are no .docx', () => {
  it('say what they are and what to do', async () => {
    const cases: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
      ['a.doc', compound('WordDocument'), /旧格式的 Word 或 WPS.*用 Word 或 WPS 打开，另存为 \.docx/],
      ['a.wps', compound('WordDocument'), /（\.doc、\.wps）/],
      ['a.docx', compound('EncryptedPackage'), /密码/],
      ['a.xls', compound('Workbook'), /旧格式的 Office 文件/],
      ['a.pdf', '%PDF-1.7\n%\u00e2', /PDF/],
      ['a.docx', '%PDF-1.7', /PDF/],
      ['a.doc', '{\\rtf1\\ansi', /RTF/],
      ['a.xml', '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>', /单个 XML/],
      ['a.zip', await zipped({ '年报.txt': 'x' }), /压缩文件，里面没有 Word 文档/],
      ['a.xlsx', await zipped({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<x/>' }), /表格或演示文件/],
      ['a.odt', await zipped({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }), /OpenDocument/],
      ['a.ofd', await zipped({ 'OFD.xml': '<x/>' }), /OFD/],
      ['a.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), /^a\.png 不是/],
      ['a.docx', '', /空的/],
      ['a.docx', '\u00ff\u0001\u0002\u0003', /不是/],
      ['a.txt', ' \n\u3000\n', /没有文字/],
      ['a.html', '<html><head><title>x</title></head><body><img src=a></body></html>', /没有文字/],
      ['a.docx', await docx({ body: p('') }), /没有文字/],
    ];
    for (const [name, content, expected] of cases) assert.match(await refused(name, content), expected, name);
  });

  it('a text is imported whatever its name says', async () => {
    assert.equal((await importText('a.docx', '甲\n')).markdown, '甲\n');
    assert.equal((await importText('a', '<!DOCTYPE html><p>甲')).markdown, '甲\n');
  });
});

describe('broken and hostile .docx', () => {
  it('that are cut off, misnamed or not well-formed are broken', async () => {
    const whole = await docx({ body: p('甲') });
    for (const length of [5, 30, 200, whole.length - 22, whole.length - 1]) assert.match(await refused('a.docx', whole.slice(0, length)), /损坏/, `${length}`);
    const main = (xml: string): Promise<Uint8Array> => docx({ body: '', files: { 'word/document.xml': xml } });
    const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    for (const xml of ['hello', '', `<w:document ${W}><w:body><w:p>`, `<w:document ${W}><w:body><w:p><w:r></w:p></w:r></w:body></w:document>`, `<w:document ${W}/><w:document ${W}/>`, `<w:document ${W}/>`, '<a/>', `<w:document ${W}><w:body></w:body>`]) assert.match(await refused('a.docx', await main(xml)), /损坏/, xml);
    assert.match(await refused('a.docx', archive([TYPES, { name: 'word/document.xml', data: bytesOf('<a/>'), method: 99 }])), /损坏/);
    assert.match(await refused('a.docx', archive([TYPES, { name: 'word/document.xml', data: bytesOf('<a/>'), flags: 1 }])), /密码/);
  });

  it('with a DOCTYPE or entities are refused, in whatever part', async () => {
    const evil = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    assert.match(await refused('a.docx', await docx({ body: '', files: { 'word/document.xml': `${evil}<w:document xmlns:w="x"><w:p>&x;</w:p></w:document>` } })), /DOCTYPE/);
    for (const part of ['styles', 'numbering', 'footnotes', 'comments', 'header'] as const) assert.match(await refused('a.docx', await docx({ body: p('甲'), [part]: '', files: { [`word/${part}.xml`]: `${evil}<a/>` } })), /DOCTYPE/, part);
    assert.equal((await importText('a.docx', await docx({ body: p('<w:r><w:t>&x;&#65;&amp;</w:t></w:r>') }))).markdown, '&x;A&\n');
  });

  it('bombs never go off: by what they say of their size, and when they lie', async () => {
    const zeros = new Uint8Array(120e6);
    const before = process.memoryUsage().arrayBuffers;
    assert.match(await refused('a.docx', archive([TYPES, { name: 'word/document.xml', data: zeros }])), /太大/);
    assert.match(await refused('a.docx', archive([TYPES, { name: 'word/document.xml', data: zeros, size: 100 }])), /损坏/);
    assert.match(await refused('a.docx', archive([TYPES, { name: 'word/document.xml', data: zeros, size: 15 << 20 }])), /损坏/);
    assert.match(await refused('a.docx', archive([TYPES, ...Array.from({ length: 600 }, (_, i) => ({ name: `${i}.xml`, data: bytesOf('x'), size: 1 << 20 }))])), /太大/);
    assert.match(await refused('a.docx', archive([TYPES, ...Array.from({ length: 6000 }, (_, i) => ({ name: `${i}.xml`, data: bytesOf('x') }))])), /太大/);
    assert.ok(process.memoryUsage().arrayBuffers - before < 300e6);
  });

  it('that are huge or deep are refused or read in time', async () => {
    assert.match(await bounded('a.docx', await docx({ body: '<w:ins>'.repeat(100_000) + '</w:ins>'.repeat(100_000) })), /嵌套太深/);
    assert.match(await bounded('a.docx', await docx({ body: p('年报').repeat(120_000) })), /太大/);
    assert.match(await bounded('a.docx', await docx({ body: p('字'.repeat(3_000_000)) })), /太大/);
    assert.match(await bounded('a.docx', await docx({ body: '<w:tbl><w:tr><w:tc>'.repeat(40) + p('甲') + '</w:tc></w:tr></w:tbl>'.repeat(40) })), /甲/);
    await bounded('a.docx', await docx({ body: `<w:p>${r('字').repeat(50_000)}</w:p>` }));
    await bounded('a.docx', await docx({ body: tbl(tr(...new Array<string>(60).fill('1')).repeat(400)) }));
    await bounded('a.docx', await docx({ body: tbl(tr(tc('甲', '<w:gridSpan w:val="999999999"/>')).repeat(60)) }));
    await bounded('a.docx', await docx({ body: p('x', '<w:pStyle w:val="A0"/>').repeat(20_000), styles: Array.from({ length: 10_000 }, (_, i) => `<w:style w:styleId="A${i}"><w:basedOn w:val="A${i + 1}"/></w:style>`).join('') }));
    await bounded('a.docx', await docx({ body: p(`${'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(20_000)}${r('字').repeat(20_000)}${'<w:r><w:fldChar w:fldCharType="end"/></w:r>'.repeat(20_000)}`) + p('甲') }));
    await bounded('a.docx', await docx({ body: p('<w:r><w:footnoteReference w:id="1"/></w:r>'.repeat(30_000)), footnotes: `<w:footnote w:id="1">${p('<w:r><w:footnoteReference w:id="1"/></w:r>')}</w:footnote>` }));
    await bounded('a.docx', await docx({ body: p('甲', '<w:pStyle w:val="A"/>'), styles: '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>' }));
  });
});

describe('hostile pages and texts', () => {
  it('cost no more than their length', async () => {
    const page = (body: string): Promise<string> => bounded('a.html', body);
    assert.match(await page('<div>'.repeat(200_000) + '甲'), /嵌套太深/);
    assert.equal(await page(`${'<div>'.repeat(1000)}甲${'</div>'.repeat(1000)}乙`), '甲\n\n乙\n');
    assert.match(await page('<p>字</p>'.repeat(400_000)), /太大/);
    assert.match(await page('<table><tr><td rowspan="999999999" colspan="999999999">甲</td><td>乙</td></tr><tr><td>丙</table>'), /甲[\s\S]*乙[\s\S]*丙/);
    await page(`<table>${'<tr><td rowspan=999999999 colspan=999999999>甲</td></tr>'.repeat(2000)}</table>`);
    await page(`<table>${`<tr>${'<td rowspan=1000 colspan=1000>a</td>'.repeat(100)}</tr>`.repeat(200)}</table>`);
    await page('<table><tr><td>'.repeat(400) + 'x');
    await page(`<p>${'\n<b>字</b>'.repeat(60_000)}</p>`);
    await page(`<p>甲${'\u3000'.repeat(500_000)}乙</p><table><tr><td>甲${'&nbsp;'.repeat(300_000)}乙</td></tr></table>`);
    await page(`<p>字</p><img src="data:image/png;base64,${'A'.repeat(10_000_000)}">`);
    await page(`<p>字</p><a href="${'A'.repeat(3_000_000)}`);
    await page('<'.repeat(500_000));
    await page(`<p>a</p>${'<!--'.repeat(300_000)}`);
    await bounded('a.txt', `甲${' '.repeat(500_000)}乙`);
    await bounded('a.txt', '|'.repeat(500_000));
    await bounded('a.txt', '政府信息公开年度报告\n'.repeat(50_000));
    await bounded('a.mht', `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="-"\r\n\r\n${'-'.repeat(500_000)}`);
  });

  it('many reports in one text are all written anew', async () => {
    const one = plainly(report('few', 3), '2').text;
    const { markdown, notices } = await importText('a.txt', `${one}\n`.repeat(20));
    assert.equal(markdown.match(/^# .*年度报告$/gm)?.length ?? 0, markdown.match(/年政府信息公开工作年度报告$/gm)?.length ?? -1);
    assert.deepEqual(notices, []);
    assert.ok(!markdown.includes('<table'));
  });
});

describe('random bytes', () => {
  it('give a draft or a problem, nothing else', async () => {
    const random = randomFrom(seed);
    const model = report('few', 9);
    const word = await docx({ body: wholeReport(model, { title: (text) => p(text), heading: (text) => p(text, numPr(1)), text: (text) => p(`<w:ins w:id="1">${r(text)}</w:ins>`), table: (table) => wordTable(table, valuesOf(model)) }), numbering: abstractNum(0, lvl(0, 'chineseCounting', '%1、')) + num(1, 0), styles: '<w:style w:styleId="a"/>' });
    const page = bytesOf(wholeReport(model, { title: (text) => `<h1>${text}</h1>`, heading: (text) => `<p>${text}</p>`, text: (text) => `<p>${text}</p>`, table: (table) => pageTable(table, valuesOf(model)) }));
    const xml = await new JSZip().loadAsync(word).then((zip) => zip.file('word/document.xml')?.async('string')) ?? '';
    for (let i = 0; i < 150; i++) {
      const about = `seed ${seed}, case ${i}`;
      const kind = i % 5;
      let bytes: Uint8Array;
      if (kind === 0) bytes = Uint8Array.from({ length: random(3000) }, () => random(256));
      else if (kind === 4) bytes = await docx({ body: '', files: { 'word/document.xml': mutated(bytesOf(xml), random) } });
      else bytes = mutated(kind === 1 ? page : word, random);
      // Some begin as what they are not.
      if (i % 7 === 0) bytes = Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes.subarray(4)]);
      try {
        await importReport(['a.docx', 'a.html', 'a.txt', 'a.mht'][random(4)] ?? '', bytes);
      } catch (error) {
        assert.ok(error instanceof OfficeProblem, `${about}: ${error instanceof Error ? error.stack : String(error)}`);
      }
    }
  });
});

/** A few bytes changed, doubled or taken out, and now and then the end cut off. */
function mutated(bytes: Uint8Array, random: (n: number) => number): Uint8Array {
  let out = Array.from(bytes);
  for (let i = random(12); i >= 0; i--) {
    const at = random(out.length);
    const what = random(5);
    if (what === 0) out.splice(at, random(40));
    else if (what === 1) out = [...out.slice(0, at), ...out.slice(at, at + random(60)), ...out.slice(at)];
    else out[at] = random(256);
  }
  return Uint8Array.from(random(6) === 0 ? out.slice(0, random(out.length)) : out);
}
