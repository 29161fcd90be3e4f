import { readProse, type LimitReading, type PartReading, type ProseNumber } from '../read/prose';
import { checkStatement, speaksOfReport } from '../report/statements';
import type { Report } from '../report/report';
import type { Exact } from '../text/exact';
import type { Span } from '../text/span';

export interface ProseNumberData {
  readonly span: Span;
  readonly text: string;
  readonly kind: ProseNumber['kind'];
  /** In the base unit: 元, not 万元. */
  readonly value: Exact;
  readonly unit: string | null;
  readonly approximate: boolean;
  readonly change: boolean;
}

interface PartData {
  readonly label: string;
  readonly value: Exact | null;
  readonly share: Exact | null;
}

/** What was read from the prose, as plain data with UTF-16 spans of the raw text: for looking at what the rules saw. */
export interface ProseData {
  readonly sentences: readonly { readonly span: Span; readonly section: string | null; readonly text: string }[];
  readonly numbers: readonly ProseNumberData[];
  readonly lists: readonly { readonly sentence: number; readonly whole: ProseNumberData; readonly label: string; readonly opener: string; readonly closure: string | null; readonly parent: number | null; readonly parts: readonly PartData[]; readonly leftOut: readonly PartData[] }[];
  readonly statements: readonly {
    readonly sentence: number;
    readonly span: Span;
    readonly kind: string;
    readonly families: readonly string[];
    readonly joined: boolean;
    readonly value: Exact | null;
    readonly year: number | null;
    readonly limits: readonly LimitReading[];
    /** `aside`: not about this report (another organ, year, way in …), so never compared. */
    readonly state: 'agrees' | 'differs' | 'unassessable' | 'aside';
    /** Values of the table it may equal. */
    readonly expected: readonly Exact[];
  }[];
}

/** Sentences, numbers, wholes with parts, and statements that repeat a table. */
export function proseData(report: Report): ProseData {
  const { text, paragraphs, sentences, numbers, lists, statements } = readProse(report.reading);
  return {
    sentences: sentences.map(({ span, from, to, paragraph }) => ({ span, section: paragraphs[paragraph]?.section ?? null, text: text.slice(from, to) })),
    numbers: numbers.map(numberData),
    lists: lists.map((list) => ({ sentence: list.sentence, whole: numberData(list.whole), label: list.wholeLabel, opener: list.opener, closure: list.closure ?? null, parent: list.parent ?? null, parts: list.parts.map(partData), leftOut: list.leftOut.map(partData) })),
    statements: statements.map((statement) => {
      const check = speaksOfReport(report, statement) ? checkStatement(report, statement) : undefined;
      return {
        sentence: statement.sentence, span: statement.span, kind: statement.kind, families: statement.families, joined: statement.joined, value: statement.number?.value ?? null, year: statement.year ?? null,
        limits: statement.limits, state: check?.state ?? 'aside', expected: check?.expected.map(({ value }) => value) ?? [],
      };
    }),
  };
}

const numberData = (number: ProseNumber): ProseNumberData => ({ span: number.span, text: number.text, kind: number.kind, value: number.value, unit: number.unit ?? null, approximate: number.approximate, change: number.change });

const partData = ({ label, number, share }: PartReading): PartData => ({ label, value: number?.value ?? null, share: share?.number.value ?? null });
