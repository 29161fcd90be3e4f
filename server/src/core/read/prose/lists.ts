import { add, compare, equal, isZero, sum, ZERO, type Exact } from '../../text/exact';
import { own } from '../../text/own';
import type { JoinedProse } from './join';
import { Segmenter, type Rank, type Segment } from './segments';
import type { SentenceTokens } from './sentences';
import { closureOf, partLabel } from './parts';
import type { Token } from './tokens';
import type { Closure, ListReading, PartReading, ProseNumber, ShareReading } from './types';
import { conflicts, firstOf, mentions, missingNumber, publishes } from './activity';
import { aspects, beginsPart, endsList, places, publishing } from './vocabulary';

/** How many numbers back a list looks: no sentence of a report has more. */
const NEAR = 40;
const DEEPEST = 8;

/** What was done with requests, said at the start of a clause. */
const HANDLED = /^(?:已|共|均|全部|其中|按时|按期|依法|及时)*(?:办结|答复|回复|办理|处理|剩余|尚未|仍有|完成|结转)(?!率|情况|结果)/;

/** A part while its list is still being read. */
interface OpenPart {
  number?: ProseNumber;
  label: string;
  rank: Rank;
  aspect?: string;
  share?: ShareReading;
}

/** A list whose end has not come yet. */
interface Frame {
  readonly whole?: ProseNumber;
  readonly beside?: readonly ProseNumber[];
  readonly wholeLabel: string;
  readonly opener: string;
  readonly opened: number;
  readonly closure?: Closure;
  readonly partial: boolean;
  readonly sentence: number;
  readonly parent?: Frame;
  readonly parts: OpenPart[];
  readonly leftOut: OpenPart[];
  /** Rank that holds the parts apart, 0 while there is only one. */
  rank: Rank;
  colon: boolean;
  markers: boolean;
  /** What follows could be a part as well: nothing may be concluded from a sum that is too small. */
  uncertain: boolean;
  /** Behind the semicolon that ended it stands a name with a number of the same unit: 其他 may be the rest of the first kinds only. */
  goesOn: boolean;
  index?: number;
}

/** A remark in brackets that names another year’s number (去年同期8件, 2023年8件) is no part of this one. */
const EARLIER = /^\s*(?:去年|上年度?同期|上一?年度?为|同期|[12]\d{3}\s*年度?(?:同期)?(?:为|共)?\s*\d)(?!.*结转)/;

/** Reads the wholes with their parts. Where a sentence can be read in two ways, the reading that adds up is taken. */
export class ListReader {
  readonly lists: ListReading[] = [];
  /** Frames of the inner lists by index in `lists`: an outer list is closed, and so numbered, after its inner ones. */
  private readonly parents = new Map<number, Frame>();
  private frames: Frame[] = [];
  /** Numbers of the sentence at its own level, with the list they are a part of. */
  private level: { number: ProseNumber; segment: Segment; frame?: Frame }[] = [];
  private previousLevel: { number: ProseNumber; frame?: Frame }[] = [];
  private sentence = 0;
  private start = 0;
  private readonly segmenter: Segmenter;

  constructor(
    private readonly prose: JoinedProse,
    tokens: readonly Token[],
  ) {
    this.segmenter = new Segmenter(prose.text, tokens);
  }

  /** Reads one sentence after the other; segments are handed back for other readers. */
  read(sentence: SentenceTokens, index: number, sameParagraph: boolean): readonly Segment[] {
    this.sentence = index;
    this.start = sentence.from;
    const segments = this.segmenter.cut(sentence.first, sentence.end, sentence.from, sentence.to);
    const first = segments[0];
    if (!first || !this.goesOn(first, segments.length)) this.closeAll();
    this.previousLevel = sameParagraph || this.frames.length > 0 ? this.level : [];
    this.level = [];
    segments.forEach((segment, i) => this.segment(segment, segments[i + 1]));
    return segments;
  }

  /** A list opened by a colon may go on in the next paragraph. */
  get isOpen(): boolean {
    return this.frames.some((frame) => frame.colon);
  }

  /** Closes what the next paragraph cannot go on with. */
  settle(): void {
    if (!this.isOpen) this.closeAll();
  }

  finish(): ListReading[] {
    this.closeAll();
    return this.lists.map((list, i) => {
      const parent = this.parents.get(i)?.index;
      return parent === undefined ? list : { ...list, parent };
    });
  }

  /** A list opened by a colon goes on over sentences and lines while marked or bare items follow. */
  private goesOn(first: Segment, count: number): boolean {
    const frame = this.frames.find((each) => each.colon);
    if (!frame) return false;
    if (first.marker) return frame.markers || frame.parts.length === 0;
    const only = first.numbers.length === 1 ? first.numbers[0] : undefined;
    return !frame.markers && count === 1 && only?.kind === 'count' && only.to === first.to && first.opener === undefined && only.unit === frame.whole?.unit;
  }

  private segment(segment: Segment, next: Segment | undefined): void {
    if (segment.marker) this.atMarker();
    const counts = segment.numbers.filter((number) => (number.kind === 'count' || number.kind === 'bare') && !number.change);
    if (segment.opener) this.openList(segment, counts, next);
    else if (this.frames.length > 0) this.continueList(segment, counts, next);
    if (this.shareOnly(segment)) this.addShare(segment);
    else if (this.frames.length > 0 && counts.length > 0) this.addPart(segment, counts);
    const frame = this.frames.at(-1);
    for (const number of counts) {
      const part = frame?.parts.some((each) => each.number === number) ? frame : undefined;
      this.level.push({ number, segment, ...(part ? { frame: part } : {}) });
    }
    for (const bracket of segment.brackets) this.bracket(bracket.after, bracket.segments, segment);
    if (segment.colon) this.atColon(segment, counts);
  }

  private atMarker(): void {
    while (this.frames.length > 0) {
      const top = this.frames.at(-1);
      if (!top || top.markers || (top.colon && top.parts.length === 0)) break;
      this.close();
    }
    const top = this.frames.at(-1);
    if (top) top.markers = true;
  }

  // Opening

  private openList(segment: Segment, counts: readonly ProseNumber[], next: Segment | undefined): void {
    const { opener } = segment;
    if (!opener) return;
    const words = segment.to - segment.body;
    if (counts.length === 0 && words > 1 && !this.shareOnly(segment)) {
      // 包括机构职能等信息: an enumeration of names, not of numbers.
      this.closeAll();
      return;
    }
    const unit = this.firstUnit(counts, next);
    const found = this.wholeFor(segment, unit);
    while (this.frames.length > 0 && this.frames.at(-1) !== found?.frame) this.close();
    if (!found) {
      this.closeAll();
      // Without a whole the list still keeps its parts from being taken for wholes of their own.
      this.push({ opener: opener.word, wholeLabel: '' });
      return;
    }
    const beside = found.frame ? [] : this.beside(found.number, unit ?? found.number.unit);
    this.push({ whole: found.number, ...(beside.length > 0 ? { beside } : {}), wholeLabel: this.labelOf(found.number), opener: opener.word, ...(opener.meaning.closure ? { closure: opener.meaning.closure } : {}), partial: opener.meaning.partial ?? false, ...(found.frame ? { parent: found.frame } : {}) });
  }

  private push(options: Partial<Frame> & Pick<Frame, 'opener' | 'wholeLabel'>): void {
    // Lists in lists in lists: beyond a few levels it is no prose.
    if (this.frames.length >= DEEPEST) this.closeAll();
    this.frames.push({ partial: false, parts: [], leftOut: [], rank: 0, colon: false, markers: false, uncertain: false, goesOn: false, sentence: this.sentence, opened: this.lists.length, ...options });
  }

  private firstUnit(counts: readonly ProseNumber[], next: Segment | undefined): string | undefined {
    const first = counts.find((number) => number.unit !== undefined) ?? counts[0] ?? next?.numbers.find((number) => number.kind === 'count');
    return first?.unit;
  }

  /** The number the opener divides: the nearest before it; in a new sentence the only one it can mean. */
  private wholeFor(segment: Segment, unit: string | undefined): { number: ProseNumber; frame?: Frame } | undefined {
    for (let i = this.level.length - 1; i >= 0; i--) {
      const each = this.level[i];
      if (!each) break;
      if (each.segment === segment) continue;
      const inOpenList = each.frame !== undefined && this.frames.includes(each.frame);
      if (each.frame && !inOpenList) return segment.rank >= 3 && each.frame.whole && !each.frame.parent ? { number: each.frame.whole } : undefined;
      if (inOpenList && each.frame && each.frame.rank === 1 && segment.rank >= 2 && each.frame.parts.length > 1) return undefined;
      const label = this.prose.text.slice(each.segment.from, each.number.from);
      if (/结转|转结|较|比/.test(label) && this.level.length > 1 && each.frame === undefined) continue;
      if (each.number.unit !== undefined && unit !== undefined && each.number.unit !== unit) {
        if (/^(涉及|覆盖|参与|惠及|阅读|点击|总阅读)/.test(this.prose.text.slice(each.segment.from, each.number.from))) continue;
        return undefined;
      }
      // 许可126条、处罚14条，其中…: of the last one or of all of them.
      const beside = this.level[i - 1];
      if (each.frame === undefined && each.segment.rank === 1 && segment.rank >= 2 && beside && beside.segment !== segment && !beside.frame && beside.number.unit === each.number.unit) return undefined;
      return each;
    }
    if (this.level.length > 0 || !segment.opener || !/^(其中|具体|主要|分别|包括)/.test(segment.opener.word)) return undefined;
    const before = this.previousLevel.filter((each) => !each.frame && each.number.kind === 'count' && (unit === undefined || each.number.unit === unit));
    const [only] = before;
    return only && before.every((each) => equal(each.number.value, only.number.value)) ? { number: (before.at(-1) ?? only).number } : undefined;
  }

  /** Other counts of the sentence, up to a semicolon, that the same parts may divide as well. */
  private beside(whole: ProseNumber, unit: string | undefined): ProseNumber[] {
    const found: ProseNumber[] = [];
    let passed = false;
    for (let i = this.level.length - 1; i >= 0 && i > this.level.length - NEAR; i--) {
      const each = this.level[i];
      if (!each) break;
      if (each.number === whole) passed = true;
      const label = this.prose.text.slice(each.segment.from, each.number.from);
      const other = each.number !== whole && each.number.unit === unit && !each.frame && !/较|比|其中/.test(label) && !this.divided(each.number);
      // Behind the whole only what was carried over was passed by.
      if (other && (passed || /结转|转结/.test(label))) found.push(each.number);
      if (each.segment.rank === 3 && passed) break;
    }
    return found;
  }

  /** The number has parts of its own. */
  private divided(number: ProseNumber): boolean {
    return this.lists.slice(-NEAR).some((list) => list.whole === number) || this.frames.some((frame) => frame.whole === number);
  }

  private labelOf(number: ProseNumber): string {
    const own = this.level.slice(-NEAR).find((each) => each.number === number);
    const from = own && number.from - own.segment.from >= 6 ? own.segment.from : Math.max(this.start, number.from - 30);
    return this.prose.text.slice(Math.min(from, number.from), number.from);
  }

  // Going on

  private continueList(segment: Segment, counts: readonly ProseNumber[], next: Segment | undefined): void {
    const top = this.frames.at(-1);
    if (!top || segment.marker || this.shareOnly(segment)) return;
    if (top.parts.length === 0 && top.leftOut.length === 0) {
      // The first part may stand behind 其中， or 其中：
      if (counts.length > 0 || segment.rank === 4) return;
      this.closeAll();
      return;
    }
    if (counts.length === 0) {
      if (this.frames.some((frame) => frame.markers)) return this.closeTo((frame) => frame.markers);
      if (segment.rank !== 1) this.closeAll();
      else top.uncertain = true;
      return;
    }
    if (endsList.at(this.prose.text, segment.from, segment.to) && !beginsPart.at(this.prose.text, segment.from, segment.to)) {
      const marked = this.frames.some((frame) => frame.markers);
      return marked ? this.closeTo((frame) => frame.markers) : this.closeAll();
    }
    this.settleRank(segment, next);
  }

  /** Closes the lists that a separator of this rank ends. */
  private settleRank(segment: Segment, next: Segment | undefined): void {
    for (let top = this.frames.at(-1); top; top = this.frames.at(-1)) {
      if (segment.rank <= 1 || top.markers) return;
      const nested = this.frames.length > 1;
      const known = top.parts.length + top.leftOut.length;
      if (top.whole && known > 1 && top.parts.filter((part) => part.number && !isZero(part.number.value)).length > 1 && equal(this.total(top), top.whole.value)) {
        this.close();
        continue;
      }
      if (this.beginsAnew(segment, top, next)) {
        if (!nested) top.uncertain = top.uncertain || segment.rank < 3;
        this.close();
        continue;
      }
      if (top.rank === 0 ? nested && segment.rank === 3 : segment.rank > top.rank) {
        top.uncertain ||= segment.rank === 2 && !nested;
        top.goesOn ||= segment.rank === 3 && segment.numbers.some((number) => number.kind === 'count' && number.unit === top.whole?.unit);
        this.close();
        continue;
      }
      return;
    }
  }

  /** The clause states a whole of its own: it publishes, at a place or with parts of its own, as no part before did. */
  private beginsAnew(segment: Segment, frame: Frame, next: Segment | undefined): boolean {
    const { text } = this.prose;
    const number = segment.numbers.find((each) => each.kind === 'count');
    if (!number) return false;
    const label = text.slice(segment.body, number.from);
    const first = frame.parts[0]?.label ?? frame.leftOut[0]?.label ?? '';
    if (publishes(label) && !publishes(first)) return true;
    // `办理69件, 含上年转来3件, 办结68件, 结转1件`: what became of all of them, not of the part.
    if (HANDLED.test(label) && !HANDLED.test(first)) return true;
    // `…, 新开专栏6个, 发布解读信息44条`: a list that something else has interrupted goes on with deeds.
    const interrupted = frame.leftOut.some((part) => part.number === undefined);
    if (interrupted && publishing.at(label, 0, label.length) && !publishing.at(first, 0, first.length)) return true;
    if (mentions(places, label) && !mentions(places, first) && (mentions(places, frame.wholeLabel) || publishes(label))) return true;
    const opensOwn = next?.opener !== undefined && next.rank === 2;
    return opensOwn && this.lists.slice(frame.opened).every((list) => list.whole !== frame.parts.at(-1)?.number) && segment.rank >= 2 && frame.rank <= 2;
  }

  // Parts

  private addPart(segment: Segment, counts: readonly ProseNumber[]): void {
    const frame = this.frames.at(-1);
    if (!frame) return;
    const unit = frame.whole?.unit ?? frame.parts[0]?.number?.unit;
    const fitting = counts.filter((number) => unit === undefined || number.unit === unit || (number.kind === 'bare' && this.bareFits(number, segment)));
    const number = fitting[0];
    const label = this.prose.text.slice(segment.body, (number ?? counts[0])?.from ?? segment.body);
    if (frame.markers && !segment.marker && frame.parts.length + frame.leftOut.length > 0) return;
    if (label.length > 45 && frame.parts.length === 0) {
      this.closeAll();
      return;
    }
    const first = firstOf(aspects, label);
    const share = this.shareIn(segment);
    const part: OpenPart = { ...(number ? { number } : {}), label: partLabel(label), rank: segment.rank, ...(first ? { aspect: first } : {}), ...(share ? { share } : {}) };
    const conflict = conflicts(label, frame.wholeLabel) || missingNumber(label, number);
    if (fitting.length !== 1 || !number || number.approximate || conflict) frame.leftOut.push(part);
    else frame.parts.push(part);
    if (frame.parts.length + frame.leftOut.length > 1 && frame.rank === 0) frame.rank = segment.rank === 0 ? 2 : segment.rank;
  }

  /** `分别为12、5、3条`: the unit stands once, behind the last; `党务309，财务173`: none at all. */
  private bareFits(number: ProseNumber, segment: Segment): boolean {
    return number.to === segment.to || segment.brackets.some((bracket) => bracket.after === number);
  }

  private shareOnly(segment: Segment): boolean {
    const first = segment.numbers[0];
    return first?.kind === 'rate' && segment.numbers.every((number) => number.kind === 'rate') && this.prose.text.slice(segment.from, first.from).includes('占');
  }

  private shareIn(segment: Segment): ShareReading | undefined {
    const rate = segment.numbers.find((number) => number.kind === 'rate');
    if (!rate) return undefined;
    const at = this.prose.text.lastIndexOf('占', rate.from);
    if (at < segment.from) return undefined;
    const about = /[约近超]$/.test(this.prose.text.slice(segment.from, at));
    return { number: about ? { ...rate, approximate: true } : rate, base: own(this.prose.text.slice(at + 1, rate.from)) };
  }

  private addShare(segment: Segment): void {
    const share = this.shareIn(segment);
    const frame = this.frames.at(-1);
    if (!share || !frame) return;
    const at = this.prose.text.lastIndexOf('占', share.number.from);
    const label = this.prose.text.slice(segment.body, at);
    if (label.length > 1 && !/^(约|分别|比例)/.test(label)) {
      // 自然人占80%: a part that is only given as a share.
      frame.leftOut.push({ label: partLabel(label), rank: segment.rank, share });
      return;
    }
    const last = frame.parts.at(-1);
    if (last && !last.share && this.level.at(-1)?.number === last.number) last.share = share;
  }

  // Brackets and colons

  private bracket(host: ProseNumber | undefined, segments: readonly Segment[], around: Segment): void {
    const outer = this.frames;
    const outerLevel = this.level;
    const parent = host ? outer.find((frame) => frame.parts.some((part) => part.number === host)) : undefined;
    this.frames = [];
    this.level = [];
    const only = segments[0];
    const share = only && segments.length === 1 && only.numbers.length === 1 && only.numbers[0]?.kind === 'rate' ? only.numbers[0] : undefined;
    if (share && only && host) {
      const part = parent?.parts.find((each) => each.number === host);
      const words = this.prose.text.slice(only.from, share.from);
      if (part && /^(约?占(比|总数的|总量的|比为)?|)$/.test(words)) part.share = { number: share, base: words.replace(/^约?占/, '') };
    } else if (host && host.kind === 'count' && !host.change && !(only && segments.length === 1 && EARLIER.test(this.prose.text.slice(only.from, only.to)))) {
      const opens = only?.opener !== undefined;
      const label = outerLevel.find((each) => each.number === host) ? this.prose.text.slice(around.body, host.from) : '';
      this.push({ whole: host, wholeLabel: label, opener: opens ? (only?.opener?.word ?? '') : '(', ...(only?.opener?.meaning.closure ? { closure: only.opener.meaning.closure } : {}), partial: only?.opener?.meaning.partial ?? false, ...(parent ? { parent } : {}) });
      segments.forEach((segment, i) => this.segment(i === 0 ? { ...segment, opener: undefined } as unknown as Segment : segment, segments[i + 1]));
    } else segments.forEach((segment, i) => this.segment(segment, segments[i + 1]));
    this.closeAll();
    this.frames = outer;
    this.level = outerLevel;
  }

  private atColon(segment: Segment, counts: readonly ProseNumber[]): void {
    const top = this.frames.at(-1);
    if (segment.opener && counts.length === 0 && top) {
      top.colon = true;
      return;
    }
    const last = counts.at(-1);
    const tail = last ? this.prose.text.slice(last.to, segment.to) : '';
    if (!last || last.kind !== 'count' || last.approximate || tail.length > 8) return;
    if (segment.opener === undefined && this.frames.length === 0) {
      this.push({ whole: last, wholeLabel: this.labelOf(last), opener: ':', colon: true });
    }
  }

  // Closing

  private closeAll(): void {
    while (this.frames.length > 0) this.close();
  }

  private closeTo(stay: (frame: Frame) => boolean): void {
    for (let top = this.frames.at(-1); top && !stay(top); top = this.frames.at(-1)) this.close();
  }

  private total(frame: Frame): Exact {
    return sum(frame.parts.flatMap((part) => (part.number ? [part.number.value] : [])));
  }

  private close(): void {
    const frame = this.frames.pop();
    if (!frame?.whole) return;
    if (frame.parent && this.frames.includes(frame.parent)) this.handOver(frame, frame.parent);
    const { whole } = frame;
    if (frame.parts.length + frame.leftOut.length === 0) return;
    const parts = frame.parts.map(settled);
    const leftOut = frame.leftOut.map(settled);
    const closure = frame.uncertain || frame.partial || frame.beside || leftOut.length > 0 ? undefined : closureOf(this.prose.text, frame.closure, frame.wholeLabel, parts);
    const closed = closure === 'rest' && frame.goesOn ? undefined : closure;
    frame.index = this.lists.length;
    if (frame.parent) this.parents.set(frame.index, frame.parent);
    this.lists.push({ whole, ...(frame.beside ? { beside: frame.beside } : {}), wholeLabel: own(frame.wholeLabel), opener: frame.opener, parts, leftOut, ...(closed ? { closure: closed } : {}), sentence: frame.sentence });
  }

  /**
   * A、B of an inner list and C of the outer may be held apart by the same sign. Parts that do not fit into the inner
   * whole go to the outer list where both then hold.
   */
  private handOver(inner: Frame, outer: Frame): void {
    if (!inner.whole || !outer.whole || inner.rank === 1 || inner.parts.length < 2) return;
    if (compare(this.total(inner), inner.whole.value) <= 0) return;
    let kept = ZERO;
    for (let k = 0; k < inner.parts.length - 1; k++) {
      kept = add(kept, inner.parts[k]?.number?.value ?? ZERO);
      if (compare(kept, inner.whole.value) > 0) return;
      const rest = inner.parts.slice(k + 1);
      const moved = add(this.total(outer), sum(rest.map((part) => part.number?.value ?? ZERO)));
      if (compare(moved, outer.whole.value) <= 0 && compare(kept, inner.whole.value) <= 0) {
        const tail = inner.parts.splice(k + 1);
        outer.parts.push(...tail);
        outer.uncertain = inner.uncertain = true;
        return;
      }
    }
  }
}

const settled = ({ number, label, aspect, share }: OpenPart): PartReading => ({ ...(number ? { number } : {}), label: own(label), ...(aspect ? { aspect } : {}), ...(share ? { share } : {}) });
