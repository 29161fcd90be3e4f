import type { Report } from '../report/report';
import { format, sum } from '../text/exact';
import type { Span } from '../text/span';

export interface SelectionSum {
  /** Plain decimal digits, exact. */
  readonly sum: string;
  /** How many numbers it is the sum of. */
  readonly count: number;
}

/** The sum of the values whose digits lie wholly in the selections; `undefined` below two. Blank and unreadable cells do not count. */
export function selectionSum(reports: readonly Report[], selections: readonly Span[]): SelectionSum | undefined {
  const values = reports.flatMap(({ reading }) =>
    reading.tables.flatMap(({ rows }) =>
      rows.flatMap((row) =>
        row.values.flatMap(({ value, digits }) => (value && digits && selections.some(({ start, end }) => start <= digits.start && digits.end <= end) ? [value] : [])),
      ),
    ),
  );
  return values.length < 2 ? undefined : { sum: format(sum(values)), count: values.length };
}
