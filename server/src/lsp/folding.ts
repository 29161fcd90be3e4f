import { FoldingRangeKind, type FoldingRange, type FoldingRangeParams } from 'vscode-languageserver';
import type { Snapshot } from './documents';
import type { Feature } from './session';
import { topicExtents } from './topic-extent';

export const folding: Feature = {
  capabilities: () => ({ foldingRangeProvider: true }),
  register(session) {
    session.connection.onFoldingRanges(
      session.guard('textDocument/foldingRange', null, async ({ textDocument: { uri } }: FoldingRangeParams) => {
        const snapshot = await session.snapshot(uri);
        return snapshot ? folds(snapshot) : null;
      }),
    );
  },
};

/** Sections and tables. Where the editor folds Markdown headings itself, sections under such headings are left to it. */
function folds({ analysis, languageId }: Snapshot): FoldingRange[] {
  const { source } = analysis.document;
  return analysis.reports.flatMap(({ reading }) => {
    const sections = reading.sections.filter(({ heading }) => languageId !== 'markdown' || heading.depth === 0);
    // A topic with a heading of its own; one that is a paragraph of a single line has nothing to fold.
    const topics = sections.flatMap((section) => topicExtents(source, section));
    return [
      ...topics.map(({ topic, extent }) => ({ startLine: topic.line, endLine: source.lineAt(extent.end) })),
      ...sections.map(({ heading, span }) => ({ startLine: heading.line, endLine: source.lineAt(span.start + source.slice(span).trimEnd().length) })),
      ...reading.tables.map(({ span }) => ({ startLine: source.lineAt(span.start), endLine: source.lineAt(span.end), kind: FoldingRangeKind.Region })),
    ].filter(({ startLine, endLine }) => endLine > startLine);
  });
}
