import type { StatementDeclaration, StatementSet } from '../../format/statements';
import type { JoinedProse } from './join';
import { CountStatements } from './statements-count';
import { lexiconOf } from './statements-lexicon';
import { isNumber, namesOf, phrases, type Names, type Phrase, type Word } from './statements-phrases';
import type { Counted } from './statements-state';
import { Follower, type Surroundings } from './statements-surroundings';
import { isKind, view } from './statements-view';
import type { LimitReading, ProseNumber, SentenceReading } from './types';

/** Who acts and when is said once for all numbers of a phrase. */
const LASTING: ReadonlySet<LimitReading['kind']> = new Set(['territory', 'organ', 'others', 'own', 'past', 'since']);
/** Without a number a sentence says nothing here unless it denies, takes all together, or names requests or documents. */
const TELLS = /[未无没均全零都皆]|申请|规范性文件/;
/** Not a sentence any more: a table that was not recognised, or worse. */
const LONGEST = 2000;

/**
 * Reads the statements that repeat a table. Every word around a number must be known, or nothing is read: what a number
 * counts is narrowed by a word nobody thought of more often than not. What stands in the section of problems and plans is no
 * statement.
 */
export class StatementReader extends CountStatements {
  /** The number others are parts of: before 其中, or before the bracket. */
  private owner: Counted | undefined;
  private owners: (Counted | undefined)[] = [];
  private pending: readonly StatementDeclaration[] = [];
  private readonly names: Names;

  /** @param agency the reporting organ as the title names it; empty when unknown */
  constructor(prose: JoinedProse, set: StatementSet, agency: string) {
    super(prose, lexiconOf(set));
    this.names = namesOf(agency);
  }

  sentence(sentence: SentenceReading, index: number, numbers: readonly ProseNumber[]): void {
    this.begin(sentence.paragraph);
    if (this.section === 'problems' || sentence.to - sentence.from > LONGEST) return;
    this.at = index;
    this.text = this.prose.text.slice(sentence.from, sentence.to);
    this.heading(numbers);
    if (numbers.length === 0 && !TELLS.test(this.text)) return;
    this.owner = undefined;
    this.owners = [];
    this.pending = [];
    const all = phrases(this.prose.text, sentence.from, sentence.to, numbers, this.lexicon.words, this.names);
    const follower = new Follower(all);
    all.forEach((phrase, p) => this.phrase(phrase, all[p - 1], all[p + 1], follower, p));
  }

  private phrase(phrase: Phrase, before: Phrase | undefined, next: Phrase | undefined, follower: Follower, index: number): void {
    this.enter(phrase);
    // Of most phrases nothing is said that would need what is around them.
    let known: Surroundings | undefined;
    const leadYear = this.leadYear;
    const around = (): Surroundings => (known ??= follower.at(index, leadYear));
    if (index === 0) this.leadYear = around().phraseYear ?? this.leadYear;
    if (follower.thisYear(index)) this.leadYear = undefined;
    const places = phrase.items.flatMap((item, i) => (isNumber(item) && item.kind !== 'bare' ? [i] : []));
    if (places.length === 0) this.withoutNumber(phrase, phrase.items as Word[], around);
    let from = 0;
    let carried: readonly LimitReading[] = [];
    for (const [n, place] of places.entries()) {
      const number = phrase.items[place] as ProseNumber;
      const words = phrase.items.slice(from, place).filter((item): item is Word => !isNumber(item));
      const left = n === 0 ? withLead(phrase, words, before) : words;
      const right = phrase.items.slice(place + 1, places[n + 1] ?? phrase.items.length) as Word[];
      from = place + 1;
      if (left.some((word) => isKind(word, 'opener'))) this.owner = this.last;
      // 全县作出行政许可900件、行政处罚300件
      const own = view(left).limits.filter(({ kind }) => LASTING.has(kind));
      if (own.length > 0) carried = own;
      const limits = carried;
      const here = own.length > 0 || limits.length === 0 ? around : (): Surroundings => ({ ...around(), limits: [...around().limits, ...limits] });
      if (number.kind === 'rate') {
        this.doneRate(left, number, here());
        continue;
      }
      const final = n + 1 === places.length;
      const { counted, pending } = this.number({ number, left, right, final, around: here(), ...(this.owner ? { owner: this.owner } : {}), bracketed: phrase.depth > 0, remark: final && isRemark(next) }, this.pending);
      this.pending = pending;
      if (counted.says?.role === 'whole' && phrase.depth === 0 && !left.some((word) => isKind(word, 'opener'))) this.owner = undefined;
      this.last = counted;
      if (final && right.length > 0) this.withoutNumber(phrase, right, here);
    }
  }

  private enter({ before }: Phrase): void {
    if (before === '(') {
      this.owners.push(this.owner);
      this.owner = this.last;
    } else if (before === ')') {
      // Behind the bracket the text goes on from the number before it.
      this.last = this.owner ?? this.last;
      this.owner = this.owners.pop();
    } else if (before === ';') {
      this.owner = undefined;
      this.part++;
    }
  }
}

/** 收到的申请，共计8件: the words stand before the comma. */
function withLead(phrase: Phrase, words: Word[], before: Phrase | undefined): Word[] {
  if (!before || (phrase.before !== ',' && phrase.before !== ':') || before.items.some(isNumber)) return words;
  return words.every((word) => isKind(word, 'fill') || isKind(word, 'cumulative')) ? [...(before.items as Word[]), ...words] : words;
}

/** 3件（含党组文件1件） */
const isRemark = (next: Phrase | undefined): boolean => next?.before === '(' && next.items.some((item) => !isNumber(item) && (isKind(item, 'opener') || item.text.startsWith('不含')));
