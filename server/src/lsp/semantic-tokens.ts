import { SemanticTokensBuilder, type SemanticTokens, type SemanticTokensParams } from 'vscode-languageserver';
import type { CellReading, Span, TableReading } from '../core';
import type { TableDeclaration } from '../core/format/types';
import type { Snapshot } from './documents';
import type { Feature } from './session';

/** What is coloured; the manifest describes the same names and gives them scopes of themes. */
export const TOKEN_TYPES = ['reportValue', 'reportBlank', 'reportPlaceholder', 'reportHeading'] as const;
export const TOKEN_MODIFIERS = ['reportTotal'] as const;

type TokenType = (typeof TOKEN_TYPES)[number];

interface Token {
  readonly span: Span;
  readonly type: TokenType;
  readonly total?: boolean;
}

/** Colours for plain text, which has no grammar, and for what no grammar can tell: which number is a total. */
export const semanticTokens: Feature = {
  capabilities: () => ({ semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] }, full: true } }),
  register(session) {
    session.connection.languages.semanticTokens.on(
      session.guard('textDocument/semanticTokens/full', { data: [] } as SemanticTokens, async ({ textDocument: { uri } }: SemanticTokensParams): Promise<SemanticTokens> => {
        const snapshot = await session.snapshot(uri);
        return snapshot ? encode(snapshot) : { data: [] };
      }),
    );
  },
};

function encode(snapshot: Snapshot): SemanticTokens {
  const { source } = snapshot.analysis.document;
  const builder = new SemanticTokensBuilder();
  let end = -1;
  for (const { span, type, total } of tokens(snapshot).sort((a, b) => a.span.start - b.span.start)) {
    const { line, character } = source.positionAt(span.start);
    // Tokens may neither overlap nor go over the end of a line.
    const stop = Math.min(span.end, source.lineSpan(line).end);
    if (span.start < end || stop <= span.start) continue;
    end = stop;
    builder.push(line, character, stop - span.start, TOKEN_TYPES.indexOf(type), total ? 1 << TOKEN_MODIFIERS.indexOf('reportTotal') : 0);
  }
  return builder.build();
}

function tokens({ analysis, languageId }: Snapshot): Token[] {
  const found: Token[] = [];
  for (const { reading } of analysis.reports) {
    for (const table of reading.tables) found.push(...ofTable(table));
    // A grammar colours the headings of the other languages.
    if (languageId === 'plaintext') {
      if (reading.title) found.push({ span: reading.title.span, type: 'reportHeading' });
      for (const section of reading.sections) found.push({ span: section.heading.span, type: 'reportHeading' }, ...section.topics.map(({ span }): Token => ({ span, type: 'reportHeading' })));
    }
  }
  if (languageId !== 'markdown') for (const { code, span } of analysis.findings) if (code === 'leftover') found.push({ span, type: 'reportPlaceholder' });
  return found;
}

function ofTable({ declaration, rows }: TableReading): Token[] {
  const totals = totalsOf(declaration);
  return rows.flatMap((row) =>
    row.values.flatMap((cell, i): Token[] => {
      const type = typeOf(cell);
      if (!type) return [];
      const column = row.cells ? row.declaration.columns[i]?.id : undefined;
      const total = totals.rows.has(row.declaration.id) || (column !== undefined && totals.columns.has(column));
      return [{ span: cell.digits ?? cell.span, type, total }];
    }),
  );
}

/** Nothing for a cell that is empty: there is nothing to colour. */
const typeOf = ({ state }: CellReading): TokenType | undefined => (state === 'number' ? 'reportValue' : state === 'blank' ? undefined : 'reportBlank');

/** Rows and columns that are sums of others, by the table's own equations. */
function totalsOf({ equations }: TableDeclaration): { readonly rows: ReadonlySet<string>; readonly columns: ReadonlySet<string> } {
  return {
    rows: new Set(equations.flatMap((each) => (each.kind === 'columnTotal' ? [each.total] : []))),
    columns: new Set(equations.flatMap((each) => (each.kind === 'rowTotal' ? [each.total] : []))),
  };
}
