import { AlignmentType, BorderStyle, HeightRule, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType } from 'docx';
import { placesOf, type Grid, type GridCell } from '../grid';
import { CELL_MARGIN, widthsOf, type Widths } from './columns';
import { SIZE } from './layout';
import { STYLE } from './styles';

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;

/** Rows of a table that is not cut by the end of a page. */
const MOST_TOGETHER = 20;

/** Twips. */
const LEAST_HEIGHT = 310;

/** A table over the whole width; head rows come again on every page and no row is cut by its end. */
export function wordTable(grid: Grid, area: number): Table {
  const widths = widthsOf(grid, area);
  const places = placesOf(grid.rows, grid.columns);
  // A block's title and its head stay with the rows below them, and a short table on one page.
  const short = grid.rows.length <= MOST_TOGETHER;
  const heads = grid.rows.map((cells, row) => row < grid.rows.length - 1 && (short || cells.every(({ kind }) => kind === 'title' || kind === 'header')));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: area, type: WidthType.DXA },
    columnWidths: [...widths.columns],
    alignment: AlignmentType.CENTER,
    margins: { marginUnitType: WidthType.DXA, left: CELL_MARGIN, right: CELL_MARGIN, top: 0, bottom: 0 },
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    rows: grid.rows.map(
      (cells, row) =>
        new TableRow({
          cantSplit: true,
          tableHeader: row < grid.headerRows && row < grid.rows.length - 1,
          height: { value: LEAST_HEIGHT, rule: HeightRule.ATLEAST },
          children: cells.map((each, i) => wordCell(each, spanned(widths.columns, places[row]?.starts[i] ?? 0, each.colSpan), widths, heads[row] ?? false)),
        }),
    ),
  });
}

const spanned = (widths: readonly number[], start: number, span: number): number => widths.slice(start, start + span).reduce((sum, width) => sum + width, 0);

function wordCell({ kind, text, colSpan, rowSpan }: GridCell, width: number, { size }: Widths, keepNext: boolean): TableCell {
  const head = kind === 'title' || kind === 'header';
  const alignment = head ? AlignmentType.CENTER : kind === 'value' ? AlignmentType.RIGHT : AlignmentType.LEFT;
  return new TableCell({
    ...(colSpan > 1 ? { columnSpan: colSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: text.split('\n').map((line) => new Paragraph({ style: head ? STYLE.tableHead : STYLE.table, alignment, keepNext, children: line === '' ? [] : [new TextRun({ text: line, ...(size === SIZE.五号 ? {} : { size, sizeComplexScript: size }) })] })),
  });
}
