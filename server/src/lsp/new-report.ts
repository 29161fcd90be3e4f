import { RequestType } from 'vscode-languageserver';
import { analyse, currentFormat, snippetItems, type Report, type Span } from '../core';
import { escapeText } from '../core/snippets/body';
import { rollOver, TO_REWRITE } from '../core/writing/roll-over';
import type { Feature } from './session';

/** A text that is no open document: the client has read it, wherever it is. */
export interface ReportText {
  readonly text: string;
}

/** The skeleton in snippet syntax, and the title of the report, for a name. */
export interface BlankReport {
  readonly body: string;
  readonly title: string;
}

/** A draft for the new year, its title, and the offsets of the first thing to do in it. */
export interface RolledOver extends ReportText {
  readonly title: string;
  readonly first?: Span;
}

/** What last year's report says of itself. */
export interface ReportIdentity {
  /** Empty when it names none. */
  readonly agency: string;
  readonly year?: number;
}

export const IdentifyRequest = new RequestType<ReportText, ReportIdentity | null, void>('disclosureReport/identify');
export const RollOverRequest = new RequestType<ReportText & { readonly year: number; readonly agency?: string }, RolledOver | null, void>('disclosureReport/rollOver');
/** The whole skeleton in snippet syntax, with year and agency filled in: the first tab stop is the first thing to write. */
export const BlankReportRequest = new RequestType<{ readonly year: number; readonly agency?: string }, BlankReport | null, void>('disclosureReport/blankReport');

/** What a new report begins with: the standard skeleton, or last year's report. Null where the text is no report. */
export const newReport: Feature = {
  capabilities: () => ({}),
  register(session) {
    session.connection.onRequest(
      IdentifyRequest,
      session.guard(IdentifyRequest.method, null as ReportIdentity | null, async ({ text }: ReportText) => {
        const report = read(text);
        return report ? { agency: report.agency, ...(report.year ? { year: report.year.value } : {}) } : null;
      }),
    );
    session.connection.onRequest(
      RollOverRequest,
      session.guard(RollOverRequest.method, null as RolledOver | null, async ({ text, year, agency }: ReportText & { readonly year: number; readonly agency?: string }) => {
        const report = read(text);
        if (!report) return null;
        const draft = rollOver(report, { year, ...(agency ? { agency } : {}) });
        const at = draft.indexOf(TO_REWRITE);
        return { text: draft, title: titleOf(year, agency || report.agency), ...(at < 0 ? {} : { first: { start: at, end: at + TO_REWRITE.length } }) };
      }),
    );
    session.connection.onRequest(
      BlankReportRequest,
      session.guard(BlankReportRequest.method, null as BlankReport | null, async ({ year, agency }: { readonly year: number; readonly agency?: string }) => {
        const item = snippetItems(currentFormat).find(({ kind }) => kind === 'report');
        return item ? { body: item.body('pipe', String(year), agency ? escapeText(agency) : undefined, agency ? ['year', 'agency'] : ['year']), title: titleOf(year, agency) } : null;
      }),
    );
  },
};

const titleOf = (year: number, agency = ''): string => currentFormat.title.template.replace('{agency}', agency).replace('{year}', String(year));

/** Read as a report whatever its look: its writer has named it as last year's. */
const read = (text: string): Report | undefined => {
  const [report] = analyse(text, { assumeReport: true }).reports;
  return report && (report.reading.sections.length > 0 || report.reading.tables.length > 0) ? report : undefined;
};
