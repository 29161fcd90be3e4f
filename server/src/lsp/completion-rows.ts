import { CompletionItemKind, InsertTextFormat, InsertTextMode, type CompletionItem } from 'vscode-languageserver';
import type { RowDeclaration, SourceText, TableReading } from '../core';
import { rowName } from '../core/rules/words';
import { escapeText, initials, pinyin, tableGrid, type Notation } from '../core/snippets';
import { beginsWith, type CompletionPlace } from './completion-place';
import type { Snapshot } from './documents';
import { rangeOf } from './places';
import { plainSnippet } from './plain-snippet';
import type { Session } from './session';

type ItemPlace = Extract<CompletionPlace, { kind: 'item' }>;

/** A table beside a line: the line is one of its own, or the one right behind it. */
export interface TableBeside {
  readonly table: TableReading;
  readonly inside: boolean;
}

export function tableBeside({ analysis }: Snapshot, offset: number): TableBeside | undefined {
  const { source } = analysis.document;
  const line = source.lineAt(offset);
  for (const { reading } of analysis.reports) {
    for (const table of reading.tables) {
      const [first, last] = [source.lineAt(table.span.start), source.lineAt(table.span.end)];
      if (first <= line && line <= last + 1) return { table, inside: line <= last };
    }
  }
  return undefined;
}

/** The rows a table lacks: as a whole with a tab stop a value where the line is empty otherwise, else the label alone. */
export function rowItems(session: Session, source: SourceText, place: ItemPlace, table: TableReading): CompletionItem[] {
  const range = rangeOf(source, place.span);
  const rest = source.text.slice(place.span.end, source.lineSpan(source.lineAt(place.span.end)).end);
  const notation: Notation | undefined = table.layout === 'pipe' || table.layout === 'tab' ? table.layout : undefined;
  return table.missing.flatMap((row, i): CompletionItem[] => {
    const name = rowName(row);
    if (row.label === '' || !beginsWith(name, place.word)) return [];
    const body = notation && rest.trim() === '' ? rowBody(table, row, notation) : escapeText(place.marks === '|' ? `${place.typed.replace(/[^\s|]+$/, '')}${row.label}` : row.label);
    return [
      {
        label: name,
        detail: session.say(row.note),
        kind: CompletionItemKind.Value,
        filterText: `${place.marks === '' ? '' : `${place.typed} `}${initials(name)} ${pinyin(name)} ${name}`,
        sortText: `0${String(i).padStart(3, '0')}`,
        insertTextFormat: session.features.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
        insertTextMode: InsertTextMode.asIs,
        textEdit: { range, newText: session.features.snippets ? body : plainSnippet(body) },
      },
    ];
  });
}

/** The row as the official grid has it. */
function rowBody(table: TableReading, row: RowDeclaration, notation: Notation): string {
  const line = tableGrid(table.declaration).find((cells) => cells.some((cell) => typeof cell !== 'string' && cell.row === row.id)) ?? [];
  let stops = 0;
  const cells = line.map((cell) => (typeof cell === 'string' ? escapeText(cell) : `\${${++stops}:0}`));
  return notation === 'pipe' ? `| ${cells.join(' | ')} |` : cells.join('\t');
}
