import { halfWidth, isSilent } from './characters';
import { own } from './own';

/** Simplified characters with the traditional twins that page conversions leave in these reports. */
const TWINS =
  '开開 务務 规規 范範 档檔 总總 计計 结結 转轉 继繼 续續 办辦 报報 项項 数數 无無 关關 处處 罚罰 许許 强強 业業 费費 单單 万萬 额額 会會 诉訴' + ' ' +
  '讼訟 复復 议議 审審 维維 纠糾 资資 机機 构構 组組 织織 类類 质質 执執 询詢 过過 内內 险險 济濟 稳穩 权權 护護 属屬 于於 国國 据據 该該 请請' + ' ' +
  '号號 团團 发發 为為 应應 标標 与與 产產 从從 将將 对對 实實 现現 题題 进進 见見 设設 证證 让讓 调調 变變 边邊 达達 运運 还還 这這 时時 县縣' + ' ' +
  '区區 镇鎮 乡鄉 苏蘇 厅廳 员員 监監 领領 导導 众眾 体體 检檢 测測 讯訊 动動 态態 电電 话話 邮郵 编編 网網 页頁 预預 决決 财財 税稅 价價 买買' + ' ' +
  '卖賣 购購 负負 责責 职職 级級 统統 间間 门門 问問 闻聞 风風 馆館 专專 两兩 严嚴 个個 丰豐 举舉 义義 习習 书書 双雙 参參 条條 况況 历歷 联聯' + ' ' +
  '阅閱 经經 营營 评評 论論 识識 认認 训訓 记記 录錄 则則 刚剛 创創 别別 劳勞 势勢 华華 协協 叶葉 听聽 启啟 块塊 坚堅 声聲 备備 头頭 夹夾 层層' + ' ' +
  '岁歲 广廣 库庫 张張 归歸 径徑 怀懷 战戰 扩擴 拟擬 拥擁 择擇 损損 换換 斗鬥 显顯 术術 来來 极極 树樹 样樣 气氣 汇匯 汉漢 满滿 渐漸 湾灣 热熱' + ' ' +
  '爱愛 环環 疗療 确確 离離 种種 积積 称稱 筑築 签簽 简簡 约約 红紅 纪紀 纳納 纸紙 线線 细細 给給 绩績 综綜 缴繳 罗羅 节節 药藥 虑慮 补補 视視' + ' ' +
  '览覽 触觸 订訂 讲講 访訪 诚誠 说說 谁誰 贡貢 账賬 货貨 贯貫 贵貴 赔賠 赢贏 载載 较較 辅輔 辑輯 输輸 迁遷 选選 递遞 释釋 针針 钟鐘 钱錢 银銀' + ' ' +
  '锁鎖 长長 闭閉 队隊 阶階 际際 陆陸 陈陳 难難 静靜 顺順 须須 顾顧 频頻 馈饋 验驗 驻駐 点點 齐齊 当當 献獻 获獲 虽雖 丽麗 乐樂 亚亞 仅僅 传傳' + ' ' +
  '伤傷 优優 儿兒 写寫 农農 冲衝 凭憑 击擊 划劃 刘劉 剂劑 劝勸 医醫 压壓 厂廠 叹嘆 吗嗎 响響 ' +
  '没沒 后後 废廢 复複 制製 系係 为爲 众衆 讨討 册冊 准準';
const simplified = new Map(TWINS.split(' ').map((pair) => [pair.charCodeAt(1), pair.charCodeAt(0)]));

/** Traditional characters of the reports' vocabulary replaced one for one, so that offsets stay. */
export function simplify(text: string): string {
  let out = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const twin = simplified.get(text.charCodeAt(i));
    if (twin === undefined) continue;
    out += text.slice(from, i) + String.fromCharCode(twin);
    from = i + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}

/** Code units as they are compared, 0 for those that stay as they are. */
const FOLDED = new Uint16Array(0x10000);
for (const [code, twin] of simplified) FOLDED[code] = twin;
for (let code = 0xff01; code <= 0xff5e; code++) FOLDED[code] = halfWidth(code);

const cache = new Map<string, string>();
const CACHE_LIMIT = 4096;
const CACHED_LENGTH = 80;

function compute(text: string): string {
  let out = '';
  // Stretches that stay as they are go over at once: most texts are one.
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const silent = isSilent(code);
    const folded = FOLDED[code] ?? 0;
    if (!silent && folded === 0) continue;
    if (i > from) out += text.slice(from, i);
    if (!silent) out += String.fromCharCode(folded);
    from = i + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}

/**
 * The text as labels are compared: no space, no punctuation, half-width, simplified. For reading only; offsets are
 * lost, so that a fold never becomes an edit. Short texts are remembered, for a draft repeats its labels at every key.
 */
export function fold(text: string): string {
  if (text.length > CACHED_LENGTH) return compute(text);
  let folded = cache.get(text);
  if (folded === undefined) {
    const key = own(text);
    folded = own(compute(key));
    if (cache.size >= CACHE_LIMIT) cache.clear();
    cache.set(key, folded);
  }
  return folded;
}
