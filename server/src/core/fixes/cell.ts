import type { CellReading } from '../read/types';
import type { Report } from '../report/report';
import type { Exact } from '../text/exact';
import type { TextEdit } from '../text/span';
import { digitsLike } from './digits';

/**
 * Writes a value into a cell: its digits are replaced and nothing else. In a blank cell the digits go behind the first
 * space, so that `|  |` becomes `| 0 |`; the spaces stay. A placeholder or unreadable text is replaced as a whole.
 */
export function writeCell(report: Report, cell: CellReading, value: Exact): readonly TextEdit[] {
  if (cell.digits) {
    const written = report.reading.source.slice(cell.digits);
    return [{ span: cell.digits, newText: digitsLike(value, written) }];
  }
  if (cell.state !== 'blank') return [{ span: cell.span, newText: digitsLike(value, cell.text) }];
  const { start, end } = cell.span;
  const at = end - start > 1 ? start + 1 : start;
  return [{ span: { start: at, end: at }, newText: digitsLike(value, '') }];
}
