import type { Change } from '../../text/change';
import type { ReportReading } from '../types';
import { readAll, type Before, type Kept } from './again';
import { joinProse } from './join';
import type { ProseReading } from './types';

export { readDecrees, readDocumentNumbers, type DecreeNumber, type DocumentNumber } from './citations';
export { readGrowth, type GrowthReading } from './growth';
export { readGaps, type GapReading } from './gaps';
export { readLed, type LedReading } from './led';
export { readOutlines, type OutlineReading } from './outline';
export { readPairs, type PairReading } from './pairs';
export { readPeriods, sentenceAt, type PeriodReading } from './periods';
export type * from './types';

const readings = new WeakMap<ReportReading, ProseReading>();
/** Of each reading what the next version may take over. */
const keeps = new WeakMap<ReportReading, Kept>();
/** What a reading may take over from the version before, until it is read. */
const befores = new WeakMap<ReportReading, Before>();

/**
 * Reads the prose of a report: sentences, numbers, wholes with their parts, and statements that repeat a table. Read
 * once a report; several rules ask for it. Never throws; what is not certain is left out rather than guessed.
 */
export function readProse(report: ReportReading): ProseReading {
  let reading = readings.get(report);
  if (!reading) readings.set(report, (reading = read(report)));
  return reading;
}

/** When the prose of `report` is read, what has not changed may be taken from the version before: the result is the same. */
export function mayTakeOver(report: ReportReading, before: ReportReading, change: Change): void {
  const kept = keeps.get(before);
  if (kept) befores.set(report, { kept, change });
}

function read(report: ReportReading): ProseReading {
  const prose = joinProse(report);
  const kept = readAll(prose, report.format.statements, report.title?.agency ?? '', befores.get(report));
  befores.delete(report);
  keeps.set(report, kept);
  const { text, paragraphs, sentences, numbers, lists, totals, statements } = kept;
  return { text, paragraphs, sentences, numbers, lists: [...lists, ...totals], statements, rawSpan: prose.rawSpan };
}
