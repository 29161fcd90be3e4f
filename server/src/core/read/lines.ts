import { skipSpace, skipSpaceBack } from '../text/characters';
import type { SourceText } from '../text/source';
import type { Span } from '../text/span';
import { looksLikeValue } from './cells';
import { readHeading } from './headings';
import { htmlRegions } from './html';
import type { Labels } from './labels';
import type { Field, Piece, Unit } from './pieces';
import { isIndentedRegion, splitPipes, splitSpaced, splitTabs } from './split';

const PAGE_NUMBER = /^(?:[-—–－]{1,2}\s*\d{1,4}\s*[-—–－]{1,2}|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|\f)$/;
const LONG_TEXT = 60;

/** Whether a field is a sentence rather than a cell. */
const isSentence = (field: Field): boolean => field.text.length > LONG_TEXT ? /[。；，]/.test(field.text) && !field.text.startsWith('（本') && !field.text.startsWith('(本') : field.text.includes('。');

/** Cuts a text into rows of fields, headings and lines of prose. Never throws; every character keeps its offset. */
export class LineReader {
  private readonly pieces: Piece[] = [];
  private grid = 0;
  private gridWidth = -1;
  private gridLine = -2;
  /** The last piece was part of a table, so that a lone number or a single character may be too. */
  private inTable = false;
  /** First and last line of the pipe rows being read. */
  private pipesFrom = -1;
  private pipeLine = -2;
  private indentedUntil = -1;
  private tabStyleKnownUntil = -1;

  constructor(
    private readonly source: SourceText,
    private readonly labels: Labels,
    private readonly from: number,
    private readonly to: number,
  ) {}

  read(): Piece[] {
    const { source } = this;
    const regions = htmlRegions(source, this.labels, this.from, this.to);
    let region = 0;
    let comment = false;
    for (let line = this.from; line < this.to; line++) {
      const html = regions[region];
      if (html && line >= html.firstLine) {
        for (const unit of html.units) this.pieces.push({ ...unit, grid: ++this.grid });
        this.inTable = true;
        line = html.lastLine;
        region++;
        continue;
      }
      const lineStart = source.starts[line] ?? 0;
      const lineEnd = source.ends[line] ?? lineStart;
      const text = source.text;
      let start = skipSpace(text, lineStart, lineEnd);
      if (comment) {
        if (text.slice(start, lineEnd).includes('-->')) comment = false;
        continue;
      }
      if (start === lineEnd) {
        // A line of nothing but tabs: an empty cell in a Word dump, or a row of empty cells.
        if (lineEnd > lineStart && (this.indented(line) || (this.inTable && lineEnd - lineStart >= 10))) this.readTabbed(line, lineStart, lineEnd);
        continue;
      }
      while (text.charCodeAt(start) === 0x3e && start < lineEnd) start = skipSpace(text, start + 1, lineEnd);
      const end = skipSpaceBack(text, start, lineEnd);
      if (start >= end) continue;
      if (text.startsWith('<!--', start)) {
        comment = !text.slice(start, end).includes('-->');
        if (comment || text.slice(start, end).endsWith('-->')) continue;
      }
      const content = text.slice(start, end);
      if (content.startsWith('```') || content.startsWith('~~~') || (content.length <= 20 && PAGE_NUMBER.test(content))) continue;
      if (text.slice(lineStart, lineEnd).includes('\t') && this.readTabbed(line, text.charCodeAt(lineStart) === 0x3e ? start : lineStart, lineEnd)) continue;
      if ((content.includes('|') || content.includes('｜')) && this.readPiped(line, start, end, content)) continue;
      this.readPlain(line, start, end, content);
    }
    return this.pieces;
  }

  private prose(span: Span, line: number): void {
    this.inTable = false;
    this.pieces.push({ kind: 'prose', span, line });
  }

  private unit(layout: Unit['layout'], fields: Field[], line: number): void {
    if (fields.length !== this.gridWidth || line !== this.gridLine + 1) this.grid++;
    this.gridWidth = fields.length;
    this.gridLine = line;
    this.inTable = true;
    this.pieces.push({ kind: 'unit', layout, fields, firstLine: line, lastLine: line, grid: this.grid });
  }

  /** A one-field line: joins the run of such lines before it. */
  private stack(fields: Field[], line: number): void {
    const last = this.pieces.at(-1);
    this.inTable = true;
    if (last?.kind === 'unit' && last.layout === 'stacked') {
      last.fields.push(...fields);
      last.lastLine = line;
    } else {
      this.pieces.push({ kind: 'unit', layout: 'stacked', fields, firstLine: line, lastLine: line, grid: ++this.grid });
    }
  }

  private indented(line: number): boolean {
    if (line > this.tabStyleKnownUntil) {
      const style = isIndentedRegion(this.source, line, this.to);
      this.tabStyleKnownUntil = style.until;
      if (style.indented) this.indentedUntil = style.until;
    }
    return line <= this.indentedUntil;
  }

  private readTabbed(line: number, start: number, end: number): boolean {
    const { text } = this.source;
    const fields = splitTabs(text, start, end, line);
    const filled = fields.filter((field) => field.text !== '');
    const only = filled[0];
    if (filled.length === 1 && only && isSentence(only)) return false;
    if (only && filled.length <= 2 && this.readHeadingAt({ start: only.span.start, end: filled.at(-1)?.span.end ?? only.span.end }, line)) return true;
    if (!this.indented(line)) {
      if (isSeparatorRow(filled)) return true;
      if (filled.length === 0 && fields.length < 10) return true;
      if (filled.length > 1 && filled.some(isSentence) && !filled.some((f) => looksLikeValue(f.text))) return false;
      this.unit('tab', fields, line);
      return true;
    }
    // Word: each line one cell, an empty line ends the row, a lone tab is an empty cell.
    const cell = only ?? fields.at(-1);
    if (!cell) return true;
    const last = this.pieces.at(-1);
    if (last?.kind === 'unit' && last.layout === 'indented' && last.lastLine === line - 1) {
      last.fields.push(cell);
      last.lastLine = line;
    } else {
      this.pieces.push({ kind: 'unit', layout: 'indented', fields: [cell], firstLine: line, lastLine: line, grid: ++this.grid });
    }
    this.inTable = true;
    return true;
  }

  private readPiped(line: number, start: number, end: number, content: string): boolean {
    const fields = splitPipes(this.source.text, start, end, line);
    const filled = fields.filter((field) => field.text !== '');
    if (filled.length === 0) {
      const last = this.pieces.at(-1);
      // A line of pipes only, among one-cell lines, is what is left of merged cells.
      if (last?.kind === 'unit' && last.layout === 'stacked' && /^[|｜]+$/.test(content)) return true;
      if (fields.length > 1 && this.inTable) this.unit('pipe', fields, line);
      return true;
    }
    const only = filled[0];
    if (filled.length === 1 && only) {
      if (this.readHeadingAt(only.span, line)) return true;
      if (isSentence(only)) {
        this.prose(only.span, line);
        return true;
      }
    }
    const pipes = (content.match(/[|｜]/g) ?? []).length;
    if (filled.length === 1 && pipes === 1 && only) {
      this.stack([only], line);
      return true;
    }
    const above = this.pieces.at(-1);
    const belowHeader = above?.kind === 'unit' && above.layout === 'pipe' && above.lastLine === line - 1 && line - 1 === this.pipesFrom;
    if (isSeparatorRow(filled) || (belowHeader && filled.every((field) => /^:?-+:?$/.test(field.text)))) return true;
    if (line !== this.pipeLine + 1) this.pipesFrom = line;
    this.pipeLine = line;
    if (pipes === 1 && filled.length === 2 && !filled.some((f) => looksLikeValue(f.text)) && !filled.some((f) => this.labels.meaning(f.text).kind !== 'other')) return false;
    this.unit('pipe', fields, line);
    return true;
  }

  /** A heading, and the text that may follow it on the same line. */
  private readHeadingAt({ start, end }: Span, line: number): boolean {
    const { text } = this.source;
    const heading = readHeading(text, start, end, line, this.labels);
    if (!heading) return false;
    this.inTable = false;
    this.pieces.push({ kind: 'heading', heading });
    const restStart = skipSpace(text, heading.span.end, end);
    if (restStart < end && /[\p{L}\p{N}]/u.test(text.slice(restStart, end).replace(/<[^>]*>/g, ''))) {
      const from = /[。:：]/.test(text.charAt(restStart)) ? restStart + 1 : restStart;
      this.pieces.push({ kind: 'prose', span: { start: from, end }, line });
    }
    return true;
  }

  private readPlain(line: number, start: number, end: number, content: string): void {
    const { text } = this.source;
    const whole: Field = { span: { start, end }, text: content, line };
    const last = this.pieces.at(-1);
    if (last?.kind === 'unit' && last.layout === 'indented' && last.lastLine === line - 1 && this.continues(last, content)) {
      this.join(last, whole);
      return;
    }
    if (this.readHeadingAt(whole.span, line)) return;
    if (content.charCodeAt(0) === 0x3c || content.charCodeAt(content.length - 1) === 0x3e) {
      const inner = withoutTags(text, start, end);
      if (inner.start < inner.end) this.prose(inner, line);
      return;
    }
    if (content.length <= 40 && looksLikeValue(content)) {
      if (this.inTable) this.stack([whole], line);
      else this.prose(whole.span, line);
      return;
    }
    if (content.length <= 300) {
      const spaced = splitSpaced(text, start, end, line, this.labels, this.inTable);
      if (spaced) {
        if (spaced.values) this.unit('spaced', spaced.fields, line);
        else this.stack(spaced.fields, line);
        return;
      }
    }
    this.prose(whole.span, line);
  }

  /** A line without tab right below a Word cell continues it, unless that cell is a value or the line is a sentence. */
  private continues(unit: Unit, content: string): boolean {
    const field = unit.fields.at(-1);
    if (!field || content.length > LONG_TEXT || content.includes('。')) return false;
    if (field.text === '' || looksLikeValue(field.text)) return false;
    const joined = this.labels.meaning(field.text + content);
    return joined.kind !== 'other' || this.labels.meaning(content).kind !== 'other';
  }

  private join(unit: Unit, more: Field): void {
    const field = unit.fields.pop();
    if (field) unit.fields.push({ span: { start: field.span.start, end: more.span.end }, text: field.text + more.text, line: field.line });
    unit.lastLine = more.line;
  }
}

const OPENING_TAGS = /^(?:\s*<[^>]{0,300}>)+\s*/;
const CLOSING_TAGS = /\s*(?:<[^>]{0,300}>\s*)+$/;

/** A line of HTML without the tags around its text. */
function withoutTags(text: string, start: number, end: number): Span {
  const from = start + (OPENING_TAGS.exec(text.slice(start, end))?.[0].length ?? 0);
  return { start: Math.min(from, end), end: Math.max(Math.min(from, end), end - (CLOSING_TAGS.exec(text.slice(Math.min(from, end), end))?.[0].length ?? 0)) };
}

/** The `---` row below a Markdown header, which page conversions also leave in tab-separated rows. */
const isSeparatorRow = (filled: readonly Field[]): boolean => filled.length > 0 && filled.every((field) => /^:?-{2,}:?$/.test(field.text)) && filled.some((field) => field.text.length > 2);
