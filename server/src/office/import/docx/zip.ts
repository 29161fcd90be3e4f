import pako from 'pako';
import { LIMITS } from '../limits';
import { problems } from '../problems';

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly crc: number;
  readonly offset: number;
}

/**
 * The files of a ZIP archive, read one by one. What the archive says of their sizes is looked at before anything is
 * inflated, and not believed while it is: nothing larger than `LIMITS.part` ever comes into being.
 */
export class Zip {
  private readonly entries = new Map<string, Entry>();
  private readonly view: DataView;

  /** @throws OfficeProblem where it is no whole archive, or holds too much. */
  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      this.readDirectory();
    } catch (error) {
      // An offset outside of the file.
      throw error instanceof RangeError ? problems.broken() : error;
    }
  }

  /** Names in small letters, since two names that differ in nothing else are the same. */
  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** Bytes of a file when inflated, as the archive says. */
  sizeOf(name: string): number {
    return this.entries.get(name.toLowerCase())?.size ?? 0;
  }

  /** A file's bytes. @throws OfficeProblem where it is not there, broken, encrypted or too large. */
  read(name: string): Uint8Array {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) throw problems.broken(name);
    if (entry.size > LIMITS.part) throw problems.tooLarge(name);
    const { bytes, view } = this;
    if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50) throw problems.broken(name);
    const from = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
    const packed = bytes.subarray(from, from + entry.packed);
    if (packed.length !== entry.packed) throw problems.broken(name);
    const data = entry.method === 0 ? packed : inflate(packed, entry.size, name);
    if (data.length !== entry.size || crcOf(data) !== entry.crc) throw problems.broken(name);
    return data;
  }

  private readDirectory(): void {
    const { bytes, view, entries } = this;
    let end = bytes.length - 22;
    const lowest = Math.max(0, end - 0xffff);
    while (end >= lowest && view.getUint32(end, true) !== 0x06054b50) end--;
    if (end < lowest) throw problems.broken();
    const count = view.getUint16(end + 10, true);
    if (count > LIMITS.entries) throw problems.tooLarge();
    let at = view.getUint32(end + 16, true);
    let total = 0;
    const decoder = new TextDecoder();
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== 0x02014b50) throw problems.broken();
      const method = view.getUint16(at + 10, true);
      const nameLength = view.getUint16(at + 28, true);
      const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/');
      if ((view.getUint16(at + 8, true) & 1) !== 0) throw problems.encrypted();
      if (method !== 0 && method !== 8) throw problems.broken(name);
      const entry = { method, crc: view.getUint32(at + 16, true), packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), offset: view.getUint32(at + 42, true) };
      total += entry.size;
      if (total > LIMITS.file * 8) throw problems.tooLarge();
      if (!name.endsWith('/')) entries.set(name.toLowerCase(), entry);
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  }
}

/** Inflates until there is more than was said. */
function inflate(packed: Uint8Array, size: number, name: string): Uint8Array {
  const out = new Uint8Array(size);
  let at = 0;
  const inflator = new pako.Inflate({ raw: true, chunkSize: 1 << 16 });
  inflator.onData = (chunk: Uint8Array): void => {
    if (at + chunk.length > size) throw problems.broken(name);
    out.set(chunk, at);
    at += chunk.length;
  };
  inflator.onEnd = (): void => undefined;
  for (let from = 0; from < packed.length; from += 1 << 15) {
    const last = from + (1 << 15) >= packed.length;
    if (!inflator.push(packed.subarray(from, from + (1 << 15)), last)) throw problems.broken(name);
  }
  return out.subarray(0, at);
}

const TABLE = Int32Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
  return n;
});

function crcOf(data: Uint8Array): number {
  let crc = -1;
  for (let i = 0; i < data.length; i++) crc = (TABLE[(crc ^ (data[i] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}
