import assert from 'node:assert/strict';

const codes = new Map<string, readonly number[]>();

/** Node knows no encoder for GB18030: one made from the decoder, for the characters of two bytes. */
export function gb18030(text: string): Buffer {
  if (codes.size === 0) {
    const decoder = new TextDecoder('gb18030');
    for (let high = 0x81; high <= 0xfe; high++) for (let low = 0x40; low <= 0xfe; low++) if (low !== 0x7f) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  }
  return Buffer.from([...text].flatMap((character) => (character < '\u0080' ? [character.charCodeAt(0)] : (codes.get(character) ?? assert.fail(`not of two bytes: ${character}`)))));
}
