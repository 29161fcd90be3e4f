import { SymbolKind, type DocumentSymbol, type DocumentSymbolParams, type SymbolInformation } from 'vscode-languageserver';
import type { Report, SectionReading, Span } from '../core';
import type { Snapshot } from './documents';
import { rangeOf } from './places';
import type { Feature, Session } from './session';
import { topicExtents } from './topic-extent';

/** Section, topic and table outline. In Markdown the editor has one of its own, which would stand there twice. */
export const symbols: Feature = {
  capabilities: () => ({ documentSymbolProvider: true }),
  register(session) {
    session.connection.onDocumentSymbol(
      session.guard('textDocument/documentSymbol', null, async ({ textDocument: { uri } }: DocumentSymbolParams): Promise<DocumentSymbol[] | SymbolInformation[] | null> => {
        const snapshot = await session.snapshot(uri);
        if (!snapshot || snapshot.languageId === 'markdown') return null;
        const { reports } = snapshot.analysis;
        const tree = reports.flatMap((report) => outline(session, snapshot, report, reports.length > 1));
        return session.features.symbolTree ? tree : flat(uri, tree);
      }),
    );
  },
};

/** @param several put the report under its title: the document holds more than one. */
function outline(session: Session, { analysis }: Snapshot, { reading }: Report, several: boolean): DocumentSymbol[] {
  const { source } = analysis.document;
  const symbol = (name: string, kind: SymbolKind, span: Span, selected: Span, children: DocumentSymbol[] = []): DocumentSymbol => ({
    name: oneLine(name),
    kind,
    range: rangeOf(source, { start: Math.min(span.start, selected.start), end: Math.max(span.end, selected.end) }),
    selectionRange: rangeOf(source, selected),
    children,
  });
  const inSection = (section: SectionReading): DocumentSymbol[] =>
    [
      ...topicExtents(source, section).map(({ topic, extent }) => symbol(topic.declaration.title, SymbolKind.String, extent, topic.span)),
      ...reading.tables
        .filter(({ span }) => section.span.start <= span.start && span.end <= section.span.end)
        .map((table) => symbol(session.say(table.declaration.name), SymbolKind.Array, table.span, { start: table.span.start, end: source.lineSpan(source.lineAt(table.span.start)).end })),
    ].sort((a, b) => a.range.start.line - b.range.start.line);
  const sections = reading.sections.map((section) => symbol(source.slice(section.heading.span), SymbolKind.Module, section.span, section.heading.span, inSection(section)));
  if (!several || !reading.title) return sections;
  return [symbol(source.slice(reading.title.span), SymbolKind.File, reading.span, reading.title.span, sections)];
}

/** The protocol forbids empty names. */
const oneLine = (name: string): string => name.replace(/\s+/g, ' ').trim() || '—';

const flat = (uri: string, tree: readonly DocumentSymbol[], containerName?: string): SymbolInformation[] =>
  tree.flatMap(({ name, kind, range, children = [] }) => [{ name, kind, location: { uri, range }, ...(containerName === undefined ? {} : { containerName }) }, ...flat(uri, children, name)]);
