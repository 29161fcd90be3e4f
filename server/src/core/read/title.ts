import type { FormatDeclaration } from '../format/types';
import { skipSpace, skipSpaceBack } from '../text/characters';
import { fold, simplify } from '../text/fold';
import type { SourceText } from '../text/source';
import type { Span } from '../text/span';
import type { TitleReading } from './types';

const SUBJECT = /(?:政府信息公开|政务信息公开|政务公开|信息公开)/;
const KIND = /(?:年度报告|年报|报告)/;
const YEAR = /([12１２][\d０-９]{3})|([二][〇○Ｏ0零][一二三四五六七八九〇○零]{2})/;
const CHINESE_DIGITS = '〇一二三四五六七八九';

/** No title is longer. */
const LONGEST = 90;

interface Candidate {
  readonly line: number;
  readonly span: Span;
  readonly text: string;
  readonly score: number;
}

/** A line of the page's own data about the text: `标 题 青禾县教育局…报告`. */
const DATA_LABEL = /^(?:标\s*题|名\s*称|(?:信息|文件|公文)名称)\s*[:：\s]\s*/;

/** The end of a tag that began on a line above: `id="…">`. */
const TAG_END = /^[a-z-]{2,20}=(?:"[^"<>]{0,200}"|'[^'<>]{0,200}')\s*>/;

/** `… 政府信息公开年报 青禾县教育局…报告`: pages held apart by spaces. */
const TRAIL = /\s\S*(?:信息公开|政务公开)\S*\s+\S*(?:信息公开|政务公开)\S*$/;

/** How much a line looks like the report's title; 0 or less: it is none. */
function score(line: string, ending: string): number {
  // Nearly every line stops here, before it is folded or converted.
  if (!line.includes('公')) return 0;
  const written = line.includes('<') ? line.replace(/<[^<>]{0,200}>/g, '') : line;
  if (written.length > LONGEST) return 0;
  const text = simplify(written);
  if (/[。；;]/.test(text) || !SUBJECT.test(text) || !KIND.test(text)) return 0;
  const folded = fold(text);
  if (!/(?:报告|年报)$/.test(folded) && !/(?:报告|年报)公开$/.test(folded)) return 0;
  if (/[>＞|｜»]|当前位置|您的位置|首页/.test(text)) return 0;
  if (/^(?:关于(?!.*年度?.*报告$)|根据|按照|现将|本报告)/.test(folded) || /《[^》]*$/.test(text)) return 0;
  return (folded.endsWith(fold(ending)) ? 4 : 1) + (YEAR.test(text.replace(/\s/g, '')) ? 3 : 0);
}

/**
 * The title: the line (or two) before the first section that names the report. Page headers, breadcrumbs and letterheads
 * are passed over. @param from first line, @param to line of the first section heading (exclusive).
 */
export function readTitle(source: SourceText, from: number, to: number, format: FormatDeclaration): TitleReading | undefined {
  let best: Candidate | undefined;
  let previous: { line: number; span: Span; text: string } | undefined;
  const last = Math.min(to, from + 400);
  for (let line = from; line < last; line++) {
    const content = titleOf(source, line);
    if (!content) continue;
    const text = source.slice(content);
    // The title itself, lower down, is better than the page's data and than a trail of pages that ends in it.
    const plain = score(text, format.title.ending);
    let candidate: Candidate = { line, span: content, text, score: plain > 0 && (DATA_LABEL.test(source.lineText(line).trimStart()) || TRAIL.test(text)) ? plain - 1 : plain };
    // A title broken over two lines, or an agency on a line of its own above it.
    if (previous && line - previous.line <= 3 && text.length <= 60 && previous.text.length <= 60) {
      const joined = previous.text + text;
      const joinedScore = score(joined, format.title.ending);
      const agencyAbove = candidate.score > 0 && (isAgencyLine(previous.text) ? /^[\d０-９二]/.test(fold(text)) || !hasAgency(text) : isAgencyWithYear(previous.text) && !hasAgency(text) && !yearIn(text, 0));
      if ((candidate.score <= 0 && joinedScore > 0) || (agencyAbove && joinedScore > 0)) {
        candidate = { line: previous.line, span: { start: previous.span.start, end: content.end }, text: joined, score: Math.max(joinedScore, candidate.score) };
      }
    }
    if (candidate.score > 0 && (!best || candidate.score > best.score)) best = candidate;
    previous = { line, span: content, text };
  }
  return best ? describe(source, best, format) : undefined;
}

/**
 * A line that is no title, nor part of one, and lies between no two lines that may be one: it is longer than any, but not so long
 * that it is passed over.
 */
export function neverTitle(source: SourceText, line: number): boolean {
  const content = contentOf(source, line);
  return content !== undefined && content.end - content.start > LONGEST && !runIn(source.slice(content));
}

/** What a line begins with, where the text goes on behind the title without a break; empty otherwise. */
const runIn = (text: string): string => /^[^。，,；;：:《》<>]{2,60}?年度报告(?=\s)/.exec(text)?.[0] ?? '';

/** The line that may be the title, or the title that a line begins with. */
function titleOf(source: SourceText, line: number): Span | undefined {
  const content = contentOf(source, line);
  if (content && content.end - content.start <= LONGEST) return content;
  const start = content?.start ?? skipSpace(source.text, source.starts[line] ?? 0, source.ends[line] ?? 0);
  const from = start + (/^#{1,6}\s+/.exec(source.text.slice(start, start + 10))?.[0].length ?? 0);
  const title = runIn(source.text.slice(from, Math.min(from + LONGEST, source.ends[line] ?? from)));
  return title === '' ? content : { start: from, end: from + title.length };
}

/** A line without Markdown marks, tags and surrounding space. */
function contentOf(source: SourceText, line: number): Span | undefined {
  const { text } = source;
  let start = skipSpace(text, source.starts[line] ?? 0, source.ends[line] ?? 0);
  let end = skipSpaceBack(text, start, source.ends[line] ?? 0);
  if (end - start > 300) {
    // A web page whose head runs on to its title.
    const heading = text.charAt(end - 1) === '>' ? /<h[1-3](?: [^<>]{0,100})?>([^<>]{4,90})<\/h[1-3]>$/.exec(text.slice(Math.max(start, end - 220), end)) : null;
    return heading?.[1] === undefined ? undefined : { start: end - 5 - heading[1].length, end: end - 5 };
  }
  start += TAG_END.exec(text.slice(start, end))?.[0].length ?? 0;
  start += /^(?:<[^>]{0,200}>|[#*_>\s　]|&nbsp;)+/.exec(text.slice(start, end))?.[0].length ?? 0;
  start += DATA_LABEL.exec(text.slice(start, end))?.[0].length ?? 0;
  // Looked for from every place of the line, so only where something to cut off stands at its end.
  if (end > start && '>*_;'.includes(text.charAt(end - 1))) end -= /(?:<[^>]{0,200}>|[*_\s　]|&nbsp;)+$/.exec(text.slice(start, end))?.[0].length ?? 0;
  return end > start ? { start, end } : undefined;
}

const isAgencyLine = (text: string): boolean => {
  const folded = fold(text);
  return folded.length >= 2 && folded.length <= 40 && !/[。，；：:]/.test(text) && !/(?:文件|来源|发布|日期|时间|公开|字体|打印|分享|报告|目录|首页|\d{2,})/.test(folded) && /(?:[省市县区旗乡镇苏木街道]|办事处|政府|机关|局|委|厅|办|办公室|中心|院|会|站|所|队|署|部)$/.test(folded);
};

/** `青禾县教育局2024年`: the title of a Word document is broken before its last words. */
const isAgencyWithYear = (text: string): boolean => {
  const year = /(?:[12１２][\d０-９]{3}|二[〇○Ｏ0零][一二三四五六七八九〇○零]{2})\s*(?:年度?)?$/.exec(text);
  return year !== null && isAgencyLine(text.slice(0, year.index).trimEnd());
};

const hasAgency = (text: string): boolean => agencyIn(text) !== '';

/** What stands before the year and the report's own words. */
function agencyIn(text: string): string {
  const joined = text.replace(/[\s\u3000\u00a0\u200b#*_>]|<[^>]{0,200}>/g, '');
  const plain = simplify(joined);
  const cut = plain.search(/关于|[12１２][\d０-９]{3}年?|二[〇○Ｏ0零]|(?:政府信息公开|政务信息公开|政务公开|信息公开)/);
  const head = cut > 0 ? joined.slice(0, cut) : '';
  // 政府政务公开年报: no name of one.
  if (head === '政府') return '';
  if (head !== '') return head.replace(/[·,，]$/, '');
  const tail = /^(?:[12１２][\d０-９]{3}|二[〇○Ｏ0零].{2})年度?(?!政府信息|政务信息|政务公开|信息公开)(.{2,40}?)(?:政府信息公开|政务信息公开|政务公开|信息公开)/.exec(plain);
  return tail?.[1] === undefined ? '' : joined.slice(plain.indexOf(tail[1]), plain.indexOf(tail[1]) + tail[1].length);
}

function describe(source: SourceText, { span }: Candidate, format: FormatDeclaration): TitleReading {
  const text = source.slice(span);
  const folded = fold(text);
  const year = yearIn(text, span.start);
  const canonical = folded.endsWith(fold(format.title.ending)) && year !== undefined && !/^关于/.test(folded);
  return { span, agency: agencyIn(text), wording: canonical ? 'canonical' : 'nonStandard', ...(year ? { year } : {}) };
}

/** The first four-digit year of a text, full-width and Chinese digits included; spaces between its digits are allowed. */
export function yearIn(text: string, offset: number): { span: Span; value: number } | undefined {
  const digits = /(?<![\d０-９])([12１２])\s?([\d０-９])\s?([\d０-９])\s?([\d０-９])(?![\d０-９])/.exec(text);
  if (digits) {
    const value = Number(digits.slice(1).map((c) => (c.charCodeAt(0) > 0xff00 ? String.fromCharCode(c.charCodeAt(0) - 0xfee0) : c)).join(''));
    if (value >= 1990 && value <= 2100) return { span: { start: offset + digits.index, end: offset + digits.index + digits[0].length }, value };
  }
  const chinese = /二[〇○Ｏ0零][一二三四五六七八九〇○零]{2}/.exec(text);
  if (!chinese) return undefined;
  const value = Number([...chinese[0]].map((c) => Math.max(0, CHINESE_DIGITS.indexOf(c))).join(''));
  return { span: { start: offset + chinese.index, end: offset + chinese.index + chinese[0].length }, value };
}
