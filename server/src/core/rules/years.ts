import { readPeriods, readProse } from '../read/prose';
import type { Report } from '../report/report';

/**
 * The year every period and the text name, where the title alone names another: then it is the title that is wrong.
 * `undefined` when title and periods agree, or when it cannot be told which of them is right.
 */
export function yearAgainstTitle(report: Report): number | undefined {
  const title = report.reading.title?.year;
  if (!title) return undefined;
  const prose = readProse(report.reading);
  const periods = readPeriods(prose);
  const years = new Set(periods.flatMap(({ start, end }) => [start.year, end.year].flatMap((each) => (each ? [each.value] : []))));
  const [other] = years;
  if (other === undefined || years.size !== 1 || years.has(title.value)) return undefined;
  const inPeriod = (at: number): boolean => periods.some(({ from, to }) => from <= at && at < to);
  const spoken = (value: number): number => prose.numbers.filter((number) => number.kind === 'year' && number.value.units === BigInt(value) && !inPeriod(number.from)).length;
  return spoken(other) > 0 && spoken(title.value) === 0 ? other : undefined;
}
