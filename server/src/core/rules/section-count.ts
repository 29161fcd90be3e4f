import { replace } from '../fixes/prose';
import { hanNumeral } from '../read/numerals';
import { readOutlines, readProse } from '../read/prose';
import { both } from '../text/bilingual';
import { exact } from '../text/exact';
import { digitsLike } from '../fixes/digits';
import type { Rule, RuleFinding } from './types';

/** “…等六个部分” against the parts listed. */
export const rule: Rule = {
  code: 'section-count',
  severity: 'warning',
  title: both('说明的部分个数与列举不符', 'Stated number of parts does not fit the list'),
  basis: both('格式通知规定年报由六个部分组成；前言的说明应当与列举一致。', 'The notice prescribes six parts; what the preamble says must fit its list.'),
  fix: both('改为列举的个数。', 'Writes the number of parts listed.'),
  *check(report): Iterable<RuleFinding> {
    const { format, source } = report.reading;
    const prose = readProse(report.reading);
    for (const { from, to, stated, items, known, joined, most, open } of readOutlines(prose, format)) {
      const listed = items.length;
      // 等 may stand for more than one part that is not named; all but one named is a list meant to be whole.
      if ((stated <= listed && stated >= listed - joined) || most === stated || (open && listed < stated - 1)) continue;
      const span = prose.rawSpan(from, to);
      const text = source.slice(span);
      const newText = /[一二三四五六七八九十]/.test(text) ? hanNumeral(listed) : digitsLike(exact(listed), text);
      // The prescribed sections and nothing else: then it is the number that is wrong.
      const preferred = listed === format.sections.length && known === listed;
      yield {
        span,
        message: both(`写的是${text}个部分，列举了 ${listed} 个，相差 ${Math.abs(listed - stated)}`, `It says ${stated} parts, but lists ${listed} (difference ${Math.abs(listed - stated)})`),
        fixes: [replace(both(`把“${text}”改为“${newText}”`, `Change ${text} to ${newText}`), span, newText, preferred ? { preferred } : {})],
      };
    }
  },
};
