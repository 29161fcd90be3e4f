import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyse } from '../../../server/src/core';
import { format2019, format2021 } from '../../../server/src/core/format';
import { gb18030 } from '../../cli/gb18030';
import { randomFrom } from '../../support/dice';
import { only } from '../../support/expect';
import { layouts } from '../../support/layouts';
import { makeModel, type Model } from '../../support/model';
import { report } from '../../support/plain';
import { writeReport } from '../../support/report';
import { seed } from '../../support/runs';
import { pageTable, valuesOf, wholeReport, wordTable } from './report';
import { bytesOf, dataOf, faultsOf, importText, paragraphsOf, saidBy } from './support';
import { abstractNum, docx, lvl, num, numPr, p, tbl } from './word';

const HAN = '一二三四五六';
const numbering = abstractNum(0, lvl(0, 'chineseCounting', '%1、')) + num(1, 0);
const models: readonly Model[] = [report('some', 3), report('huge', 4), report('nothing', 5), report('many', 6, '2019')];
const name = (model: Model): string => `${model.format.id}, ${model.values.get('requests/newReceived/total')} requests`;

/** Every cell of a model stands in a draft, and nothing in it is a fault. */
function assertModel(markdown: string, model: Model): void {
  const analysis = analyse(markdown);
  const read = only(analysis, markdown);
  for (const [key, value] of model.values) {
    const [table = '', row = '', column = ''] = key.split('/');
    assert.equal(read.cell(table, row, column)?.text, value, `${key}\n${markdown}`);
  }
  assert.ok(read.reading.tables.every(({ layout }) => layout === 'pipe'), markdown);
  assert.deepEqual(analysis.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message.zh), []);
}

const HEADINGS = ['## 一、总体情况', '## 二、主动公开政府信息情况', '## 三、收到和处理政府信息公开申请情况', '## 四、政府信息公开行政复议、行政诉讼情况', '## 五、存在的主要问题及改进情况', '## 六、其他需要报告的事项'];

describe('a report in Word', () => {
  for (const model of models) {
    it(`with merged cells and numerals that Word makes is read to the cell (${name(model)})`, async () => {
      const body = wholeReport(model, { title: (text) => p(text), heading: (text) => p(text, numPr(1)), text: (text) => p(text), table: (table) => wordTable(table, valuesOf(model)) });
      const made = await importText('报告.docx', await docx({ body, numbering }));
      assertModel(made.markdown, model);
      assert.deepEqual(saidBy(made), []);
      assert.deepEqual(paragraphsOf(made).filter((line) => line.startsWith('#')), [`# ${model.agency}${model.year}年政府信息公开工作年度报告`, ...HEADINGS]);
    });
  }

  it('whose tables go on over pages, with the header again, without, and with another table right behind', async () => {
    const [model = report()] = models;
    const cut = (xml: string, at: number, again: number, between = ''): string => {
      const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row);
      // A merged cell that goes on begins anew on the next page, empty.
      const second = rows.slice(at).map((row, i) => (i === 0 ? row.replaceAll('<w:vMerge/>', '<w:vMerge w:val="restart"/>') : row));
      return tbl(...rows.slice(0, at)) + between + tbl(...rows.slice(0, again), ...second);
    };
    for (const [at, again, between] of [[12, 3, ''], [12, 3, p('')], [12, 0, ''], [20, 0, p('')]] as const) {
      const body = wholeReport(model, { title: (text) => p(text), heading: (text) => p(text, numPr(1)), text: (text) => p(text), table: (table) => (table.id === 'requests' ? cut(wordTable(table, valuesOf(model)), at, again, between) : wordTable(table, valuesOf(model))) });
      const made = await importText('a.docx', await docx({ body, numbering }));
      assertModel(made.markdown, model);
      assert.deepEqual(saidBy(made), [], `cut at ${at} with ${again}`);
    }
    const body = wholeReport(model, { title: (text) => p(text), heading: (text, n) => (n === 4 ? '' : p(`${HAN.charAt(n - 1)}、${text}`)), text: (text) => p(text), table: (table) => wordTable(table, valuesOf(model)) });
    const { markdown } = await importText('a.docx', await docx({ body }));
    assert.deepEqual(analyse(markdown).findings.filter(({ severity }) => severity === 'error').map(({ code }) => code), ['missing-section']);
    assert.equal(analyse(markdown).reports[0]?.reading.tables.filter(({ layout }) => layout === 'pipe').length, 3, markdown);
  });

  it('has one title, over however many lines it is set, and the head of the document before it', async () => {
    const [model = report()] = models;
    const { agency, year } = model;
    const lines = (...texts: readonly string[]): string => texts.map((text) => p(text)).join('');
    const cases: readonly (readonly [string, string])[] = [
      [lines(agency, `${year}年政府信息公开工作年度报告`), `# ${agency}${year}年政府信息公开工作年度报告`],
      [p(`<w:r><w:t>${agency}</w:t><w:br/><w:t>${year}年政府信息公开工作年度报告</w:t></w:r>`), `# ${agency}${year}年政府信息公开工作年度报告`],
      [lines(agency, `${year}年政府信息公开`, '工作年度报告'), `${agency}\n\n# ${year}年政府信息公开工作年度报告`],
      [lines(`${agency}文件`, '青政发〔2025〕3号', '', `${agency}${year}年政府信息公开工作年度报告`), `${agency}文件\n\n青政发〔2025〕3号\n\n# ${agency}${year}年政府信息公开工作年度报告`],
    ];
    for (const [written, expected] of cases) {
      const body = wholeReport(model, { title: () => written, heading: (text) => p(text, numPr(1)), text: (text) => p(text), table: (table) => wordTable(table, valuesOf(model)) });
      const { markdown } = await importText('a.docx', await docx({ body, numbering }));
      assert.ok(markdown.startsWith(`${expected}\n`), markdown.slice(0, 200));
      assert.equal(only(analyse(markdown), markdown).agency, agency);
      assert.deepEqual(markdown.split('\n').filter((line) => line.startsWith('## ')), HEADINGS);
    }
  });

  it('that stands in one large table, headings and all', async () => {
    const [model = report()] = models;
    const rowsOf = (xml: string): string => xml.replace(/^<w:tbl><w:tblPr\/><w:tblGrid\/>|<\/w:tbl>$/g, '');
    const row = (text: string): string => `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="10"/></w:tcPr>${p(text)}</w:tc></w:tr>`;
    const body = `<w:tbl>${wholeReport(model, { title: row, heading: (text, n) => row(`${HAN.charAt(n - 1)}、${text}`), text: (text) => row(`${text}${'这一段话很长，要占满整整一行，因为它不是表格里的内容，而是正文。'.repeat(2)}`), table: (table) => rowsOf(wordTable(table, valuesOf(model))) })}</w:tbl>`;
    const { markdown } = await importText('a.docx', await docx({ body }));
    assertModel(markdown, model);
    assert.deepEqual(markdown.split('\n').filter((line) => line.startsWith('## ')), HEADINGS);
  });

  it('has the faults it has, and no others', async () => {
    const model = report('some', 3);
    const values = new Map(model.values).set('requests/newReceived/total', '7').set('requests/granted/naturalPerson', '').set('reviewLitigation/result/review', '1');
    const faulty: Model = { ...model, values };
    const text = wholeReport(faulty, { title: (each) => `# ${each}\n`, heading: (each, n) => `## ${HAN.charAt(n - 1)}、${each}\n`, text: (each) => `${each}\n`, table: (table) => `${pageTable(table, valuesOf(faulty)).replace(/<\/?p>/g, '')}\n` });
    const body = wholeReport(faulty, { title: (each) => p(each), heading: (each) => p(each, numPr(1)), text: (each) => p(each), table: (table) => wordTable(table, valuesOf(faulty)) });
    const { markdown } = await importText('a.docx', await docx({ body, numbering }));
    assert.ok(faultsOf(text).length >= 2);
    assert.deepEqual(faultsOf(markdown), faultsOf(text));
  });
});

describe('a report on a web page', () => {
  const page = (model: Model, charset: string): string => {
    const body = wholeReport(model, { title: (text) => `<h1>${text}</h1>`, heading: (text, n) => `<p><strong>${HAN.charAt(n - 1)}、${text}</strong></p>`, text: (text) => `<p>　　${text}</p>`, table: (table) => pageTable(table, valuesOf(model)) });
    return `<!DOCTYPE html><html><head><meta charset="${charset}"><title>年报</title><style>p{}</style><script>document.write("<p>脚本</p>");</script></head><body><div class="top"><ul><li><a href="/">首页</a></li><li>政务公开</li></ul></div><div>当前位置：<a>首页</a> &gt; 政府信息公开年报</div><div class="main"><div>来源：本站 发布时间：2025-01-20</div><div class="con">${body}<p>2025年1月20日</p></div></div><img src="a.png"><div class="footer">版权所有</div></body></html>`;
  };
  for (const model of models) {
    it(`is found among what stands around it (${name(model)})`, async () => {
      for (const [charset, encode] of [['utf-8', bytesOf], ['gb2312', gb18030], ['GB18030', gb18030], ['gbk', bytesOf]] as const) {
        const made = await importText('page.html', encode(page(model, charset)));
        assertModel(made.markdown, model);
        assert.deepEqual(saidBy(made), ['网页上年报以外的文字（导航、页脚等，共 46 字）没有导入。']);
        assert.ok(!/脚本|首页|版权|来源/.test(made.markdown), made.markdown);
        assert.match(made.markdown, /\n2025年1月20日\n$/);
      }
    });
  }

  it('in a table that sets the page, and saved as a message', async () => {
    const [model = report()] = models;
    const inside = page(model, 'utf-8');
    const framed = `<table width="100%"><tr><td>导航</td><td><table><tr><td>${/<h1>[\s\S]*(?=<p>2025)/.exec(inside)?.[0]}</td></tr></table></td></tr></table>`;
    assertModel((await importText('a.htm', framed)).markdown, model);
    const quoted = [...bytesOf(inside)].map((c) => (c > 126 || c === 61 ? `=${c.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(c))).join('').replace(/((?:=..|[^=]){60})/g, '$1=\r\n');
    for (const [encoding, body] of [['quoted-printable', quoted], ['base64', Buffer.from(inside).toString('base64').replace(/.{76}/g, '$&\r\n')]]) {
      const message = `From: <a>\r\nSubject: a\r\n b\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--=_B"\r\n\r\n----=_B\r\nContent-Type: text/html;\r\n\tcharset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n----=_B\r\nContent-Type: image/png\r\n\r\nxx\r\n----=_B--`;
      assertModel((await importText('a.mht', message)).markdown, model);
    }
  });

  it('lists get the numerals that browsers make; hidden text goes and is said; sentences of one paragraph stay together', async () => {
    const made = await importText('a.html', `<body><ol><li>子<li>丑<ol type=a><li>寅</ol><li value=7>卯</ol><ol style="list-style-type: simp-chinese-informal"><li>春<li>夏</ol><ol><li>1.自带</ol><ul><li>点</ul><p style="display: none">隐去</p><p>上一行是一句没有说完的话，这里很长很长很长很长，到这里断<br>开的。<br>下一句。</p><p>中文\n  换行 and\n words</p><p># 井 &lt;b&gt;</p><del>旧</del><ins>新</ins></body>`);
    assert.deepEqual(paragraphsOf(made), ['1.子', '2.丑', 'a.寅', '7.卯', '一、春', '二、夏', '1.自带', '点', '上一行是一句没有说完的话，这里很长很长很长很长，到这里断', '开的。', '下一句。', '中文换行 and words', '\\# 井 &lt;b>', '新']);
    assert.match(saidBy(made).join(), /修订标记（1 处）.*隐藏的文字（2 字）/);
  });
});

describe('a report as text', () => {
  for (const layout of layouts) {
    it(`in the layout ${layout.name} has the same cells, findings and words`, async () => {
      for (let i = 0; i < 7; i++) {
        const random = randomFrom(seed + i * 31 + 7);
        const model = makeModel(i % 3 === 0 ? format2019 : format2021, '云溪县青禾镇人民政府', i % 3 === 0 ? 2020 : 2024, (['nothing', 'few', 'some', 'many', 'huge'] as const)[i % 5] ?? 'some', seed + i);
        const { text } = writeReport(model, { layout, tape: Array.from({ length: 60 }, () => random(65536)) });
        const { markdown } = await importText('a.txt', text);
        const about = `seed ${seed}, case ${i}\n${text}\n=>\n${markdown}`;
        assert.equal(dataOf(markdown), dataOf(text), about);
        assert.deepEqual(analyse(markdown).findings.map(({ code }) => code).sort(), analyse(text).findings.map(({ code }) => code).sort(), about);
        for (const { reading } of analyse(text).reports) for (const { span } of reading.prose) assert.ok(markdown.replace(/\s/g, '').includes(reading.source.slice(span).replace(/\s/g, '')), `${reading.source.slice(span)}\n${about}`);
      }
    });
  }

  it('in GB18030 and UTF-16, and a Markdown draft stays as it is but for its tables', async () => {
    const text = '# 云溪县2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n* 甲\n  * 乙\n\n```\n代码\n```\n\n## 五、存在的主要问题及改进情况\n\n无。\n';
    assert.equal((await importText('a.md', text)).markdown, text);
    assert.equal((await importText('a.md', gb18030(text))).markdown, text);
    const plain = text.replace(/\* 甲[\s\S]*?代码\n```\n/, '甲\n');
    assert.equal((await importText('a.txt', new Uint8Array(Buffer.from(`\ufeff${plain}`, 'utf16le')))).markdown, plain);
  });
});
