import { halfWidth, isPunctuation, isSpace } from './characters';

/** Traditional forms that page conversions leave in the vocabulary of these reports, with their simplified twins. */
const TRADITIONAL =
  '开開务務规規范範档檔总總计計结結转轉继繼续續办辦报報告告项項数數无無关關处處罚罰许許强強业業费費单單万萬额額会會诉訟讼訟复復议議审審维維纠糾尚尚' +
  '资資机機构構组組织織类類质質执執卷卷询詢过過内內险險济濟稳穩权權护護属屬于於国國法法据據该該请請号號团團发發发髮为為应應标標与與产產从從将將对對实實现現' +
  '题題进進见見设設证證让讓调調变變边邊达達运運还還这這时時县縣区區镇鎮乡鄉苏蘇厅廳局局委委员員监監管管领領导導总総众眾体體检檢测測信息讯訊动動态態电電话話邮郵编編网網页頁' +
  '预預决決财財税稅价價买買卖賣购購负負责責职職级級统統间間门門问問闻聞风風馆館龄齡专專两兩严嚴个個丰豐举舉义義习習书書双雙参參';
const simplified = new Map<number, number>();
for (let i = 0; i + 1 < TRADITIONAL.length; i += 2) simplified.set(TRADITIONAL.charCodeAt(i + 1), TRADITIONAL.charCodeAt(i));
simplified.set('訴'.charCodeAt(0), '诉'.charCodeAt(0));
simplified.set('訟'.charCodeAt(0), '讼'.charCodeAt(0));
simplified.delete('息'.charCodeAt(0));

const cache = new Map<string, string>();
const CACHE_LIMIT = 4096;
const CACHED_LENGTH = 80;

function compute(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isSpace(code) || isPunctuation(code)) continue;
    const half = halfWidth(code);
    out += half !== code ? String.fromCharCode(half) : String.fromCharCode(simplified.get(code) ?? code);
  }
  return out;
}

/**
 * The text as labels are compared: no space, no punctuation, half-width, simplified. For reading only; offsets are
 * lost, so that a fold never becomes an edit. Short texts are remembered, for a draft repeats its labels at every key.
 */
export function fold(text: string): string {
  if (text.length > CACHED_LENGTH) return compute(text);
  let folded = cache.get(text);
  if (folded === undefined) {
    folded = compute(text);
    if (cache.size >= CACHE_LIMIT) cache.clear();
    cache.set(text, folded);
  }
  return folded;
}
