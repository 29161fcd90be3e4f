import type { ReportReading } from '../../core/read/types';
import { both, type Bilingual } from '../../core/text/bilingual';
import type { Span } from '../../core/text/span';
import { marksOf } from './marks';

/** A place of a draft that has not been filled in. */
export interface Left {
  /** UTF-16 offsets of the draft. */
  readonly span: Span;
  /**
   * - `cell`: an empty cell of one of the tables (`/`, `-`, `无` say something and are published as they stand).
   * - `mark`: a placeholder, an instruction to the writer, a mark to rewrite a sentence, a comment that does not end; it never leaves.
   * - `number`: a number is missing before its unit.
   */
  readonly kind: 'cell' | 'mark' | 'number';
  /** What stands there; empty for a blank. */
  readonly text: string;
  readonly message: Bilingual;
}

/** Everything of a report that is left to fill in, in textual order: the core's own reading of gaps and of blank cells. */
export function leftIn(reading: ReportReading): readonly Left[] {
  const { source } = reading;
  const left: Left[] = [];
  for (const { kind, span } of marksOf(reading)) {
    const text = source.slice(span).trim();
    if (kind === 'comment') continue;
    if (kind === 'number') left.push({ span, kind, text: '', message: both(`“${text}”前面没有数`, `There is no number before ${text}`) });
    else if (kind === 'open') left.push({ span, kind: 'mark', text, message: both('注释没有结束', 'A comment is not closed') });
    else left.push({ span, kind: 'mark', text, message: both(`“${text}”还没有填写或删去`, `${text} has not been filled in or deleted`) });
  }
  for (const { declaration, rows } of reading.tables) {
    const message = both(`${declaration.name.zh}有空格`, `A cell of the ${declaration.name.en} is blank`);
    for (const cell of rows.flatMap((row) => row.cells ?? [])) if (cell.state === 'blank') left.push({ span: cell.span, kind: 'cell', text: '', message });
  }
  return left.sort((a, b) => a.span.start - b.span.start);
}
