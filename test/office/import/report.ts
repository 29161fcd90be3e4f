import { mergedForm } from '../../../server/src/core/snippets/merged';
import type { TableDeclaration } from '../../../server/src/core/format/types';
import type { Model } from '../../support/model';
import { escapeXml, p, tbl } from './word';

/** What stands in the place of a value. */
export type Values = (table: string, row: string, column: string) => string;

export const valuesOf = (model: Model): Values => (table, row, column) => model.values.get(`${table}/${row}/${column}`) ?? '';

/** A table of the official form as Word stores it, with real merged cells. */
export function wordTable(table: TableDeclaration, values: Values): string {
  const width = table.width;
  const lines = mergedForm(table);
  /** Columns that a cell from above still covers, with its width. */
  const covered = new Map<number, { left: number; span: number }>();
  return tbl(
    ...lines.map((cells) => {
      let column = 0;
      let out = '';
      const fill = (): void => {
        for (let above = covered.get(column); above && above.left > 0; above = covered.get(column)) {
          above.left--;
          out += cell('', above.span, '<w:vMerge/>');
          column += above.span;
        }
      };
      for (const each of cells) {
        fill();
        const text = each.kind === 'value' ? values(table.id, each.row ?? '', each.column ?? '') : each.text;
        out += cell(text, each.colSpan, each.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '');
        if (each.rowSpan > 1) covered.set(column, { left: each.rowSpan - 1, span: each.colSpan });
        column += each.colSpan;
      }
      while (column < width) {
        const before = column;
        fill();
        if (column === before) break;
      }
      return `<w:tr>${out}</w:tr>`;
    }),
  );
}

const cell = (text: string, span: number, merge: string): string => `<w:tc><w:tcPr>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${merge}</w:tcPr>${p(text)}</w:tc>`;

/** The same table as a page has it. */
export function pageTable(table: TableDeclaration, values: Values): string {
  const attribute = (name: string, value: number): string => (value > 1 ? ` ${name}="${value}"` : '');
  return `<table border="1">${mergedForm(table)
    .map((cells) => `<tr>${cells.map((each) => `<td${attribute('colspan', each.colSpan)}${attribute('rowspan', each.rowSpan)}><p>${escapeXml(each.kind === 'value' ? values(table.id, each.row ?? '', each.column ?? '') : each.text)}</p></td>`).join('')}</tr>`)
    .join('\n')}</table>`;
}

/** The paragraphs and tables of a whole report; `section` writes a section's heading, `table` its table. */
export function wholeReport(model: Model, write: { readonly title: (text: string) => string; readonly heading: (text: string, number: number) => string; readonly text: (text: string) => string; readonly table: (table: TableDeclaration) => string }): string {
  const { format, agency, year } = model;
  const parts = [write.title(`${agency}${year}年政府信息公开工作年度报告`), write.text(`本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`)];
  for (const section of format.sections) {
    parts.push(write.heading(section.title, section.number));
    const table = format.tables.find((each) => each.id === section.table);
    parts.push(table ? write.table(table) : section.id === 'other' ? write.text('本年度未收取信息处理费。') : write.text('（一）主动公开。按要求公开。') + write.text('（二）监督保障。开展培训2次。'));
  }
  return parts.join('\n');
}
