import type { ProseNumber } from './types';

/** `step`: the joiner 和/及/与 between two numbers; it counts as 、. */
export type TokenKind = 'enumeration' | 'comma' | 'semicolon' | 'colon' | 'stop' | 'open' | 'close' | 'number' | 'marker';

/** A sign or a number of the joined text; what lies between two tokens is words. */
export interface Token {
  readonly kind: TokenKind;
  readonly from: number;
  readonly to: number;
  readonly number?: ProseNumber;
}

/** Character classes of the joined text (half-width already). */
export const enum CharacterClass {
  Other = 0,
  Digit = 1,
  Sign = 2,
  HanNumeral = 3,
}

export const classes = new Uint8Array(65536);
export const signs = new Map<number, TokenKind>();

const define = (characters: string, kind: TokenKind): void => {
  for (const character of characters) {
    classes[character.charCodeAt(0)] = CharacterClass.Sign;
    signs.set(character.charCodeAt(0), kind);
  }
};
define('、', 'enumeration');
define(',', 'comma');
define(';', 'semicolon');
define(':', 'colon');
define('。!?\n', 'stop');
define('([【〔{', 'open');
define(')]】〕}', 'close');
for (let i = 0; i < 10; i++) classes[0x30 + i] = CharacterClass.Digit;
for (const character of '〇零一二两三四五六七八九十百千') classes[character.charCodeAt(0)] = CharacterClass.HanNumeral;
