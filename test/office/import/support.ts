import assert from 'node:assert/strict';
import { analyse, extract, toJson } from '../../../server/src/core';
import { importReport } from '../../../server/src/office/import';
import { OfficeProblem, type Imported } from '../../../server/src/office/types';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const importText = (name: string, content: string | Uint8Array): Promise<Imported> => importReport(name, typeof content === 'string' ? bytesOf(content) : content);

/** What a text says as data: title, agency, sections and every cell of every report. */
export function dataOf(text: string): string {
  return analyse(text, { assumeReport: true }).reports.map((report) => {
    const { title, agency, year, format, sections, tables } = extract(report);
    return toJson({ title: title?.replace(/\s/g, '') ?? null, agency, year, format, sections: sections.map(({ id, title: words }) => [id, words.replace(/\s/g, '')]), tables });
  }).join('\n');
}

/** The findings of a text by code and by what they stand on, wherever that is. */
export function faultsOf(text: string): string[] {
  return analyse(text, { assumeReport: true }).findings.map(({ code, message }) => `${code}: ${message.zh.replace(/第 ?\d+ ?行/g, '')}`).sort();
}

/** Notices in Chinese. */
export const saidBy = ({ notices }: Imported): string[] => notices.map(({ zh }) => zh);

/** The paragraphs of a draft, without those that are rows of tables. */
export const paragraphsOf = ({ markdown }: Imported): string[] => markdown.split('\n').filter((line) => line !== '' && !line.startsWith('|'));

/** That a file is refused, with what is said in Chinese; any other error fails. */
export async function refused(name: string, content: string | Uint8Array): Promise<string> {
  try {
    const { markdown } = await importText(name, content);
    return assert.fail(`imported: ${markdown.slice(0, 200)}`);
  } catch (error) {
    if (!(error instanceof OfficeProblem)) throw error;
    assert.match(error.said.en, /^[A-Z].*\.$/);
    return error.said.zh;
  }
}
