import { analyse } from '../analyse';
import type { Finding } from '../rules/types';
import { applyEdits } from '../text/span';
import { isSubHeading, markSentences, TO_REWRITE } from './marks';

/** What a draft to be filled in has anyway. */
const EXPECTED = 'blank-cell';

const ROUNDS = 4;

/**
 * Faults that would come along from last year are not carried in silence: a sentence that a rule finds fault with is
 * marked, and what a section lacks is put in, marked as well. @param text a draft with line ends `\n`
 */
export function settle(text: string): string {
  let draft = text;
  for (let i = 0; i < ROUNDS; i++) {
    const next = round(draft);
    if (next === draft) break;
    draft = next;
  }
  return draft;
}

function round(text: string): string {
  const { findings, reports } = analyse(text);
  const open = findings.filter(({ code, span }) => code !== EXPECTED && text.slice(span.start, span.end) !== TO_REWRITE);
  const headings = new Set(reports.flatMap(({ reading }) => reading.sections.map(({ heading }) => heading.line)));
  const prose = new Set(reports.flatMap(({ reading }) => reading.prose.map(({ line }) => line)));
  const lineOf = (finding: Finding): number => reports[0]?.reading.source.lineAt(finding.span.start) ?? -1;
  // One that adds something moves all the others.
  const lacking = open.find((finding) => headings.has(lineOf(finding)) && finding.fixes?.some((fix) => !fix.suppression));
  if (lacking) {
    const edits = lacking.fixes?.find((fix) => !fix.suppression)?.edits() ?? [];
    return applyEdits(text, edits.map((edit) => ({ ...edit, newText: edit.newText.split('\n').map(markAll).join('\n') })));
  }
  const starts = new Set(open.filter((finding) => prose.has(lineOf(finding))).map(({ span }) => sentenceStart(text, span.start)));
  return applyEdits(text, [...starts].sort((a, b) => a - b).map((at) => ({ span: { start: at, end: at }, newText: TO_REWRITE })));
}

const markAll = (line: string): string => (/[\u4e00-\u9fff]/.test(line) && !line.startsWith(TO_REWRITE) ? markSentences(line, (sentence, lead) => !lead || !isSubHeading(sentence)) : line);

function sentenceStart(text: string, offset: number): number {
  const before = /(?:^|[。！？!?][”’」』）)]*|\n)(?=[^。！？!?\n]*$)/.exec(text.slice(Math.max(0, offset - 2000), offset));
  return before ? Math.max(0, offset - 2000) + before.index + before[0].length : offset;
}
