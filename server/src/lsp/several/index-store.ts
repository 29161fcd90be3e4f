import type { Connection } from 'vscode-languageserver';
import { formats } from '../../core/format';
import { readFacts, writeFacts, type ReportFacts } from '../../core/relatives';
import { hashOf } from '../../core/text/hash';
import { LoadIndexRequest, SaveIndexRequest } from './protocol';
import { giveWay } from './queue';

/** What is known of a file: its reports as they were read, and by what to tell that it is still the same. */
export interface Remembered {
  /** As the client gave it; empty when it gave none. */
  readonly stamp: string;
  /** Of the text; empty for a file of which no text came. */
  readonly hash: string;
  /** The format a config file told to read it by; empty without one. */
  readonly format: string;
  readonly facts: readonly ReportFacts[];
}

/** Bounds of the index on disk: no workspace of reports comes near. */
const [MOST_FILES, MOST_CHARS] = [100_000, 200_000_000];
const PIECE = 500_000;
/** Lines written between two pauses. */
const STEP = 100;

/**
 * The index of a workspace, kept by the client between two sessions: a line a file behind a head that names the version. A line
 * that is broken is a file that is read again; under another version of the product or its formats every file is.
 */
export class IndexStore {
  private readonly head: string;
  private lines = new Map<string, string>();

  constructor(
    private readonly connection: Connection,
    version: string,
  ) {
    this.head = `disclosure-report index 1 ${version} ${hashOf(JSON.stringify(formats, (_, value: unknown) => (typeof value === 'bigint' || value instanceof RegExp ? String(value) : value)))}`;
  }

  /** @returns the number of files that are known. */
  async load(): Promise<number> {
    const pieces: string[] = [];
    for (let piece = 0, length = 0; ; piece++) {
      const answer = await this.connection.sendRequest(LoadIndexRequest, { piece });
      if (typeof answer?.text !== 'string') break;
      pieces.push(answer.text);
      if (piece === 0 && !answer.text.startsWith(`${this.head}\n`)) return 0;
      length += answer.text.length;
      if (answer.last || length > MOST_CHARS) break;
    }
    const text = pieces.join('');
    for (let at = this.head.length + 1, end; (end = text.indexOf('\n', at)) >= 0; at = end + 1) {
      const uri = text.slice(at, text.indexOf('\t', at));
      if (this.lines.size < MOST_FILES) this.lines.set(uri, text.slice(at, end));
    }
    return this.lines.size;
  }

  /** What was kept of a file; each is given out once. */
  take(uri: string): Remembered | undefined {
    const line = this.lines.get(uri);
    this.lines.delete(uri);
    return line === undefined ? undefined : readLine(line);
  }

  /** The lines that nobody has asked for are of files that are gone. */
  forget(): void {
    this.lines = new Map();
  }

  /** @param stopped ends it early: then what was kept before stays. */
  async save(files: ReadonlyMap<string, Remembered>, stopped: () => boolean): Promise<void> {
    let text = `${this.head}\n`;
    let first = true;
    let [done, length] = [0, 0];
    for (const [uri, remembered] of files) {
      if (done++ >= MOST_FILES || length > MOST_CHARS) break;
      text += writeLine(uri, remembered);
      if (text.length >= PIECE) {
        await this.connection.sendRequest(SaveIndexRequest, { text, first, last: false });
        length += text.length;
        [text, first] = ['', false];
      }
      if (done % STEP === 0) await giveWay();
      if (stopped()) return;
    }
    await this.connection.sendRequest(SaveIndexRequest, { text, first, last: true });
  }
}

function writeLine(uri: string, { stamp, hash, format, facts }: Remembered): string {
  const body = JSON.stringify([stamp, hash, format, facts.map(writeFacts)]);
  return `${uri}\t${hashOf(uri + body)}\t${body}\n`;
}

function readLine(line: string): Remembered | undefined {
  const [uri = '', hash, ...rest] = line.split('\t');
  const body = rest.join('\t');
  if (hashOf(uri + body) !== hash) return undefined;
  try {
    const [stamp, content, format, written] = JSON.parse(body) as unknown[];
    if (![stamp, content, format].every((each) => typeof each === 'string') || !Array.isArray(written)) return undefined;
    const facts = written.map(readFacts);
    return facts.every((each) => each !== undefined) ? { stamp: stamp as string, hash: content as string, format: format as string, facts: facts as ReportFacts[] } : undefined;
  } catch {
    return undefined;
  }
}
