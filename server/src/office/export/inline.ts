import { decodeHTML } from 'entities/decode';
import { sound } from './characters';

/** A stretch of text in one face. `\n` in it is a line break. */
export interface Run {
  readonly text: string;
  readonly bold?: true;
}

/** Escape · comment · tag · address in angle brackets · link or picture · emphasis · entity · a mark of Word's in text dumps. */
const TOKEN =
  /\\([!-/:-@[-`{-~])|<!--[\s\S]{0,2000}?-->|<(\/?)([A-Za-z][A-Za-z\d:]{0,15})(?:\s[^<>]{0,1000})?\/?>|<((?:https?:\/\/|mailto:)[^\s<>]{1,500})>|(!?)\[([^[\]\n]{0,300})\]\(((?:https?:|mailto:|data:|file:|[./#]|[\w-]+[./])[^()\s]{0,2000})\)|(\*{1,3}|__)|&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z][A-Za-z\d]{1,31});|\[bookmark:[^\]\n]{0,100}\]/g;

const BOLD = new Set(['b', 'strong']);
const BREAKS = new Set(['br', 'p', 'div', 'li', 'ul', 'ol', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section', 'article', 'blockquote', 'table', 'hr']);
/** Tags that change how a text looks and nothing that is published. Any other `<…>` is text. */
const DROPPED = new Set([...'a abbr big body center cite code colgroup col dd del dfn dl dt em font html i img ins kbd label main mark nav o:p pre q s samp small span strike sub sup tbody td tfoot th thead tt u var wbr'.split(' ')]);

type Piece = { text: string } | { mark: string; pair?: true } | { bold: boolean };

/** The text as it is published: emphasis, escapes, entities and tags of Markdown and HTML resolved, nothing of the words lost. */
export function inline(raw: string): Run[] {
  if (!/[\\<[*_&]/.test(raw)) return merged([{ text: raw }]);
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of raw.matchAll(TOKEN)) {
    const piece = read(match);
    if (piece === undefined) continue;
    if (match.index > at) pieces.push({ text: raw.slice(at, match.index) });
    pieces.push(piece);
    at = match.index + match[0].length;
  }
  if (at < raw.length) pieces.push({ text: raw.slice(at) });
  pair(pieces);
  return merged(pieces);
}

/** The words alone. */
export const words = (raw: string): string => inline(raw).map(({ text }) => text).join('');

/** What a token stands for; `undefined` where it is text like any other. */
function read(match: RegExpMatchArray): Piece | undefined {
  const [all, escaped, slash, tag, address, , shown, , mark] = match;
  if (escaped !== undefined) return { text: escaped };
  if (address !== undefined) return { text: address.replace(/^mailto:/, '') };
  if (shown !== undefined) return { text: words(shown) };
  if (mark !== undefined) return { mark };
  if (tag !== undefined) {
    const name = tag.toLowerCase();
    if (BOLD.has(name)) return { bold: slash === '' };
    return BREAKS.has(name) ? { text: '\n' } : DROPPED.has(name) ? { text: '' } : undefined;
  }
  if (all.startsWith('&')) return { text: decodeHTML(all) };
  return { text: '' };
}

/** Finds which signs of emphasis open and which close; the others are text, but for `**` at an end of the line. */
function pair(pieces: Piece[]): void {
  const open = new Map<string, number>();
  const charAt = (i: number, end: 'first' | 'last'): string => {
    const piece = pieces[i];
    return piece && 'text' in piece ? (end === 'first' ? piece.text.charAt(0) : piece.text.charAt(piece.text.length - 1)) : '';
  };
  pieces.forEach((piece, i) => {
    if (!('mark' in piece)) return;
    const [before, after] = [charAt(i - 1, 'last'), charAt(i + 1, 'first')];
    // `长*宽*高`, `a__b__c`: signs between words.
    const free = (c: string): boolean => piece.mark.startsWith('**') || c === '' || /[\s\p{P}]/u.test(c);
    const from = open.get(piece.mark);
    if (from !== undefined && before.trim() !== '' && free(after)) {
      for (const at of [from, i]) (pieces[at] as { pair?: true }).pair = true;
      open.delete(piece.mark);
    } else if (after.trim() !== '' && free(before)) open.set(piece.mark, i);
  });
}

function merged(pieces: readonly Piece[]): Run[] {
  const runs: { text: string; bold?: true }[] = [];
  let bold = 0;
  let starred = false;
  const add = (text: string): void => {
    const clean = sound(text);
    if (clean === '') return;
    const last = runs.at(-1);
    const face = bold > 0 || starred;
    if (last && (last.bold ?? false) === face) last.text += clean;
    else runs.push(face ? { text: clean, bold: true } : { text: clean });
  };
  pieces.forEach((piece, i) => {
    if ('text' in piece) add(piece.text);
    else if ('bold' in piece) bold = Math.max(0, bold + (piece.bold ? 1 : -1));
    else if (piece.pair) starred = piece.mark === '*' ? starred : !starred;
    else if (piece.mark !== '**' || (i > 0 && i < pieces.length - 1)) add(piece.mark);
  });
  return runs;
}
