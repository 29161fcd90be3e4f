import type { ReportReading } from '../read/types';
import type { YearReading } from './report';

const PERIOD = /(\d{4})\s*年\s*1\s*月\s*1\s*日/;

/** The report year: from the title, else the reporting period, else the year the text speaks of most, else the file. */
export function reportYear(reading: ReportReading, fileYear?: number): YearReading | undefined {
  if (reading.title?.year) return { value: reading.title.year.value, from: 'title' };
  const counts = new Map<number, number>();
  for (const line of reading.prose) {
    const text = reading.source.slice(line.span);
    const period = PERIOD.exec(text);
    if (period) return { value: Number(period[1]), from: 'period' };
    for (const match of text.matchAll(/(20\d{2})\s*年/g)) counts.set(Number(match[1]), (counts.get(Number(match[1])) ?? 0) + 1);
  }
  const most = [...counts].sort((a, b) => b[1] - a[1])[0];
  if (most) return { value: most[0], from: 'text' };
  return fileYear === undefined ? undefined : { value: fileYear, from: 'file' };
}
