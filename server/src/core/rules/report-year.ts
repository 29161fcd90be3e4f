import { replace, writeYear } from '../fixes/prose';
import { readPeriods, readProse, type PeriodReading, type ProseReading } from '../read/prose';
import type { Report } from '../report/report';
import { both } from '../text/bilingual';
import type { Span } from '../text/span';
import type { Rule, RuleFinding } from './types';
import { yearAgainstTitle } from './years';

/** Title, reporting period and what the preamble says must name one year; the period is that whole year. */
export const rule: Rule = {
  code: 'report-year',
  severity: 'warning',
  title: both('报告年度不一致', 'Title, period and text disagree about the year'),
  basis: both('年报报告上一年度的情况（《条例》第四十九条），统计期限为当年1月1日至12月31日。', 'The report is about one calendar year (article 49 of the regulation): 1 January to 31 December.'),
  fix: both('改为报告年度、改为1月1日或者12月31日。', 'Writes the report year, 1 January or 31 December.'),
  *check(report): Iterable<RuleFinding> {
    const prose = readProse(report.reading);
    const periods = readPeriods(prose);
    const title = report.reading.title?.year;
    const year = title?.value ?? report.year?.value;
    if (year === undefined) return;
    const odd = title ? oddTitle(report, prose, periods) : undefined;
    if (odd) {
      yield odd;
      return;
    }
    for (const period of periods) yield* ofPeriod(report, prose, period, year, title?.span);
    yield* announced(report, prose, year);
  },
};

/** The title alone names another year than every period and the text. */
function oddTitle(report: Report, prose: ProseReading, periods: readonly PeriodReading[]): RuleFinding | undefined {
  const title = report.reading.title?.year;
  const other = yearAgainstTitle(report);
  if (!title || other === undefined) return undefined;
  return {
    span: title.span,
    severity: 'error',
    message: both(`标题写的是${title.value}年，统计期限和正文都是${other}年`, `The title says ${title.value}, but period and text say ${other}`),
    related: periods.map((period) => ({ span: prose.rawSpan(period.from, period.to), message: both('统计期限', 'reporting period') })),
    fixes: [writeYear(report, [title.span], other, true)],
  };
}

function* ofPeriod(report: Report, prose: ProseReading, period: PeriodReading, year: number, title: Span | undefined): Iterable<RuleFinding> {
  const { start, end } = period;
  const wrong = [start.year, end.year].filter((each) => each !== undefined && each.value !== year);
  const [first] = wrong;
  if (first) {
    const spans = wrong.flatMap((each) => (each ? [prose.rawSpan(each.from, each.to)] : []));
    yield {
      span: prose.rawSpan(first.from, first.to),
      ...(title ? { severity: 'error' } : {}),
      message: title ? both(`统计期限写的是${first.value}年，标题是${year}年`, `The period says ${first.value}, the title ${year}`) : both(`统计期限写的是${first.value}年，报告年度是${year}年`, `The period says ${first.value}, the report year is ${year}`),
      ...(title ? { related: [{ span: title, message: both(`标题：${year}年`, `title: ${year}`) }] } : {}),
      fixes: [writeYear(report, spans, year, true)],
    };
    return;
  }
  for (const [date, month, day] of [[start, 1, 1], [end, 12, 31]] as const) {
    if (date.month === month && date.day === day) continue;
    const span = prose.rawSpan(date.from, date.to);
    const right = `${month}月${day}日`;
    const written = `${date.month}月${date.day}日`;
    yield {
      span,
      message: both(`统计期限写的是${written}，应为${right}（全年）`, `The period says ${written}; it is the whole year: ${right}`),
      fixes: [replace(both(`改为“${right}”`, `Change to “${right}”`), span, right, { preferred: true })],
    };
  }
}

const ANNOUNCED = /(?:现将|现公布|现发布|现就|编制|编写|制作|形成|撰写|特?发布|公布|汇报|本报告是|本报告为|以下是)[^。;\n\d《》]{0,24}?(20\d\d)年度?(?:的)?[^。;,\n\d《》]{0,12}?(?:政府信息公开|政务公开|信息公开)(?:工作)?(?:年度报告|年报|情况|报告)/g;

/** “现公布2023年政府信息公开工作年度报告” in the preamble: the report itself, under another year. */
function* announced(report: Report, prose: ProseReading, year: number): Iterable<RuleFinding> {
  for (const { from, to, section } of prose.paragraphs) {
    if (section !== undefined) break;
    const text = prose.text.slice(from, to);
    for (const match of text.matchAll(ANNOUNCED)) {
      const said = Number(match[1]);
      if (Math.abs(said - year) !== 1 || /上一?年|已|历年/.test(match[0] + text.charAt(match.index + match[0].length))) continue;
      const at = from + match.index + match[0].indexOf(match[1] ?? '');
      const span = prose.rawSpan(at, at + 4);
      yield { span, message: both(`写的是${said}年的报告，报告年度是${year}年`, `It speaks of the report for ${said}; the report year is ${year}`), fixes: [writeYear(report, [span], year, true)] };
    }
  }
}
