import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { exportFragment, exportReport } from '../../../server/src/office/export';
import { OfficeProblem, type ExportOptions } from '../../../server/src/office/types';

export const sample = (name: string): string => readFileSync(new URL(`../../samples/${name}`, import.meta.url), 'utf8');
export const faultless = sample('faultless.md');
export const trialForm = sample('trial-form.md');

/** The faultless report with something put behind its last line. */
export const behind = (text: string): string => `${faultless.trimEnd()}\n\n${text}\n`;

export const word = async (text: string, options: Partial<ExportOptions> = {}): Promise<Uint8Array> => (await exportReport(text, { format: 'docx', ...options })).bytes;
export const page = async (text: string): Promise<string> => new TextDecoder().decode((await exportReport(text, { format: 'html' })).bytes);

/** The XML files of a document by path. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
}
export const documentOf = (bytes: Uint8Array): string => partsOf(bytes).get('word/document.xml') ?? '';

const decoded = (xml: string): string => xml.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name] ?? '');

/** Paragraphs of a document outside of tables, each with its style. */
export function paragraphsOf(bytes: Uint8Array): string[] {
  const body = documentOf(bytes).replace(/<w:tbl>[\s\S]*?<\/w:tbl>/g, '<w:p><w:r><w:t>[table]</w:t></w:r></w:p>');
  return [...body.matchAll(/<w:p>[\s\S]*?<\/w:p>|<w:p\/>/g)].map(([xml]) => `${/<w:pStyle w:val="(\w+)"/.exec(xml)?.[1] ?? ''}: ${textOf(xml)}`);
}
export const textOf = (xml: string): string => decoded(xml.replace(/<w:br\/>/g, '\n').replace(/<[^>]*>/g, ''));

/** The rows of each table, a cell as `text` with what it spans. */
export function tablesOf(bytes: Uint8Array): string[][][] {
  return [...documentOf(bytes).matchAll(/<w:tbl>[\s\S]*?<\/w:tbl>/g)].map(([table]) =>
    [...table.matchAll(/<w:tr>[\s\S]*?<\/w:tr>/g)].map(([row]) =>
      [...row.matchAll(/<w:tc>[\s\S]*?<\/w:tc>/g)].map(([cell]) => `${textOf(cell)}${/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[0].replace(/\D/g, '').replace(/^/, '→') ?? ''}${/<w:vMerge w:val="restart"/.test(cell) ? '↓' : cell.includes('<w:vMerge') ? '↑' : ''}`),
    ),
  );
}

/** The elements of a fragment that stand behind the faultless report's own last paragraph. */
export function addedTo(text: string, allowPlaceholders = false): string[] {
  const own = exportFragment(faultless).split('\n').slice(0, -1);
  const all = exportFragment(behind(text), { allowPlaceholders }).split('\n').slice(0, -1);
  return all.slice(own.length);
}

/** What is said, in Chinese, where an export is refused. */
export async function refused(text: string, options: Partial<ExportOptions> = {}): Promise<string> {
  try {
    await exportReport(text, { format: 'docx', ...options });
    return 'exported';
  } catch (error) {
    if (error instanceof OfficeProblem) return error.said.zh;
    throw error;
  }
}
