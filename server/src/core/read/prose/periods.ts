import type { ProseReading, SentenceReading } from './types';

/** A date of the reporting period; offsets are those of the joined text. */
export interface PeriodDate {
  /** The digits of the year, when it is written. */
  readonly year?: { readonly value: number; readonly from: number; readonly to: number };
  readonly month: number;
  readonly day: number;
  /** Month and day, `12月31日`. */
  readonly from: number;
  readonly to: number;
}

export interface PeriodReading {
  readonly start: PeriodDate;
  readonly end: PeriodDate;
  readonly from: number;
  readonly to: number;
}

const PERIOD = /(?<![\d])(\d{4})年(\d{1,2})月(\d{1,2})日(?:\(含\))?(?:零时|0时)?起?(?:至|到|-|—|–|―|~|～|─|－|止)+(?:(\d{4})年|当年|同年|本年)?(\d{1,2})月(\d{1,2})日/g;
/** Words that say the dates are those of the figures; without them a period may be anything. */
const CONTEXT = /统计|期限|时限|数据|核定|报告期|年度报告|年报/;
const OTHER = /有效期|规划|任期|服务期|合同|公示期|试行|施行|征集|征求|活动|补贴|期间开展|培训/;

const known = new WeakMap<ProseReading, readonly PeriodReading[]>();

/** The reporting periods in the text. A date whose digits a conversion lost does not match and is not read. Remembered, for several rules ask. */
export function readPeriods(prose: ProseReading): readonly PeriodReading[] {
  let periods = known.get(prose);
  if (!periods) known.set(prose, (periods = find(prose)));
  return periods;
}

function find(prose: ProseReading): PeriodReading[] {
  const { text } = prose;
  const found: PeriodReading[] = [];
  // A sentence of many periods is looked through once.
  let looked: { readonly sentence: SentenceReading | undefined; readonly ours: boolean } | undefined;
  for (const match of text.matchAll(PERIOD)) {
    const [whole, startYear = '', startMonth, startDay, endYear, endMonth, endDay] = match;
    const from = match.index;
    const to = from + whole.length;
    if (/\d/.test(text.charAt(to))) continue;
    const sentence = sentenceOf(prose.sentences, from);
    if (!looked || looked.sentence !== sentence) {
      const words = sentenceAt(prose, from);
      looked = { sentence, ours: CONTEXT.test(words) && !OTHER.test(words) };
    }
    if (!looked.ours) continue;
    const startAt = from + startYear.length + 1;
    const startEnd = text.indexOf('日', startAt) + 1;
    const tail = `${endMonth}月${endDay}日`.length;
    const endYearFrom = endYear === undefined ? -1 : to - tail - 1 - endYear.length;
    found.push({
      from,
      to,
      start: { year: { value: Number(startYear), from, to: from + startYear.length }, month: Number(startMonth), day: Number(startDay), from: startAt, to: startEnd },
      end: {
        ...(endYear === undefined ? {} : { year: { value: Number(endYear), from: endYearFrom, to: endYearFrom + endYear.length } }),
        month: Number(endMonth),
        day: Number(endDay),
        from: to - tail,
        to,
      },
    });
  }
  return found;
}

export function sentenceAt({ sentences, text }: ProseReading, at: number): string {
  const sentence = sentenceOf(sentences, at);
  return sentence ? text.slice(sentence.from, sentence.to) : '';
}

/** The sentence that holds an offset; sentences are in order. */
export function sentenceOf(sentences: readonly SentenceReading[], at: number): SentenceReading | undefined {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.from ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return sentences[low];
}
