import type { ReportReading } from '../types';
import { joinProse } from './join';
import { ListReader } from './lists';
import { scan } from './scan';
import { cutSentences } from './sentences';
import { readStatements } from './statements';
import { readTotals } from './totals';
import type { ListReading, ProseNumber, ProseReading } from './types';

export { readDecrees, readDocumentNumbers, type DecreeNumber, type DocumentNumber } from './citations';
export { readGrowth, type GrowthReading } from './growth';
export { readGaps, type GapReading } from './gaps';
export { readLed, type LedReading } from './led';
export { readOutlines, type OutlineReading } from './outline';
export { readPairs, type PairReading } from './pairs';
export { readPeriods, sentenceAt, type PeriodReading } from './periods';
export type * from './types';

const readings = new WeakMap<ReportReading, ProseReading>();

/**
 * Reads the prose of a report: sentences, numbers, wholes with their parts, and statements that repeat a table. Read
 * once a report; several rules ask for it. Never throws; what is not certain is left out rather than guessed.
 */
export function readProse(report: ReportReading): ProseReading {
  let reading = readings.get(report);
  if (!reading) readings.set(report, (reading = read(report)));
  return reading;
}

function read(report: ReportReading): ProseReading {
  const prose = joinProse(report);
  const tokens = scan(prose);
  const numbers: ProseNumber[] = [];
  const sentences = cutSentences(prose, tokens, numbers);
  const reader = new ListReader(prose, tokens);
  const totals: ListReading[] = [];
  let paragraph = -1;
  sentences.forEach((sentence, i) => {
    const segments = reader.read(sentence, i, sentence.paragraph === paragraph);
    paragraph = sentence.paragraph;
    if (sentence.endNumber - sentence.firstNumber > 2) totals.push(...readTotals(prose.text, segments, i, reader.lists));
  });
  const lists = [...reader.finish(), ...totals];
  return {
    text: prose.text,
    paragraphs: prose.paragraphs,
    sentences: sentences.map(({ span, from, to, paragraph: at, firstNumber, endNumber }) => ({ span, from, to, paragraph: at, firstNumber, endNumber })),
    numbers,
    lists,
    statements: readStatements(prose, sentences, numbers, report.format.statements, report.title?.agency ?? ''),
    rawSpan: prose.rawSpan,
  };
}
