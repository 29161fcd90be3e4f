import { equal, sum } from '../../text/exact';
import { own } from '../../text/own';
import { partLabel } from './parts';
import type { Segment } from './segments';
import type { ListReading, PartReading, ProseNumber } from './types';
import { aspects, endsList, otherActivity, totals } from './vocabulary';

/**
 * A total behind its parts: `党务12条、财务3条，合计15条`. Only where everything before it in the sentence can be a part
 * and nothing else: one unit, exact, no list with a whole of its own.
 */
export function readTotals(text: string, segments: readonly Segment[], sentence: number, lists: readonly ListReading[]): ListReading[] {
  const found: ListReading[] = [];
  let parts: { number: ProseNumber; label: string; segment: Segment }[] = [];
  let clean = true;
  const reset = (): void => {
    parts = [];
    clean = true;
  };
  for (const segment of segments) {
    if (segment.rank === 3 && parts.length < 2) reset();
    const counts = segment.numbers.filter((number) => number.kind === 'count' || number.kind === 'bare');
    const number = counts[0];
    if (segment.opener || counts.length > 1 || (counts.length === 0 && segment.numbers.some((each) => each.kind === 'rate'))) clean = false;
    if (!number || counts.length !== 1) continue;
    const label = text.slice(segment.body, number.from);
    const word = totals.before(text, number.from, segment.body);
    if (word && isTotal(label, word[0], text, number, segment)) {
      if (clean && parts.length > 1 && allOne(parts, number) && !lists.some((list) => list.whole === number)) {
        const readings: PartReading[] = parts.map((part) => ({ number: part.number, label: own(partLabel(part.label)) }));
        if (!someTailFits(parts.map((part) => part.number), number)) {
          found.push({ whole: number, wholeLabel: own(label), opener: word[0], parts: readings, leftOut: [], closure: 'total', sentence });
        }
      }
      reset();
      continue;
    }
    const ended = endsList.at(text, segment.from, segment.to);
    if (number.kind !== 'count' || number.change || number.approximate || (ended && parts.length > 0 && label.length < 3)) clean = false;
    parts.push({ number, label, segment });
  }
  return found;
}

/** Only the word of the total stands before the number: 全年合计发布 could speak of more than the parts. */
function isTotal(label: string, word: string, text: string, number: ProseNumber, segment: Segment): boolean {
  const head = label.slice(0, label.length - word.length);
  if (!/^(以上|各类|各项|上述|三项|两项|四项|五项|信息|申请|数量|,)*$/.test(head)) return false;
  if (word !== '共' && word !== '总数') return true;
  // 共 alone is a total only where nothing but a noun follows.
  return text.slice(number.to, segment.to).length <= 6;
}

function allOne(parts: readonly { number: ProseNumber; label: string }[], total: ProseNumber): boolean {
  const kinds = new Set<string>();
  for (const [i, { number, label: words }] of parts.entries()) {
    const label = i === 0 ? words.replace(/全年|年内/, '') : words;
    if (number.unit !== total.unit || number.approximate || number.change) return false;
    // In and out of a year are no parts of each other.
    if (/办结|答复|下年|下一年|转入|上年|去年|同期|累计|季度|全年|增|减/.test(label) && !/上年(度)?结转/.test(label)) return false;
    if (label.length > 40) return false;
    let activity = '';
    otherActivity.scan(label, 0, label.length, (word) => (activity ||= word));
    kinds.add(activity);
    aspects.scan(label, 0, label.length, () => undefined);
  }
  return kinds.size === 1 || (kinds.size === 2 && parts.some((part) => /新收|收到/.test(part.label)) && parts.some((part) => /结转/.test(part.label)));
}

/** The total may only speak of the last few numbers. */
function someTailFits(numbers: readonly ProseNumber[], total: ProseNumber): boolean {
  for (let i = 1; i < numbers.length - 1; i++) if (equal(sum(numbers.slice(i).map((number) => number.value)), total.value)) return true;
  return false;
}
