import { decodePage } from '../decode';
import { problems } from '../problems';

/** A page saved as one file (`.mht`) is a mail message. */
export const startsLikeMessage = (head: string): boolean => /^(?:[\w-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?MIME-Version:/i.test(head.replace(/\r/g, '').trimStart());

/** The page in a saved message; its pictures and styles are left aside. @throws OfficeProblem where there is none. */
export function pageOfMessage(bytes: Uint8Array): string {
  const text = latin(bytes);
  const headers = headersOf(text);
  const boundary = /boundary\s*=\s*(?:"([^"\n]{1,200})"|([^\s;]{1,200}))/i.exec(headers.get('content-type') ?? '');
  const mark = boundary?.[1] ?? boundary?.[2];
  const parts = mark === undefined ? [text] : text.split(`--${mark}`).slice(1, 500);
  for (const part of parts) {
    const own = headersOf(part.replace(/^\r?\n/, ''));
    const type = own.get('content-type') ?? '';
    if (!/text\/html|application\/xhtml/i.test(type)) continue;
    const body = /\r?\n\r?\n([\s\S]*)$/.exec(part.slice(part.search(/\S/)))?.[1] ?? '';
    const charset = /charset\s*=\s*"?([\w-]{1,40})/i.exec(type)?.[1];
    return decodePage(unpack(body, own.get('content-transfer-encoding') ?? ''), charset);
  }
  throw problems.broken();
}

/** Bytes as characters of the same number. */
function latin(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}

function headersOf(text: string): Map<string, string> {
  const headers = new Map<string, string>();
  const head = text.slice(0, 20_000).replace(/\r/g, '').replace(/^\n+/, '').split('\n\n', 1)[0] ?? '';
  for (const line of head.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

function unpack(body: string, encoding: string): Uint8Array {
  if (/base64/i.test(encoding)) {
    try {
      const letters = body.replace(/[^A-Za-z0-9+/]/g, '');
      return bytesOf(atob(letters.length % 4 === 1 ? letters.slice(0, -1) : letters));
    } catch {
      throw problems.broken();
    }
  }
  if (/quoted-printable/i.test(encoding)) return bytesOf(body.replace(/=[ \t]*\r?\n/g, '').replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))));
  return bytesOf(body);
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
