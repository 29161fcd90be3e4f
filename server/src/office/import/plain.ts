import { paragraphs } from '../../core/preview/prose';
import { readDocument } from '../../core/read';
import { describeReport } from '../../core/report';
import { applyEdits, type TextEdit } from '../../core/text/span';
import { LIMITS } from './limits';
import { problems } from './problems';
import type { Told } from './told';
import { writeDraft } from './draft';

const PAGE_NUMBER = /^[\s\u3000]*(?:[-—–－]{1,2}[ \u3000]*\d{1,4}[ \u3000]*[-—–－]{1,2}|第[ ]*\d{1,4}[ ]*页(?:[ ]*[,，/]?[ ]*共[ ]*\d{1,4}[ ]*页)?|\f)[\s\u3000]*$/;

/** The draft of a text: its tables as Markdown tables, its headings marked, its paragraphs apart. */
export function plainDraft(name: string, raw: string, told: Told): string {
  const text = raw.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n').replaceAll('\0', '');
  if (text.trim() === '') throw problems.noText();
  if (text.length > LIMITS.draft) throw problems.tooLarge();
  const lines = text.split('\n');
  const kept = lines.filter((line) => !PAGE_NUMBER.test(line));
  told.pageNumbers = lines.length - kept.length;
  const markdown = /\.(?:md|markdown)$/i.test(name);
  const plain = markdown ? text : apart(kept.join('\n'));
  if (markdown) told.pageNumbers = 0;
  return writeDraft({ text: plain, tables: [], headings: new Map(), starts: [] }, told);
}

/** A blank line between paragraphs, which Markdown would run together, and none of the indents that make code of them. */
function apart(text: string): string {
  const edits: TextEdit[] = [];
  for (const reading of readDocument(text).reports) {
    const { source } = reading;
    const first = new Set(paragraphs(reading).flatMap(([line]) => (line ? [line.line] : [])));
    for (const { line } of reading.headings) for (const each of [line, line + 1]) if (each < source.lineCount) first.add(each);
    for (const { line } of reading.prose) if (!first.has(line)) unindent(line);
    for (const line of first) {
      const { start } = source.lineSpan(line);
      const blank = line === 0 || source.lineText(line - 1).trim() === '' || source.lineText(line).trim() === '';
      unindent(line, blank ? '' : '\n', start);
    }
    function unindent(line: number, newText = '', start = source.lineSpan(line).start): void {
      const indent = /^[ \t]*/.exec(source.lineText(line))?.[0].length ?? 0;
      // A row of a table begins with its tabs.
      const prose = reading.prose.some((each) => each.line === line);
      if ((indent > 0 && prose) || newText !== '') edits.push({ span: { start, end: start + (prose ? indent : 0) }, newText });
    }
  }
  const changed = applyEdits(text, edits);
  return readDocument(changed).reports.map((reading) => JSON.stringify(describeReport(reading).reading.tables.map((table) => table.rows.map((row) => row.values.map(({ text: value }) => value))))).join() === readDocument(text).reports.map((reading) => JSON.stringify(reading.tables.map((table) => table.rows.map((row) => row.values.map(({ text: value }) => value))))).join() ? changed : text;
}
