import type { Report } from '../report/report';

/** The first day of a period that goes on; 2019年5月15日起施行 and the like are none. */
const PERIOD = /(\d{4})\s*年\s*1\s*月\s*1\s*日起?\s*[,，]?\s*[至到—–~～-]/;
const IN_PATH = /(?<!\d)(20[12]\d)(?!\d)/g;

/**
 * The year a report is certainly about: that of the title or the period (if both stand there and differ, neither is
 * certain), else that of the path where the text does not speak against it.
 */
export function certainYear(report: Report, path: string): number | undefined {
  const title = report.reading.title?.year?.value;
  const period = periodYear(report);
  if (title !== undefined && period !== undefined && title !== period) return undefined;
  if (title !== undefined || period !== undefined) return title ?? period;
  const named = yearInPath(path);
  return named !== undefined && (report.year === undefined || report.year.value === named) ? named : undefined;
}

/** The innermost year of a path, when its file or folder names just one. */
export function yearInPath(path: string): number | undefined {
  for (const part of path.split('/').reverse()) {
    const years = new Set([...part.matchAll(IN_PATH)].map((match) => Number(match[1])));
    if (years.size > 1) return undefined;
    const [year] = years;
    if (year !== undefined) return year;
  }
  return undefined;
}

function periodYear({ reading }: Report): number | undefined {
  for (const { span } of reading.prose.slice(0, 40)) {
    const match = PERIOD.exec(reading.source.slice(span));
    if (match) return Number(match[1]);
  }
  return undefined;
}
