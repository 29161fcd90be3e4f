import type { SectionDeclaration, TableDeclaration } from '../../server/src/core/format/types';
import { hanNumeral } from '../../server/src/core/read/numerals';
import { Dice } from './dice';
import { Draft } from './draft';
import { formOf, gridOf } from './form';
import type { Layout, WrittenTable } from './layouts';
import { valueOf, type Model } from './model';
import { Style } from './noise';

export interface Choices {
  /** The layout of every table, or of each by id. */
  readonly layout: Layout | Readonly<Record<string, Layout>>;
  readonly tape: readonly number[];
  /** Value rows left out, `table/row`. */
  readonly omit?: ReadonlySet<string>;
  /** A value left out together with its field, `table/row/column`. */
  readonly drop?: ReadonlySet<string>;
  /** Values replaced by other text, e.g. nothing. */
  readonly instead?: ReadonlyMap<string, string>;
  /** Tables left out: a heading followed by a heading. */
  readonly without?: ReadonlySet<string>;
  /** Numbers as plain ASCII digits, for expectations on exact text. */
  readonly plainNumbers?: boolean;
}

/** A report as somebody may have pasted it. */
export interface Written {
  readonly text: string;
  readonly draft: Draft;
  readonly style: Style;
}

export function writeReport(model: Model, choices: Choices): Written {
  const dice = new Dice(choices.tape);
  const eol = dice.pick(['\n', '\n', '\n', '\r\n']);
  const draft = new Draft(eol);
  const style = new Style(dice);
  if (dice.chance(10)) draft.write('\ufeff');
  const heading = headingManner(dice);
  if (dice.chance(20)) writeWebNoise(draft, dice);
  writeTitle(draft, model, style, dice);
  writePreamble(draft, model, style, dice);
  for (const section of model.format.sections) {
    heading(draft, section, style, dice);
    const table = model.format.tables.find((each) => each.id === section.table);
    if (!table) writeProse(draft, model, section, style, dice);
    else if (!choices.without?.has(table.id)) writeTable(draft, model, table, choices, style, dice);
  }
  if (dice.chance(20)) draft.line(dice.pick(['打印本页', '【关闭窗口】', '分享到：', '责任编辑：办公室', '2024年1月20日']));
  return { text: draft.text, draft, style };
}

type HeadingWriter = (draft: Draft, section: SectionDeclaration, style: Style, dice: Dice) => void;

/** How the headings of a draft are numbered and marked. */
function headingManner(dice: Dice): HeadingWriter {
  const mark = dice.pick(['', '', '# ', '## ', '### ', '**', '  ', '　　']);
  const mixed = dice.chance(20);
  const number = dice.pick(['han', 'han', 'han', 'digit', 'part', 'wide']);
  return (draft, section, style, each) => {
    const n = section.number;
    const numeral = { han: `${hanNumeral(n)}、`, digit: `${n}、`, part: `第${hanNumeral(n)}部分 `, wide: `${hanNumeral(n)}．` }[mixed && each.chance(50) ? 'digit' : (number as 'han')];
    const depth = mixed && mark.startsWith('#') ? '#'.repeat(1 + each.below(4)) + ' ' : mark;
    const title = each.pick([section.title, section.title, ...section.accepted]);
    const space = each.pick(['', '', ' ']);
    if (each.chance(60)) draft.line();
    const bookmark = each.chance(5) ? '[bookmark: _GoBack]' : '';
    draft.line(`${depth}${bookmark}${style.prose(numeral)}${space}${style.prose(title)}${mark === '**' ? '**' : ''}`);
    if (each.chance(50)) draft.line();
  };
}

function writeTitle(draft: Draft, { agency, year }: Model, style: Style, dice: Dice): void {
  const name = style.prose(agency);
  const ending = style.prose('政府信息公开工作年度报告');
  const mark = dice.pick(['', '', '# ', '**']);
  const digits = dice.chance(20) ? ` ${year} ` : String(year);
  if (dice.chance(20)) draft.line(`${mark}${name}`).line(`${digits}年${ending}${mark === '**' ? '**' : ''}`);
  else draft.line(`${mark}${name}${digits}${dice.pick(['年', '年度'])}${ending}${mark === '**' ? '**' : ''}`);
  draft.line();
}

function writePreamble(draft: Draft, model: Model, style: Style, dice: Dice): void {
  if (dice.chance(15)) return;
  const { number, formatTitle } = model.format.notice;
  draft.line(style.prose(`　　根据《中华人民共和国政府信息公开条例》（以下简称《条例》）和《${formatTitle}》（${number}）要求编制本报告。`));
  if (dice.chance(50)) draft.line(style.prose('本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六个部分组成。'));
  draft.line(style.prose(`本报告所列数据的统计期限自${model.year}年1月1日起至${model.year}年12月31日止。如有疑问，请与办公室联系（电话：0000-6123456，邮编：012345）。`));
}

function writeProse(draft: Draft, model: Model, section: SectionDeclaration, style: Style, dice: Dice): void {
  const received = valueOf(model, 'requests', 'newReceived', 'total');
  const paragraphs: Readonly<Record<string, readonly string[]>> = {
    overview: [
      `（一）主动公开情况。${model.year}年，通过门户网站公开信息${210 + dice.below(90)}条，政务微信推送${40 + dice.below(50)}期。`,
      `（二）依申请公开情况。${model.year}年，${received === '0' ? '未收到政府信息公开申请' : `共新收政府信息公开申请${received}件`}。`,
      '（三）政府信息管理情况。严格执行三审三校制度，规范属性认定，定期清理栏目3次。',
      '（四）政府信息公开平台建设情况。优化栏目12个，完成适老化改造1项。',
      '（五）监督保障情况。开展培训2次，参训60人次；组织考核1次，未发生责任追究，社会评议良好。',
    ],
    problems: ['（一）存在的主要问题。一是公开的主动性有待提高；二是解读形式不够丰富。', '（二）改进情况。一是加强学习培训，提高主动性；二是丰富图文、视频等解读形式。'],
    other: ['（一）收取信息处理费情况。本年度未收取信息处理费。', '（二）其他需要报告的事项。无其他需要报告的事项。'],
  };
  for (const text of paragraphs[section.id] ?? []) {
    draft.line(style.prose(text));
    if (dice.chance(30)) draft.line();
  }
}

function writeTable(draft: Draft, model: Model, declaration: TableDeclaration, choices: Choices, style: Style, dice: Dice): void {
  const { layout, drop, instead, omit } = choices;
  const own = 'write' in layout ? (layout as Layout) : (layout as Readonly<Record<string, Layout>>)[declaration.id];
  if (!own) throw new Error(`no layout for ${declaration.id}`);
  const omitted = new Set(declaration.rows.filter((row) => omit?.has(`${declaration.id}/${row.id}`)).map((row) => row.id));
  const form = formOf(declaration, omitted);
  const grid = gridOf(form, declaration.width).map((fields) => fields.filter(({ cell }) => !drop?.has(cell.text)));
  const memo = new Map<string, string>();
  const written = (key: string): string => {
    let text = memo.get(key);
    if (text === undefined) {
      const plain = model.values.get(key) ?? '';
      memo.set(key, (text = instead?.get(key) ?? (choices.plainNumbers ? plain : style.number(plain))));
    }
    return text;
  };
  const table: WrittenTable = { declaration, form: form.map((row) => ({ ...row, cells: row.cells.filter((cell) => !drop?.has(cell.text)) })), grid, written };
  if (dice.chance(20)) draft.line(style.prose(`（数据核定时间点为${model.year}年1月1日—${model.year}年12月31日）`));
  own.write(draft, table, style, dice);
}

function writeWebNoise(draft: Draft, dice: Dice): void {
  draft.line('当前位置：首页 > 政府信息公开 > 政府信息公开年报');
  draft.line('| 网站首页 | 政务公开 | 政务服务 | 互动交流 |');
  if (dice.chance(50)) draft.line('|'.repeat(5 + dice.below(200)));
  draft.line('来源：本站　发布时间：2024-01-20 10:12　浏览次数：31　字体：[大] [中] [小]　打印');
  draft.line('索引号：000014349/2024-00012');
  draft.line();
}
