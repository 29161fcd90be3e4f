import type { CellReading } from '../read/types';
import type { Report } from '../report/report';
import { isSpace } from '../text/characters';
import type { Exact } from '../text/exact';
import type { TextEdit } from '../text/span';
import { digitsLike } from './digits';

/**
 * Writes a value into a cell: its digits are replaced and nothing else. In a blank cell the digits go behind the first
 * space, so that `|  |` becomes `| 0 |`; the spaces stay. A placeholder, unreadable text or `&nbsp;` is replaced as a whole.
 * @param like a number of the same row or table: a blank cell has none of its own to follow in width
 */
export function writeCell(report: Report, cell: CellReading, value: Exact, like = ''): readonly TextEdit[] {
  const { source } = report.reading;
  if (cell.digits) return [{ span: cell.digits, newText: digitsLike(value, source.slice(cell.digits)) }];
  if (cell.state !== 'blank') return [{ span: cell.span, newText: digitsLike(value, /\d|[０-９]/.test(cell.text) ? cell.text : like) }];
  const { start, end } = cell.span;
  const written = source.slice(cell.span);
  if ([...written].some((c) => !isSpace(c.charCodeAt(0)))) return [{ span: cell.span, newText: digitsLike(value, like) }];
  const at = end - start > 1 ? start + 1 : start;
  // Among one-cell lines a lone pipe stands for the empty cell: the value goes in front of it, as in the lines around it.
  const lonePipe = start === end && source.lineText(source.lineAt(start)).trim() === '|' && source.text.charAt(start) === '|';
  return [{ span: { start: at, end: at }, newText: `${digitsLike(value, like)}${lonePipe ? ' ' : ''}` }];
}
