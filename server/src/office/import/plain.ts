import { paragraphs } from '../../core/preview/prose';
import { readDocument } from '../../core/read';
import { describeReport } from '../../core/report';
import { applyEdits, type TextEdit } from '../../core/text/span';
import { writeDraft } from './draft';
import { LIMITS } from './limits';
import { problems } from './problems';
import { sameReports } from './same';
import type { Told } from './told';

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
  const { reports } = readDocument(text);
  const edits: TextEdit[] = [];
  for (const reading of reports) {
    const { source } = reading;
    const prose = new Set(reading.prose.map(({ line }) => line));
    const first = new Set(paragraphs(reading).flatMap(([line]) => (line ? [line.line] : [])));
    for (const { line } of reading.headings) first.add(line).add(line + 1);
    for (const line of [...new Set([...prose, ...first])]) {
      if (line >= source.lineCount) continue;
      const { start } = source.lineSpan(line);
      const written = source.lineText(line);
      const apart = first.has(line) && line > 0 && written.trim() !== '' && source.lineText(line - 1).trim() !== '';
      // A row of a table begins with its tabs.
      const indent = prose.has(line) ? (/^[ \t]*/.exec(written)?.[0].length ?? 0) : 0;
      if (apart || indent > 0) edits.push({ span: { start, end: start + indent }, newText: apart ? '\n' : '' });
    }
  }
  const changed = applyEdits(text, edits);
  return sameReports(reports.map((reading) => describeReport(reading)), changed) ? changed : text;
}
