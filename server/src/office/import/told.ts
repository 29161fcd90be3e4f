import { both, type Bilingual } from '../../core/text/bilingual';

/** What was met on the way that the writer has to be told, counted. */
export class Told {
  /** Tracked changes that were accepted. */
  changes = 0;
  /** Characters of hidden text that were left out. */
  hidden = 0;
  images = 0;
  /** Charts, drawings, spreadsheets and other files within the document. */
  objects = 0;
  formulas = 0;
  comments = 0;
  notes = 0;
  /** A table of contents was left out. */
  contents = false;
  /** Words in page headers and footers. */
  margins = '';
  /** Characters of a web page around the report. */
  around = 0;
  /** Page numbers between the lines of a text. */
  pageNumbers = 0;
  /** Tables the format does not know. */
  otherTables = 0;
  /** Names of tables that stand as they were. */
  readonly asTheyWere: Bilingual[] = [];
  noReport = false;

  /** In the order in which they matter. */
  notices(): Bilingual[] {
    const out: Bilingual[] = [];
    const say = (when: unknown, zh: string, en: string): void => void (when && out.push(both(zh, en)));
    say(this.noReport, '没有认出政府信息公开年报：内容已全部按原样转成文字，请检查标题和各部分的名称。', 'No report on the disclosure of government information was recognised: everything stands as text; look at the title and the titles of the sections.');
    say(this.changes, `文件有修订标记（${this.changes} 处），已按“全部接受”导入：插入的保留，删除的不再出现。`, `Tracked changes (${this.changes}) were accepted: insertions are kept, deletions are gone.`);
    say(this.hidden, `隐藏的文字（${this.hidden} 字）没有导入。`, `Hidden text (${this.hidden} characters) was left out.`);
    say(this.images > 0, `有 ${this.images} 张图片没有导入：如果其中有表格，请按文字录入。`, `${this.images} picture(s) were left out: if one shows a table, type its numbers.`);
    say(this.objects, `有 ${this.objects} 个嵌入的对象（Excel 表格、图表、附件等）没有导入，请检查其中有没有年报的内容。`, `${this.objects} embedded object(s) (spreadsheets, charts, files) were left out: see whether they hold anything of the report.`);
    for (const name of this.asTheyWere) say(true, `${name.zh}没有整理成标准表格，按原样保留，请检查。`, `The table “${name.en}” stands as it was, for something would have been lost otherwise: look at it.`);
    say(this.otherTables, `有 ${this.otherTables} 个表格不是年报规定的表格，已按普通表格保留。`, `${this.otherTables} table(s) are none of the report's and were kept as plain tables.`);
    say(this.notes, `脚注和尾注（${this.notes} 条）放在文末，正文中以〔注1〕这样的记号标出。`, `Footnotes and endnotes (${this.notes}) stand at the end, marked 〔注1〕 in the text.`);
    say(this.comments, `批注（${this.comments} 条）没有导入。`, `Comments (${this.comments}) were left out.`);
    say(this.margins, `页眉页脚没有导入：${this.margins}`, `Page headers and footers were left out: ${this.margins}`);
    say(this.contents, '目录没有导入。', 'The table of contents was left out.');
    say(this.formulas, `有 ${this.formulas} 个公式只保留了其中的文字。`, `Of ${this.formulas} formula(s) only the characters were kept.`);
    say(this.around, `网页上年报以外的文字（导航、页脚等，共 ${this.around} 字）没有导入。`, `The text of the page around the report (navigation, footer and the like, ${this.around} characters) was left out.`);
    say(this.pageNumbers, `行间的页码（${this.pageNumbers} 处）没有导入。`, `Page numbers between the lines (${this.pageNumbers}) were left out.`);
    return out;
  }
}
