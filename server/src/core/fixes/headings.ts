import type { SectionDeclaration } from '../format/types';
import { hanNumeral } from '../read/numerals';
import type { HeadingReading, NumeralReading } from '../read/types';
import type { Report } from '../report/report';
import { both } from '../text/bilingual';
import { fold } from '../text/fold';
import type { Fix } from './types';

/** A section's number in the style of the numeral that stands there (一, （一）, 1, １). */
export function numeralOf(like: NumeralReading, number: number): string {
  const core = /[0-9]/.test(like.text) ? String(number) : /[０-９]/.test(like.text) ? String.fromCharCode(0xff10 + number) : hanNumeral(number);
  return like.text.replace(/[0-9０-９]+|[〇零一二三四五六七八九十]+/, core);
}

/** Writes the prescribed title; the numeral stays. A title that is right but for a sign behind it only loses that. */
export function rewordHeading(report: Report, heading: HeadingReading, section: SectionDeclaration): Fix | undefined {
  const { source } = report.reading;
  const written = source.slice(heading.title);
  if (/[\r\n<]/.test(written)) return undefined;
  const known = [section.title, ...section.accepted].find((title) => fold(title) === fold(written));
  const trailing = /[。．.？?！!；;，,、：:\s]+$/.exec(written)?.[0].length ?? 0;
  if (known !== undefined && trailing > 0) {
    return { title: both('删除标题末尾的标点', 'Remove the sign behind the title'), preferred: true, safe: true, edits: () => [{ span: { start: heading.title.end - trailing, end: heading.title.end }, newText: '' }] };
  }
  // Only a wording that is listed is certain to mean just this section and nothing more.
  const safe = section.nonStandard.some((title) => fold(title) === fold(written));
  return { title: both(`改为“${section.title}”`, `Change to “${section.title}”`), preferred: true, ...(safe ? { safe } : {}), edits: () => [{ span: heading.title, newText: section.title }] };
}
