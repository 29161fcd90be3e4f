import type { Report } from '../report/report';
import { canonicalName, mentionsOf, namesPlace, placesInPath } from './names';
import { certainYear } from './years';

/** Whose report it is and of which year, as far as the text and the path say so for certain. */
export interface Identity {
  /** As written; empty when nothing names it. */
  readonly agency: string;
  /** Canonical; empty when nothing names it. */
  readonly name: string;
  readonly year?: number;
  /** County-level places the path names. */
  readonly places: readonly string[];
  /** Places the text names; kept only for a name that does not tell where the agency is. */
  readonly mentions: string;
}

/** @param path of the document, parts separated by `/`; may be empty. */
export function identify(report: Report, path: string): Identity {
  const agency = report.agency || inText(report);
  const name = canonicalName(agency);
  const year = certainYear(report, path);
  return {
    agency,
    name,
    ...(year === undefined ? {} : { year }),
    places: placesInPath(path),
    mentions: name === '' || namesPlace(name) ? '' : mentionsOf(proseEnds(report)),
  };
}

const MADE_BY = /(?:本(?:年度)?报告|年度报告|年报)由([\p{Script=Han}、]{3,30}?)(?:负责)?(?:编制|编写|制定|制作|发布|公布)/u;
const LOOKS_LIKE_AGENCY = /^\p{Script=Han}{2,28}(?:政府|办事处|委员会|局|厅|办公室|中心|管委会|委)$/u;
const DATE = /^20\d\d年\d{1,2}月\d{1,2}日$/;

/** The maker the text names: 本报告由…编制, or the signature above the date at the end. */
function inText({ reading }: Report): string {
  const { prose, source } = reading;
  for (const { span } of prose.slice(0, 15)) {
    const maker = MADE_BY.exec(source.slice(span))?.[1];
    if (maker !== undefined) return maker;
  }
  const [signed, date] = prose.slice(-2).map(({ span }) => source.slice(span).replace(/\s/g, ''));
  return signed !== undefined && date !== undefined && DATE.test(date) && LOOKS_LIKE_AGENCY.test(signed) ? signed : '';
}

/** The beginning and the end of the prose, where a report says where its maker sits. */
const proseEnds = ({ reading: { prose, source } }: Report): string => [...prose.slice(0, 12), ...prose.slice(-6)].map(({ span }) => source.slice(span)).join('\n').slice(0, 6000);
