import { problems } from './problems';

/** Text of a file that says nothing of its encoding: by its mark, as UTF-8 where it is valid, else as GB18030, which holds GBK. */
export function decodeText(bytes: Uint8Array): string {
  return withMark(bytes) ?? strict(bytes, 'utf-8') ?? loose(bytes, 'gb18030');
}

/**
 * Text of a web page: by its mark, else as it says of itself (`meta`, XML declaration), else as a text.
 * @param said the encoding a message around it names
 */
export function decodePage(bytes: Uint8Array, said?: string): string {
  const marked = withMark(bytes);
  if (marked !== undefined) return marked;
  const head = String.fromCharCode(...bytes.subarray(0, 4096));
  const named = said ?? /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{1,40})/i.exec(head)?.[1] ?? /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w-]{1,40})/i.exec(head)?.[1];
  if (named && !/^utf-?(?:8|16)/i.test(named)) {
    const text = loose(bytes, /^gb/i.test(named) ? 'gb18030' : named);
    // Pages copied from elsewhere name an encoding they are not in; two thirds of Chinese text read as GB18030 are no such text.
    const utf8 = text.includes('\ufffd') || /^gb/i.test(named) ? strict(bytes, 'utf-8') : undefined;
    return utf8 ?? text;
  }
  return decodeText(bytes);
}

function withMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return loose(bytes.subarray(3), 'utf-8');
  if (a === 0xff && b === 0xfe) return loose(bytes, 'utf-16le');
  if (a === 0xfe && b === 0xff) return loose(bytes, 'utf-16be');
  return undefined;
}

function strict(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function loose(bytes: Uint8Array, label: string): string {
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(label);
  } catch {
    return strict(bytes, 'utf-8') ?? loose(bytes, 'gb18030');
  }
  try {
    return decoder.decode(bytes);
  } catch {
    throw problems.broken();
  }
}
