import { analyse, readDocument, type Analysis, type AnalysisSettings, type Bilingual, type Relatives, type Report } from '../core';
import { cellsOf, factsOf, positionOf, type ReportFacts } from '../core/relatives';
import { describeReport } from '../core/report';
import { both } from '../core/text/bilingual';
import { assumeReport, readDraft } from './draft';
import { BinaryFile } from './encoding';
import { fixDraft } from './fix';
import type { Language } from './language';
import { placeOf } from './paths';
import { defect, Problem, reasonOf } from './problem';
import { fileResult, type FileResult, type ResultOptions } from './result';

/** All that is done with one file goes by messages of plain data, so that a thread can do it as well. */
interface FileTask {
  readonly path: string;
  readonly settings: Pick<AnalysisSettings, 'severities' | 'format'>;
  readonly language: Language;
  readonly withFixes: boolean;
}

/** Checks a draft by itself. */
export interface CheckTask extends FileTask {
  readonly kind: 'check';
  /** Named by the user rather than found. */
  readonly named: boolean;
  readonly fix: boolean;
}

export interface CheckAnswer {
  /** Absent for what is no draft or cannot be read. */
  readonly result?: FileResult;
  readonly facts: readonly ReportFacts[];
  /** What has to be told of it. */
  readonly problems: readonly Bilingual[];
}

/** What one report of a draft is compared with. */
export interface RelativesOfReport {
  readonly lastYear?: { readonly path: string; readonly index: number; readonly format?: string };
  readonly children: readonly { readonly path: string; readonly facts: ReportFacts }[];
  readonly missing: readonly string[];
}

/** Checks a draft once more, together with the reports it is compared with. */
export interface CompareTask extends FileTask {
  readonly kind: 'compare';
  readonly fixed: number;
  /** In the order of the draft's reports. */
  readonly relatives: readonly RelativesOfReport[];
}

export type Task = CheckTask | CompareTask;
/** `null`: what was found in the draft alone stands. */
export type Answer<T extends Task = Task> = T extends CheckTask ? CheckAnswer : FileResult | null;

/** Does a task where it is called. Never throws. */
export async function runTask<T extends Task>(task: T): Promise<Answer<T>> {
  return (task.kind === 'check' ? await checkAlone(task) : await compare(task)) as Answer<T>;
}

async function checkAlone({ path, named, fix, language, withFixes, ...task }: CheckTask): Promise<CheckAnswer> {
  const problems: Bilingual[] = [];
  try {
    const draft = await readDraft(path);
    const settings = { ...task.settings, ...assumeReport(path) };
    let analysis = analyse(draft.text, settings);
    let fixed = 0;
    if (fix) {
      try {
        const { text, edits } = await fixDraft(draft, analysis);
        if (edits > 0) [analysis, fixed] = [analyse(text, settings), edits];
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        problems.push(error.said);
      }
    }
    return { result: fileResult(path, analysis, { language, withFixes, fixed }), facts: factsIn(path, analysis.reports), problems };
  } catch (error) {
    // Found files that are no text are no drafts and not worth a word.
    if (!(error instanceof BinaryFile && !named)) problems.push(said(error));
    return { facts: [], problems };
  }
}

function said(error: unknown): Bilingual {
  if (error instanceof Problem) return error.said;
  return typeof (error as NodeJS.ErrnoException).code === 'string' ? both(`读不出来（${reasonOf(error)}）`, `cannot be read (${reasonOf(error)})`) : defect(error);
}

async function compare({ path, settings, language, withFixes, fixed, relatives }: CompareTask): Promise<FileResult | null> {
  try {
    const { text } = await readDraft(path);
    const places = new Places();
    const found: (Relatives | undefined)[] = [];
    for (const each of relatives) found.push(await places.relativesOf(each));
    let next = 0;
    const analysis: Analysis = analyse(text, { ...settings, ...assumeReport(path), relatives: () => found[next++] });
    return fileResult(path, analysis, { language, withFixes, fixed, positionIn: places.positionIn });
  } catch {
    // Gone or changed since it was read.
    return null;
  }
}

/** The reports a draft is compared with, and where something stands in them. */
class Places {
  private readonly whole = new Map<string, Report>();
  private readonly facts = new Map<string, ReportFacts[]>();

  async relativesOf({ lastYear, children, missing }: RelativesOfReport): Promise<Relatives> {
    const report = lastYear && (await this.read(lastYear));
    for (const { path, facts } of children) this.facts.set(path, [...(this.facts.get(path) ?? []), facts]);
    return {
      ...(lastYear && report ? { lastYear: { document: lastYear.path, report } } : {}),
      children: children.map(({ path, facts }) => ({ document: path, report: cellsOf(facts) })),
      missingChildren: missing,
    };
  }

  private async read({ path, index, format }: NonNullable<RelativesOfReport['lastYear']>): Promise<Report | undefined> {
    try {
      const report = reportsIn(path, (await readDraft(path)).text, format)[index];
      if (report) this.whole.set(path, report);
      return report;
    } catch {
      return undefined;
    }
  }

  readonly positionIn: ResultOptions['positionIn'] = (path, offset) => {
    const whole = this.whole.get(path);
    if (whole) return whole.reading.source.positionAt(offset);
    for (const facts of this.facts.get(path) ?? []) {
      const position = positionOf(facts, offset);
      if (position) return position;
    }
    return undefined;
  };
}

/** The reports of a text, read without being checked. */
export const reportsIn = (path: string, text: string, format: string | undefined): Report[] =>
  readDocument(text, { ...assumeReport(path), ...(format === undefined ? {} : { format }) }).reports.map((reading) => describeReport(reading));

/** What is kept of reports for the comparison with others. */
export const factsIn = (path: string, reports: readonly Report[]): ReportFacts[] => reports.map((report) => factsOf(report, placeOf(path)));
