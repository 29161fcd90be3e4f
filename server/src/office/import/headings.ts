import type { Report } from '../../core/report/report';
import type { TextEdit } from '../../core/text/span';
import type { DocumentText } from './text';

/** Which headings are marked: title, sections and topics; the title and the sections; the sections alone. */
export type Marks = 'all' | 'titled' | 'sections' | 'none';

/** A line of its own that is numbered, short and no sentence: `（一）主动公开情况`. */
const TOPIC = /^[（(][一二三四五六七八九十]{1,3}[)）][^。；;，,！？!?]{1,24}$/;
const MARKED = /^\s*(?:#{1,6}\s|<|\||>)/;

/** Marks the headings of a text: the title, the sections, and topics that stand alone. */
export function headingEdits({ headings }: Pick<DocumentText, 'headings'>, reports: readonly Report[], marks: Marks): TextEdit[] {
  if (marks === 'none') return [];
  const edits: TextEdit[] = [];
  for (const { reading } of reports) {
    const { source, title } = reading;
    const mark = (line: number, sign: string): void => {
      const { start, end } = source.lineSpan(line);
      const text = source.slice({ start, end });
      if (text.trim() === '' || MARKED.test(text)) return;
      const indent = /^[\s\u3000]*/.exec(text)?.[0].length ?? 0;
      edits.push({ span: { start, end: start + indent }, newText: `${sign} ` });
    };
    const taken = new Set<number>();
    if (title && marks !== 'sections') {
      const [first, last] = [source.lineAt(title.span.start), source.lineAt(title.span.end)];
      for (let line = first; line <= last; line++) taken.add(line);
      const lines = Array.from({ length: last - first + 1 }, (_, i) => source.lineText(first + i).trim()).filter((line) => line !== '');
      if (lines.length === 1) mark(first, '#');
      else if (!lines.some((line) => MARKED.test(line))) edits.push({ span: { start: source.lineSpan(first).start, end: source.lineSpan(last).end }, newText: `# ${lines.join('')}` });
    }
    for (const { line, span, depth } of reading.headings) {
      taken.add(line);
      // Text that follows on the same line would become part of the heading.
      const whole = source.lineText(line).trim().replace(/[。：:？?]$/, '') === source.slice(span).trim().replace(/[。：:？?]$/, '');
      if (depth === 0 && whole) mark(line, '##');
    }
    if (marks !== 'all') continue;
    for (const { line, span } of reading.prose) {
      if (taken.has(line)) continue;
      const text = source.lineText(line).trim();
      const level = headings.get(source.lineSpan(line).start);
      // A text below a line that is not blank goes on in it.
      const alone = (line === 0 || source.lineText(line - 1).trim() === '') && (line + 1 >= source.lineCount || source.lineText(line + 1).trim() === '' || headings.size === 0);
      if (alone && text === source.slice(span).trim() && (TOPIC.test(text) || (level !== undefined && text.length <= 40 && !/[。；;，,！!？?]/.test(text)))) mark(line, '###');
    }
  }
  return edits;
}
