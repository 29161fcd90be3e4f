import { CompletionItemKind, CompletionTriggerKind, InsertTextFormat, InsertTextMode, type CompletionItem, type CompletionList, type CompletionParams } from 'vscode-languageserver';
import { currentFormat, rules, snippetItems, type SnippetItem, type SourceText } from '../core';
import { beginsWith, completionPlace, isAskedFor, type CompletionPlace } from './completion-place';
import { rowItems, tableBeside } from './completion-rows';
import { topicItems } from './completion-topics';
import type { Snapshot } from './documents';
import { bodyOf, offerAt, type Offer } from './offer';
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
        if (place.kind === 'item' && !isAskedFor(place)) return null;
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
  const contributed = shownByClient(session, snapshot, offer, place);
  const inserted = offer.items.flatMap((item, i): CompletionItem[] => {
    if (place.marks === '#' && item.kind !== 'section' && item.kind !== 'report') return [];
    if (place.marks === '|' && item.kind !== 'table' && item.kind !== 'block') return [];
    if (!beginsWith(item.label.zh, place.word) || (place.marks === '' && contributed.has(item.id))) return [];
    const body = withoutBeginning(bodyOf(item, offer), source.text.slice(source.lineSpan(source.lineAt(place.span.start)).start, place.span.start)).replace(/\n/g, source.eol);
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

/** A sentence whose beginning, up to its first comma, is written already goes on from there: `2024年，` is not said twice. */
function withoutBeginning(body: string, before: string): string {
  const beginning = /^[^，\n${}]+，/.exec(body)?.[0];
  return beginning !== undefined && before.endsWith(beginning) ? body.slice(beginning.length) : body;
}

/**
 * Ids of the items that the client's own snippets offer at a place, so that nothing is offered twice. A client matches the word at the
 * cursor with their prefixes, letter by letter in order; words end at spaces and ASCII signs.
 */
function shownByClient({ options, host }: Session, { analysis, own }: Snapshot, { format, year, report }: Offer, { span, word }: ItemPlace): ReadonlySet<string> {
  const before = analysis.document.source.text.slice(0, span.end - word.length);
  // They are of the format in force and of last year, and written for Markdown and plain text.
  if (!options.contributedSnippets || own || format !== currentFormat || !/(?:^|[\s!-/:-@[-`{-~])$/.test(before)) return new Set();
  if (word === '' && !/(?:^|\s)$/.test(before)) return new Set();
  const inOrder = new RegExp(`^${[...word.toLowerCase()].join('.*')}`);
  const sameYear = !report || year === host.year() - 1;
  const saysNoYear = (item: SnippetItem): boolean => item.body('pipe', '1') === item.body('pipe', '2');
  return new Set(snippetItems(format).flatMap((item) => (item.prefixes.some((prefix) => inOrder.test(prefix)) && (sameYear || saysNoYear(item)) ? [item.id] : [])));
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
