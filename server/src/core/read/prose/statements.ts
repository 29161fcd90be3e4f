import type { StatementDeclaration, StatementObject, StatementSet } from '../../format/statements';
import { compare, exact } from '../../text/exact';
import type { JoinedProse } from './join';
import { lexiconOf, type Lexicon } from './statements-lexicon';
import { isNumber, phrases, type Phrase, type Word } from './statements-phrases';
import { channelLimit, chooseFamilies, isKind, surroundings, view, type Surroundings, type View } from './statements-view';
import type { LimitReading, ProseNumber, SentenceReading, StatementReading } from './types';

const isCase = (object: StatementObject): boolean => object === 'review' || object === 'litigation';
/** What a reviewing organ says of its own business. */
const AUTHORITY = /^(?:办理|收到|新收|处理)/;
/** Cases counted once an instance. */
const INSTANCES = /一审|二审|再审|上诉/;
/** Requests that went another way: what was answered is then only the rest. */
const AWAY = /撤回|撤销|撤件|转交|移送|转送|转办|移交|不予受理|放弃/;

const LASTING: ReadonlySet<LimitReading['kind']> = new Set(['territory', 'organ', 'others', 'own', 'past', 'since']);

/** Without a number a sentence says nothing here unless it denies, takes all together, or names requests or documents. */
const TELLS = /[未无没均全零都皆]|申请|规范性文件/;

/** Without a verb only these count requests; a form or an item of a catalogue is 份 or 项. */
const CASES = new Set(['件', '起', '宗', '例']);

/** Said of the attribute of a document as well as of the answer to a request. */
const UNCLEAR = new Set(['outcome.granted', 'outcome.partlyGranted', 'outcome.denied']);

const WORK = new Set(['closed', 'answered', 'handled']);
/** Said of those late: what is said to be on time is then a part only. */
const LATE = /延期|逾期|超期|超时|延长/;

/** A number of the paragraph, for those that may be a part of it. */
interface Counted {
  readonly number: ProseNumber;
  readonly sentence: number;
  /** Which part of the sentence, as ； divides it. */
  readonly part: number;
  /** Absent when it is no statement, or a narrowed one. */
  readonly says?: StatementDeclaration;
  /** Where the statement stands in the result. */
  readonly index?: number;
}

/**
 * Reads the statements that repeat a table. Every word around a number must be known, or nothing is read: what a number
 * counts is narrowed by a word nobody thought of more often than not.
 */
export function readStatements(prose: JoinedProse, sentences: readonly SentenceReading[], numbers: readonly ProseNumber[], set: StatementSet): StatementReading[] {
  const reader = new StatementReader(prose, lexiconOf(set));
  sentences.forEach((sentence, i) => reader.sentence(sentence, i, numbers.slice(sentence.firstNumber, sentence.endNumber)));
  return reader.statements;
}

class StatementReader {
  readonly statements: StatementReading[] = [];
  private paragraph = -1;
  private section: string | undefined;
  /** What the heading above speaks of. */
  private topic: StatementObject | undefined;
  private ambient: StatementObject | undefined;
  /** The paragraph spoke of requests. */
  private ofRequests = false;
  private leadYear: number | undefined;
  private last: Counted | undefined;
  private closedSaid = false;
  private at = 0;
  private part = 0;
  private text = '';

  constructor(
    private readonly prose: JoinedProse,
    private readonly lexicon: Lexicon,
  ) {}

  sentence(sentence: SentenceReading, index: number, numbers: readonly ProseNumber[]): void {
    if (sentence.paragraph !== this.paragraph) this.newParagraph(sentence.paragraph);
    if (this.section === 'problems' || sentence.to - sentence.from > 2000) return;
    this.at = index;
    this.text = this.prose.text.slice(sentence.from, sentence.to);
    this.heading(numbers);
    if (numbers.length === 0 && !TELLS.test(this.text)) return;
    this.read(phrases(this.prose.text, sentence.from, sentence.to, numbers, this.lexicon.words));
  }

  private newParagraph(paragraph: number): void {
    this.paragraph = paragraph;
    const { section } = this.prose.paragraphs[paragraph] ?? {};
    if (section !== this.section) this.topic = undefined;
    this.section = section;
    this.ambient = section === 'requests' ? 'requests' : this.topic;
    this.ofRequests = this.ambient === 'requests';
    this.leadYear = undefined;
    this.last = undefined;
    this.closedSaid = false;
  }

  /** `（二）依申请公开情况。`: the text below it speaks of requests until the next heading. */
  private heading(numbers: readonly ProseNumber[]): void {
    const { text } = this;
    if (text.length > 24 || numbers.some(({ kind }) => kind === 'count')) return;
    if (!/^[(（]?[一二三四五六七八九\d]{1,2}[)）、.是]/.test(text) && !/(?:情况|方面|公开|建设|保障|管理)$/.test(text)) return;
    this.topic = /申请/.test(text) ? 'requests' : undefined;
    this.ambient = this.topic ?? (this.section === 'requests' ? 'requests' : undefined);
    this.ofRequests = this.ambient === 'requests';
  }

  private read(all: readonly Phrase[]): void {
    let owner: Counted | undefined;
    const brackets: (Counted | undefined)[] = [];
    let pending: StatementDeclaration[] = [];
    for (const [p, phrase] of all.entries()) {
      if (phrase.before === '(') {
        brackets.push(owner);
        owner = this.last;
      } else if (phrase.before === ')') {
        // Behind the bracket the text goes on from the number before it.
        this.last = owner ?? this.last;
        owner = brackets.pop();
      } else if (phrase.before === ';') {
        owner = undefined;
        this.part++;
      }
      const around = surroundings(all, p, this.leadYear);
      if (p === 0 && around.phraseYear !== undefined) this.leadYear = around.phraseYear;
      if (around.thisYear) this.leadYear = undefined;
      const places = phrase.items.flatMap((item, i) => (isNumber(item) && item.kind !== 'bare' ? [i] : []));
      if (places.length === 0) this.withoutNumber(phrase, phrase.items as Word[], around);
      let from = 0;
      let carried: readonly LimitReading[] = [];
      for (const [n, place] of places.entries()) {
        const number = phrase.items[place] as ProseNumber;
        let left = phrase.items.slice(from, place).filter((item): item is Word => !isNumber(item));
        const right = phrase.items.slice(place + 1, places[n + 1] ?? phrase.items.length) as Word[];
        const before = all[p - 1];
        if (n === 0 && before && (phrase.before === ',' || phrase.before === ':') && left.every((word) => isKind(word, 'fill') || isKind(word, 'cumulative')) && !before.items.some(isNumber)) left = [...(before.items as Word[]), ...left];
        from = place + 1;
        const words = left;
        if (words.some((word) => isKind(word, 'opener'))) owner = this.last;
        const final = n + 1 === places.length;
        // 全县作出行政许可900件、行政处罚300件: who acts is said once.
        const own = view(words, this.lexicon).limits.filter(({ kind }) => LASTING.has(kind));
        if (own.length > 0) carried = own;
        const here = own.length > 0 || carried.length === 0 ? around : { ...around, limits: [...around.limits, ...carried] };
        if (number.kind === 'rate') {
          this.doneRate(words, number, here);
          continue;
        }
        const next = final ? all[p + 1] : undefined;
        const remark = next?.before === '(' && next.items.some((item) => !isNumber(item) && (isKind(item, 'opener') || item.text.startsWith('不含')));
        const found = this.number(words, number, right, final, here, owner, phrase.depth > 0, pending, remark);
        pending = found.pending;
        if (found.counted.says?.role === 'whole' && !words.some((word) => isKind(word, 'opener')) && phrase.depth === 0) owner = undefined;
        this.last = found.counted;
        if (final && right.length > 0) this.withoutNumber(phrase, right, here);
      }
    }
  }

  // A number

  private number(left: readonly Word[], number: ProseNumber, right: readonly Word[], final: boolean, around: Surroundings, owner: Counted | undefined, bracketed: boolean, pending: readonly StatementDeclaration[], remark: boolean): { counted: Counted; pending: StatementDeclaration[] } {
    const none = { counted: { number, sentence: this.at, part: this.part }, pending: [] as StatementDeclaration[] };
    if (number.kind !== 'count' || number.change) return { counted: this.last ?? none.counted, pending: [] };
    const spread = pending[0];
    if (spread && left.every((word) => isKind(word, 'joiner'))) return { counted: this.add([spread], false, number, left, around, [], undefined, owner, bracketed), pending: pending.slice(1) };
    const rightView = right[0] ? view(right, this.lexicon) : undefined;
    let seen = view(left, this.lexicon);
    this.note(seen, rightView);
    const rightNoun = rightView?.nouns[0] && right.indexOf(rightView.nouns[0].word) === 0 ? rightView.nouns[0].object : undefined;
    const objects = this.objects(seen, rightNoun);
    if (objects.length === 0) return this.lost(seen, none, number);
    let chosen = chooseFamilies(seen, objects, this.lexicon, this.closedSaid);
    let where = left;
    let object = objects[0] as StatementObject;
    if (!chosen && rightView && final && seen.labels.length === 0 && (objects.length === 1 || object === 'requests')) {
      // 5件予以公开: the words stand behind.
      const behind = view(right, this.lexicon);
      const families = chooseFamilies(behind, [object], this.lexicon, this.closedSaid);
      const fits = families && (families.families[0]?.role === 'class' || families.families[0]?.role === 'flow' || (families.families[0]?.role === 'applicant' && seen.opener) || ['closed', 'answered'].includes(families.families[0]?.id ?? ''));
      if (fits && families.clean(behind) && seen.nouns.length <= 1) {
        if (seen.unknown || seen.limits.length > 0 || seen.negation) return this.lost(seen, none, number);
        chosen = families;
        where = right;
        seen = behind;
      }
    } else if (chosen && rightView && right[0] && !this.follows(right[0], objects)) return this.lost(seen, none, number);
    if (!chosen || !chosen.clean(seen)) {
      object = objects[0] as StatementObject;
      return this.lost(seen, none, number);
    }
    const { families, joined, each } = chosen;
    if (families[0]?.id === 'counted' && (around.publish || this.text.includes('主动公开'))) {
      // 公文公开属性：主动公开30件，依申请公开6件: documents are counted.
      this.ambient = undefined;
      return none;
    }
    if (families[0]?.id === 'counted' && !this.countsRequests(seen, number)) return none;
    // 不予公开的信息3件: a thing is counted, not a request.
    if (UNCLEAR.has(families[0]?.id ?? '') && seen.nouns.length === 0 && seen.words.some((word, i) => isKind(word, 'stuff') && i > (seen.labels.at(-1)?.index ?? 0))) return this.lost(seen, none, number);
    if (['licences', 'penalties', 'coercion'].includes(object) && seen.stuff && !seen.acted) return none;
    // 3件（含党组文件1件）: what the remark takes in may not be in the table.
    if (remark && ['documents', 'licences', 'penalties', 'coercion', 'fees'].includes(object)) return none;
    if (!families.every((family) => this.lexicon.units.get(family.object)?.has(number.unit ?? ''))) return this.lost(seen, none, number);
    if (isCase(object) && (!(seen.disclosure || (this.onDisclosure(around) && (this.section === 'reviewLitigation' || !left.some(({ text }) => AUTHORITY.test(text))))) || INSTANCES.test(this.text))) return this.lost(seen, none, number);
    if (['licences', 'penalties', 'coercion'].includes(object) && around.publish && (around.publish === 'near' || !seen.acted)) return this.lost(seen, none, number);
    if (seen.respectively && families.length > 1) {
      const [first, ...others] = families;
      return { counted: this.add(first ? [first] : [], false, number, where, around, seen.limits, chosen.carriedYear, owner, bracketed), pending: others };
    }
    if (joined === 'no' && families.length > 1 && !each && !chosen.either) return this.lost(seen, none, number);
    if (each && families.length > 1) {
      let counted: Counted = none.counted;
      for (const family of families) counted = this.add([family], false, number, where, around, seen.limits, chosen.carriedYear, owner, bracketed);
      return { counted, pending: [] };
    }
    return { counted: this.add(families, joined === 'sum', number, where, around, seen.limits, chosen.carriedYear, owner, bracketed), pending: [] };
  }

  /** What the text speaks of from here on. */
  private note(seen: View, right: View | undefined): void {
    if (seen.nouns.some(({ object }) => object === 'requests') || right?.nouns[0]?.object === 'requests') this.ofRequests = true;
  }

  /** Without a verb the noun must stand at the number, and name requests for certain: 依申请公开信息3件 were given out. */
  private countsRequests(seen: View, number: ProseNumber): boolean {
    const noun = seen.nouns.at(-1)?.word;
    if (!noun || !CASES.has(number.unit ?? '') || /(?:表|书|材料|信息)$/.test(noun.text)) return false;
    if (isKind(seen.words[0], 'preposition')) return false;
    return seen.words.slice(seen.words.indexOf(noun) + 1).every((word) => isKind(word, 'fill') || isKind(word, 'each'));
  }

  /** Reviews and lawsuits are a matter of this report only where disclosure is spoken of. */
  private onDisclosure(around: Surroundings): boolean {
    if (this.section === 'requests' || this.section === 'reviewLitigation') return true;
    if (this.ambient === 'requests' || this.ambient === 'review' || this.ambient === 'litigation') return true;
    return around.lead.some((word, i) => isKind(word, 'disclosure') && around.lead.slice(0, i).some((each) => isKind(each, 'cause')));
  }

  /** A number that is no statement: others may be parts of it, and what is spoken of may have changed. */
  private lost(seen: View, none: { counted: Counted; pending: StatementDeclaration[] }, number: ProseNumber): { counted: Counted; pending: StatementDeclaration[] } {
    const last = seen.nouns.at(-1);
    if (last) this.ambient = isCase(last.object) ? undefined : last.object;
    else if (seen.other || (seen.unknown && !seen.opener && seen.labels.some(({ families }) => families.some(({ role }) => role === 'whole')))) this.ambient = undefined;
    else if (seen.unknown && !seen.opener && this.last?.sentence !== this.at && number.unit === '件') this.ambient = undefined;
    return this.lexicon.units.get('requests')?.has(number.unit ?? '') ? none : { counted: this.last ?? none.counted, pending: [] };
  }

  /** Objects the number may count: its own nouns, else what the text speaks of. */
  private objects(seen: View, right: StatementObject | undefined): StatementObject[] {
    const own = [...new Set(seen.nouns.map(({ object }) => object))];
    if (own.length > 1 && own[0] === 'requests') own.shift();
    if (own.length > 0) return right !== undefined && !own.includes(right) ? [] : own;
    if (right !== undefined) return [right];
    const objects = new Set(seen.labels.flatMap(({ families }) => families.filter(({ role }) => role === 'class').map(({ object }) => object)));
    if (this.ambient && (objects.size === 0 || objects.has(this.ambient) || seen.labels.some(({ families }) => families.some(({ object }) => object === this.ambient)))) return [this.ambient];
    // Classes of outcomes say themselves that requests are meant.
    return this.ambient !== undefined && this.ofRequests && objects.size === 1 && objects.has('requests') ? ['requests'] : [];
  }

  /** What may stand directly behind the number without changing what it counts. */
  private follows(word: Word, objects: readonly StatementObject[]): boolean {
    if (!word.meaning) return false;
    if (word.meaning.object !== undefined) return objects.includes(word.meaning.object);
    if (isKind(word, 'other') || isKind(word, 'channel')) return false;
    return true;
  }

  private add(said: readonly StatementDeclaration[], joined: boolean, number: ProseNumber, words: readonly Word[], around: Surroundings, limits: readonly LimitReading[], carriedYear: number | undefined, owner: Counted | undefined, bracketed: boolean): Counted {
    let families = said;
    const adjoining = this.last !== undefined && this.last.number.to === words[0]?.from;
    const [family] = families;
    const whose = owner ?? this.last;
    if (family && (family.id === 'closed' || family.id === 'answered') && whose?.says?.id === 'newReceived' && (owner || adjoining)) families = [...families, ...this.families(`${family.id}OfNew`)];
    if (!family) return { number, sentence: this.at, part: this.part };
    const all: LimitReading[] = [...limits, ...around.limits];
    const channel = channelLimit([...around.lead, ...words]);
    if (channel) all.push(channel);
    if (!around.dated && words.some((word) => isKind(word, 'cumulative'))) all.push({ kind: 'since', word: '累计' });
    if (this.isSubset(family, number, owner) || (WORK.has(family.id) && words.some((word) => isKind(word, 'onTime') && (word.text === '当年' || LATE.test(this.text)))) || (WORK.has(family.id) && AWAY.test(this.text))) all.push({ kind: 'subset', word: '' });
    const first = words[0]?.from ?? number.from;
    this.push('count', families, joined, around, all, Math.min(first, number.from), number.from, Math.max(number.to, words.at(-1)?.to ?? 0), number, carriedYear);
    this.ambient = family.object;
    if (family.balance === 'out') this.closedSaid = true;
    const narrowed = all.some(({ kind }) => kind === 'channel' || kind === 'past' || kind === 'since' || kind === 'subset' || (kind === 'others' && !all.some((each) => each.kind === 'territory')));
    const index = this.statements.length - 1;
    if (family.id === 'carriedIn' && owner?.says?.id === 'newReceived' && owner.index !== undefined && (bracketed || words.some((word) => isKind(word, 'opener')))) this.widen(owner.index);
    return { number, sentence: this.at, part: this.part, ...(narrowed ? {} : { says: family, index }) };
  }

  /** 新收13件（含上年结转1件）: here 新收 means all that were open. */
  private widen(index: number): void {
    const statement = this.statements[index];
    if (statement) this.statements[index] = { ...statement, families: [...new Set([...statement.families, 'received'])] };
  }

  /** A part of a number that is no whole of its kind says nothing of the whole. */
  private isSubset(family: StatementDeclaration, number: ProseNumber, owner: Counted | undefined): boolean {
    if (isCase(family.object) && owner && !owner.says && compare(number.value, owner.number.value) <= 0) return true;
    if (family.id === 'counted' && owner && !owner.says) return true;
    if (family.role === 'whole' && !WORK.has(family.id)) return false;
    if (family.role === 'applicant' && !owner && !this.last?.says) return true;
    if (family.id === 'carriedIn' && owner?.says && WORK.has(owner.says.id)) return true;
    const narrowed = this.last?.sentence === this.at && !this.last.says && this.last.part === this.part && this.last.number.unit === number.unit ? this.last : undefined;
    return [owner, narrowed].some((part) => {
      if (!part || part.number === number) return false;
      const wholes = part.says?.object === family.object && (part.says.role === 'whole' || part.says.role === family.role);
      return !wholes && compare(number.value, part.number.value) <= 0;
    });
  }

  private push(kind: StatementReading['kind'], families: readonly StatementDeclaration[], joined: boolean, around: Surroundings, limits: readonly LimitReading[], phrase: number, from: number, to: number, number?: ProseNumber, carriedYear?: number): void {
    this.statements.push({
      kind, joined, limits, from, to, phrase, sentence: this.at, otherYears: around.otherYears,
      families: families.map(({ id }) => id),
      span: number ? number.span : this.prose.rawSpan(from, to),
      ...(number ? { number } : {}),
      ...(around.year === undefined ? {} : { year: around.year }),
      ...(carriedYear === undefined ? {} : { carriedYear }),
    });
  }

  // Words that say none or all

  private withoutNumber(phrase: Phrase, words: readonly Word[], around: Surroundings): void {
    const seen = view(words, this.lexicon);
    this.note(seen, undefined);
    if (!this.none(words, around) && !this.allDone(words, seen, around)) this.allOf(words, seen, around);
    const last = seen.nouns.at(-1);
    if (last && (last.object === 'requests' || (this.ambient === undefined && !isCase(last.object)))) this.ambient = last.object;
    else if (!last && seen.other && !phrase.items.some(isNumber)) this.ambient = this.ambient === 'requests' && seen.negation ? 'requests' : undefined;
  }

  private none(words: readonly Word[], around: Surroundings): boolean {
    const at = words.findIndex((word) => isKind(word, 'negation') && word.meaning?.families.length === 0);
    const neg = words[at];
    if (!neg) return false;
    const before = view(words.slice(0, at), this.lexicon);
    const behind = words.slice(at + 1);
    const seen = view(behind, this.lexicon);
    if (before.unknown || before.labels.length > 0 || seen.unknown || seen.negation || seen.respectively) return true;
    const cases = seen.nouns.filter(({ object }) => isCase(object));
    const kinds = seen.limits.filter(({ kind, word }) => kind !== 'own' && !(cases.length > 0 && kind === 'subset' && /^(?:投诉|举报|投诉举报|信访|申诉|申诉案|有关申诉案)$/.test(word)));
    if (kinds.length > 0 || seen.onTime || seen.opener) return true;
    const limits = [...before.limits, ...around.limits];
    const channel = channelLimit([...around.lead, ...words]);
    if (channel) return true;
    const say = (families: readonly StatementDeclaration[], end: number): void => this.push('none', families, true, around, limits, words[0]?.from ?? neg.from, neg.from, end);
    const whole = (object: StatementObject): StatementDeclaration[] => this.lexicon.set.families.filter((family) => family.object === object && family.role === 'whole' && family.words.length === 0);
    if (cases.length > 0) {
      if (!(this.onDisclosure(around) || seen.disclosure || before.disclosure)) return true;
      const between = behind.slice(0, behind.indexOf(cases[0]?.word as Word));
      const requests = between.find((word) => word.meaning?.object === 'requests');
      say([...new Set(cases.map(({ object }) => object))].flatMap(whole), cases.at(-1)?.word.to ?? neg.to);
      if (requests && isKind(behind[behind.indexOf(requests) + 1] as Word, 'joiner')) say(this.families('newReceived'), requests.to);
      return true;
    }
    const labels = seen.labels.filter(({ families }) => families.some(({ object }) => object === 'requests' || object === 'documents'));
    const ids = new Set(labels.flatMap(({ families }) => families.map(({ id }) => id)));
    const noun = seen.nouns.at(-1);
    if (ids.has('carriedIn') || ids.has('carriedOut')) {
      if (labels.length > 1 && !labels.every(({ families }) => families.some(({ role, id }) => role === 'flow' || ['handled', 'closed', 'answered'].includes(id)))) return true;
      if (!this.ofRequests || seen.nouns.some(({ object }) => object !== 'requests')) return true;
      const id = ids.has('carriedIn') && !ids.has('carriedOut') ? 'carriedIn' : ids.has('carriedOut') && (!ids.has('carriedIn') || this.closedSaid) ? 'carriedOut' : undefined;
      const carriedYear = labels.map((label) => label.year).find((year) => year !== undefined);
      // 无正在办理, 未结转: only 结转 and the like with 无 say it; 尚未办结 is no negation of its own.
      if (id) this.push('none', this.families(id), true, around, limits, words[0]?.from ?? neg.from, neg.from, labels.at(-1)?.word.to ?? neg.to, undefined, carriedYear);
      return true;
    }
    if (noun?.object === 'documents') {
      const issued = seen.labels.flatMap(({ families }) => families.filter(({ object }) => object === 'documents'));
      const [one] = issued;
      if (one && issued.every(({ id }) => id === one.id)) say([one], Math.max(noun.word.to, seen.labels.at(-1)?.word.to ?? 0));
      return true;
    }
    if (noun && noun.object !== 'requests') {
      if (seen.labels.every(({ word }) => word.meaning?.acts.has(noun.object)) && !seen.stuff && !around.publish && seen.nouns.every(({ object }) => object !== 'requests' && object !== 'documents')) say([...new Set(seen.nouns.map(({ object }) => object))].flatMap(whole), noun.word.to);
      return true;
    }
    const received = seen.labels.every(({ families }) => families.some(({ id }) => id === 'received' || id === 'newReceived')) && (seen.labels.length > 0 || /^(?:无|没有|暂无|均无|并无|也无)$/.test(neg.text) || /^(?:发生|出现|产生)$/.test(behind[0]?.text ?? ''));
    if (!received) return true;
    if (noun) say(this.families('newReceived'), noun.word.to);
    else if (this.ambient === 'requests' && seen.labels.length > 0) {
      const bare = behind.find((word) => word.text.startsWith('申请') && isKind(word, 'fill'));
      if (bare && !seen.stuff) say(this.families('newReceived'), bare.to);
    }
    return true;
  }

  private families(...ids: readonly string[]): StatementDeclaration[] {
    return ids.flatMap((id) => this.lexicon.byId.get(id) ?? []);
  }

  /** 全部办结: nothing is left open. On-time remarks do not say so. */
  private allDone(words: readonly Word[], seen: View, around: Surroundings): boolean {
    const all = words.find((word) => isKind(word, 'all'));
    const done = seen.labels.find(({ families }) => families.some(({ id }) => id === 'closed'));
    if (!all || !done || seen.labels.length > 1 || seen.unknown || seen.onTime || seen.negation || seen.limits.length > 0 || all.from > done.word.from) return false;
    if (!this.speaksOfAll(seen)) return false;
    this.push('allDone', this.families('carriedOut'), false, around, [...around.limits], words[0]?.from ?? all.from, all.from, done.word.to);
    return true;
  }

  /** 办结率100%. */
  private doneRate(words: readonly Word[], number: ProseNumber, around: Surroundings): void {
    const seen = view(words, this.lexicon);
    const rate = words.find((word) => isKind(word, 'rate'));
    if (!rate || compare(number.value, exact(100)) !== 0 || number.approximate || seen.unknown || seen.onTime || seen.limits.length > 0 || seen.negation || !(this.speaksOfAll(seen) || (this.ambient === 'requests' && around.lead.some((word) => word.meaning?.object === 'requests')))) return;
    this.push('allDone', this.families('carriedOut'), false, around, [...around.limits], words[0]?.from ?? rate.from, rate.from, number.to);
  }

  private speaksOfAll(seen: View): boolean {
    if (seen.nouns.length > 0) return seen.nouns.every(({ object }) => object === 'requests');
    return this.ambient === 'requests' && this.last?.says?.object === 'requests' && this.last.says.role === 'whole';
  }

  /** 均为自然人: none of the others. */
  private allOf(words: readonly Word[], seen: View, around: Surroundings): void {
    const all = words.find((word) => isKind(word, 'all') || word.text === '均为');
    const label = seen.labels.find(({ families }) => families.some(({ role }) => role === 'applicant'));
    const id = label?.families.find(({ role }) => role === 'applicant')?.id;
    if (!all || !label || all.from > label.word.from || seen.unknown || seen.negation || seen.limits.length > 0 || seen.labels.some(({ families }) => !families.some(({ role, id: each }) => role === 'applicant' || each === 'received'))) return;
    if (seen.labels.filter(({ families }) => families.some(({ role }) => role === 'applicant')).length > 1) return;
    if (!(this.last?.says && ['received', 'newReceived', 'counted'].includes(this.last.says.id) && this.last.sentence === this.at)) return;
    const others = id === 'applicant.naturalPerson' ? 'applicant.organisations' : id === 'applicant.organisations' ? 'applicant.naturalPerson' : undefined;
    if (others) this.push('allOf', this.families(others), false, around, [...around.limits], words[0]?.from ?? all.from, all.from, label.word.to);
  }
}
