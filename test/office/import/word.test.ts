import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importText, paragraphsOf, saidBy } from './support';
import { docx, p, r, tbl, tc, tr, type Word } from './word';

const read = async (word: Word): ReturnType<typeof importText> => importText('a.docx', await docx(word));
const del = (text: string): string => `<w:del w:id="1"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
const ins = (text: string): string => `<w:ins w:id="1">${r(text)}</w:ins>`;
const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
const separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>';
const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
const field = (code: string, shown: string): string => `${begin}<w:r><w:instrText>${code}</w:instrText></w:r>${separate}${r(shown)}${end}`;

describe('tracked changes', () => {
  it('are accepted, and said', async () => {
    const body = p(ins('新增') + r('原文') + del('删去')) + `<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>${r('前段')}</w:p>${p('后段')}`;
    const made = await read({ body });
    assert.deepEqual(paragraphsOf(made), ['新增原文', '前段后段']);
    assert.ok(saidBy(made).some((said) => said.includes('修订标记（3 处）')), saidBy(made).join());
  });

  it('of moved text: it stands where it went', async () => {
    const body = `<w:moveFrom w:id="1">${p('移走的段')}</w:moveFrom>${p(`<w:moveFrom w:id="2">${r('移走')}</w:moveFrom>${r('留')}`)}<w:p><w:pPr><w:rPr><w:moveFrom w:id="3"/></w:rPr></w:pPr></w:p>${p(`<w:moveTo w:id="4">${r('移来')}</w:moveTo>`)}`;
    assert.deepEqual(paragraphsOf(await read({ body })), ['留', '移来']);
  });

  it('of rows and cells: a merged cell that began in a deleted row begins in the next one', async () => {
    const body = tbl(
      tr('类', '数'),
      `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${tc('旧', '<w:vMerge w:val="restart"/>')}${tc('1')}</w:tr>`,
      tr(tc('', '<w:vMerge/>'), '2'),
      tr(tc('', '<w:vMerge/>'), tc('多', '<w:cellDel w:id="2"/>'), '3'),
      tr('甲', tc(p(del('8') + ins('9')))),
    );
    assert.match((await read({ body })).markdown, /\| 类 +\| 数 +\|\n\| -+ \| -+ \|\n\| +\| 2 +\|\n\| +\| 3 +\|\n\| 甲 +\| 9 +\|/);
  });

  it('are not spoken of where there are none', async () => {
    assert.ok(!saidBy(await read({ body: p('甲') })).some((said) => said.includes('修订')));
  });
});

describe('text boxes', () => {
  const box = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`;
  const drawing = (text: string): string => `<w:drawing><wp:anchor><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx>${box(text)}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`;
  const old = (text: string): string => `<w:pict><v:shape><v:textbox>${box(text)}</v:textbox></v:shape></w:pict>`;

  it('come once, behind their paragraph, whichever way they are stored', async () => {
    const both = `<mc:AlternateContent><mc:Choice Requires="wps">${drawing('框一')}</mc:Choice><mc:Fallback>${old('框一')}</mc:Fallback></mc:AlternateContent>`;
    const body = p(`${r('外')}<w:r>${both}</w:r>${r('后')}`) + p(`<w:r>${drawing('框二')}</w:r>`) + p(`<w:r>${old('框三')}</w:r>`) + p(`<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawing('框四')}</mc:Choice></mc:AlternateContent></w:r>`);
    assert.deepEqual(paragraphsOf(await read({ body })), ['外后', '框一', '框二', '框三', '框四']);
  });
});

describe('fields and bookmarks', () => {
  it('leave what they show; codes, contents and page numbers go', async () => {
    const toc = `<w:p>${begin}<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>${separate}${r('一、总体情况')}${field('PAGEREF _Toc1', '1')}</w:p>${p(r('二、其他\t2') + end)}`;
    const body = `${p(`<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>${field(' DATE \\@ "yyyy" ', '2024')}${r('年')}`)}${toc}${p(`<w:fldSimple w:instr="REF x">${r('三')}</w:fldSimple><w:hyperlink r:id="rId9">${r('链接')}</w:hyperlink>${field(' PAGE ', '7')}`)}`;
    const made = await read({ body });
    assert.deepEqual(paragraphsOf(made), ['2024年', '三链接']);
    assert.ok(saidBy(made).includes('目录没有导入。'));
  });

  it('a code is no text even where it is written as text, and nothing is swallowed where fields do not end', async () => {
    assert.deepEqual(paragraphsOf(await read({ body: p(`${begin}${r('IF 1=1')}${separate}${r('果')}${end}`) })), ['果']);
    assert.deepEqual(paragraphsOf(await read({ body: p(begin + r('甲')) + p('乙') })), ['甲', '乙']);
    assert.deepEqual(paragraphsOf(await read({ body: p(r('甲') + end) + p(`${begin}${r('乙')}`) })), ['甲', '乙']);
  });

  it('boxes to tick show whether they are', async () => {
    const tick = (on: string): string => `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>${on}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>${end}`;
    assert.deepEqual(paragraphsOf(await read({ body: p(tick('<w:checked/>') + r('是') + tick('<w:checked w:val="0"/>') + r('否')) })), ['☑是☐否']);
  });
});

describe('what does not stand in the text', () => {
  it('hidden text is left out, and said', async () => {
    const styles = '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>';
    const made = await read({ body: p(r('见') + r('隐去', '<w:vanish/>') + r('显', '<w:vanish w:val="0"/>') + r('字', '<w:rStyle w:val="H"/>')) + tbl(tr('a', 'b'), `<w:tr><w:trPr><w:hidden/></w:trPr>${tc('行')}${tc('c')}</w:tr>`, tr('d', 'e')), styles });
    assert.ok(made.markdown.startsWith('见显\n'));
    assert.ok(!made.markdown.includes('行'));
    assert.ok(saidBy(made).some((said) => said.includes('隐藏的文字（5 字）')), saidBy(made).join());
  });

  it('footnotes come at the end, comments and page headers are told', async () => {
    const made = await read({
      body: p(`${r('正文')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('后')}<w:r><w:commentReference w:id="0"/></w:r>`),
      footnotes: `<w:footnote w:type="separator" w:id="0">${p('')}</w:footnote><w:footnote w:id="2">${p(`<w:r><w:footnoteRef/></w:r>${r('注文')}`)}</w:footnote>`,
      comments: `<w:comment w:id="0">${p('批')}</w:comment>`,
      header: p('内部资料'),
      footer: p(`${r('— ')}<w:fldSimple w:instr="PAGE">${r('1')}</w:fldSimple>${r(' —')}`),
    });
    assert.deepEqual(paragraphsOf(made), ['正文〔注1〕后', '〔注1〕注文']);
    assert.deepEqual(saidBy(made).slice(1), ['脚注和尾注（1 条）放在文末，正文中以〔注1〕这样的记号标出。', '批注（1 条）没有导入。', '页眉页脚没有导入：内部资料']);
  });

  it('pictures and embedded files are told, formulas give their characters', async () => {
    const picture = '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="p"><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
    const sheet = '<w:r><w:object><v:shape><v:imagedata r:id="x"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>';
    const made = await read({ body: p(r('甲') + picture + sheet) + p('<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>') });
    assert.deepEqual(paragraphsOf(made), ['甲', 'a+b']);
    assert.match(saidBy(made).join('\n'), /有 1 张图片没有导入.*\n有 1 个嵌入的对象.*\n有 1 个公式/);
  });
});

describe('paragraphs', () => {
  it('keep breaks, tabs, symbols, controls and phonetic bases; no character of theirs becomes markup', async () => {
    const body = [
      p('<w:r><w:t>第一行。</w:t><w:br/><w:t>第二行</w:t></w:r>'),
      p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>选</w:t><w:noBreakHyphen/><w:t>项</w:t></w:r>'),
      `<w:sdt><w:sdtPr/><w:sdtContent>${p('控件')}</w:sdtContent></w:sdt>`,
      p(`<w:r><w:ruby><w:rt>${r('pin')}</w:rt><w:rubyBase>${r('拼')}</w:rubyBase></w:ruby></w:r>`),
      p('# 不是标题'), p('<w:r><w:t>&lt;table&gt;&lt;!-- disclosure-report-disable-file --&gt;</w:t></w:r>'),
    ].join('');
    const made = await read({ body });
    assert.deepEqual(paragraphsOf(made), ['第一行。', '第二行', '🗹选-项', '控件', '拼', '\\# 不是标题', '&lt;table>&lt;!-- disclosure-report-disable-file -->']);
  });

  it('of other namespaces and prefixes are read the same', async () => {
    const strict = '<n:document xmlns:n="http://purl.oclc.org/ooxml/wordprocessingml/main"><n:body><n:p><n:r><n:t>严格</n:t></n:r></n:p></n:body></n:document>';
    assert.deepEqual(paragraphsOf(await read({ body: '', files: { 'word/document.xml': strict } })), ['严格']);
    const own = '<document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><body><p><r><t>无前缀</t></r></p></body></document>';
    assert.deepEqual(paragraphsOf(await read({ body: '', files: { 'word/document.xml': own } })), ['无前缀']);
  });
});

describe('tables within each other', () => {
  it('that set the page are taken apart, in order', async () => {
    const made = await read({ body: tbl(tr(tc(p('前') + tbl(tr('a', 'b'), tr('1', '2'), tr('3', '4')) + p('后')))) });
    assert.match(made.markdown, /^前\n\n\| a +\| b +\|\n\| -+ \| -+ \|\n\| 1 +\| 2 +\|\n\| 3 +\| 4 +\|\n\n后\n$/);
  });

  it('of a few words stay in their cell', async () => {
    const made = await read({ body: tbl(tr('甲', tc(p('x') + tbl(tr('p', 'q')) + p(''))), tr('乙', 'y')) });
    assert.match(made.markdown, /\| 甲 +\| x<br>p<br>q +\|/);
  });
});
