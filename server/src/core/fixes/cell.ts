import type { CellReading } from '../read/types';
import type { Report } from '../report/report';
import { format, type Exact } from '../text/exact';
import type { TextEdit } from '../text/span';

/** Writes a value into a cell: its digits are replaced and nothing else. */
export function writeCell(_report: Report, cell: CellReading, value: Exact): readonly TextEdit[] {
  return [{ span: cell.digits ?? cell.span, newText: format(value) }];
}
