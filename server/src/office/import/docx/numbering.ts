import { child, childrenNamed, type Element } from '../tree';
import { numeral } from './numerals';
import { isOn, valueOf, type Styles } from './styles';

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  /** Says itself in digits, whatever the format of the levels above (第1.2条). */
  readonly legal: boolean;
  /** The level whose step lets this one begin again; 0: none does. */
  readonly restart: number | undefined;
  readonly suffix: string;
  readonly style: string | undefined;
}

interface Abstract {
  readonly levels: readonly (Level | undefined)[];
  /** Numbers reached, by level. */
  readonly reached: (number | undefined)[];
  /** Style of lists that stands for the real one. */
  readonly link: string | undefined;
  readonly linkedFrom: string | undefined;
}

interface List {
  readonly abstract: string;
  /** Levels and beginnings that this list has of its own. */
  readonly levels: Map<number, Level>;
  readonly starts: Map<number, number>;
  begun: boolean;
}

const whole = (text: string | undefined, otherwise: number): number => (text !== undefined && /^-?\d{1,6}$/.test(text.trim()) ? Math.max(0, Number(text)) : otherwise);

function readLevel(each: Element): Level {
  const restart = valueOf(each, 'w:lvlRestart');
  const format = valueOf(each, 'w:numFmt');
  return {
    start: whole(valueOf(each, 'w:start'), 0),
    // A format that only newer programs know stands in an alternative; what older ones see is in its fallback.
    format: format ?? valueOf(child(child(each, 'mc:AlternateContent'), 'mc:Fallback'), 'w:numFmt') ?? 'decimal',
    text: child(each, 'w:lvlText')?.attributes['w:val'] ?? '',
    legal: isOn(each, 'w:isLgl') ?? false,
    restart: restart === undefined ? undefined : whole(restart, 0),
    suffix: valueOf(each, 'w:suff') ?? 'tab',
    style: valueOf(each, 'w:pStyle'),
  };
}

/** Counts the numbered paragraphs of a Word document and tells the numeral of each, which Word makes and does not store. */
export class Numbering {
  private readonly abstracts = new Map<string, Abstract>();
  private readonly lists = new Map<string, List>();
  /** Definitions by the style that carries them. */
  private linked: Map<string, Abstract> | undefined;

  constructor(
    root: Element | undefined,
    private readonly styles: Styles,
  ) {
    for (const each of childrenNamed(root, 'w:abstractNum')) {
      const levels: Level[] = [];
      for (const level of childrenNamed(each, 'w:lvl')) levels[whole(level.attributes['w:ilvl'], 0) % 9] = readLevel(level);
      this.abstracts.set(each.attributes['w:abstractNumId'] ?? '', { levels, reached: [], link: valueOf(each, 'w:numStyleLink'), linkedFrom: valueOf(each, 'w:styleLink') });
    }
    for (const each of childrenNamed(root, 'w:num')) {
      const list: List = { abstract: valueOf(each, 'w:abstractNumId') ?? '', levels: new Map(), starts: new Map(), begun: false };
      for (const override of childrenNamed(each, 'w:lvlOverride')) {
        const level = whole(override.attributes['w:ilvl'], 0) % 9;
        const start = valueOf(override, 'w:startOverride');
        if (start !== undefined) list.starts.set(level, whole(start, 1));
        const own = child(override, 'w:lvl');
        if (own) list.levels.set(level, readLevel(own));
      }
      this.lists.set(each.attributes['w:numId'] ?? '', list);
    }
  }

  /** The numeral in front of the next paragraph with these properties, ready to be written before its text; empty for none. */
  next(properties: Element | undefined): string {
    const own = child(properties, 'w:numPr');
    const style = this.styles.idOf(properties);
    const byStyle = this.styles.numbering(style);
    const id = valueOf(own, 'w:numId') ?? byStyle?.list;
    const list = id === undefined || id === '0' ? undefined : this.lists.get(id);
    const abstract = list && this.abstractOf(list.abstract);
    if (!list || !abstract) return '';
    const named = byStyle && abstract.levels.findIndex((level) => level?.style === byStyle.style);
    const level = whole(valueOf(own, 'w:ilvl'), own || named === undefined || named < 0 ? whole(byStyle?.level, 0) : named) % 9;
    return this.step(list, abstract, level);
  }

  /** A list may be defined by a style that another definition carries. */
  private abstractOf(id: string): Abstract | undefined {
    const found = this.abstracts.get(id);
    if (found?.link === undefined) return found;
    this.linked ??= new Map([...this.abstracts.values()].flatMap((each) => (each.linkedFrom === undefined ? [] : [[each.linkedFrom, each]])));
    return this.linked.get(found.link) ?? found;
  }

  private step(list: List, abstract: Abstract, at: number): string {
    const levelOf = (i: number): Level | undefined => list.levels.get(i) ?? abstract.levels[i];
    const level = levelOf(at);
    if (!level) return '';
    const { reached } = abstract;
    if (!list.begun) {
      list.begun = true;
      // A list that begins anew lets all of its levels begin again.
      for (const [i, start] of list.starts) reached[i] = start - 1;
    }
    const first = (i: number): number => list.starts.get(i) ?? levelOf(i)?.start ?? 1;
    for (let i = 0; i < at; i++) reached[i] ??= first(i);
    reached[at] = (reached[at] ?? first(at) - 1) + 1;
    for (let i = at + 1; i < 9; i++) {
      const restart = levelOf(i)?.restart;
      if (restart === undefined || (restart > 0 && at < restart)) reached[i] = undefined;
    }
    if (level.format === 'bullet') return '';
    const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const i = Number(digit) - 1;
      return numeral(Math.max(0, reached[i] ?? first(i)), level.legal && i < at ? 'decimal' : level.legal ? 'decimal' : (levelOf(i)?.format ?? 'decimal'));
    });
    // Behind a stop of its own the numeral needs no space; `1` or `第一章` does.
    return text === '' || level.suffix === 'nothing' || /[、.．，,）)〉》】:：]\s*$/.test(text) ? text : `${text} `;
  }
}
