/**
 * How the labels of a draft are written: width of brackets, the sign behind a numeral, the space behind that. Told from
 * the labels that are there, so that an inserted one looks like its neighbours.
 */
export class LabelStyle {
  private readonly bracketed: Numbering | undefined;
  private readonly digit: Numbering | undefined;
  private readonly han: Numbering | undefined;
  private readonly narrow: boolean;
  private readonly wideDigits: boolean;

  /** @param samples labels as written, those nearest last */
  constructor(samples: readonly string[]) {
    const flat = samples.map((sample) => sample.replace(/[\r\n]+\s*/g, ''));
    this.bracketed = common(flat, /^[（(]\s*[一二三四五六七八九十]+\s*([）)])([ \t\u3000\u00a0]*)/);
    this.digit = common(flat, /^[0-9０-９]{1,2}\s*([.．、﹒])([ \t\u3000\u00a0]*)/);
    this.han = common(flat, /^[一二三四五六七八九十]+\s*([、.．])([ \t\u3000\u00a0]*)/);
    const count = (pattern: RegExp): number => flat.filter((sample) => pattern.test(sample)).length;
    this.narrow = count(/\(/) > count(/（/);
    this.wideDigits = count(/^[０-９]/) > count(/^[0-9]/);
  }

  /** A canonical label in this manner. */
  write(label: string): string {
    return this.numbered(label.replace(/[（）]/g, (c) => (this.narrow ? (c === '（' ? '(' : ')') : c)));
  }

  private numbered(label: string): string {
    const bracket = /^[（(]([一二三四五六七八九十]+)[）)]/.exec(label);
    if (bracket) {
      const [open, close] = (this.bracketed ? this.bracketed.sign === ')' : this.narrow) ? ['(', ')'] : ['（', '）'];
      return `${open}${bracket[1]}${close}${this.bracketed?.space ?? ''}${label.slice(bracket[0].length)}`;
    }
    const digit = /^(\d+)\./.exec(label);
    if (digit) {
      const number = (digit[1] ?? '').replace(/\d/g, (c) => (this.wideDigits ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c));
      return `${number}${this.digit?.sign ?? '.'}${this.digit?.space ?? ''}${label.slice(digit[0].length)}`;
    }
    const han = /^([一二三四五六七八九十]+)、/.exec(label);
    return han ? `${han[1]}${this.han?.sign ?? '、'}${this.han?.space ?? ''}${label.slice(han[0].length)}` : label;
  }
}

interface Numbering {
  readonly sign: string;
  readonly space: string;
}

/** The sign and space seen most, of equals the one seen last. */
function common(samples: readonly string[], pattern: RegExp): Numbering | undefined {
  const counts = new Map<string, { numbering: Numbering; count: number }>();
  for (const sample of samples) {
    const match = pattern.exec(sample);
    if (!match) continue;
    const numbering = { sign: match[1] ?? '', space: match[2] ?? '' };
    const id = `${numbering.sign}${numbering.space}`;
    const known = counts.get(id)?.count ?? 0;
    counts.delete(id);
    counts.set(id, { numbering, count: known + 1 });
  }
  let best: { numbering: Numbering; count: number } | undefined;
  for (const each of counts.values()) if (!best || each.count >= best.count) best = each;
  return best?.numbering;
}
