import { analyse, extract as extractReport, formatById, proseData, toJson, type ExtractedReport, type ExtractedValue, type ProseData, type TableDeclaration } from '../core';
import { format as digits } from '../core/text/exact';
import { both } from '../core/text/bilingual';
import type { ExtractOptions } from './arguments';
import { csvLine, type CsvCell } from './csv';
import { assumeReport } from './draft';
import { eachDraft, type Complain, type DraftFile } from './each-draft';
import { printableJson } from './printable';
import { write, type Shell } from './shell';

type NamedReport = { readonly path: string } & ExtractedReport & { readonly prose?: ProseData };

/** Prints the tables of the drafts as data. @returns the exit code. */
export async function extract(options: ExtractOptions, shell: Shell): Promise<number> {
  const found: NamedReport[] = [];
  let named = 0;
  let files = 0;
  const use = (draft: DraftFile, complain: Complain): void => {
    files++;
    if (draft.named) named++;
    const { document, reports } = analyse(draft.text, assumeReport(draft.path));
    for (const report of reports) found.push({ path: draft.path, ...extractReport(report), ...(options.prose ? { prose: proseData(report) } : {}) });
    if (reports.length > 0 || !draft.named) return;
    complain(document.kind === 'before2019' ? both('2018 年度及以前的年报没有统一格式，提取不出数据', 'reports up to 2018 have no common format; nothing to extract') : both('不是政府信息公开年报，提取不出数据', 'not such a report; nothing to extract'));
  };
  const problems = await eachDraft(options, shell, use);
  if (options.format === 'csv') write(shell, csvOutput(found), options.bom);
  else {
    // One named file with one report is what scripts ask for most; a folder always gives an array, however many are in it.
    const [only] = found;
    const single = only !== undefined && found.length === 1 && files === 1 && named === 1 && options.paths.length === 1;
    write(shell, `${printableJson(toJson(single ? only : found))}\n`, options.bom);
  }
  return problems.length > 0 ? 2 : 0;
}

/** One record a value of the tables, blank for a value that is not there. */
function csvOutput(reports: readonly NamedReport[]): string {
  let text = csvLine(['path', 'agency', 'year', 'format', 'table', 'row', 'column', 'value']);
  for (const { path, agency, year, format, tables } of reports) {
    for (const table of formatById(format)?.tables ?? []) {
      for (const [row, column, value] of valuesOf(table, tables[table.id] ?? {})) {
        text += csvLine([path, agency, year === null ? null : { number: String(year) }, format, table.id, row, column, numberCell(value)]);
      }
    }
  }
  return text;
}

const numberCell = (value: ExtractedValue): CsvCell => (value === null ? null : { number: digits(value) });

/** The values of an extracted table with their row and column ids; arrays get the ids back from the declaration. */
function valuesOf(declaration: TableDeclaration, table: ExtractedReport['tables'][string]): [row: string, column: string, value: ExtractedValue][] {
  const columns = (row: string): readonly string[] => declaration.groups?.find(({ id }) => id === row)?.columns ?? declaration.rows.find(({ id }) => id === row)?.columns.map(({ id }) => id) ?? [];
  return Object.entries(table).flatMap(([row, values]) => {
    const cells: [string, ExtractedValue][] = Array.isArray(values) ? values.map((value, i) => [(columns(row)[i] ?? String(i + 1)).replace(`${row}.`, ''), value]) : Object.entries(values);
    return cells.map(([column, value]): [string, string, ExtractedValue] => [row, column, value]);
  });
}
