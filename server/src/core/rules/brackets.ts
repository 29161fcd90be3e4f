import { readPairs, readProse, type PairReading } from '../read/prose';
import type { Report } from '../report/report';
import { both, type Bilingual } from '../text/bilingual';
import { halfWidth } from '../text/characters';
import type { Fix } from '../fixes/types';
import type { Rule, RuleFinding } from './types';

/** Brackets, quotation marks and book-title marks come in pairs of one width. */
export const rule: Rule = {
  code: 'brackets',
  severity: 'information',
  title: both('括号不成对或者全角半角混用', 'Brackets not in pairs, or of two widths'),
  basis: both('《标点符号用法》（GB/T 15834）：括号、引号、书名号成对使用。', 'GB/T 15834: brackets, quotation and book-title marks come in pairs.'),
  fix: both('把一对括号改成同样的宽度，把引号改正方向。', 'Makes a pair of one width, turns a quotation mark round.'),
  *check(report): Iterable<RuleFinding> {
    const { source } = report.reading;
    for (const pair of readPairs(report.reading, readProse(report.reading))) {
      const sign = source.slice(pair.span);
      yield {
        span: pair.span,
        message: messageOf(pair, sign, pair.other ? source.slice(pair.other) : ''),
        ...(pair.other ? { related: [{ span: pair.other, message: both('另一半', 'the other one') }] } : {}),
        ...fixesOf(report, pair, sign),
      };
    }
  },
};

function messageOf({ kind }: PairReading, sign: string, other: string): Bilingual {
  switch (kind) {
    case 'mixed':
      return '《〈》〉'.includes(sign) ? both(`“${other}”和“${sign}”不是一对`, `${other} and ${sign} are no pair`) : both(`“${sign}”和“${other}”一个全角一个半角`, `${sign} and ${other} are of two widths`);
    case 'unclosed':
      return both(`“${sign}”没有另一半`, `${sign} is never closed`);
    case 'unopened':
      return both(`“${sign}”没有另一半`, `${sign} was never opened`);
    case 'reversed':
      return both(`“${sign}”的方向反了`, `${sign} points the wrong way`);
  }
}

/** Half-width brackets stand in for the full-width ones of Chinese text. */
function fixesOf(report: Report, { kind, span, other }: PairReading, sign: string): { fixes?: readonly Fix[] } {
  if (kind !== 'mixed' || !other || '《〈》〉'.includes(sign)) return {};
  const isHalf = halfWidth(sign.charCodeAt(0)) === sign.charCodeAt(0) && sign.charCodeAt(0) < 0x80;
  const narrow = isHalf ? span : other;
  const text = report.reading.source.slice(narrow);
  const wide = String.fromCharCode(text.charCodeAt(0) + 0xfee0);
  return { fixes: [{ title: both(`把“${text}”改为全角“${wide}”`, `Change ${text} to the full-width ${wide}`), preferred: true, edits: () => [{ span: narrow, newText: wide }] }] };
}
