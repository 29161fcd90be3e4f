import { skipSpace } from '../text/characters';
import type { SourceText } from '../text/source';
import { htmlRegions } from './html';
import type { Labels } from './labels';
import type { Field, Piece, Unit } from './pieces';
import { shapeOf, type LineShape } from './shape';
import { fieldOf, isIndentedRegion, type RelativeField } from './split';
import type { HeadingReading, Layout } from './types';

/** So many numbers on one line are a row by themselves. */
const WHOLE_ROW = 5;
/** The uprights of a box. */
const BOX = /[\u2502\u2503\u2551]/;
/** A longer line with bars in it is a text run together, in UTF-16 units. */
const LONGEST_ROW = 2000;
/** The most values a row with a label has. */
const WIDEST_LABELLED = 7;

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
  /** No comment is closed from here on. */
  private unclosed = false;
  private indentedUntil = -1;
  private tabStyleKnownUntil = -1;

  constructor(
    private readonly source: SourceText,
    private readonly labels: Labels,
    private readonly from: number,
    private readonly to: number,
  ) {}

  read(): Piece[] {
    const { source, labels } = this;
    const regions = htmlRegions(source, labels, this.from, this.to);
    let region = 0;
    for (let line = this.from; line < this.to; line++) {
      const html = regions[region];
      if (html && line >= html.firstLine) {
        for (const unit of html.units) this.pieces.push({ ...unit, grid: ++this.grid });
        this.inTable = true;
        line = html.lastLine;
        region++;
        continue;
      }
      const shape = shapeOf(source.lineText(line), labels);
      if (shape.opensComment) {
        const close = this.commentEnd(shape, line);
        if (close >= 0) {
          line = close;
          continue;
        }
      }
      if (shape.blank) {
        // A line of nothing but tabs: an empty cell in a Word dump, or a row of empty cells.
        if (shape.hasTab && (this.indented(line) || (this.inTable && shape.tabs.fields.length >= 10))) this.readTabbed(shape, line);
        continue;
      }
      if (shape.noise) continue;
      if (shape.hasTab && this.readTabbed(shape, line)) continue;
      if (shape.hasPipe && shape.content.length <= LONGEST_ROW && this.readPiped(shape, line)) continue;
      this.readPlain(shape, line);
    }
    return this.pieces;
  }

  /** Last line of a comment that fills whole lines; -1 when text follows it or it is never closed. */
  private commentEnd(shape: LineShape, line: number): number {
    const start = (this.source.starts[line] ?? 0) + shape.start;
    const close = this.unclosed ? -1 : this.source.text.indexOf('-->', start);
    if (close < 0) {
      this.unclosed = true;
      return line;
    }
    const last = this.source.lineAt(close);
    return skipSpace(this.source.text, close + 3, this.source.ends[last] ?? close) === this.source.ends[last] ? last : -1;
  }

  private prose(from: number, to: number, line: number): void {
    this.inTable = false;
    const offset = this.source.starts[line] ?? 0;
    this.pieces.push({ kind: 'prose', span: { start: offset + from, end: offset + to }, line });
  }

  private at(fields: readonly RelativeField[], line: number): Field[] {
    const offset = this.source.starts[line] ?? 0;
    return fields.map((field) => ({ span: { start: offset + field.start, end: offset + field.end }, text: field.text, line, isValue: field.isValue, ...(field.meaning ? { meaning: field.meaning } : {}) }));
  }

  private unit(layout: Layout, fields: readonly RelativeField[], line: number): void {
    if (fields.length !== this.gridWidth || line !== this.gridLine + 1) this.grid++;
    this.gridWidth = fields.length;
    this.gridLine = line;
    this.inTable = true;
    this.pieces.push({ kind: 'unit', layout, fields: this.at(fields, line), firstLine: line, lastLine: line, grid: this.grid });
  }

  /** Cells of a one-cell-a-line layout join the run before them. @param adjacent only if that run ends on the line above. */
  private stack(layout: 'stacked' | 'indented', fields: readonly RelativeField[], line: number, adjacent: boolean): void {
    const last = this.pieces.at(-1);
    this.inTable = true;
    if (last?.kind === 'unit' && last.layout === layout && (!adjacent || last.lastLine === line - 1)) {
      for (const field of this.at(fields, line)) last.fields.push(field);
      last.lastLine = line;
    } else {
      this.pieces.push({ kind: 'unit', layout, fields: this.at(fields, line), firstLine: line, lastLine: line, grid: ++this.grid });
    }
  }

  private indented(line: number): boolean {
    if (line > this.tabStyleKnownUntil) {
      const goesOn = this.indentedUntil >= 0 && this.indentedUntil === this.tabStyleKnownUntil && line - this.indentedUntil <= 3;
      const style = isIndentedRegion(this.source, line, this.to, goesOn);
      this.tabStyleKnownUntil = style.until;
      if (style.indented) this.indentedUntil = style.until;
    }
    return line <= this.indentedUntil;
  }

  private readTabbed(shape: LineShape, line: number): boolean {
    const { fields, filled, sentence, separator } = shape.tabs;
    if (sentence) return false;
    const heading = shape.headingIn(filled);
    if (heading) {
      this.heading(heading, shape.end, line);
      return true;
    }
    if (!this.indented(line)) {
      if (!separator && (filled.length > 0 || fields.length >= 10)) this.unit('tab', fields, line);
      return true;
    }
    // Word: each line one cell, an empty line ends the row, a lone tab is an empty cell.
    const cell = filled[0] ?? fields.at(-1);
    if (cell) this.stack('indented', filled.length > 1 ? filled : [cell], line, true);
    return true;
  }

  private readPiped(shape: LineShape, line: number): boolean {
    const { fields, filled, sentence, separator, dashes } = shape.pipes;
    const above = this.pieces.at(-1);
    if (filled.length === 0) {
      // Among one-cell lines a lone pipe is an empty cell, and several are what is left of merged cells.
      if (above?.kind === 'unit' && above.layout === 'stacked' && /^[|｜]+$/.test(shape.content)) {
        if (shape.content.length === 1) this.stack('stacked', [{ start: shape.start, end: shape.start, text: '', isValue: false }], line, false);
        return true;
      }
      if (fields.length > 1 && this.inTable) this.unit('pipe', fields, line);
      return true;
    }
    const only = filled.length === 1 ? filled[0] : undefined;
    if (only && above?.kind === 'unit' && above.layout === 'stacked' && only === fields[0] && /^[^|｜]+[|｜]\s*[|｜]*$/.test(shape.content)) {
      // `0 | |||`: one cell, with what is left of the merged cells behind it on the same line.
      this.stack('stacked', [only], line, false);
      return true;
    }
    const heading = only && shape.headingIn(filled);
    if (heading) {
      this.heading(heading, only.end, line);
      return true;
    }
    if (only && sentence) {
      this.prose(only.start, only.end, line);
      return true;
    }
    const pipes = fields.length === 1 ? 1 : (shape.content.match(/[|｜]/g) ?? []).length;
    if (only && pipes === 1) {
      this.stack('stacked', [only], line, false);
      return true;
    }
    const belowHeader = above?.kind === 'unit' && above.layout === 'pipe' && above.lastLine === line - 1 && line - 1 === this.pipesFrom;
    if (separator || (belowHeader && dashes)) return true;
    if (pipes === 1 && filled.length === 2 && filled.every((field) => !field.isValue && field.meaning?.kind === 'other')) return false;
    if (line !== this.pipeLine + 1) this.pipesFrom = line;
    this.pipeLine = line;
    // In a box drawn with lines a cell may take several of them: the empty cells beside part of a label are none of the row's.
    const isPart = BOX.test(shape.content) && filled.length < fields.length && !filled.some((field) => field.isValue);
    this.unit('pipe', isPart ? filled : fields, line);
    return true;
  }

  /** A heading, and the text that may follow it on the same line. @param end of the line's text, relative to the line. */
  private heading(relative: HeadingReading, end: number, line: number): void {
    const offset = this.source.starts[line] ?? 0;
    const shift = ({ start, end: stop }: { start: number; end: number }): { start: number; end: number } => ({ start: offset + start, end: offset + stop });
    this.inTable = false;
    const { numeral } = relative;
    this.pieces.push({ kind: 'heading', heading: { ...relative, line, span: shift(relative.span), title: shift(relative.title), ...(numeral ? { numeral: { ...numeral, span: shift(numeral.span) } } : {}) } });
    const text = this.source.lineText(line);
    const rest = skipSpace(text, relative.span.end, end);
    if (rest < end && /[\p{L}\p{N}]/u.test(text.slice(rest, end).replace(/<[^>]*>/g, ''))) this.prose(/[。:：]/.test(text.charAt(rest)) ? rest + 1 : rest, end, line);
  }

  private readPlain(shape: LineShape, line: number): void {
    const last = this.pieces.at(-1);
    if (last?.kind === 'unit' && last.layout === 'indented' && last.lastLine === line - 1 && this.continues(last, shape.content)) {
      this.join(last, shape, line);
      return;
    }
    const heading = shape.heading ?? (shape.headingAboveTable && this.isAboveTable(line) ? shape.headingAboveTable : undefined);
    // `三、本  （四）  相关政府信息`: labels down the margin of a table, no heading of an unknown section.
    if (heading && (heading.section || !this.inTable || !shape.spaced(true))) {
      this.heading(heading, shape.end, line);
      return;
    }
    if (this.inTable && this.goesOnBelow(shape, line)) return;
    if (shape.value) {
      if (this.inTable && this.isPageNumber(shape, line)) return;
      if (this.inTable) this.stack('stacked', [fieldOf(shape.text, shape.start, shape.end, this.labels)], line, false);
      else this.prose(shape.start, shape.end, line);
      return;
    }
    const spaced = shape.spaced(this.inTable);
    if (spaced) {
      if (spaced.values) this.unit('spaced', spaced.fields, line);
      else this.stack('stacked', spaced.fields, line, false);
      return;
    }
    const { start, end } = shape.prose;
    if (start >= end) return;
    if (shape.inline.length === 0) {
      this.prose(start, end, line);
      return;
    }
    for (const part of shape.inline) {
      if (part.heading) this.heading(part.heading, part.heading.span.end, line);
      else this.prose(part.start, part.end, line);
    }
  }

  /**
   * Numbers right below a row that has not all of its own yet: text copied out of a PDF breaks a row wherever its columns stand
   * far apart (`label 6`, `23`, `21`, `0 0`, …).
   */
  private goesOnBelow(shape: LineShape, line: number): boolean {
    const last = this.pieces.at(-1);
    if (last?.kind !== 'unit' || !(last.layout === 'stacked' || last.layout === 'spaced') || !(last.lastLine === line - 1 || (last.layout === 'stacked' && last.lastLine === line - 2))) return false;
    const numbers = shape.numbers;
    if (numbers.length === 0 || numbers.length >= WHOLE_ROW || (last.layout === 'stacked' && numbers.length === 1)) return false;
    const label = last.fields.findLastIndex((field) => !field.isValue);
    const known = last.fields.length - 1 - label;
    const wanted = last.fields[label]?.meaning?.rows.at(-1)?.row.columns.length ?? (last.layout === 'stacked' ? Infinity : WIDEST_LABELLED);
    // Two numbers behind a label would be no row by themselves, more of them are.
    if (known + numbers.length > wanted || (known === 0 && numbers.length > 2)) return false;
    for (const field of this.at(numbers, line)) last.fields.push(field);
    last.lastLine = line;
    this.gridLine = line;
    return true;
  }

  /** Whether the next line that says something opens a table. */
  private isAboveTable(line: number): boolean {
    for (let below = line + 1; below < Math.min(this.to, line + 4); below++) {
      const text = this.source.lineText(below).trim();
      if (text !== '') return /^(?:[|｜]|<table)/i.test(text) || this.labels.meaning(text).kind === 'block';
    }
    return false;
  }

  /** A number alone behind a blank line, among rows of several values. */
  private isPageNumber(shape: LineShape, line: number): boolean {
    if (!/^\d{1,4}$/.test(shape.content) || this.source.lineText(line - 1).trim() !== '' || /^\s*[\d０-９]+\s*$/.test(this.source.lineText(line + 1))) return false;
    const above = this.pieces.findLast((piece) => piece.kind !== 'unit' || piece.fields.some((field) => field.isValue));
    return above?.kind === 'unit' && above.layout === 'spaced' && above.firstLine === above.lastLine && above.fields.filter((field) => field.isValue).length >= 5;
  }

  /** A line without tab right below a Word cell continues it, unless that cell is a value or the line is a sentence. */
  private continues(unit: Unit, content: string): boolean {
    const field = unit.fields.at(-1);
    if (!field || field.text === '' || field.isValue || content.length > 60 || content.includes('。')) return false;
    return this.labels.meaning(field.text + content).kind !== 'other' || this.labels.meaning(content).kind !== 'other';
  }

  private join(unit: Unit, shape: LineShape, line: number): void {
    const field = unit.fields.pop();
    if (!field) return;
    const text = field.text + shape.content;
    const end = (this.source.starts[line] ?? 0) + shape.end;
    unit.fields.push({ span: { start: field.span.start, end }, text, line: field.line, isValue: false, meaning: this.labels.meaning(text) });
    unit.lastLine = line;
  }
}
