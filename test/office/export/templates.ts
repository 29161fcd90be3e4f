import { Document, Footer, Header, ImageRun, Packer, PageOrientation, Paragraph, TextRun, type IPropertiesOptions } from 'docx';

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const letterhead = (): Header => new Header({ children: [new Paragraph({ children: [new TextRun({ text: '青禾县人民政府办公室文件', color: 'FF0000' }), new ImageRun({ type: 'png', data: PIXEL, transformation: { width: 20, height: 20 } })] })] });
const made = async (options: IPropertiesOptions): Promise<Uint8Array> => new Uint8Array(await Packer.toBuffer(new Document({ creator: '张三', lastModifiedBy: '李四', ...options })));

/** Documents of offices as they may be given for templates. */
export const templates = {
  /** A header with a picture, a footer, margins of its own, and a text that does not matter. */
  letterhead: () => made({ sections: [{ properties: { page: { margin: { top: 2000, left: 1800, right: 1800, bottom: 1800 } } }, headers: { default: letterhead() }, footers: { default: new Footer({ children: [new Paragraph('内部页脚')] }) }, children: [new Paragraph('旧的正文')] }] }),
  /** Styles of its own, a landscape page, and a place for the report between two texts. */
  place: () =>
    made({
      styles: { default: { heading1: { run: { font: { ascii: 'Arial', eastAsia: '微软雅黑' }, color: 'FF0000' } } }, paragraphStyles: [{ id: 'Normal', name: 'Normal', run: { size: 30, font: { ascii: 'Arial', eastAsia: '楷体' } } }] },
      sections: [{ properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } }, headers: { default: letterhead() }, children: [new Paragraph('青禾县文件'), new Paragraph('{{正文}}'), new Paragraph('抄送：各股室')] }],
    }),
  /** What Word makes of nothing. */
  empty: () => made({ sections: [{ children: [] }] }),
} as const;
