import { CompletionItemKind, CompletionTriggerKind, InsertTextFormat, InsertTextMode, type CompletionItem, type CompletionList, type CompletionParams } from 'vscode-languageserver';
import { rules, type SnippetItem, type SourceText } from '../core';
import { escapeText } from '../core/snippets';
import { completionPlace, type CompletionPlace } from './completion-place';
import { rowItems, tableBeside } from './completion-rows';
import { topicItems } from './completion-topics';
import type { Snapshot } from './documents';
import { offerAt, type Offer } from './offer';
import { offsetOf, rangeOf } from './places';
import { plainSnippet } from './plain-snippet';
import type { Feature, Session } from './session';

type ItemPlace = Extract<CompletionPlace, { kind: 'item' }>;

/** Signs an input method leaves in the document by themselves, so that items show without a key of their own. */
const TRIGGERS = ['#', '|', '（'];

export const completion: Feature = {
  capabilities: () => ({ completionProvider: { triggerCharacters: TRIGGERS } }),
  register(session) {
    session.connection.onCompletion(
      session.guard('textDocument/completion', null, async ({ textDocument: { uri }, position, context }: CompletionParams): Promise<CompletionList | null> => {
        const snapshot = await session.snapshot(uri);
        if (!snapshot || (snapshot.analysis.document.kind !== 'report' && !snapshot.own)) return null;
        const { source } = snapshot.analysis.document;
        const offset = offsetOf(source, position);
        const place = completionPlace(source, offset);
        if (context?.triggerKind === CompletionTriggerKind.TriggerCharacter && !invited(snapshot, offset, place)) return null;
        // Pinyin is matched anew at every key: a client that filters by itself may not know it.
        return { isIncomplete: true, items: place.kind === 'code' ? codeItems(session, source, place) : items(session, snapshot, place, offset) };
      }),
    );
  },
};

/** A sign in the middle of a line is just that sign, and one in a table that lacks nothing is the beginning of a row. */
function invited(snapshot: Snapshot, offset: number, place: CompletionPlace): boolean {
  if (place.kind === 'code') return true;
  if (!place.lineStart) return false;
  if (place.marks !== '|') return true;
  const { source } = snapshot.analysis.document;
  const line = source.lineAt(offset);
  if (line === 0 || !source.lineText(line - 1).trimStart().startsWith('|')) return true;
  return (tableBeside(snapshot, offset)?.table.missing.length ?? 0) > 0;
}

function codeItems(session: Session, source: SourceText, { span, listed }: Extract<CompletionPlace, { kind: 'code' }>): CompletionItem[] {
  const range = rangeOf(source, span);
  return rules.filter(({ code }) => !listed.includes(code)).map(({ code, title }) => ({ label: code, kind: CompletionItemKind.EnumMember, detail: session.say(title), textEdit: { range, newText: code } }));
}

function items(session: Session, snapshot: Snapshot, place: ItemPlace, offset: number): CompletionItem[] {
  const offer = offerAt(session, snapshot, snapshot.languageId, offset);
  const { source } = snapshot.analysis.document;
  if (place.marks === '（') return topicItems(snapshot, place, offer);
  const range = rangeOf(source, place.span);
  const beside = tableBeside(snapshot, offset);
  const rows = beside && place.lineStart && place.marks !== '#' ? rowItems(session, source, place, beside.table) : [];
  // In a table there is nothing to write but its rows.
  if (beside?.inside || (rows.length > 0 && place.marks === '|')) return rows;
  const topics = place.lineStart && place.marks === '' ? topicItems(snapshot, place, offer) : [];
  const inserted = offer.items.flatMap((item, i): CompletionItem[] => {
    if (place.marks === '#' && item.kind !== 'section' && item.kind !== 'report') return [];
    if (place.marks === '|' && item.kind !== 'table' && item.kind !== 'block') return [];
    const agency = offer.report?.agency;
    const body = item.body(offer.notation, String(offer.year), agency ? escapeText(agency) : undefined).replace(/\n/g, source.eol);
    const text = session.features.snippets ? body : plainSnippet(body);
    return [
      {
        label: session.say(item.label),
        detail: [item.prefixes.join(' '), session.options.language === 'zh' ? '' : item.label.zh].filter((part) => part !== '').join(' · '),
        kind: CompletionItemKind.Snippet,
        // What the marks add to the word has to be found in the item too.
        filterText: place.marks === '' ? item.filterText : `${place.typed} ${item.filterText}`,
        sortText: `${rank(offer, item, place, offset)}${String(i).padStart(3, '0')}`,
        insertTextFormat: session.features.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
        insertTextMode: InsertTextMode.asIs,
        textEdit: { range, newText: text },
      },
    ];
  });
  return [...rows, ...topics, ...inserted];
}

/** What the report lacks at this place comes first, then what it lacks elsewhere, then everything else. */
function rank({ report, format }: Offer, item: SnippetItem, place: ItemPlace, offset: number): number {
  const here = report?.reading.sections.find(({ span }) => span.start <= offset && offset <= span.end);
  // Sentences with the report's own numbers stand before all others in their section.
  if (item.kind === 'sentence' && item.section !== undefined && item.section === here?.declaration.id) return place.lineStart ? 2 : 0;
  if (!place.lineStart) return item.kind === 'sentence' ? 1 : 5;
  const present = new Set([...(report?.reading.sections ?? []).map(({ declaration }) => `section.${declaration.id}`), ...(report?.reading.tables ?? []).map(({ declaration }) => `table.${declaration.id}`)]);
  if (item.kind === 'report') return present.size === 0 && !report?.reading.title ? 0 : 9;
  if ((item.kind !== 'section' && item.kind !== 'table') || present.has(item.id)) return 5;
  if (item.kind === 'section') return 2;
  const table = format.tables.find(({ id }) => item.id === `table.${id}`);
  return here && table && here.declaration.id === table.section ? 1 : 3;
}
