import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { exportReport } from '../../../server/src/office/export';
import { documentOf, faultless, paragraphsOf, partsOf, refused, word } from './support';
import { templates } from './templates';

/** A template with a file of it changed, or one more. */
async function changed(path: string, how: (text: string) => string): Promise<Uint8Array> {
  const files: Zippable = unzipSync(await templates.letterhead());
  files[path] = strToU8(how(new TextDecoder().decode(files[path] as Uint8Array | undefined)));
  return zipSync(files);
}

test('a letterhead: its paper, header, picture and footer, our text', async () => {
  const { bytes, notices } = await exportReport(faultless, { format: 'docx', template: await templates.letterhead() });
  const parts = partsOf(bytes);
  const section = /<w:sectPr.*<\/w:sectPr>/.exec(parts.get('word/document.xml') ?? '')?.[0] ?? '';
  assert.match(section, /<w:headerReference .*<w:footerReference .*<w:pgMar w:top="2000" w:right="1800" w:bottom="1800" w:left="1800"/);
  assert.match(parts.get('word/header1.xml') ?? '', /青禾县人民政府办公室文件/);
  assert.ok(parts.has('word/media/image1.png'));
  assert.deepEqual(paragraphsOf(bytes).slice(0, 1), ['Title: 青禾县教育局\n2024年政府信息公开工作年度报告']);
  assert.doesNotMatch(documentOf(bytes), /旧的正文/);
  assert.deepEqual(notices.map(({ zh }) => zh), ['模板正文里的文字没有用；要保留，请在模板里放年报的地方单独写一段 {{正文}}']);
  // The tables are as wide as its margins leave.
  const grid = /<w:tblGrid>.*?<\/w:tblGrid>/.exec(documentOf(bytes))?.[0] ?? '';
  assert.equal([...grid.matchAll(/w:w="(\d+)"/g)].reduce((sum, [, width]) => sum + Number(width), 0), Number(/<w:pgSz w:w="(\d+)"/.exec(section)?.[1]) - 3600);
});

test('a place for the report: what stands around it stays, its styles are used', async () => {
  const { bytes, notices } = await exportReport(faultless, { format: 'docx', template: await templates.place() });
  const paragraphs = paragraphsOf(bytes);
  assert.deepEqual([paragraphs[0], paragraphs.at(-1)], [': 青禾县文件', ': 抄送：各股室']);
  assert.deepEqual(notices, []);
  const styles = partsOf(bytes).get('word/styles.xml') ?? '';
  assert.equal(styles.match(/<w:name w:val="heading 1"/gi)?.length, 1);
  assert.match(styles, /w:styleId="Heading1".*?微软雅黑/);
  // Its own text is set for an official document: ours takes its font.
  assert.doesNotMatch(/<w:style [^>]*w:styleId="ReportBody".*?<\/w:style>/.exec(styles)?.[0] ?? '', /rFonts|<w:sz /);
});

test('a template that sets nothing for such a document gives only its page', async () => {
  const styles = partsOf(await word(faultless, { template: await templates.empty() })).get('word/styles.xml') ?? '';
  assert.match(/<w:style [^>]*w:styleId="ReportBody".*?<\/w:style>/.exec(styles)?.[0] ?? '', /w:eastAsia="仿宋_GB2312".*<w:sz w:val="32"\/>/);
  assert.match(/<w:style [^>]*w:styleId="Heading1".*?<\/w:style>/.exec(styles)?.[0] ?? '', /w:eastAsia="黑体"/);
  assert.doesNotMatch(/<w:style [^>]*w:styleId="ReportTableHead".*?<\/w:style>/.exec(styles)?.[0] ?? '', /<w:sz /);
});

test('an exported report is a template of itself', async () => {
  const own = await word(faultless);
  assert.deepEqual(paragraphsOf(await word(faultless, { template: own })), paragraphsOf(own));
});

test('nothing of a template tells of its author', async () => {
  for (const make of Object.values(templates)) for (const [path, xml] of partsOf(await word(faultless, { template: await make() }))) assert.doesNotMatch(xml, /张三|李四/, path);
});

test('a template that is none, broken or dangerous is refused', async () => {
  const none = '模板不是 Word 文档（.docx），或者坏了';
  const whole = await templates.letterhead();
  for (const bytes of [new Uint8Array(), strToU8('年报'), strToU8('%PDF-1.4'), new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), whole.slice(0, 3000), zipSync({ 'a.txt': strToU8('x') })]) assert.equal(await refused(faultless, { template: bytes }), none);
  assert.equal(await refused(faultless, { template: await changed('word/document.xml', (xml) => xml.replace('</w:body>', '')) }), none);
  assert.equal(await refused(faultless, { template: await changed('word/header1.xml', (xml) => xml.replace('?>', '?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>')) }), '模板里有外部定义，不能用');
  assert.equal(await refused(faultless, { template: await changed('word/_rels/header1.xml.rels', (xml) => xml.replace(/Target="[^"]*"/, 'Target="http://example.com/a.png" TargetMode="External"')) }), '模板引用了别处的文件，不能用');
  assert.equal(await refused(faultless, { template: await changed('word/header1.xml', (xml) => xml.replace('<w:p>', '<w:p><w:ins w:id="1" w:author="张三"/>')) }), '模板的页眉或页脚里有修订或批注，请先接受或删去');
  assert.equal(await refused(faultless, { template: await changed('word/large.xml', () => ' '.repeat(70_000_000)) }), '模板太大');
});
