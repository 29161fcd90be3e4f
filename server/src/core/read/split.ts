import { isSpace, skipSpace, skipSpaceBack } from '../text/characters';
import type { SourceText } from '../text/source';
import { fold } from '../text/fold';
import { looksLikeValue } from './cells';
import type { FieldMeaning, Labels } from './labels';

/** A field by its place in a line. */
export interface RelativeField {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly isValue: boolean;
  readonly meaning?: FieldMeaning;
}

/** The field between two offsets of a text, both without surrounding space already. */
export function fieldOf(text: string, start: number, end: number, labels: Labels): RelativeField {
  const content = text.slice(start, end);
  if (content === '') return { start, end, text: '', isValue: false };
  const isValue = looksLikeValue(content);
  return isValue ? { start, end, text: content, isValue } : { start, end, text: content, isValue, meaning: labels.meaning(content) };
}

/** A field between two delimiters: its text without surrounding space; an empty one keeps the space as its range. */
function delimited(text: string, from: number, to: number, labels: Labels): RelativeField {
  const start = skipSpace(text, from, to);
  if (start === to) return { start: from, end: to, text: '', isValue: false };
  const end = skipSpaceBack(text, start, to);
  const first = text.charCodeAt(start);
  if (first === 0x2a || first === 0x5f || first === 0x60 || first === 0x3c || first === 0x26) return undressed(text, start, end, labels);
  return fieldOf(text, start, end, labels);
}

const DRESS = /^(?:\*{1,3}|_{1,3}|`|<\/?[a-zA-Z][^<>]{0,100}>|&nbsp;|\s)+/;
const UNDRESS = /(?:\*{1,3}|_{1,3}|`|<\/?[a-zA-Z][^<>]{0,100}>|&nbsp;|\s)+$/;

/** A field without the emphasis, tags and entities around its text (`**12**`, `<b>12</b>`, `&nbsp;`). */
function undressed(text: string, start: number, end: number, labels: Labels): RelativeField {
  const content = text.slice(start, end);
  if (content.length > 400) return fieldOf(text, start, end, labels);
  const from = start + (DRESS.exec(content)?.[0].length ?? 0);
  if (from >= end) return /[*_`]/.test(content) ? fieldOf(text, start, end, labels) : { start, end, text: '', isValue: false };
  const to = from + content.slice(from - start).replace(UNDRESS, '').length;
  return to > from ? fieldOf(text, from, to, labels) : fieldOf(text, start, end, labels);
}

/** All fields of a tab-separated line, empty ones included. */
export function splitTabs(text: string, start: number, end: number, labels: Labels): RelativeField[] {
  const fields: RelativeField[] = [];
  let from = start;
  for (let i = start; i <= end; i++) {
    if (i < end && text.charCodeAt(i) !== 9) continue;
    fields.push(delimited(text, from, i, labels));
    from = i + 1;
  }
  return fields;
}

/** `|`, full-width, and the uprights of a box drawn with lines. */
const isPipe = (code: number): boolean => code === 0x7c || code === 0xff5c || code === 0x2502 || code === 0x2503 || code === 0x2551;

/** The cells of a pipe row; the outer pipes are not delimiters. `\|` is text. */
export function splitPipes(text: string, start: number, end: number, labels: Labels): RelativeField[] {
  const fields: RelativeField[] = [];
  let from = start;
  let to = end;
  if (isPipe(text.charCodeAt(from))) from++;
  if (to > from && isPipe(text.charCodeAt(to - 1)) && text.charCodeAt(to - 2) !== 0x5c) to--;
  let open = from;
  for (let i = from; i <= to; i++) {
    if (i < to && !(isPipe(text.charCodeAt(i)) && text.charCodeAt(i - 1) !== 0x5c)) continue;
    fields.push(delimited(text, open, i, labels));
    open = i + 1;
  }
  return fields;
}

/**
 * Whether the tab lines from `line` on are a Word dump (one cell a line behind a tab) rather than rows of fields.
 * Looks ahead to the end of the table-like lines, at most 120 of them.
 * @param goesOn such lines stand right before it: then the last one alone is one of them too
 */
export function isIndentedRegion(source: SourceText, line: number, to: number, goesOn = false): { readonly indented: boolean; readonly until: number } {
  let single = 0;
  let several = 0;
  let i = line;
  let plain = 0;
  let inRow = 0;
  let rowFrom = line;
  for (; i < to && i < line + 120; i++) {
    const text = source.lineText(i).replace(/^(?: {0,3}>){1,9} ?/, '');
    const tab = text.indexOf('\t');
    if (tab < 0) {
      if (text.length > 60 || (text.trim() !== '' && ++plain > 3)) break;
      continue;
    }
    plain = 0;
    // A row of empty cells says nothing.
    if (text.trim() === '' && text.indexOf('\t', tab + 1) >= 0) continue;
    if (/^[\s]*\t[^\t]*$/.test(text) && text.replace(/^\s+/, '').indexOf('\t') < 0) {
      if (inRow++ === 0) rowFrom = i;
      // Three in a row behind rows of fields: another table as well.
      if (several > 0 && inRow === 3) return { indented: goesOn && single - 2 > several, until: rowFrom - 1 };
      single++;
    } else {
      inRow = 0;
      // A row of fields behind such lines: another table, in another layout.
      const fields = text.split('\t', 20);
      if (several === 0 && single >= (goesOn ? 1 : 2) && fields.length >= 3 && fields.filter((field) => field.trim() !== '').length >= 2) break;
      several++;
    }
  }
  return { indented: single >= (goesOn ? 1 : 2) && single > several, until: i - 1 };
}

/** What spaces hold apart. */
export function tokensOf(text: string, start: number, end: number, labels: Labels): RelativeField[] {
  const tokens: RelativeField[] = [];
  for (let i = start; i < end; ) {
    i = skipSpace(text, i, end);
    let stop = i;
    while (stop < end && !isSpace(text.charCodeAt(stop))) stop++;
    if (stop > i) tokens.push(fieldOf(text, i, stop, labels));
    i = stop;
  }
  return tokens;
}

/**
 * A label with its first number written right behind it (`行政许可126`, `规章0 0 0`), or with all of them where each is one digit (`规章000`):
 * taken apart where this gives exactly the values of the row whose label it is.
 */
function withoutGlue(text: string, tokens: RelativeField[], labels: Labels): RelativeField[] {
  const at = tokens.findIndex((token) => !token.isValue && /[^\d０-９.．,，、][\d０-９][\d０-９.,，]*$/.test(token.text));
  const token = tokens[at];
  if (!token || token.text.length > 80 || !tokens.slice(at + 1).every(({ isValue }) => isValue)) return tokens;
  const digits = /[\d０-９][\d０-９.,，]*$/.exec(token.text)?.[0] ?? '';
  const label = token.text.slice(0, token.text.length - digits.length);
  const meaning = labels.meaning(label);
  const row = meaning.kind === 'row' ? meaning.rows.at(-1)?.row : undefined;
  if (!row || !meaning.folded.endsWith(fold(row.label).replace(/^[\d一二三四五六七]/, ''))) return tokens;
  const from = token.end - digits.length;
  const rest = tokens.length - at - 1;
  const values =
    rest + 1 === row.columns.length ? [fieldOf(text, from, token.end, labels)] : rest === 0 && digits.length === row.columns.length ? [...digits].map((_, i) => fieldOf(text, from + i, from + i + 1, labels)) : [];
  return values.length === 0 || !values.every(({ isValue }) => isValue) ? tokens : [...tokens.slice(0, at), { start: token.start, end: from, text: label, isValue: false, meaning }, ...values, ...tokens.slice(at + 1)];
}

export interface SpacedRow {
  readonly fields: readonly RelativeField[];
  /** Whether the row has values (otherwise only labels). */
  readonly values: boolean;
}

const SENTENCE = /[。；;！!？?]/;

/**
 * A plain line that is a table row: an optional label followed by values, or table vocabulary alone.
 * `undefined` for anything that may be prose. Offsets are relative to `text`.
 * @param inTable whether table lines come right before it.
 */
export function splitSpaced(text: string, start: number, end: number, labels: Labels, inTable: boolean): SpacedRow | undefined {
  const content = text.slice(start, end);
  const tokens = withoutGlue(text, tokensOf(text, start, end, labels), labels);
  if (tokens.length < 2) return isLabel(content, labels, inTable) ? { fields: [fieldOf(text, start, end, labels)], values: false } : undefined;
  let first = tokens.length;
  while (first > 0 && tokens[first - 1]?.isValue) first--;
  const values = tokens.slice(first);
  // What is left of a label set down the margin may be its `、`.
  if (values.length >= 3) while (first > 0 && fold(tokens[first - 1]?.text ?? '') === '') first--;
  if (first === 0) return values.length >= 3 && (inTable || values.length >= 5) ? { fields: values, values: true } : undefined;
  const labelEnd = tokens[first - 1]?.end ?? start;
  const parts = labelParts(text, start, labelEnd, labels, inTable || values.length >= 3) ?? (inTable && values.length >= 5 ? strangeLabel(text, start, labelEnd, labels) : undefined);
  if (!parts) return undefined;
  return values.length > 0 ? { fields: [...parts, ...values], values: true } : { fields: parts, values: false };
}

/** The label text of a row, as one field or as its parts held apart by two spaces or more; `undefined` if it is no label. */
function labelParts(text: string, start: number, end: number, labels: Labels, lenient: boolean): RelativeField[] | undefined {
  const content = text.slice(start, end);
  const wide = partsAt(text, start, content, /\s{2,}/g, labels);
  // Cells side by side, each of them a label or part of one by itself.
  if (wide.length > 1 && labels.meaning(content).kind !== 'header' && sideBySide(wide, labels)) return wide;
  if (isLabel(content, labels, lenient)) return [fieldOf(text, start, end, labels)];
  for (const parts of [wide, partsAt(text, start, content, /\s+/g, labels)]) {
    if (parts.length > 0 && parts.every((part) => isLabel(part.text, labels, true))) return parts;
  }
  return undefined;
}

/** Whether parts are labels or pieces of labels, and not the single characters of one that is spaced out. */
function sideBySide(parts: readonly RelativeField[], labels: Labels): boolean {
  return parts.every((part) => isLabel(part.text, labels, true)) && (parts.every((part) => part.text.length > 1) || parts.some((part) => part.meaning !== undefined && part.meaning.rows.length > 0));
}

/** A short text before a row of values inside a table: some label, though none that is known. */
function strangeLabel(text: string, start: number, end: number, labels: Labels): RelativeField[] | undefined {
  const content = text.slice(start, end);
  return end - start > 60 || SENTENCE.test(content) || /[，,：:]/.test(content) ? undefined : partsAt(text, start, content, /\s{2,}/g, labels);
}

function partsAt(text: string, start: number, content: string, gap: RegExp, labels: Labels): RelativeField[] {
  const parts: RelativeField[] = [];
  let at = 0;
  for (const match of [...content.matchAll(gap), undefined]) {
    const to = match?.index ?? content.length;
    // A `、` alone is left of a label set down the margin.
    // Part of a label, whatever it looks like by itself: the 无 of 无法提供 torn off is no placeholder.
    const part = content.slice(at, to);
    if (to > at && fold(part) !== '') parts.push({ start: start + at, end: start + to, text: part, isValue: false, meaning: labels.meaning(part) });
    at = to + (match?.[0].length ?? 0);
  }
  return parts;
}

/** Whether an unmarked text is table vocabulary. A sentence that merely contains a row's words is not. */
function isLabel(content: string, labels: Labels, lenient: boolean): boolean {
  const meaning = labels.meaning(content);
  switch (meaning.kind) {
    case 'other':
      return false;
    case 'header':
    case 'block':
      return true;
    case 'fragment':
      return lenient ? true : meaning.folded.length >= 4;
    default: {
      if (SENTENCE.test(content)) return false;
      if (labels.isVocabulary(meaning.folded)) return true;
      const label = meaning.rows[0]?.row.label ?? meaning.group?.row.label ?? '';
      if (lenient && meaning.folded.length <= 12 && !/[，,：:\s]/.test(content)) return true;
      if (resembles(meaning.folded, fold(label)) || (lenient && opensWith(content, fold(label)))) return true;
      return /^[（(\d０-９一二三四五六七八九十]/.test(content) && meaning.folded.length <= label.length + 8 && !/[，,]/.test(content);
    }
  }
}

/** Whether a folded text is a label but for a slip or two: four fifths of the pairs of characters of each stand in the other. */
function resembles(written: string, label: string): boolean {
  if (written.length < 5 || Math.abs(written.length - label.length) > 4) return false;
  const share = (a: string, b: string): number => {
    let same = 0;
    for (let i = 0; i + 1 < a.length; i++) if (b.includes(a.slice(i, i + 2))) same++;
    return same / (a.length - 1);
  };
  return share(written, label) >= 0.8 && share(label, written) >= 0.8;
}

/** Whether a text is how a folded label begins, with the remark in brackets behind it written in some other way. */
function opensWith(content: string, label: string): boolean {
  const bracket = /[（(]/g;
  bracket.lastIndex = 3;
  const at = bracket.exec(content)?.index ?? 0;
  const head = fold(content.slice(0, at));
  return head.length >= 4 && label.startsWith(head);
}
