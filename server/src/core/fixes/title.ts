import type { Report } from '../report/report';
import { both } from '../text/bilingual';
import type { Fix } from './types';

/** The canonical title of a report; `undefined` while its agency or year is unknown. */
export function titleOf(report: Report): string | undefined {
  if (report.agency === '' || !report.year) return undefined;
  return report.reading.format.title.template.replace('{agency}', report.agency).replace('{year}', String(report.year.value));
}

/** Puts the title on a line of its own before the text, as a Markdown heading where the sections are Markdown headings. */
export function insertTitle(report: Report): Fix | undefined {
  const title = titleOf(report);
  if (title === undefined) return undefined;
  const { source, headings, span } = report.reading;
  const mark = headings.some((heading) => heading.section && heading.depth > 0) ? '# ' : '';
  // A byte order mark stays in front.
  const at = span.start === 0 && source.text.charCodeAt(0) === 0xfeff ? 1 : span.start;
  return { title: both(`在开头写上标题“${title}”`, `Write the title “${title}” at the top`), preferred: true, edits: () => [{ span: { start: at, end: at }, newText: `${mark}${title}${source.eol}${source.eol}` }] };
}

/** Rewords a title that stands on one line. */
export function rewordTitle(report: Report): Fix | undefined {
  const title = titleOf(report);
  const current = report.reading.title;
  if (title === undefined || !current || /[\r\n<]/.test(report.reading.source.slice(current.span))) return undefined;
  return { title: both(`改为“${title}”`, `Change to “${title}”`), preferred: true, edits: () => [{ span: current.span, newText: title }] };
}
