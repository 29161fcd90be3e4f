import { compare, exact, sum } from '../../text/exact';
import type { Closure, PartReading } from './types';
import { notRest, restWords, websiteForm } from './vocabulary';

/** The words that name a part, without what only links them. */
export function partLabel(words: string): string {
  let from = 0;
  while (from < words.length && '、,;:的有为是共含'.includes(words.charAt(from))) from++;
  return words.slice(from);
}

/** Why the parts of a list must make up the whole, if anything says so. */
export function closureOf(text: string, said: Closure | undefined, wholeLabel: string, parts: readonly PartReading[]): Closure | undefined {
  const last = parts.at(-1)?.number;
  if (!last || parts.length < 2) return undefined;
  const tail = text.slice(last.to, last.to + 6);
  if (/^(信息|申请)?等/.test(tail)) return undefined;
  if (/^(组成|构成)/.test(tail)) return 'composed';
  if (said) return said;
  if (websiteForm.every((name) => parts.some((part) => part.label.includes(name)))) return 'form';
  if (isRest(parts.at(-1)?.label ?? '') && parts.slice(0, -1).every((part) => !isRest(part.label))) return 'rest';
  if (parts.length === 2 && parts[0]?.label.includes('自然人') && /法人(或|和|及|与|、)其他组织/.test(parts[1]?.label ?? '') && wholeLabel.includes('申请')) return 'applicants';
  const shares = parts.flatMap((part) => (part.share && !part.share.number.approximate ? [part.share.number.value] : []));
  if (shares.length === parts.length) {
    const total = sum(shares);
    if (compare(total, exact(99)) >= 0 && compare(total, exact(101)) <= 0) return 'shares';
  }
  return undefined;
}

/** What stands in brackets behind a name lists what it holds. */
const REMARK = /\([^()]*\)/g;

function isRest(words: string): boolean {
  const label = words.replace(REMARK, '');
  let rest = false;
  restWords.scan(label, 0, label.length, (_, __, at) => {
    if (!notRest.at(label, at, label.length)) rest = true;
  });
  return rest;
}
