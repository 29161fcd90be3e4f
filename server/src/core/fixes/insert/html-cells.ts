/** Where the `<td>` or `<th>` begins that holds `offset`; `offset` itself when there is none. */
export function cellStart(text: string, offset: number): number {
  for (let at = text.lastIndexOf('<', offset - 1); at >= 0 && offset - at < 2000; at = text.lastIndexOf('<', at - 1)) {
    if (/^<t[dh][\s>]/i.test(text.slice(at, at + 4))) return at;
    if (/^<tr[\s>]/i.test(text.slice(at, at + 4))) return offset;
  }
  return offset;
}

/** The opening tag of a cell, with everything up to its text. */
export const openTag = (text: string, at: number): string => /^<t[dh](?:\s[^>]*)?>/i.exec(text.slice(at, at + 1000))?.[0] ?? '<td>';

const SPAN = (name: string): RegExp => new RegExp(`(\\s${name}\\s*=\\s*["']?)(\\d+)(?![^<]*<t[dh])`, 'i');

/** Sets the number of the last `rowspan` in a piece of HTML; without one nothing changes. */
export const withRowSpan = (html: string, rows: number): string => html.replace(SPAN('rowspan'), (_, before: string) => `${before}${rows}`);

/** Where the digits of a cell's `rowspan` stand. */
export function rowSpanDigits(text: string, offset: number): { start: number; end: number; value: number } | undefined {
  const at = cellStart(text, offset);
  const tag = openTag(text, at);
  const match = SPAN('rowspan').exec(tag);
  if (!match) return undefined;
  const start = at + match.index + (match[1] ?? '').length;
  return { start, end: start + (match[2] ?? '').length, value: Number(match[2]) };
}

/** An opening tag with the given spans in place of its own. */
export function withSpans(tag: string, colSpan: number, rowSpan: number): string {
  const bare = tag.replace(/\s(?:row|col)span\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, '');
  return bare.replace(/>$/, `${colSpan > 1 ? ` colspan="${colSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}>`);
}
