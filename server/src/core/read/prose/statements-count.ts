import type { StatementDeclaration, StatementObject } from '../../format/statements';
import { compare } from '../../text/exact';
import { chooseFamilies, type Choice } from './statements-choice';
import { WordStatements } from './statements-none';
import type { Word } from './statements-phrases';
import { isCase, WORK, type Counted } from './statements-state';
import { channelLimit, type Surroundings } from './statements-surroundings';
import { isKind, narrowing, view, type View } from './statements-view';
import type { LimitReading, ProseNumber, StatementReading } from './types';

/** What a reviewing organ says of its own business. */
const AUTHORITY = /^(?:办理|收到|新收|处理)/;
/** Cases counted once an instance, or on other matters. */
const INSTANCES = /一审|二审|再审|上诉|无关/;
/** Requests that went another way: what was answered is then only the rest. */
const AWAY = /撤回|撤销|撤件|转交|移送|转送|转办|移交|不予受理|放弃/;
/** Said of those late: what is said to be on time is then a part only. */
const LATE = /延期|逾期|超期|超时|延长/;
/** Without a verb only these count requests; a form or an item of a catalogue is 份 or 项. */
const CASES = new Set(['件', '起', '宗', '例']);
/** Said of the attribute of a document as well as of the answer to a request. */
const UNCLEAR = new Set(['outcome.granted', 'outcome.partlyGranted', 'outcome.denied']);
const DECISIONS: ReadonlySet<StatementObject> = new Set(['licences', 'penalties', 'coercion']);

/** A number with the words around it. */
export interface NumberPlace {
  readonly number: ProseNumber;
  readonly left: readonly Word[];
  readonly right: readonly Word[];
  /** The last number of its phrase: what stands behind belongs to it. */
  readonly final: boolean;
  readonly around: Surroundings;
  /** The number it is said to be a part of. */
  readonly owner?: Counted;
  readonly bracketed: boolean;
  /** A remark in brackets says what the number takes in. */
  readonly remark: boolean;
}

export interface Outcome {
  readonly counted: Counted;
  /** Families for the numbers that follow: `予以公开、部分公开分别为3件、1件`. */
  readonly pending: readonly StatementDeclaration[];
}

/** What the words say, and on which side of the number they stand. */
interface Said {
  readonly choice: Choice;
  readonly seen: View;
  readonly words: readonly Word[];
}

/** Statements with a number. */
export abstract class CountStatements extends WordStatements {
  protected number(place: NumberPlace, pending: readonly StatementDeclaration[]): Outcome {
    const { number, left, right } = place;
    if (number.kind !== 'count' || number.change) return { counted: this.last ?? this.nothing(number), pending: [] };
    const [spread] = pending;
    if (spread && left.every((word) => isKind(word, 'joiner'))) return { counted: this.add([spread], place, left), pending: pending.slice(1) };
    const seen = view(left);
    const behind = right[0] ? view(right) : undefined;
    this.note(seen, behind);
    const noun = behind?.nouns[0]?.word === right[0] ? behind?.nouns[0]?.object : undefined;
    const objects = this.objects(seen, noun);
    const said = objects.length > 0 ? this.said(place, seen, behind, objects) : undefined;
    if (!said) return this.lost(seen, number);
    if (said.choice.families[0]?.id === 'counted') {
      if (place.around.publish || this.text.includes('主动公开')) {
        // 公文公开属性：主动公开30件，依申请公开6件: documents are counted.
        this.ambient = undefined;
        return { counted: this.nothing(number), pending: [] };
      }
      if (!countsRequests(said.seen, number)) return { counted: this.nothing(number), pending: [] };
    }
    if (!this.certain(place, said, objects[0] as StatementObject)) return this.lost(seen, number);
    return this.accept(place, said);
  }

  private nothing(number: ProseNumber): Counted {
    return { number, sentence: this.at, part: this.part };
  }

  /** The words before the number say it, or those behind: `5件予以公开`. */
  private said({ left, right, final }: NumberPlace, seen: View, behind: View | undefined, objects: readonly StatementObject[]): Said | undefined {
    const before = chooseFamilies(seen, objects, this.lexicon, this.closedSaid);
    if (before) {
      if (right[0] && !follows(right[0], objects)) return undefined;
      return clean(seen) ? { choice: before, seen, words: left } : undefined;
    }
    const [object] = objects;
    if (!object || !behind || !final || seen.labels.length > 0 || seen.nouns.length > 1 || (objects.length > 1 && object !== 'requests')) return undefined;
    const after = chooseFamilies(behind, [object], this.lexicon, this.closedSaid);
    const [family] = after?.families ?? [];
    if (!after || !family || !clean(behind) || !clean(seen) || narrowing(seen.limits).length > 0) return undefined;
    const fits = family.role === 'class' || family.role === 'flow' || (family.role === 'applicant' && seen.opener) || family.id === 'closed' || family.id === 'answered';
    return fits ? { choice: after, seen: behind, words: right } : undefined;
  }

  /** Nothing in the words or around them makes it doubtful that the report's own table is repeated. */
  private certain({ number, left, around, remark }: NumberPlace, { choice, seen }: Said, object: StatementObject): boolean {
    const { families, joined, each, either } = choice;
    if (!families.every((family) => this.lexicon.units.get(family.object)?.has(number.unit ?? ''))) return false;
    if (joined === 'no' && families.length > 1 && !each && !either && !seen.respectively) return false;
    // 不予公开的信息3件: a thing is counted, not a request.
    if (UNCLEAR.has(families[0]?.id ?? '') && seen.nouns.length === 0 && seen.words.some((word, i) => isKind(word, 'stuff') && i > (seen.labels.at(-1)?.index ?? 0))) return false;
    // 3件（含党组文件1件）: what the remark takes in may not be in the table.
    if (remark && object !== 'requests' && !isCase(object)) return false;
    if (DECISIONS.has(object) && ((seen.stuff && !seen.acted) || (around.publish && (around.publish === 'near' || !seen.acted)))) return false;
    // 代理行政复议案件4件、行政诉讼案件6件: without a verb of its own it shares the one before.
    const { last } = this;
    if (seen.labels.length === 0 && !seen.acted && last && last.sentence === this.at && last.part === this.part && !last.says && last.about !== undefined && kindOf(last.about) === kindOf(object)) return false;
    if (!isCase(object)) return true;
    if (INSTANCES.test(this.text)) return false;
    return seen.disclosure || (this.onDisclosure(around) && (this.section === 'reviewLitigation' || !left.some(({ text }) => AUTHORITY.test(text))));
  }

  private accept(place: NumberPlace, { choice, seen, words }: Said): Outcome {
    const { families, joined, each, carriedYear } = choice;
    if (families.length > 1 && seen.respectively) {
      const [first, ...others] = families;
      return { counted: this.add(first ? [first] : [], place, words, seen.limits, carriedYear), pending: others };
    }
    if (families.length > 1 && each) {
      let counted = this.nothing(place.number);
      for (const family of families) counted = this.add([family], place, words, seen.limits, carriedYear);
      return { counted, pending: [] };
    }
    return { counted: this.add(families, place, words, seen.limits, carriedYear, joined === 'sum'), pending: [] };
  }

  /** A number that is no statement: others may be parts of it, and what is spoken of may have changed. */
  private lost(seen: View, number: ProseNumber): Outcome {
    const last = seen.nouns.at(-1);
    const whole = seen.labels.some(({ families }) => families.some(({ role }) => role === 'whole'));
    if (last) this.ambient = isCase(last.object) ? undefined : last.object;
    else if (seen.other || (seen.unknown && !seen.opener && (whole || (this.last?.sentence !== this.at && number.unit === '件')))) this.ambient = undefined;
    const counts = this.lexicon.units.get('requests')?.has(number.unit ?? '') || !this.last;
    const nothing = last ? { ...this.nothing(number), about: last.object } : this.nothing(number);
    return { counted: counts ? nothing : (this.last ?? nothing), pending: [] };
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

  private add(said: readonly StatementDeclaration[], place: NumberPlace, words: readonly Word[], own: readonly LimitReading[] = [], carriedYear?: number, joined = false): Counted {
    const { number, around, owner, bracketed } = place;
    const [family] = said;
    if (!family) return this.nothing(number);
    const limits = [...own, ...around.limits, ...this.narrowedBy(family, place, words)];
    const from = Math.min(words[0]?.from ?? number.from, number.from);
    this.push('count', this.ofNew(family, place, words) ?? said, joined, around, limits, { phrase: from, from: number.from, to: Math.max(number.to, words.at(-1)?.to ?? 0) }, number, { ...(carriedYear === undefined ? {} : { carriedYear }), ...this.of(family) });
    this.ambient = family.object;
    if (family.balance === 'out') this.closedSaid = true;
    const territory = limits.some(({ kind }) => kind === 'territory');
    const narrowed = limits.some(({ kind }) => kind === 'channel' || kind === 'past' || kind === 'since' || kind === 'subset' || (kind === 'others' && !territory));
    if (family.id === 'carriedIn' && owner?.says?.id === 'newReceived' && owner.index !== undefined && (bracketed || words.some((word) => isKind(word, 'opener')))) this.widen(owner.index);
    const counted: Counted = { ...this.nothing(number), ...(narrowed ? { about: family.object } : { says: family, index: this.statements.length - 1 }) };
    if (counted.says?.role === 'whole') this.root = counted;
    return counted;
  }

  /** Whose applicants: of the new requests only, where those are what was said before. */
  private of(family: StatementDeclaration): Pick<StatementReading, 'of'> {
    const whole = this.root?.index === undefined ? undefined : this.statements[this.root.index];
    return family.role === 'applicant' && whole && whole.families.length === 1 ? { of: whole.families[0] as string } : {};
  }

  private narrowedBy(family: StatementDeclaration, { number, around, owner }: NumberPlace, words: readonly Word[]): LimitReading[] {
    const limits: LimitReading[] = [];
    const channel = channelLimit([...around.lead, ...words]);
    if (channel) limits.push(channel);
    if (!around.dated && words.some((word) => isKind(word, 'cumulative'))) limits.push({ kind: 'since', word: '累计' });
    const partOnly = WORK.has(family.id) && (AWAY.test(this.text) || words.some((word) => isKind(word, 'onTime') && (word.text === '当年' || LATE.test(this.text))));
    if (partOnly || this.isSubset(family, number, owner)) limits.push({ kind: 'subset', word: '' });
    return limits;
  }

  /** 新收5件，其中办结4件: those closed may be told of the new ones only. */
  private ofNew(family: StatementDeclaration, { owner }: NumberPlace, words: readonly Word[]): StatementDeclaration[] | undefined {
    if (family.id !== 'closed' && family.id !== 'answered') return undefined;
    const adjoining = this.last !== undefined && this.last.number.to === words[0]?.from;
    return (owner ?? this.last)?.says?.id === 'newReceived' && (owner || adjoining) ? [family, ...this.families(`${family.id}OfNew`)] : undefined;
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
}

const kindOf = (object: StatementObject): string => (isCase(object) ? 'cases' : DECISIONS.has(object) ? 'decisions' : object);

const clean = (seen: View): boolean => !seen.unknown && !seen.negation;

/** What may stand directly behind the number without changing what it counts. */
function follows(word: Word, objects: readonly StatementObject[]): boolean {
  if (!word.meaning) return false;
  if (word.meaning.object !== undefined) return objects.includes(word.meaning.object);
  return !isKind(word, 'other') && !isKind(word, 'channel');
}

/** Without a verb the noun must stand at the number, and name requests for certain: 依申请公开信息3件 were given out. */
function countsRequests(seen: View, number: ProseNumber): boolean {
  const noun = seen.nouns.at(-1)?.word;
  if (!noun || !CASES.has(number.unit ?? '') || /(?:表|书|材料|信息)$/.test(noun.text) || isKind(seen.words[0], 'preposition')) return false;
  return seen.words.slice(seen.words.indexOf(noun) + 1).every((word) => isKind(word, 'fill') || isKind(word, 'each'));
}
