import { selfKinds, selfWords } from '../format/leftovers';
import { replace } from '../fixes/prose';
import { readGaps, readProse, type GapReading } from '../read/prose';
import type { Report } from '../report/report';
import { both, type Bilingual } from '../text/bilingual';
import type { Rule, RuleFinding } from './types';

/** What a template or another unit's report left in the text. */
export const rule: Rule = {
  code: 'leftover',
  severity: 'warning',
  title: both('留下没有填写或删除的内容', 'Left over from a template or another report'),
  basis: both('年报应当内容完整、准确（格式通知的要求）。', 'The format notice asks for complete and exact content.'),
  fix: both('删去填写说明和空括号。', 'Deletes instructions and empty brackets.'),
  *check(report): Iterable<RuleFinding> {
    const prose = readProse(report.reading);
    for (const gap of readGaps(report.reading, prose)) {
      const text = report.reading.source.slice(gap.span);
      const removable = gap.kind === 'bracket' || (gap.kind === 'instruction' && /^[（(［[【]/.test(text));
      yield {
        span: gap.span,
        message: messageOf(gap, text.replace(/\s+/g, ' ')),
        ...(removable ? { fixes: [replace(both(`删去“${text.trim()}”`, `Delete “${text.trim()}”`), gap.span, '', { preferred: true })] } : {}),
      };
    }
    yield* strangers(report);
  },
};

function messageOf({ kind }: GapReading, text: string): Bilingual {
  switch (kind) {
    case 'number':
      return both(`“${text.trim()}”前面没有数`, `There is no number before ${text.trim()}`);
    case 'placeholder':
      return both(`“${text}”还没有填写`, `${text} has not been filled in`);
    case 'instruction':
      return both(`“${text}”是填写说明，不是年报的内容`, `“${text}” is an instruction to the writer`);
    case 'bracket':
      return both('括号里没有内容', 'There is nothing between the brackets');
  }
}

/** 我局 in a town's report: the sentence speaks of another kind of unit. */
function* strangers(report: Report): Iterable<RuleFinding> {
  const { agency } = report;
  const kind = selfKinds.find(({ name }) => name.test(agency));
  if (!kind) return;
  const { text, rawSpan } = readProse(report.reading);
  for (const { kind: sign, word, notBefore } of selfWords) {
    if (!kind.strange.includes(word) || agency.includes(sign)) continue;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const next = text.charAt(at + word.length);
      if ((next !== '' && notBefore.includes(next)) || '自忘大小唯敌'.includes(text.charAt(at - 1) || ' ') || quoted(text, at)) continue;
      yield {
        span: rawSpan(at, at + word.length),
        message: both(`“${word}”不是${agency}的自称`, `${word} is not how ${agency} speaks of itself`),
      };
    }
  }
}

/** Inside quotation marks or a title somebody else speaks. */
function quoted(text: string, at: number): boolean {
  const near = text.slice(Math.max(0, at - 200), at);
  const before = near.slice(near.lastIndexOf('\n') + 1);
  const count = (sign: string): number => before.split(sign).length - 1;
  return count('“') > count('”') || count('《') > count('》') || count('「') > count('」');
}
