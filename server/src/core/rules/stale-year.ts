import { writeYear } from '../fixes/prose';
import { readLed, readProse, type LedReading, type ProseReading } from '../read/prose';
import { both } from '../text/bilingual';
import type { Rule, RuleFinding } from './types';
import { yearAgainstTitle } from './years';

/** Words that say the other year is meant: comparison, plans, accounts, what lasts over years. */
const MEANT = /较上|较去|较前|较20|比上|比去|比20|相比|同比|环比|对比|上年(?!度?结转)|去年|上一年|往年|历年|近年|以来|至今|截至|截止|下一步|延续|今年|本年|次年|第二年|明年|起施行|起实施/;
const PLANS = /将|要|拟|计划|打算|继续|力争|进一步/;

/** A sentence that reports activity under the year before or after: copied from another year's report. */
export const rule: Rule = {
  code: 'stale-year',
  severity: 'warning',
  title: both('句首的年份不是报告年度', 'Sentence led by another year'),
  basis: both('年报各部分写当年的工作（《条例》第五十条）；照抄往年的段落按第四十七条追究。', 'Every part is about the report year (article 50); copied paragraphs are pursued under article 47.'),
  fix: both('改为报告年度。', 'Writes the report year.'),
  *check(report): Iterable<RuleFinding> {
    const { year, reading, agency } = report;
    // A year taken from the words themselves cannot be held against them.
    if (!year || year.from === 'text') return;
    if (yearAgainstTitle(report) !== undefined) return;
    const prose = readProse(reading);
    const led = readLed(prose, agency);
    for (const each of led) {
      if (Math.abs(each.year - year.value) !== 1 || !isStale(prose, each, led, year.value)) continue;
      const span = prose.rawSpan(each.from, each.to);
      const digits = prose.rawSpan(each.from, each.from + 4);
      yield {
        span,
        message: both(`这句写的是${each.year}年，报告年度是${year.value}年`, `This sentence is about ${each.year}; the report year is ${year.value}`),
        fixes: [writeYear(report, [digits], year.value, true)],
      };
    }
  },
};

function isStale(prose: ProseReading, { year, sentence, index, to }: LedReading, led: readonly LedReading[], reportYear: number): boolean {
  const text = prose.text.slice(sentence.from, sentence.to);
  if (MEANT.test(text) || text.includes(`${reportYear}年`)) return false;
  const section = prose.paragraphs[sentence.paragraph]?.section;
  if (year > reportYear) {
    // Next year's intentions close a report, and many a paragraph.
    if (section === 'problems' || section === 'other' || section === undefined || PLANS.test(text)) return false;
    // The report is written then: a date of the report's own is no slip.
    if (/^\d|^[,]?(?:经|由)/.test(prose.text.slice(to))) return false;
  } else if (section === undefined) return false;
  // Told year by year: the sentences around are led by other years.
  const neighbours = led.filter((each) => each.sentence.paragraph === sentence.paragraph && Math.abs(each.index - index) === 1);
  return !neighbours.some((each) => each.year !== year && each.index > index);
}
