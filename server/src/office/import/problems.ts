import { both } from '../../core/text/bilingual';
import { OfficeProblem } from '../types';

const asDocx = both('请用 Word 或 WPS 打开，另存为 .docx 以后再导入', 'open it with Word or WPS, save it as .docx and import that');

/** The file is of a kind that Word or WPS can save anew. */
const saveAsDocx = (zh: string, en: string): OfficeProblem => new OfficeProblem(both(`${zh}：${asDocx.zh}。`, `${en}: ${asDocx.en}.`));

/** What can be wrong with a file, in the words the user reads. */
export const problems = {
  empty: () => new OfficeProblem(both('文件是空的。', 'The file is empty.')),
  oldWord: () => saveAsDocx('这是旧格式的 Word 或 WPS 文字文件（.doc、.wps）', 'This is a file of the old Word or WPS format (.doc, .wps)'),
  encrypted: () => new OfficeProblem(both('文件有打开密码，读不了：请用 Word 或 WPS 打开，去掉密码，另存为 .docx 以后再导入。', 'The file is protected by a password: open it with Word or WPS, remove the password, save it as .docx and import that.')),
  otherOle: () => saveAsDocx('这是旧格式的 Office 文件，不是 .docx', 'This is a file of an old Office format, not a .docx'),
  rtf: () => saveAsDocx('这是 RTF 文件', 'This is an RTF file'),
  flatXml: () => saveAsDocx('这是存成单个 XML 的 Word 文件', 'This is a Word document saved as one XML file'),
  openDocument: () => saveAsDocx('这是 OpenDocument 文件（.odt 等）', 'This is an OpenDocument file (.odt or the like)'),
  spreadsheet: () => new OfficeProblem(both('这是表格或演示文件，不是 Word 文件：请导入年报的 .docx、网页或文字。', 'This is a spreadsheet or a presentation, not a Word document: import the report as .docx, web page or text.')),
  pdf: () => new OfficeProblem(both('这是 PDF。请用 Word 或 WPS 打开并另存为 .docx 再导入；或者复制文字，存成 .txt 再导入。', 'This is a PDF: open it with Word or WPS, save it as .docx and import that, or copy its text into a .txt file.')),
  ofd: () => new OfficeProblem(both('这是 OFD 版式文件。请导入定稿前的 .docx，或者复制文字，存成 .txt 再导入。', 'This is an OFD file: import the .docx it was made of, or copy its text into a .txt file.')),
  noDocx: () => new OfficeProblem(both('这是压缩文件，里面没有 Word 文档：请先解压，再导入其中的 .docx。', 'This is an archive without a Word document in it: extract it first and import the .docx.')),
  broken: (what = '') => new OfficeProblem(both(`文件已损坏，读不了${what && `（${what}）`}。请用 Word 或 WPS 打开看看，能打开就另存一份再导入。`, `The file is broken${what && ` (${what})`}. If Word or WPS still opens it, save a copy and import that.`)),
  tooLarge: (what = '') => new OfficeProblem(both(`文件太大，不会是一份年报${what && `（${what}）`}，没有导入。`, `The file is too large to be a report${what && ` (${what})`}; it was not imported.`)),
  tooDeep: () => new OfficeProblem(both('文件里的内容嵌套太深，没有导入。', 'What the file holds is nested too deep; it was not imported.')),
  doctype: (part: string) => new OfficeProblem(both(`文件的 ${part} 里有 DOCTYPE 声明，Word 文件不应当有，为安全起见没有导入。`, `The part ${part} of the file has a DOCTYPE, which no Word document has; for safety it was not imported.`)),
  notText: (name: string) => new OfficeProblem(both(`${name} 不是 Word 文件、网页或文字，读不了。可以导入的有：.docx、.html、.mht、.txt、.md、.nianbao。`, `The file ${name} is no Word document, web page or text. What can be imported: .docx, .html, .mht, .txt, .md, .nianbao.`)),
  noText: () => new OfficeProblem(both('文件里没有文字。如果内容是图片或扫描件，请先识别成文字。', 'There is no text in the file. If it is made of pictures or scans, have them recognised as text first.')),
} as const;
