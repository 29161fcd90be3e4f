import type { StatementDeclaration, StatementObject, StatementSet } from '../../format/statements';
import { BITS, genericWords, type WordKind } from './statements-words';
import { Words } from './words';

/** All a word can mean; which of it holds is told by what is counted there. */
export interface Meaning {
  /** Families the word says. */
  readonly families: StatementDeclaration[];
  /** Families it says only beside a year. */
  readonly timed: StatementDeclaration[];
  /** It is the noun for what is counted. */
  object?: StatementObject;
  /** It goes with these nouns and narrows nothing. */
  readonly acts: Set<StatementObject>;
  /** Bits, see `BITS`. */
  kinds: number;
}

export interface Lexicon {
  readonly set: StatementSet;
  readonly words: Words<Meaning>;
  readonly units: ReadonlyMap<StatementObject, ReadonlySet<string>>;
  readonly byId: ReadonlyMap<string, StatementDeclaration>;
}

const compiled = new WeakMap<StatementSet, Lexicon>();

/** The words of a format's statements and of the language around them, compiled once. */
export function lexiconOf(set: StatementSet): Lexicon {
  let lexicon = compiled.get(set);
  if (!lexicon) compiled.set(set, (lexicon = compile(set)));
  return lexicon;
}

function compile(set: StatementSet): Lexicon {
  const meanings = new Map<string, Meaning>();
  const of = (word: string): Meaning => {
    let meaning = meanings.get(word);
    if (!meaning) meanings.set(word, (meaning = { families: [], timed: [], acts: new Set(), kinds: 0 }));
    return meaning;
  };
  for (const [kind, words] of Object.entries(genericWords)) for (const word of words) of(word).kinds |= BITS[kind as WordKind];
  for (const object of set.objects) {
    for (const noun of object.nouns) of(noun).object = object.id;
    for (const act of object.acts) of(act).acts.add(object.id);
  }
  for (const family of set.families) for (const word of new Set(family.words)) of(word).families.push(family);
  for (const family of set.families) for (const word of family.timed?.words ?? []) of(word).timed.push(family);
  return {
    set,
    words: new Words(meanings),
    units: new Map(set.objects.map((object) => [object.id, new Set(object.units)])),
    byId: new Map(set.families.map((family) => [family.id, family])),
  };
}
