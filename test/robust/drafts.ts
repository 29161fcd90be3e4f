import fc from 'fast-check';
import { Dice, tape } from '../support/dice';
import { layouts } from '../support/layouts';
import { model, type Model } from '../support/model';
import { writeReport } from '../support/report';

/** What breaks readers, as pieces that land anywhere in a draft. */
const SCRAPS: readonly string[] = [
  '', ' ', '\t', '\n', '\r\n', '\r', '\n\n', '\u0000', '\ud842', '\udfb7', '𠮷', '\ufeff', '\u200b', '\u202e', '\u2028', '\u00ad', '\u3000',
  '|', '||||||||||', '| --- |\n', '|\n|', '##', '###### ', '> ', '> > > ', '- ', '```\n', '<', '>', '&', '&lt;', '&#0;', '&#xd842;', '\\|',
  '<table>', '</table>', '<table', '<tr>', '</tr>', '<td rowspan="999999999" colspan="999999999">', '<td rowspan="-1">', '<td>', '</td>', '<th ', '<!--', '-->', '<!-- x -->', '<br>', '<script>alert(1)</script>', '<img src=x onerror=y>',
  '<!-- disclosure-report-disable-next-line row-total -->\n', '<!-- disclosure-report-disable -->', '<!-- disclosure-report-enable -->', '<!-- disclosure-report-disable-file row-total, suspect-cell, no-such: x -->', '<!-- disclosure-report-disable-next-line row-total: ',
  '0', '-5', '1e9', '12.345', '５', '〇', '一百', '9'.repeat(400), `0.${'9'.repeat(400)}`, '1,234', '1，234', '/', '—', '无', '＝1+1', '=cmd()', '__proto__', 'constructor', 'toString',
  '一、', '（一）', '三、收到和处理政府信息公开申请情况', '总计', '其他', '本年新收', '四、结转下年度继续办理', '## 六、其他需要报告的事项', '# 云溪县2024年政府信息公开工作年度报告\n',
  '其中', '，其中：', '分别为1条、2条', '共3件，', '公开信息12条，', '2023年', '（国令第711号）', '〔2021〕30号', '《', '》', '（', '）', 'XX', '{{待补充}}', '。', '、', '占50.5%，',
  '字'.repeat(500), 'x'.repeat(500), ' '.repeat(300), '（'.repeat(60), '|'.repeat(200), '\n'.repeat(50), '**', '_', '`', '*',
];

/** Cuts, doubles, moves and garbles a draft. */
function mangled(text: string, dice: Dice, other: string): string {
  let result = text;
  for (let n = dice.pick([0, 0, 0, 1, 2, 4, 7]); n > 0; n--) {
    const lines = result.split('\n');
    const [at, length] = [dice.below(result.length + 1), dice.pick([0, 1, 2, 9, 60, 700])];
    const [line, count] = [dice.below(lines.length), 1 + dice.below(12)];
    switch (dice.below(9)) {
      case 0:
      case 1:
      case 2:
        result = result.slice(0, at) + (SCRAPS[dice.below(SCRAPS.length)] ?? '') + result.slice(at + length);
        break;
      case 3:
        lines.splice(line, count);
        result = lines.join('\n');
        break;
      case 4:
        lines.splice(dice.below(lines.length), 0, ...lines.slice(line, line + count));
        result = lines.join('\n');
        break;
      case 5:
        result = result.slice(0, at) + other.slice(dice.below(other.length), dice.below(other.length)) + result.slice(at);
        break;
      case 6:
        result = result.slice(0, at);
        break;
      case 7:
        result = result.replaceAll(dice.pick(['\n', '|', ' ', '0', '、', '。', '<td>', '</tr>']), dice.pick(['', ' ', '\r', '\r\n', '|', '\t', '\u3000', '\u0000', '\n\n']));
        break;
      default:
        result = lines.map((each) => dice.pick(['', '', '> ', '| ', '    ']) + each).join('\n');
    }
  }
  return result;
}

/** Totals that are wrong or blank, as fixes are made for. */
function wrongTotals(report: Model, dice: Dice): ReadonlyMap<string, string> {
  const totals = [...report.values.keys()].filter((key) => key.endsWith('total') || key.includes('Total/'));
  return new Map(Array.from({ length: dice.pick([0, 1, 1, 2, 8]) }, () => [totals[dice.below(totals.length)] ?? '', dice.pick(['', '', '0', '7', '/', '12345'])]));
}

const mangledDraft = fc
  .tuple(model, fc.constantFrom(...layouts), fc.constantFrom(...layouts), tape, tape)
  .map(([report, first, second, one, two]) => mangled(writeReport(report, { layout: first, tape: one, instead: wrongTotals(report, new Dice(two)) }).text, new Dice(two), writeReport(report, { layout: second, tape: two }).text));

/** Bytes as somebody who picks the wrong encoding sees them. */
const bytes = fc.tuple(fc.uint8Array({ maxLength: 3000, size: 'max' }), fc.constantFrom('latin1', 'utf16le', 'utf8')).map(([data, encoding]) => Buffer.from(data).toString(encoding as BufferEncoding));

const pieces = fc.array(fc.constantFrom(...SCRAPS), { maxLength: 300, size: 'max' }).map((all) => all.join(''));

/** Texts as a hostile or unlucky writer leaves them: most are damaged reports, some are anything. */
export const draft: fc.Arbitrary<string> = fc.oneof({ weight: 6, arbitrary: mangledDraft }, { weight: 1, arbitrary: bytes }, { weight: 2, arbitrary: pieces });
