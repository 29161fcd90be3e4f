import { faultless } from './texts';

/** A kind of text that grows with `n`: what breaks readers that look back, look ahead or count too much. */
export interface Hostile {
  readonly name: string;
  /** @param n about how many times the thing stands there */
  text(n: number): string;
  /** Large enough that the growth shows and small enough for every day. */
  readonly n: number;
}

const REQUESTS_ROW = '| 一、本年新收政府信息公开申请数量 |  |  | 9 | 3 | 0 | 0 | 0 | 0 | 12 |';
const SECTION = '## 三、收到和处理政府信息公开申请情况\n\n';
const TITLE = '# 云溪县青禾镇人民政府2024年政府信息公开工作年度报告\n\n';
const inReport = (middle: string): string => `${TITLE}${SECTION}${middle}\n`;
/** The same behind a whole report, so that what is read at first is in order. */
const behind = (rest: string): string => `${faultless}\n${rest}\n`;

const each = (n: number, write: (i: number) => string): string => Array.from({ length: n }, (_, i) => write(i)).join('');
const nested = (n: number, open: string, middle: string, close: string): string => `${open.repeat(n)}${middle}${close.repeat(n)}`;

export const hostile: readonly Hostile[] = [
  { name: 'headings of sections', n: 2000, text: (n) => inReport(each(n, (i) => `## ${'一二三四五六'[i % 6] ?? ''}、总体情况\n`)) },
  { name: 'headings of nothing', n: 20_000, text: (n) => inReport(each(n, (i) => `### ${i}、随便什么\n`)) },
  { name: 'titles', n: 1000, text: (n) => each(n, (i) => `# 云溪县第${i}镇人民政府2024年政府信息公开工作年度报告\n\n正文。\n\n`) },
  { name: 'titles with a section each', n: 1000, text: (n) => each(n, (i) => `# 云溪县第${i}镇人民政府2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n正文。\n\n`) },
  { name: 'topics', n: 4000, text: (n) => behind(each(n, (i) => `（${'一二三四五'[i % 5] ?? ''}）主动公开情况。公开信息${i}条。\n`)) },
  { name: 'rows of a Markdown table', n: 5000, text: (n) => inReport(each(n, () => `${REQUESTS_ROW}\n`)) },
  { name: 'rows without a label', n: 10_000, text: (n) => inReport(`${REQUESTS_ROW}\n${each(n, (i) => `| x${i} |  |  | 9 | 3 | 0 | 0 | 0 | 0 | 12 |\n`)}`) },
  { name: 'cells of one row', n: 40_000, text: (n) => inReport(`| 一、本年新收政府信息公开申请数量 ${'| 1 '.repeat(n)}|`) },
  { name: 'cells between tabs', n: 40_000, text: (n) => inReport(`一、本年新收政府信息公开申请数量${'\t1'.repeat(n)}`) },
  { name: 'labels on one line', n: 4000, text: (n) => inReport('一、本年新收政府信息公开申请数量 '.repeat(n)) },
  { name: 'labels on lines of their own', n: 4000, text: (n) => inReport('一、本年新收政府信息公开申请数量\n'.repeat(n)) },
  { name: 'labels cut in pieces', n: 4000, text: (n) => inReport('一、本年\n新收政府\n信息公开\n'.repeat(n)) },
  { name: 'numbers on lines of their own', n: 20_000, text: (n) => inReport(`一、本年新收政府信息公开申请数量\n${'0\n'.repeat(n)}`) },
  { name: 'numbers between spaces', n: 20_000, text: (n) => inReport(`一、本年新收政府信息公开申请数量${' 0'.repeat(n)}`) },
  { name: 'HTML rows', n: 5000, text: (n) => inReport(`<table>${'<tr><td>一、本年新收政府信息公开申请数量</td><td>1</td></tr>'.repeat(n)}</table>`) },
  { name: 'HTML cells', n: 20_000, text: (n) => inReport(`<table><tr><td>一、本年新收政府信息公开申请数量</td>${'<td>1</td>'.repeat(n)}</tr></table>`) },
  { name: 'HTML tables in tables', n: 4000, text: (n) => inReport(nested(n, '<table><tr><td>', '1', '</td></tr></table>')) },
  { name: '<table never closed', n: 20_000, text: (n) => inReport('<table '.repeat(n)) },
  { name: '<table> never closed', n: 10_000, text: (n) => inReport('<table>'.repeat(n)) },
  { name: '<td> never closed', n: 10_000, text: (n) => inReport(`<table><tr>${'<td>1'.repeat(n)}`) },
  { name: 'closing tags of nothing', n: 10_000, text: (n) => inReport(`<table>${'</td></tr></table>'.repeat(n)}`) },
  { name: 'tags of one letter', n: 40_000, text: (n) => inReport('<a'.repeat(n)) },
  { name: 'attributes', n: 10_000, text: (n) => inReport(`<table><tr><td${each(n, (i) => ` a${i}="x"`)}>1</td></tr></table>`) },
  { name: 'rowspan', n: 200, text: (n) => inReport(`<table>${'<tr><td rowspan="999999999" colspan="999999999">一、本年新收政府信息公开申请数量</td><td>1</td></tr>'.repeat(n)}</table>`) },
  { name: 'rowspan of a digit', n: 2000, text: (n) => inReport(`<table>${each(n, (i) => `<tr><td rowspan="${i % 65534}" colspan="9">${i}</td><td>1</td></tr>`)}</table>`) },
  { name: 'comments', n: 10_000, text: (n) => inReport('<!-- x -->\n'.repeat(n)) },
  { name: 'comments never closed', n: 20_000, text: (n) => inReport('<!-- '.repeat(n)) },
  { name: 'suppression comments', n: 2000, text: (n) => behind('<!-- disclosure-report-disable-next-line row-total: x -->\n'.repeat(n)) },
  { name: 'suppression from here on', n: 2000, text: (n) => `${'<!-- disclosure-report-disable row-total -->\n'.repeat(n)}${faultless}` },
  { name: 'suppression on and off', n: 1000, text: (n) => `${'<!-- disclosure-report-disable row-total -->\n<!-- disclosure-report-enable -->\n'.repeat(n)}${faultless}` },
  { name: 'suppression, many findings', n: 500, text: (n) => behind('<!-- disclosure-report-disable-next-line leftover -->\n公开XX条，见附件{{待补充}}（\n'.repeat(n)) },
  { name: 'suppression never closed', n: 20_000, text: (n) => behind('<!-- disclosure-report-disable-next-line '.repeat(n)) },
  { name: 'suppression of many codes', n: 10_000, text: (n) => behind(`<!-- disclosure-report-disable ${each(n, (i) => `code-${'abcdefghij'[i % 10] ?? ''}, `)}row-total: x -->`) },
  { name: 'suppression with spaces', n: 40_000, text: (n) => behind(`<!-- disclosure-report-disable ${' '.repeat(n)}row-total${' '.repeat(n)},${' '.repeat(n)}`) },
  { name: 'one line', n: 200_000, text: (n) => inReport('字'.repeat(n)) },
  { name: 'one line of digits', n: 20_000, text: (n) => inReport(`公开信息${'9'.repeat(n)}条。`) },
  { name: 'a value of digits', n: 4000, text: (n) => inReport(`| 一、本年新收政府信息公开申请数量 |  |  | ${'9'.repeat(n)} | 3 | 0 | 0 | 0 | 0 | ${'9'.repeat(n)} |`) },
  { name: 'a value of decimals', n: 4000, text: (n) => inReport(`| 一、本年新收政府信息公开申请数量 |  |  | 0.${'9'.repeat(n)} | 3 | 0 | 0 | 0 | 0 | ${'9'.repeat(n)} |`) },
  { name: 'groups of digits', n: 20_000, text: (n) => inReport(`公开信息${'1,'.repeat(n)}条${'1，'.repeat(n)}条。`) },
  { name: 'Chinese digits', n: 40_000, text: (n) => inReport(`公开信息${'一百'.repeat(n)}条。`) },
  { name: 'one line of brackets', n: 40_000, text: (n) => inReport(`正文${'（'.repeat(n)}`) },
  { name: 'brackets in brackets', n: 20_000, text: (n) => inReport(nested(n, '（', '1', '）')) },
  { name: 'closing brackets', n: 40_000, text: (n) => inReport(`正文${'）'.repeat(n)}`) },
  { name: 'brackets of every kind', n: 10_000, text: (n) => inReport('〔【《「“（'.repeat(n)) },
  { name: 'spaces', n: 100_000, text: (n) => inReport(`正文${' '.repeat(n)}完`) },
  { name: 'wide spaces', n: 100_000, text: (n) => inReport(`正文${'\u3000'.repeat(n)}完`) },
  { name: 'zero width', n: 100_000, text: (n) => inReport(`正文${'\u200b'.repeat(n)}完`) },
  { name: 'blank lines', n: 50_000, text: (n) => inReport('\n'.repeat(n)) },
  { name: 'lines of spaces', n: 20_000, text: (n) => inReport(' \t\n'.repeat(n)) },
  { name: 'bars', n: 50_000, text: (n) => inReport('|'.repeat(n)) },
  { name: 'rules of tables', n: 20_000, text: (n) => inReport('|---'.repeat(n)) },
  { name: 'marks', n: 100_000, text: (n) => inReport('#'.repeat(n)) },
  { name: 'stars', n: 50_000, text: (n) => inReport('*'.repeat(n)) },
  { name: 'strong words', n: 10_000, text: (n) => inReport('**字'.repeat(n)) },
  { name: 'quotes in quotes', n: 20_000, text: (n) => inReport(`${'>'.repeat(n)} 字`) },
  { name: 'fences', n: 10_000, text: (n) => inReport('```\n字\n'.repeat(n)) },
  { name: 'back ticks', n: 50_000, text: (n) => inReport('`'.repeat(n)) },
  { name: 'links', n: 10_000, text: (n) => inReport('[字]('.repeat(n)) },
  { name: 'escapes', n: 50_000, text: (n) => inReport('\\'.repeat(n)) },
  { name: 'entities', n: 20_000, text: (n) => inReport(`<table><tr><td>${'&amp;&#48;'.repeat(n)}</td></tr></table>`) },
  { name: 'NUL', n: 50_000, text: (n) => inReport('\u0000'.repeat(n)) },
  { name: 'halves of characters', n: 50_000, text: (n) => inReport('\ud842'.repeat(n)) },
  { name: 'carriage returns', n: 50_000, text: (n) => inReport('\r'.repeat(n)) },
  { name: 'lists in lists, in prose', n: 1000, text: (n) => inReport(each(n, (i) => `${'（'.repeat(i % 50)}${i}件，其中：${i}件，其中`)) },
  { name: 'lists in lists, indented', n: 1500, text: (n) => inReport(each(n, (i) => `${' '.repeat(i)}- 公开信息${i}条\n`)) },
  { name: 'a sum of parts', n: 2000, text: (n) => inReport(`全年公开信息${n}条，其中${each(n, (i) => `甲${i}类1条、`)}其他0条。`) },
  { name: 'sums', n: 2000, text: (n) => inReport(each(n, (i) => `全年公开信息${i}条，其中甲类1条、乙类${i}条。`)) },
  { name: 'sums without a stop', n: 2000, text: (n) => inReport(each(n, (i) => `公开信息${i}条，其中甲类1条、乙类${i}条，`)) },
  { name: 'statements', n: 2000, text: (n) => behind(each(n, (i) => `本年新收政府信息公开申请${i}件，上年结转0件，予以公开${i}件，结转下年度继续办理0件。`)) },
  { name: 'statements of nothing', n: 2000, text: (n) => behind('本年度没有收到政府信息公开申请，未发生行政复议、行政诉讼。'.repeat(n)) },
  { name: 'percentages', n: 5000, text: (n) => inReport(each(n, (i) => `占${i % 100}.5%，同比增长${i}%，`)) },
  { name: 'years', n: 5000, text: (n) => inReport(each(n, (i) => `${2000 + (i % 30)}年1月1日至12月31日，`)) },
  { name: 'periods of the report', n: 3000, text: (n) => `${TITLE}统计期限为${'2023年1月1日至11月31日，'.repeat(n)}\n` },
  { name: 'sentences led by another year', n: 3000, text: (n) => behind(`## 五、存在的主要问题及改进情况\n\n${each(n, () => '2023年，我镇主动公开信息1条。')}`) },
  { name: 'sentences of a year each', n: 3000, text: (n) => behind(`## 一、总体情况\n\n${each(n, (i) => `${2020 + (i % 6)}年，我镇主动公开信息1条。\n`)}`) },
  { name: 'citations', n: 5000, text: (n) => inReport('根据《中华人民共和国政府信息公开条例》（国令第711号）、国办公开办函〔2021〕30号，'.repeat(n)) },
  { name: 'titles of books never closed', n: 20_000, text: (n) => inReport('《中华人民共和国'.repeat(n)) },
  { name: 'copied paragraphs', n: 2000, text: (n) => inReport(each(n, (i) => `公开信息第${i % 7}批，全年有序推进，各项工作有条不紊地进行着。\n\n`)) },
  { name: 'left over', n: 5000, text: (n) => inReport('公开XX条，XXX，____，{{待补充}}，【】'.repeat(n)) },
  { name: 'commas', n: 50_000, text: (n) => inReport(`公开${'，'.repeat(n)}`) },
  { name: 'words that announce parts', n: 5000, text: (n) => inReport('其中'.repeat(n)) },
  { name: 'sections without text', n: 2000, text: (n) => behind(each(n, () => '## 五、存在的主要问题及改进情况\n\n')) },
  { name: 'whole reports', n: 20, text: (n) => `${faultless}\n`.repeat(n) },
  { name: 'the tables of a report again and again', n: 20, text: (n) => `${faultless}\n${faultless.slice(faultless.indexOf('| '), faultless.lastIndexOf('|') + 1)}\n`.repeat(1).concat(`${faultless.slice(faultless.indexOf('| '), faultless.lastIndexOf('|') + 1)}\n`.repeat(n)) },
];
