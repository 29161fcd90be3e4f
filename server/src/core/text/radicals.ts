/** Radicals of the supplement that no normalisation form knows, each with the character it stands for. */
const SUPPLEMENT = '⺠民 ⺟母 ⻁虎 ⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻓长 ⻔门 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻬齐 ⻮齿 ⻰龙 ⻳龟';
const characters = new Map(SUPPLEMENT.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)]));

/** Radicals and compatibility ideographs. */
const ANY = /[\u2e80-\u2fd5\uf900-\ufaff]/;
const EACH = new RegExp(ANY.source, 'g');

/**
 * The text with the characters that radicals stand for: what is copied out of a PDF often has `⼀` (U+2F00) for `一` and `⾏` for `行`, which look the
 * same and are not. One for one, so that every offset stays.
 */
export const withoutRadicals = (text: string): string => (ANY.test(text) ? text.replace(EACH, characterOf) : text);

function characterOf(radical: string): string {
  const character = characters.get(radical) ?? radical.normalize('NFKC');
  return character.length === 1 ? character : radical;
}
