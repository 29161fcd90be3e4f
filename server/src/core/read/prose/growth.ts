import { compare, subtract, type Exact, add, ZERO } from '../../text/exact';
import type { ProseNumber, ProseReading } from './types';

/** A rate of growth or decline with both numbers it is computed from. */
export interface GrowthReading {
  readonly rate: ProseNumber;
  /** The increase or decrease, at least 0. */
  readonly part: Exact;
  /** The number of the year before. */
  readonly whole: Exact;
}

const COMPARED = /^(?:信息|申请|件|条|篇|次)?[,(]?(?:同比|较上年度?|比上年度?|较去年|比去年|较20\d\d年度?|比20\d\d年度?|较上一年度?|比上一年度?)(?:同期)?(?:的)?[,]?(?:净?增加|净?增长|减少|下降|上升|增|减|多|少)?了?$/;
const RATE = /^[,、(]?(?:同比|增幅|降幅|增长率|增长幅度|增长|下降|减少|上升|增加|增|减|升|降|为|达|了|[,])*$/;
const DOWN = /减|降|少/;

/**
 * `120件，同比增加20件，增长20%` and `2024年120件，较2023年100件增长20%`: the rates whose two numbers stand directly before
 * them. Anything between that could mean something else, and the rate is not read.
 */
export function readGrowth({ text, sentences, numbers }: ProseReading): GrowthReading[] {
  const found: GrowthReading[] = [];
  for (const { firstNumber, endNumber } of sentences) {
    for (let i = firstNumber + 2; i < endNumber; i++) {
      const rate = numbers[i];
      const change = numbers[i - 1];
      if (rate?.kind !== 'rate' || change?.kind !== 'count') continue;
      let at = i - 2;
      // 较2023年 is a number as well.
      if (numbers[at]?.kind === 'year') at--;
      const now = numbers[at];
      if (at < firstNumber || now?.kind !== 'count' || now.unit !== change.unit || now.change || now.approximate || change.approximate || rate.approximate) continue;
      const between = text.slice(now.to, change.from);
      const behind = text.slice(change.to, rate.from);
      if (!COMPARED.test(between) || !RATE.test(behind) || behind === '') continue;
      if (!change.change && !/(?:增加|增长|减少|下降|上升|增|减|多|少)了?$/.test(between)) {
        // 较2023年的100件增长20%: the number of the year before itself.
        const part = subtract(now.value, change.value);
        const down = compare(part, ZERO) < 0;
        if (down === DOWN.test(behind)) found.push({ rate, part: down ? subtract(change.value, now.value) : part, whole: change.value });
        continue;
      }
      if (/[到至]$/.test(between)) continue;
      const down = DOWN.test(between);
      found.push({ rate, part: change.value, whole: down ? add(now.value, change.value) : subtract(now.value, change.value) });
    }
  }
  return found.filter(({ whole }) => compare(whole, ZERO) > 0);
}
