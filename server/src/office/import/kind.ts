import { problems } from './problems';
import { startsLikeMessage } from './web/mhtml';

/** What a file is, as far as it can be imported. */
export type Kind = 'docx' | 'web' | 'message' | 'text';

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
const WIDE = (text: string): number[] => [...text].flatMap((c) => [c.charCodeAt(0), 0]);

/**
 * Tells the kind of a file by its first bytes, and only where they leave it open by the ending of its name.
 * @throws OfficeProblem for what cannot be imported; it says what to do instead.
 */
export function kindOf(name: string, bytes: Uint8Array): Kind {
  if (bytes.length === 0) throw problems.empty();
  const head = ascii(bytes, 0, Math.min(bytes.length, 1024));
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) throw ole(bytes);
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'docx';
  if (head.includes('%PDF-')) throw problems.pdf();
  if (head.startsWith('{\\rtf')) throw problems.rtf();
  if (head.includes('progid="Word.Document"') || head.includes('schemas.microsoft.com/office/2006/xmlPackage')) throw problems.flatXml();
  if (isBinary(bytes)) throw problems.notText(name);
  if (/\.(?:txt|md|markdown|nianbao)$/i.test(name)) return 'text';
  if (startsLikeMessage(head)) return 'message';
  // A page has tags, whatever its name says.
  if ((/\.(?:x?html?|aspx?|jspx?|php)$/i.test(name) && bytes.includes(0x3c)) || looksLikePage(head.replaceAll('\0', ''))) return 'web';
  return 'text';
}

const looksLikePage = (head: string): boolean => /<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<meta\s|<table[\s>]|<div[\s>]|<p[\s>]/i.test(head);

/** Control characters that no text holds; UTF-16 with its mark is text. */
function isBinary(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return false;
  const end = Math.min(bytes.length, 1 << 16);
  for (let i = 0; i < end; i++) {
    const c = bytes[i] ?? 0;
    if (c < 9 || (c > 13 && c < 27 && c !== 0x1a) || (c > 27 && c < 32)) return true;
  }
  return false;
}

/** A compound file: old Word and WPS, other old Office files, and any file of Office with a password. */
function ole(bytes: Uint8Array): Error {
  const has = (text: string): boolean => find(bytes, WIDE(text));
  if (has('EncryptedPackage')) return problems.encrypted();
  return has('WordDocument') ? problems.oldWord() : problems.otherOle();
}

function find(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}
