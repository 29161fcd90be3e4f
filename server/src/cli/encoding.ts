import { mayBeReport } from '../core';
import { both } from '../core/text/bilingual';
import { Problem } from './problem';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** The text of a file without its byte order mark, so that columns are those of the editor. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  /** The bytes of a changed text in the same encoding, with the mark the file had. Absent where that cannot be done without damage. */
  readonly encode?: (text: string) => Buffer;
}

/** A file that is no text at all. */
export class BinaryFile extends Problem {}

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF16LE_MARK = Buffer.from([0xff, 0xfe]);
const UTF16BE_MARK = Buffer.from([0xfe, 0xff]);

const starts = (bytes: Buffer, mark: Buffer): boolean => bytes.subarray(0, mark.length).equals(mark);

/** First bytes of what people take for a text, and what to say. */
const KINDS: readonly (readonly [mark: Buffer, name: string])[] = [
  [Buffer.from('PK\u0003\u0004', 'latin1'), '.docx/.xlsx/.zip'],
  [Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), '.doc/.xls/.wps'],
  [Buffer.from('%PDF'), '.pdf'],
];

/**
 * Reads bytes as UTF-8, UTF-16 with a byte order mark, or GB18030.
 * @throws BinaryFile when it is no text; Problem when no encoding fits.
 */
export function decode(bytes: Buffer): DecodedText {
  if (starts(bytes, UTF16LE_MARK)) return utf16(bytes, UTF16LE_MARK, 'utf-16le');
  if (starts(bytes, UTF16BE_MARK)) return utf16(bytes, UTF16BE_MARK, 'utf-16be');
  const kind = KINDS.find(([mark]) => starts(bytes, mark))?.[1];
  if (kind !== undefined) throw new BinaryFile(both(`不是文本文件（像是 ${kind}）；.docx 先用 import 导入，其他的请另存为 .txt 或 .md`, `not a text file (looks like ${kind}); import a .docx first, save others as .txt or .md`));
  if (bytes.includes(0)) throw notText();
  const mark = starts(bytes, UTF8_MARK) ? UTF8_MARK : Buffer.alloc(0);
  const body = bytes.subarray(mark.length);
  const utf8 = strictly('utf-8', body);
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8', encode: (text) => Buffer.concat([mark, Buffer.from(text, 'utf8')]) };
  const gb18030 = mark.length > 0 ? undefined : strictly('gb18030', body);
  if (gb18030 !== undefined && mayBeReport(gb18030)) return { text: gb18030, encoding: 'gb18030' };
  // UTF-8 with a few broken bytes: shown with U+FFFD, as the editor does, but never written back.
  const broken = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body);
  if (mayBeReport(broken)) return { text: broken, encoding: 'utf-8' };
  if (gb18030 !== undefined) return { text: gb18030, encoding: 'gb18030' };
  throw new BinaryFile(both('认不出编码：不是 UTF-8、UTF-16（带 BOM）或 GB18030', 'unknown encoding: neither UTF-8, UTF-16 with a byte order mark nor GB18030'));
}

const notText = (): BinaryFile => new BinaryFile(both('不是文本文件（含空字节）', 'not a text file (it holds NUL bytes)'));

function strictly(encoding: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** By code unit rather than by `TextDecoder`, so that even half a surrogate pair comes back as it was. */
function utf16(bytes: Buffer, mark: Buffer, encoding: 'utf-16le' | 'utf-16be'): DecodedText {
  const turned = (units: Buffer): Buffer => (encoding === 'utf-16be' ? Buffer.from(units).swap16() : units);
  const body = bytes.subarray(mark.length);
  if (body.length % 2 === 1) throw new BinaryFile(both('UTF-16 文件不完整（字节数为奇数）', 'UTF-16 file cut off (odd number of bytes)'));
  const text = turned(body).toString('utf16le');
  if (text.includes('\0')) throw notText();
  return { text, encoding, encode: (changed) => Buffer.concat([mark, turned(Buffer.from(changed, 'utf16le'))]) };
}
