/**
 * Pinyin of the closed vocabulary of these reports: every character of a section's title, a table's name, a block or a
 * row, as it is read there (重 is chong, as in 重复). A table and no library: nothing is loaded while someone types.
 */
const SYLLABLES =
  'an:安案按 ba:八 ban:办版 bao:报保 ben:本 bian:编 biao:表标 bu:部不补 cai:采 cha:查插 cheng:程成称 chong:重 chu:处出 cun:存 da:大 dan:单 dang:当 dao:到 de:的 di:第 ding:定 dong:动 ' +
  'du:度督 dui:对 er:二 fa:罚法发 fan:范反 fang:方访 fei:费 fen:分 fu:府复服 gai:改 gao:告 ge:格 gong:公工供 gou:购勾 guan:管关 gui:规 guo:果国过 he:和合 hou:后 hu:护 huo:或获 ji:及计机继集稽 ' +
  'jia:家 jian:建监件 jiao:缴 jie:结 jin:进禁 jiu:九 ju:举具据 juan:卷 jue:决 kai:开 ke:可 kuang:况 lei:类 li:理 liang:量 ling:另 liu:六 lv:律 mei:没 mi:秘密 ming:明名 na:纳 nei:内 nian:年 ' +
  'ping:平 qi:其期七 qiang:强 qing:情请 qiu:求 qu:区取 quan:全权 que:确 ren:认人 reng:仍 rong:容 ru:入 san:三 shang:上 she:设 shen:申 sheng:生 shi:事十 shou:收首 shu:数属 si:四 song:讼 su:诉 ' +
  'ta:他 tai:台 ti:体题提 tiao:条 tong:通统 tou:投 wai:外 wei:危未位 wen:文问稳 wo:握 wu:五务无物 xi:息系 xia:下 xian:现限 xiang:项相 xin:信新 xing:行性形 xu:需许续 xun:询 yao:要 ye:业 ' +
  'yi:议依一以益已 yong:用 you:有由 yu:予于逾 zai:在再 zhang:障章掌 zhe:这 zheng:政正整 zhi:制只止执知 zhong:中 zhu:主 zhuan:转 zhun:准 zong:总 zuo:作';

const syllables = new Map<string, string>();
for (const entry of SYLLABLES.split(' ')) {
  const [syllable = '', characters = ''] = entry.split(':');
  for (const character of characters) syllables.set(character, syllable);
}

/** Whether the pinyin of a character is known. */
export const hasPinyin = (character: string): boolean => syllables.has(character);

const syllablesOf = (text: string): string[] => Array.from(text).flatMap((character) => syllables.get(character) ?? []);

/** The syllables of a text run together, other characters left out: `总体情况` → `zongtiqingkuang`. */
export const pinyin = (text: string): string => syllablesOf(text).join('');

/** The first letters of the syllables: `总体情况` → `ztqk`. */
export const initials = (text: string): string => syllablesOf(text).map((syllable) => syllable.charAt(0)).join('');
