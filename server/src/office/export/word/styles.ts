import { AlignmentType, LineRuleType, type IStylesOptions } from 'docx';
import { CLOSER, FONT, INDENT, SIZE, TITLE_LINE } from './layout';

const font = (eastAsia: string, latin: string = FONT.latin): { ascii: string; hAnsi: string; cs: string; eastAsia: string } => ({ ascii: latin, hAnsi: latin, cs: FONT.latin, eastAsia });

/** Ids of the styles a report is set in. */
export const STYLE = { body: 'ReportBody', lead: 'ReportPart', table: 'ReportTable', tableHead: 'ReportTableHead', note: 'ReportNote', signature: 'ReportSignature', footer: 'ReportPageNumber' } as const;

const indented = { firstLine: INDENT, firstLineChars: 200 };

/** Heads and text as GB/T 9704 sets them. Heads are Word's own, so that its navigation and a table of contents find them. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: font(FONT.body), size: SIZE.三号, sizeComplexScript: SIZE.三号, language: { value: 'en-US', eastAsia: 'zh-CN', bidirectional: 'ar-SA' } },
    },
    title: {
      quickFormat: true,
      run: { font: font(FONT.title), size: SIZE.二号, sizeComplexScript: SIZE.二号, bold: false },
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true, outlineLevel: 9, spacing: { before: 0, after: TITLE_LINE, line: TITLE_LINE, lineRule: LineRuleType.EXACT } },
    },
    heading1: {
      quickFormat: true,
      next: STYLE.body,
      run: { font: font(FONT.heading), size: SIZE.三号, sizeComplexScript: SIZE.三号, bold: false, color: '000000', characterSpacing: CLOSER },
      paragraph: { keepNext: true, outlineLevel: 0, indent: indented, spacing: { before: 0, after: 0 } },
    },
    heading2: {
      quickFormat: true,
      next: STYLE.body,
      run: { font: font(FONT.part), size: SIZE.三号, sizeComplexScript: SIZE.三号, bold: false, color: '000000', characterSpacing: CLOSER },
      paragraph: { keepNext: true, outlineLevel: 1, indent: indented, spacing: { before: 0, after: 0 } },
    },
  },
  paragraphStyles: [
    { id: STYLE.body, name: '年报正文', basedOn: 'Normal', quickFormat: true, run: { characterSpacing: CLOSER }, paragraph: { alignment: AlignmentType.BOTH, indent: indented } },
    { id: STYLE.signature, name: '年报落款', basedOn: 'Normal', quickFormat: true, paragraph: { alignment: AlignmentType.RIGHT, indent: { right: INDENT } } },
    { id: STYLE.note, name: '年报表注', basedOn: 'Normal', quickFormat: true, run: { size: SIZE.五号, sizeComplexScript: SIZE.五号 }, paragraph: { spacing: { before: 60, after: 60 } } },
    { id: STYLE.table, name: '年报表格', basedOn: 'Normal', quickFormat: true, run: { size: SIZE.五号, sizeComplexScript: SIZE.五号 }, paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } } },
    { id: STYLE.tableHead, name: '年报表头', basedOn: STYLE.table, quickFormat: true, run: { font: font(FONT.heading) }, paragraph: { alignment: AlignmentType.CENTER } },
    { id: STYLE.footer, name: '年报页码', basedOn: 'Normal', run: { font: font(FONT.number, FONT.number), size: SIZE.四号, sizeComplexScript: SIZE.四号 } },
  ],
  characterStyles: [{ id: STYLE.lead, name: '年报小标题', basedOn: 'DefaultParagraphFont', quickFormat: true, run: { font: font(FONT.part) } }],
};
