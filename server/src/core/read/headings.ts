import type { FormatDeclaration, SectionDeclaration } from '../format/types';
import { isSpace, skipSpace, skipSpaceBack } from '../text/characters';
import { fold } from '../text/fold';
import type { Labels } from './labels';
import { matchNumeral } from './numerals';
import type { HeadingReading } from './types';

const MAX_LENGTH = 70;
const NOISE = /^(?:\[bookmark:[^\]]*\]|<\/?[a-z][^>]{0,200}>|&nbsp;|\s|\u3000|\*|_{1,3}|>)+/i;
/** The end of a tag that began on a line above: `id="…">`. */
const TAG_END = /^[a-z-]{2,20}=(?:"[^"<>]{0,200}"|'[^'<>]{0,200}')\s*>/;
const TRAILING = /(?:<\/?[a-z][^>]{0,200}>|\s|\u3000|\*|&nbsp;)+$/i;

interface Wording {
  readonly section: SectionDeclaration;
  readonly wording: HeadingReading['wording'];
}

const tables = new WeakMap<FormatDeclaration, Map<string, Wording>>();

/** Folded titles of a format's sections with what they are. */
function titlesOf(format: FormatDeclaration): Map<string, Wording> {
  let titles = tables.get(format);
  if (!titles) {
    titles = new Map();
    for (const section of format.sections) for (const title of section.nonStandard) titles.set(fold(title), { section, wording: 'nonStandard' });
    for (const section of format.sections) for (const title of section.accepted) titles.set(fold(title), { section, wording: 'accepted' });
    for (const section of format.sections) titles.set(fold(section.title), { section, wording: 'canonical' });
    tables.set(format, titles);
  }
  return titles;
}

const topicTitles = new WeakMap<FormatDeclaration, Set<string>>();
function isTopicTitle(format: FormatDeclaration, folded: string): boolean {
  let titles = topicTitles.get(format);
  if (!titles) {
    titles = new Set(format.sections.flatMap((s) => (s.topics ?? []).flatMap((t) => [t.title, ...t.accepted].map(fold))));
    topicTitles.set(format, titles);
  }
  return titles.has(folded);
}

/** A heading's title ends here when text follows it on the same line (`一、总体情况。2024年…`). */
const ENDS = new Set(['。', ':', '：', '？', '?']);

/**
 * Reads a line as a top-level heading. Table rows that start with 一、二、三、四、 are not headings: a heading must say a
 * section's title, or be a short line with a top-level numeral that is no row label (then `section` is absent).
 * @param start first non-space of the line; @param end behind its last non-space.
 * @param aboveTable its table stands right below: then a title that might be a topic's needs no numeral.
 */
export function readHeading(text: string, start: number, end: number, line: number, labels: Labels, aboveTable = false): HeadingReading | undefined {
  const format = labels.format;
  if (end - start > 400) return undefined;
  let at = start;
  const c = text.charCodeAt(at);
  if (c === 0x3c || c === 0x5b || c === 0x26 || c === 0x2a || c === 0x5f || c === 0x3e) {
    at += NOISE.exec(text.slice(at, end))?.[0].length ?? 0;
  } else if (c >= 0x61 && c <= 0x7a) {
    at += TAG_END.exec(text.slice(at, end))?.[0].length ?? 0;
  }
  let depth = 0;
  while (at < end && text.charCodeAt(at) === 0x23) {
    depth++;
    at++;
  }
  at = skipSpace(text, at, end);
  const last = text.charCodeAt(end - 1);
  let stop = end;
  if (last === 0x3e || last === 0x2a || last === 0x3b || last === 0x5f) stop = end - (TRAILING.exec(text.slice(at, end))?.[0].length ?? 0);
  // Behind the marks too: `## **一、…**`, `## [bookmark: _GoBack]一、…`.
  if (depth > 0 || c === 0x2a) at += NOISE.exec(text.slice(at, stop))?.[0].length ?? 0;
  if (at >= stop) return undefined;
  const match = matchNumeral(text, at, stop);
  const titleStart = match?.end ?? at;
  if (!match && depth === 0 && stop - at > 40) return undefined;
  const numeral = match?.numeral;

  let titleEnd = stop;
  let folded = fold(text.slice(titleStart, Math.min(stop, titleStart + MAX_LENGTH)));
  const titles = titlesOf(format);
  let found = stop - titleStart <= MAX_LENGTH ? titles.get(folded) ?? titles.get(folded.replace(/\d{1,3}$/, '')) : undefined;
  if (!found && match && numeral?.style !== 'parenthesised') {
    // Title and text on one line: take the title alone.
    for (let i = titleStart; i < Math.min(stop, titleStart + 40); i++) {
      if (!ENDS.has(text.charAt(i))) continue;
      const title = fold(text.slice(titleStart, i));
      found = titles.get(title);
      if (found) {
        folded = title;
        titleEnd = i;
      }
      break;
    }
  }
  const make = (wording: Wording['wording'], section?: SectionDeclaration): HeadingReading => {
    const tail = skipSpaceBack(text, titleStart, titleEnd);
    return {
      span: { start: at, end: tail },
      line,
      title: { start: titleStart, end: tail },
      wording,
      depth,
      ...(numeral ? { numeral } : {}),
      ...(section ? { section } : {}),
    };
  };
  const topical = isTopicTitle(format, folded);
  if (numeral?.style === 'parenthesised') {
    // （一）… is a topic, never a section, unless it says a section's own title with that section's number as a Markdown heading.
    return found?.wording === 'canonical' && !topical && numeral.value === found.section.number && depth > 0 ? make('canonical', found.section) : undefined;
  }
  if (found) {
    const numberFits = numeral === undefined ? depth > 0 || !topical || (aboveTable && found.section.table !== undefined) : numeral.value === found.section.number;
    if (!topical || numberFits) return make(found.wording, found.section);
  }
  if (stop - titleStart > 30 || folded.length < 2) return undefined;
  const meaning = labels.meaning(text.slice(titleStart, stop));
  if (meaning.rows.length > 0 || meaning.kind === 'group' || meaning.kind === 'fragment') return undefined;
  if (/[。；;！!，,]/.test(text.slice(titleStart, stop - 1))) return undefined;
  if (!topical && (numeral || depth > 0)) {
    for (const section of format.sections) {
      if (numeral && numeral.style === 'digit' && numeral.value !== section.number) continue;
      if (section.cores.some((all) => all.every((core) => folded.includes(core)))) return make('nonStandard', section);
    }
  }
  const chinese = numeral?.style === 'han' && isHeadingSeparator(text, numeral.span.end);
  return chinese && !/[。；;]$/.test(text.slice(titleStart, stop)) ? make('unknown') : undefined;
}

const isHeadingSeparator = (text: string, at: number): boolean => {
  const c = text.charAt(at);
  return c === '、' || c === '.' || c === '．' || c === '部' || isSpace(text.charCodeAt(at));
};
