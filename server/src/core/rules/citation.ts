import { noticeIssuers, noticeSeries, noticeTitleCores, regulation } from '../format/documents';
import { replace } from '../fixes/prose';
import { currentFormat, formats } from '../format';
import { readDecrees, readDocumentNumbers, readProse, sentenceAt, type DocumentNumber, type ProseReading } from '../read/prose';
import type { Report } from '../report/report';
import { both } from '../text/bilingual';
import type { Rule, RuleFinding } from './types';

/** The format notice and the regulation under their right titles and numbers. */
export const rule: Rule = {
  code: 'citation',
  severity: 'warning',
  title: both('引用的文件名称或文号不对', 'Document cited under a wrong title or number'),
  basis: both('现行格式：国办公开办函〔2021〕30号；《条例》：国务院令第711号；发文字号的年份用六角括号（《党政机关公文格式》）。', 'Format in force: 国办公开办函〔2021〕30号; regulation: 国务院令第711号; the year of a document number stands in 〔〕.'),
  fix: both('改为正确的名称、文号或者六角括号。', 'Writes the right title, number or brackets.'),
  *check(report): Iterable<RuleFinding> {
    const prose = readProse(report.reading);
    const numbers = readDocumentNumbers(prose);
    for (const number of numbers) {
      const finding = wrongNumber(report, prose, number, numbers) ?? wrongBrackets(report, prose, number);
      if (finding) yield finding;
    }
    yield* decrees(report, prose);
    yield* titles(report, prose, numbers);
  },
};

/** The notice's own title, not one of an organ that passed it on. */
const isNotice = (title: string): boolean => noticeTitleCores.some((core) => core.test(title)) && noticeIssuers.some((start) => title.startsWith(start));

function wrongNumber(report: Report, prose: ProseReading, cited: DocumentNumber, all: readonly DocumentNumber[]): RuleFinding | undefined {
  const expected = expectedNotice(report, cited);
  const series = cited.series === noticeSeries.right;
  const isKnown = (each: DocumentNumber): boolean => formats.some((format) => format.notice.number === `${each.series}〔${each.year}〕${each.number}号`);
  if (series && isKnown(cited)) {
    // The trial format is no longer the basis, unless both are named.
    const current = formats.find((format) => format.notice.number === `${cited.series}〔${cited.year}〕${cited.number}号`);
    if (!report.year || !current?.years.to || report.year.value <= current.years.to) return undefined;
    if (all.some((each) => each !== cited && isKnown(each) && each.year !== cited.year)) return undefined;
    if (/废止|不再|替代|取代|原|此前|修订|更新/.test(around(prose, cited))) return undefined;
    const titled = cited.title === '' || /格式[〉》]?(的通知)?$/.test(cited.title.replace(/[（(]试行[）)]/, ''));
    return finding(prose, cited, both(`${cited.series}〔${cited.year}〕${cited.number}号是2019、2020年度的试行格式，现行的是 ${currentFormat.notice.number}`, `That number is the trial format for 2019 and 2020; in force is ${currentFormat.notice.number}`), titled ? currentFormat.notice.number : undefined);
  }
  const slip = (noticeSeries.wrong as readonly string[]).includes(cited.series) || series;
  const swapped = series && !isKnown(cited);
  if (isNotice(cited.title) && cited.series.startsWith('国')) {
    return finding(prose, cited, both(`文号写作“${written(report, prose, cited)}”，格式通知的文号是“${expected}”`, `The notice on the format is ${expected}`), expected);
  }
  // Without the title beside it, only the notices' own year and number in a series that does not exist are unmistakable.
  const same = formats.find(({ notice }) => notice.number.endsWith(`〔${cited.year}〕${cited.number}号`));
  if (cited.title === '' && slip && same && /公开/.test(cited.series) && /年度报告|年报|格式/.test(around(prose, cited))) {
    return finding(prose, cited, both(`文号写作“${written(report, prose, cited)}”，格式通知的文号是“${same.notice.number}”`, `The notice on the format is ${same.notice.number}`), same.notice.number);
  }
  if (cited.title === '' && swapped && /年度报告|年报/.test(around(prose, cited))) {
    return finding(prose, cited, both(`文号写作“${written(report, prose, cited)}”，格式通知的文号是“${expected}”`, `The notice on the format is ${expected}`), expected);
  }
  return undefined;
}

/** Number of the notice the text means: the trial one for its years and under its own title, else the one in force. */
function expectedNotice(report: Report, cited: DocumentNumber): string {
  const trial = formats.find((format) => format.years.to !== undefined);
  const means = trial && (/有关事项/.test(cited.title) || (report.year !== undefined && report.year.value <= (trial.years.to ?? 0)));
  return means ? trial.notice.number : currentFormat.notice.number;
}

function wrongBrackets(report: Report, prose: ProseReading, cited: DocumentNumber): RuleFinding | undefined {
  if (cited.open === '〔' && cited.close === '〕') return undefined;
  const right = `${cited.series}〔${cited.year}〕${cited.number}号`;
  const raw = written(report, prose, cited);
  const newText = raw.replace(/[〔[【（(](\s*\d{4}年?\s*)[〕\]】）)]/, (_, year: string) => `〔${year.replace('年', '')}〕`);
  const span = prose.rawSpan(cited.from, cited.to);
  return {
    span,
    severity: 'information',
    message: both(`发文字号的年份用六角括号：${right}`, `The year of a document number stands in 〔〕: ${right}`),
    ...(newText === raw ? {} : { fixes: [replace(both(`改为“${newText}”`, `Change to “${newText}”`), span, newText, { preferred: true, safe: true })] }),
  };
}

function* decrees(report: Report, prose: ProseReading): Iterable<RuleFinding> {
  for (const decree of readDecrees(prose)) {
    const named = decree.title === regulation.title || decree.title === regulation.shortTitle;
    const span = prose.rawSpan(decree.from, decree.to);
    const right = regulation.decreeText;
    const fix = (safe: boolean): readonly ReturnType<typeof replace>[] => [replace(both(`改为“${right}”`, `Change to “${right}”`), span, right, { preferred: true, safe })];
    if (decree.number === regulation.decree) {
      if (decree.words.startsWith('国令') || (named && decree.words.includes('条'))) yield { span, message: both(`写作“${decree.words}”，应为“${right}”`, `It says ${decree.words}; the decree is ${right}`), fixes: fix(true) };
      continue;
    }
    if (!named) continue;
    if (decree.number === regulation.formerDecree) {
      if (!report.year || report.year.value <= regulation.formerUntil || /修订|修改|废止|原|2007|711/.test(sentenceAt(prose, decree.from))) continue;
      yield { span, message: both(`国务院令第${decree.number}号是2019年修订前的《条例》，现行的是${right}`, `Decree ${decree.number} is the regulation before its revision of 2019; in force is ${right}`), fixes: fix(false) };
    } else yield { span, message: both(`《条例》写作“${decree.words}”，应为“${right}”`, `It says ${decree.words}; the regulation is ${right}`), fixes: fix(false) };
  }
}

const INNER = /[〈<]([^〈〉<>《》]{4,60}?报告格式(?:\(试行\))?)[〉>]|《([^〈〉《》]{4,40}?报告格式(?:\(试行\))?)》/g;

/** The format's title inside the notice's: 工作 or the state's name is often dropped. */
function* titles(report: Report, prose: ProseReading, numbers: readonly DocumentNumber[]): Iterable<RuleFinding> {
  const { text } = prose;
  for (const match of text.includes('报告格式') ? text.matchAll(INNER) : []) {
    const title = match[1] ?? match[2] ?? '';
    const from = match.index + 1;
    const core = title.replace(/\(试行\)$/, '');
    const right = currentFormat.notice.formatTitle;
    if (core === right || !/政府信息公开|政务公开|信息公开/.test(core)) continue;
    const whole = match[1] === undefined ? title : outerTitle(text, match.index);
    const number = numbers.find((each) => each.title !== '' && each.title.includes(title));
    // An organ that passes the notice on may name it as it likes.
    if (!isNotice(whole) || (number && !number.series.startsWith('国'))) continue;
    if (match[1] === undefined && /政府信息公开工作年度报告格式$/.test(core)) continue;
    const span = prose.rawSpan(from, from + core.length);
    const certain = right.replace('工作', '') === core || right.replace('中华人民共和国', '') === core || right.replace('年度', '') === core;
    const lacks = [...(core.includes('中华人民共和国') || match[1] === undefined ? [] : ['中华人民共和国']), ...(/公开工作/.test(core) ? [] : ['工作']), ...(core.includes('年度') ? [] : ['年度'])];
    const plain = !/[\r\n<*]/.test(report.reading.source.slice(span));
    const wanted = match[1] === undefined && !core.includes('中华人民共和国') ? right.replace('中华人民共和国', '') : right;
    yield {
      span,
      severity: 'information',
      message: both(`名称写作“${core}”，通知里是“${right}”${lacks.length > 0 ? `，少了“${lacks.join('”“')}”` : ''}`, `The notice calls it ${right}`),
      ...(plain ? { fixes: [replace(both(`改为“${wanted}”`, `Change to “${wanted}”`), span, wanted, { preferred: true, ...(certain ? { safe: true } : {}) })] } : {}),
    };
  }
  for (const wrong of regulation.miscalled) {
    for (let at = text.indexOf(`《${wrong}》`); at >= 0; at = text.indexOf(`《${wrong}》`, at + 1)) {
      const span = prose.rawSpan(at + 1, at + 1 + wrong.length);
      const plain = !/[\r\n<*]/.test(report.reading.source.slice(span));
      yield {
        span,
        severity: 'information',
        message: both(`《条例》的名称是“${regulation.title}”`, `The regulation is called ${regulation.title}`),
        ...(plain ? { fixes: [replace(both(`改为“${regulation.title}”`, `Change to “${regulation.title}”`), span, regulation.title, { preferred: true })] } : {}),
      };
    }
  }
}

function outerTitle(text: string, at: number): string {
  const open = text.lastIndexOf('《', at);
  return open >= 0 && at - open < 60 && !text.slice(open, at).includes('》') ? text.slice(open + 1, at + 1) + text.slice(at + 1, text.indexOf('》', at)) : '';
}

function finding(prose: ProseReading, cited: DocumentNumber, message: ReturnType<typeof both>, right: string | undefined): RuleFinding {
  const span = prose.rawSpan(cited.from, cited.to);
  // Next to the notice's own title a slip in the letters leaves only one reading.
  const safe = right !== undefined && isNotice(cited.title) && right.endsWith(`〔${cited.year}〕${cited.number}号`);
  return { span, message, ...(right === undefined ? {} : { fixes: [replace(both(`改为“${right}”`, `Change to “${right}”`), span, right, { preferred: true, ...(safe ? { safe: true } : {}) })] }) };
}

const written = (report: Report, prose: ProseReading, { from, to }: { from: number; to: number }): string => report.reading.source.slice(prose.rawSpan(from, to));

const around = ({ text }: ProseReading, { from, to }: { from: number; to: number }): string => text.slice(Math.max(0, from - 60, text.lastIndexOf('\n', from)), to + 40);
