import type { Dice } from './dice';

const TRADITIONAL: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...('开開 务務 规規 范範 总總 计計 结結 转轉 继繼 续續 办辦 报報 项項 数數 无無 关關 处處 罚罰 许許 强強 业業 费費 单單 万萬 额額 会會 诉訴 ' +
      '讼訟 复復 议議 审審 维維 纠糾 机機 构構 组組 织織 类類 质質 执執 询詢 过過 内內 济濟 稳穩 权權 护護 属屬 于於 国國 据據 该該 请請 ' +
      '号號 团團 发發 为為 应應 与與 产產 从從 将將 对對 实實 现現 题題 进進 见見 设設 证證 让讓 间間 门門 条條 没沒 补補 举舉 缴繳 纳納 获獲 ' +
      '贵貴 经經 后後 废廢 体體 资資 说說 读讀 录錄').split(' '),
  ].map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

/** As a page converted to traditional characters has it. */
export const traditional = (text: string): string => [...text].map((c) => TRADITIONAL[c] ?? c).join('');

const wide = (text: string): string => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const HALF: Readonly<Record<string, string>> = { '（': '(', '）': ')', '，': ',', '：': ':', '“': '"', '”': '"', '、': '、' };

const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/内部事务/, '内容事务'],
  [/只计这一情形/, '只计这一情况'],
  [/^1\.申请人无正当理由逾期不补正.*/, '1.逾期不补正'],
  [/^2\.申请人逾期未按收费通知要求缴纳费用.*/, '2.逾期未缴费'],
  [/（区分处理的.*/, ''],
  [/^（七）总计/, '（七）合计'],
  [/法律行政法规/, '法律、行政法规'],
  [/没有现成信息需要另行制作/, '没有现成信息、需要另行制作'],
  [/^一、本年新收/, '一、本年度新收'],
];

/** How characters come out in one draft: the habits of its writer and of the program it was copied from. */
export class Style {
  private readonly half: boolean;
  private readonly wideDigits: boolean;
  private readonly dot: string;
  private readonly zero: string;
  private readonly spaced: boolean;
  private readonly slips: boolean;
  private readonly quotes: readonly [string, string];
  private readonly separator: string;
  readonly isTraditional: boolean;
  readonly space: string;

  constructor(private readonly dice: Dice) {
    this.half = dice.chance(25);
    this.wideDigits = dice.chance(15);
    this.dot = dice.pick(['.', '.', '．', '、', '. ']);
    this.zero = dice.pick(['0', '0', '0', '0', '〇', '零']);
    this.spaced = dice.chance(15);
    this.slips = dice.chance(25);
    this.quotes = dice.pick([['“', '”'], ['"', '"'], ['「', '」'], ['＂', '＂'], ['', '']]);
    this.separator = dice.pick(['', '', '', ',', '，']);
    this.isTraditional = dice.chance(8);
    this.space = dice.pick([' ', ' ', '\u00a0', '\u3000']);
  }

  /** A number as written. Separators only where nothing else says where it ends. */
  number(plain: string): string {
    const { dice } = this;
    if (plain === '0' && dice.chance(60)) return this.zero;
    let written = plain;
    if (this.separator !== '' && dice.chance(70)) written = written.replace(/^([+-]?)(\d+)/, (_, sign: string, digits: string) => sign + digits.replace(/\B(?=(?:\d{3})+$)/g, this.separator));
    return this.wideDigits && dice.chance(70) ? wide(written) : written;
  }

  /** A label or header cell as written on one line. @param slips whether its wording may be off */
  label(text: string, slips = this.slips): string {
    const { dice } = this;
    let written = text;
    if (slips) for (const [from, to] of SLIPS) if (dice.chance(50)) written = written.replace(from, to);
    written = written.replace(/^(\d)\./, `$1${this.dot}`).replace('“', this.quotes[0]).replace('”', this.quotes[1]);
    if (this.half) written = [...written].map((c) => HALF[c] ?? c).join('');
    if (this.isTraditional) written = traditional(written);
    if (this.spaced && dice.chance(50)) written = this.sprinkle(written);
    return written;
  }

  /** Spaces and invisible characters where a conversion leaves them. */
  private sprinkle(text: string): string {
    const at = 1 + this.dice.below(Math.max(1, text.length - 1));
    return text.slice(0, at) + this.dice.pick([' ', '\u200b', '\u00a0', '\u3000', '\ufeff', '\u00ad']) + text.slice(at);
  }

  prose(text: string): string {
    return this.isTraditional ? traditional(text) : text;
  }
}
