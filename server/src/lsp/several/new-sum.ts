import { applyEdits, currentFormat, readDocument, snippetItems, type Relatives } from '../../core';
import { formatForYear } from '../../core/format';
import { describeReport } from '../../core/report';
import { escapeText } from '../../core/snippets/body';
import { sumChildren } from '../../core/writing/sum-children';
import { plainSnippet } from '../plain-snippet';

/** A parent's draft where there is none yet: the skeleton of the year's format, its tables added up from the subordinates. */
export function newSum(agency: string, year: number, children: NonNullable<Relatives['children']>): string {
  const format = formatForYear(year) ?? currentFormat;
  const skeleton = snippetItems(format).find(({ kind }) => kind === 'report');
  const text = skeleton ? plainSnippet(skeleton.body('pipe', String(year), escapeText(agency))) : '';
  const [reading] = readDocument(text, { format: format.id, assumeReport: true }).reports;
  return reading ? applyEdits(text, sumChildren(describeReport(reading), children, { index: 0, assumeReport: true })) : text;
}
