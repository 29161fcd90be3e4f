import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentOf, faultless, paragraphsOf, partsOf, tablesOf, trialForm, word } from './support';

test('the page of GB/T 9704', async () => {
  const xml = documentOf(await word(faultless));
  const section = /<w:sectPr>.*<\/w:sectPr>/.exec(xml)?.[0] ?? '';
  // 210 × 297 mm; 37, 26, 35 and 28 mm; 22 lines: in twips.
  assert.match(section, /<w:pgSz w:w="11906" w:h="16838"/);
  assert.match(section, /<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
  assert.match(section, /<w:docGrid w:type="lines" w:linePitch="579"\/>/);
  assert.equal(Math.floor((16838 - 2098 - 1984) / 579), 22);
});

test('28 characters stand in a line of text', async () => {
  const styles = partsOf(await word(faultless)).get('word/styles.xml') ?? '';
  const body = /<w:style [^>]*w:styleId="ReportBody".*?<\/w:style>/.exec(styles)?.[0] ?? '';
  const closer = Number(/<w:spacing w:val="(-?\d+)"/.exec(body)?.[1]);
  assert.equal(Math.floor((11906 - 1587 - 1474) / (320 + closer)), 28);
  assert.match(body, /<w:ind w:firstLine="640" w:firstLineChars="200"\/>/);
  for (const [id, font, size] of [['Title', '方正小标宋简体', 44], ['Heading1', '黑体', 32], ['Heading2', '楷体_GB2312', 32]] as const) {
    const style = new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`).exec(styles)?.[0] ?? '';
    assert.ok(style.includes(`w:eastAsia="${font}"`) && style.includes(`<w:sz w:val="${size}"/>`), style);
  }
  assert.match(partsOf(await word(faultless)).get('word/fontTable.xml') ?? '', /<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,/);
});

test('page numbers — 1 — stand at the right of odd pages and the left of even ones', async () => {
  const parts = partsOf(await word(faultless));
  const [odd = '', even = ''] = [1, 2].map((n) => /<w:p>.*<\/w:p>/.exec(parts.get(`word/footer${n}.xml`) ?? '')?.[0]);
  assert.match(odd, /<w:ind w:right="280"\/><w:jc w:val="right"\/>/);
  assert.match(even, /<w:ind w:left="280"\/><w:jc w:val="left"\/>/);
  for (const each of [odd, even]) assert.equal(each.replace(/<w:instrText[^>]*>PAGE<\/w:instrText>/, '1').replace(/<[^>]*>/g, ''), '— 1 —');
  assert.match(parts.get('word/settings.xml') ?? '', /<w:evenAndOddHeaders\/>/);
});

test('headings are styles of Word, topics are told apart in front of their text', async () => {
  const paragraphs = paragraphsOf(await word(faultless));
  assert.equal(paragraphs[0], 'Title: 青禾县教育局\n2024年政府信息公开工作年度报告');
  assert.deepEqual(paragraphs.filter((each) => each.startsWith('Heading1: ')).map((each) => each.slice(10, 12)), ['一、', '二、', '三、', '四、', '五、', '六、']);
  assert.match(documentOf(await word(faultless)), /<w:rStyle w:val="ReportPart"\/><\/w:rPr><w:t[^>]*>（一）主动公开情况。<\/w:t>/);
});

test('the tables are the official forms with merged cells', async () => {
  const [two = [], three = [], four = []] = tablesOf(await word(faultless));
  assert.deepEqual(two.slice(0, 3), [['第二十条第（一）项→4'], ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'], ['规章', '0', '0', '0']]);
  assert.deepEqual(three.slice(0, 2), [['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）→3↓', '申请人情况→7'], ['→3↑', '自然人↓', '法人或其他组织→5', '总计↓']]);
  assert.deepEqual(three[5]?.slice(0, 3), ['三、本年度办理结果↓', '（一）予以公开→2', '5']);
  assert.equal(four.length, 4);
  assert.equal(tablesOf(await word(trialForm))[0]?.length, 18);
});

test('tables fit between the margins, heads come again, rows are not cut, figures stand at the right', async () => {
  const long = faultless.replace(/\| 57 /, '| 12345678.1234 ').replace(/\| 9 /, '| 12345678 ');
  const xml = documentOf(await word(long));
  for (const [table] of xml.matchAll(/<w:tbl>[\s\S]*?<\/w:tbl>/g)) {
    const widths = [...(/<w:tblGrid>.*?<\/w:tblGrid>/.exec(table)?.[0] ?? '').matchAll(/w:w="(\d+)"/g)].map(([, width]) => Number(width));
    assert.equal(widths.reduce((sum, width) => sum + width, 0), 11906 - 1587 - 1474);
    for (const [row] of table.matchAll(/<w:tr>[\s\S]*?<\/w:tr>/g)) assert.match(row, /<w:cantSplit\/>/);
    assert.ok(widths.every((width) => width > 400), String(widths));
  }
  const heads = [...xml.matchAll(/<w:tbl>[\s\S]*?<\/w:tbl>/g)].map(([table]) => table.split('<w:tblHeader/>').length - 1);
  assert.deepEqual(heads, [0, 3, 3]);
  assert.match(xml, /<w:jc w:val="right"\/><\/w:pPr><w:r>(?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t[^>]*>12345678<\/w:t>/);
});

test('the properties tell the title and language, not who, when or where', async () => {
  const parts = partsOf(await word(faultless));
  assert.equal((parts.get('docProps/core.xml') ?? '').replace(/<\?.*?\?>|xmlns:\w+="[^"]*"|\s/g, ''), '<cp:coreProperties><dc:title>青禾县教育局2024年政府信息公开工作年度报告</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>');
  for (const [path, xml] of parts) assert.doesNotMatch(xml, /creator|lastModified|Un-named|<dcterms|C:\\|\/home\/|w:rsid/i, path);
});

test('the same draft gives the same bytes', async () => {
  const first = await word(faultless);
  await new Promise((resolve) => setTimeout(resolve, 2100));
  assert.deepEqual(await word(faultless), first);
});

test('nothing a draft holds breaks the XML', async () => {
  const hostile = `${faultless}\n]]> <w:p/> &#0; &#xd800; &#65535; \u0001\u000b\u001f \ufffe\uffff \udc00\ud800 <!DOCTYPE x> <?xml?> "'&amp;lt;\n\n| ]]> | 1 |\n| --- | --- |\n| </w:t> | ${'9'.repeat(10_000)} |\n`;
  for (const xml of partsOf(await word(hostile, { allowPlaceholders: true })).values()) {
    assert.doesNotMatch(xml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|&#/);
    assert.doesNotMatch(xml.replace(/&(?:amp|lt|gt|quot|apos);/g, ''), /&|\]\]>|<!|<[?](?!xml version)/);
  }
});
