import { instructions } from '../../format/leftovers';
import { isSpace } from '../../text/characters';
import type { Span } from '../../text/span';
import type { ReportReading } from '../types';
import type { ProseReading } from './types';

/** Something a template left in the text. */
export interface GapReading {
  readonly kind: 'number' | 'placeholder' | 'instruction' | 'bracket';
  readonly span: Span;
}

const UNIT = '条|件|篇|份|次|期|场|项|宗|人次|个';
/** A verb of publishing or handling, perhaps a noun, a blank and a unit that ends the clause: the number is missing. */
const BLANK = new RegExp(`((?:公开|发布|推送|上传|更新|转发|制发|收到|受理|办理|办结|答复|回复|开展|召开|举办|组织|共|累计|合计|总计)(?:了)?(?:各类|相关|有关|各种)?(?:政府|政务|便民)?(?:信息|申请|文件|动态|会议|培训|活动|规范性文件|政策解读|政策文件|政府信息公开申请|信息公开申请)?(?:共|总数|数量)?)([ \\t\\u00a0\\u3000]{1,20})(${UNIT})(?=[，,。；;、（(）)\\s]|其中|$)`, 'g');
/** 共 asks for a number whatever stands before the unit. */
const COUNTED = new RegExp(`(?:共|累计|合计|总计|共计)(?:主动)?(?:公开|发布|推送|更新|收到|受理|办理|办结|答复|制发)(?:各类|政府|政务)?(?:信息|申请)?(条|件|篇)(?=[,。;、(]|其中|$)`, 'g');
/** 信息条，其中: no word ends so. */
const NOUN = new RegExp(`(?:公开|发布|推送|更新|上传)(?:各类|政府|政务)*信息(条)(?=[,。;(]|其中)|(?:类|息|动态)(条|篇)(?=、|,其中|。)`, 'g');

const CROSSED = /(?<![A-Za-z\d×])(?:[Xx]{2,}|×{2,}|Ｘ{2,}|[*＊]{3,}|＊{2,}|(?<![一二三四五六七八九〇○])[○〇]{2,}(?![一二三四五六七八九])|●{2,}|□{2,})(?![A-Za-z×])|(?<=20)(?:[Xx×]{2}|[*＊]{2})(?=\s*年)/g;
/** A single sign in place of a number or a name. */
const SINGLE = /(?<![A-Za-z\dXx×*＊Ｘ])[XＸ×＊](?=\s*(?:条|件|篇|次|份|年|月|日|期|场|人次|万元|个(?!性)|县|镇|乡|局|街道|号))(?!\s*(?:条例|件套|次方|年级|号楼))/g;
const STAR = /(?<=[\u4e00-\u9fff])(?:\*{1,2}(?=(?:条|件|篇|次|份|期|场|人次|万元)(?![\u4e00-\u9fff]|\*\*))|(?<!\*)\*(?=年(?!度)|月(?!度)|日(?!常)))/g;
const LINE = /＿{2,}|_{3,}|(?<=[\u4e00-\u9fff\d])__(?=\s*(?:条|件|篇|次|份|年|月|日|期|场|人次|万元))/g;
/** Every gap in a line has one of these: a blank before a unit, a sign in place of a word, brackets with nothing in them. */
const MAY_LACK = new RegExp(`[ \\t\\u00a0\\u3000](?:${UNIT})|[Xx×Ｘ*＊○〇●□＿_]|[（(][ \\t\\u00a0\\u3000]*[)）]`);
const EMPTY = /(?<!\])[（(][ \t\u00a0\u3000]*[)）]/g;

/** Every leftover of a template in the prose, in order and without overlaps. */
export function readGaps(report: ReportReading, prose: ProseReading): GapReading[] {
  const { text } = report.source;
  const found: GapReading[] = [];
  const add = (kind: GapReading['kind'], start: number, end: number): void => void found.push({ kind, span: { start, end } });
  for (const { span } of report.prose) {
    const line = text.slice(span.start, span.end);
    if (!MAY_LACK.test(line) || isRule(line)) continue;
    for (const match of line.matchAll(BLANK)) add('number', span.start + match.index + (match[1]?.length ?? 0), span.start + match.index + match[0].length);
    for (const pattern of [CROSSED, SINGLE, STAR, LINE]) {
      for (const match of line.matchAll(pattern)) if (!insideLink(line, match.index)) add('placeholder', span.start + match.index, span.start + match.index + match[0].length);
    }
    for (const match of line.matchAll(EMPTY)) if (!isCode(line, match.index)) add('bracket', span.start + match.index, span.start + match.index + match[0].length);
  }
  for (const pattern of [COUNTED, NOUN]) {
    for (const match of prose.text.matchAll(pattern)) {
      const unit = match[1] ?? match[2] ?? '';
      const at = match.index + match[0].lastIndexOf(unit);
      // With a blank before it the gap is known already.
      const { start, end } = prose.rawSpan(at, at + 1);
      if (!isSpace(text.charCodeAt(start - 1))) add('number', start, end);
    }
  }
  for (const pattern of instructions) {
    for (const match of prose.text.matchAll(pattern)) {
      if (inTitle(prose.text, match.index)) continue;
      const { start, end } = prose.rawSpan(match.index, match.index + match[0].length);
      add('instruction', start, end);
    }
  }
  return withoutOverlaps(text, found);
}

/** A line of nothing but signs separates; it holds no place for a word. */
const isRule = (line: string): boolean => !/[\u4e00-\u9fff]/.test(line);

const insideLink = (line: string, at: number): boolean => /(?:https?:\/\/|www\.|[\w-]+@)[^\s，。；、）)>〉》]*$/.test(line.slice(Math.max(0, at - 60), at));

/** `main()`: a name of a program, not of a report. */
const isCode = (line: string, at: number): boolean => /[A-Za-z\d]$/.test(line.slice(0, at));

/** 《申请表（此处填写）》: a name. */
const inTitle = (text: string, at: number): boolean => /《[^》\n]*$/.test(text.slice(Math.max(0, at - 80), at));

/** Neighbouring gaps of one kind (`*年*月*日`) are one. */
function withoutOverlaps(text: string, gaps: readonly GapReading[]): GapReading[] {
  const sorted = [...gaps].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept: GapReading[] = [];
  for (const gap of sorted) {
    const last = kept.at(-1);
    if (last && gap.span.start < last.span.end) continue;
    if (last && last.kind === 'placeholder' && gap.kind === 'placeholder' && /^[年月日]?$/.test(text.slice(last.span.end, gap.span.start))) {
      kept[kept.length - 1] = { kind: last.kind, span: { start: last.span.start, end: gap.span.end } };
      continue;
    }
    kept.push(gap);
  }
  return kept;
}
