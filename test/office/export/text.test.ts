import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportFragment } from '../../../server/src/office/export';
import { addedTo, faultless, refused, sample, word, paragraphsOf, tablesOf } from './support';

/** What a line of the draft becomes. */
const lines: readonly (readonly [string, readonly string[]])[] = [
  ['公开信息**185条**，其中*重点*领域。', ['<p>公开信息<strong>185条</strong>，其中*重点*领域。</p>']],
  ['这是 *重点* 领域，`代码`原样。', ['<p>这是 重点 领域，`代码`原样。</p>']],
  ['转义 \\*不是强调\\*、竖线 \\|、\\<br\\>。', ['<p>转义 *不是强调*、竖线 |、&lt;br&gt;。</p>']],
  ['实体 &amp; &lt;表&gt; &nbsp;与&#12304;号&#x3011;。', ['<p>实体 &amp; &lt;表&gt; \u00a0与【号】。</p>']],
  ['<p>网页里的<b>一段</b></p><p>另一段<br>下一行。</p>', ['<p>网页里的<strong>一段</strong></p>', '<p>另一段</p>', '<p>下一行。</p>']],
  ['网址<http://example.com/a?b=1&c=2>和[年报](https://example.com/)。', ['<p>网址http://example.com/a?b=1&amp;c=2和年报。</p>']],
  ['尖括号里的<某某>不是标签。', ['<p>尖括号里的&lt;某某&gt;不是标签。</p>']],
  ['地址：青禾县城东路一号院二号楼三层  \n电话：0000-6123456。', ['<p>地址：青禾县城东路一号院二号楼三层</p>', '<p>电话：0000-6123456。</p>']],
  ['（三）其他情况。2024年无其他事项。', ['<p><span class="lead">（三）其他情况。</span>2024年无其他事项。</p>']],
  ['（三）其他情况\n\n2024年无其他事项。', ['<h3>（三）其他情况</h3>', '<p>2024年无其他事项。</p>']],
  ['青禾县教育局\n\n2025年1月20日', ['<p class="signature" style="text-align:right">青禾县教育局</p>', '<p class="signature" style="text-align:right">2025年1月20日</p>']],
  ['一句话<!-- 给自己看的 -->后面还有。\n\n<!-- disclosure-report-disable-next-line citation: 原因 -->\n\n再一句。', ['<p>一句话后面还有。</p>', '<p>再一句。</p>']],
  ['长度不一的\u0000控制\u0008字符和\ud800半个字符。', ['<p>长度不一的控制字符和\ufffd半个字符。</p>']],
];

for (const [written, published] of lines) test(`published: ${JSON.stringify(written).slice(0, 50)}`, () => assert.deepEqual(addedTo(written), published));

test('what is left to fill in is never published', () => {
  for (const [written, published] of [
    ['【待改写】去年公开信息185条。', ['<p>去年公开信息185条。</p>']],
    ['（此处填写具体情况）公开信息XX条。', ['<p>公开信息　　条。</p>']],
    ['没有写完的<!-- 注释', ['<p>没有写完的</p>']],
  ] as const) assert.deepEqual(addedTo(written, true), published, written);
});

test('a draft with something left to fill in is refused, and says where', async () => {
  assert.equal(await refused(`${faultless}\n公开信息XX条。\n`), `还有 1 处没有填写；第一处在第 ${faultless.split('\n').length + 1} 行：“XX”还没有填写或删去`);
  assert.match(await refused(faultless.replace('| 57 ', '|    ')), /^还有 1 处没有填写；第一处在第 \d+ 行：主动公开政府信息情况表有空格$/);
  assert.match(await refused(faultless.replace('青禾县教育局2024', '单位名称2024')), /“单位名称”还没有填写/);
  assert.equal(await refused(faultless.replace('| 57 ', '| /  ')), 'exported');
});

test('one report is exported, not none and not several', async () => {
  assert.equal(await refused('采购合同\n\n甲方：某公司。'), '草稿里没有政府信息公开工作年度报告');
  assert.equal(await refused(''), '草稿里没有政府信息公开工作年度报告');
  assert.equal(await refused(`${faultless}\n${faultless.replaceAll('青禾县', '白鹭县')}`), '草稿里有 2 份年报，请分成单独的文件再导出');
});

test('cells stay as they are written', async () => {
  const odd = faultless.replace(/\| 57 /, '| 5O ').replace(/\| 9 /, '| １，０００ ');
  const [two = [], three = []] = tablesOf(await word(odd));
  assert.ok(two.some((row) => row.join(' ') === '行政许可 5O→3'), JSON.stringify(two));
  assert.ok(three.some((row) => row[1] === '１，０００'), JSON.stringify(three[4]));
});

test('a row and a remark that no format has stay in their table, a row the draft lacks stays empty', async () => {
  const text = faultless.replace(/(\| 规章 .*\n)/, '$1| 其他文件 | 7 | 8 | 9 |\n').replace(/^.*2\.重复申请.*\n/m, '');
  const [two = [], three = []] = tablesOf(await word(text));
  assert.deepEqual(two.slice(2, 5).map((row) => row.join(' ')), ['规章 0 0 0', '其他文件 7 8 9', '行政规范性文件 1 0 4']);
  assert.deepEqual(three.find((row) => row.includes('2.重复申请')), ['↑', '↑', '2.重复申请', '', '', '', '', '', '', '']);
});

test('a table of no format is a plain grid', () => {
  assert.deepEqual(addedTo('| 培训 | 次数 |\n| --- | --- |\n| 集中培训 | 2 |\n| 以会代训 | 10 |'), [
    '<table border="1">', '<thead>', '<tr><th scope="col">培训</th><th scope="col">次数</th></tr>', '</thead>', '<tbody>',
    '<tr><td>集中培训</td><td class="number" style="text-align:right">2</td></tr>', '<tr><td>以会代训</td><td class="number" style="text-align:right">10</td></tr>', '</tbody>', '</table>',
  ]);
});

test('every layout is published alike', async () => {
  const cells = async (name: string): Promise<string> => JSON.stringify(tablesOf(await word(sample(name), { allowPlaceholders: true })).map((rows) => rows.map((row) => row.map((cell) => cell.replace(/\d+(?=→|$)/, '#')))));
  const expected = (await cells('faultless.md')).length;
  for (const name of ['html.md', 'stacked.txt', 'spaced.txt']) assert.ok(Math.abs((await cells(name)).length - expected) < 400, name);
  for (const name of ['html.md', 'markdown.md', 'stacked.txt', 'spaced.txt', 'tab.txt', 'indented.txt']) {
    const text = sample(name);
    const published = exportFragment(text, { allowPlaceholders: true }).replace(/<[^>]*>|\W/g, '');
    for (const heading of text.match(/[一二三四五六]、[^\n|（(]{4,20}情况/g) ?? []) assert.ok(paragraphsOf(await word(text, { allowPlaceholders: true })).some((each) => each.startsWith('Heading1: ') && each.includes(heading.slice(2, 6))) || published.includes(heading), `${name}: ${heading}`);
  }
});
