import { placesOf } from './places';
import type { ProseReading, SentenceReading } from './types';

/** A sentence, or a clause of it, that reports activity and is led by a year (`2023年，我镇公开…`). */
export interface LedReading {
  readonly year: number;
  /** `2023年`, as offsets of the joined text. */
  readonly from: number;
  readonly to: number;
  readonly sentence: SentenceReading;
  readonly index: number;
}

const YEAR = /20\d\d年/g;
const LEAD = /(?:^|[,;:]|(?<=^[^,;:]{2,24}(?:情况|方面)))((20\d\d)年)(度)?(?!\d|[一二三四五六七八九十]{1,2}月|初|底|末|春|秋|夏|冬|上半年|下半年|前|后|以|来|第|起|间|的|版|至|到|-|—|~|、|和|及|与)([,]?)/g;
/** Who acts: the unit itself. Whoever else follows the year is another. */
const SELF = /^(?:我[局委镇乡县区市旗办院厅所站校省州苏木街道单位中心处部]{1,3}|本(?:机关|单位|部门|局|镇|乡|街道|委|办|县|区|市)|全(?:镇|乡|县|区|市|旗|局|街道|委|系统|年|州|省)|该?镇|镇(?:政府|党委|党政办)|街道(?:办事处|党工委)?|乡(?:政府|党委)|苏木|县(?:级)?(?:政府)?门户网站)/;
const ACTS = /^(?:共计?|累计|总计|主动|依法|依托|依申请|及时|通过|利用|充分|收到|受理|新收|未|没有收到|无|没有|办理|办结|公开|发布|制定|制发|印发|出台|开展|组织|召开|举办|更新|推送|解读|回应|建立|健全|完善|落实|加强|强化|持续|严格|扎实|认真|积极|坚持|深入|不断|进一步|聚焦|围绕|高度重视|按照|根据|以|在|对|把|将|严把|规范|推进|全面|切实|紧紧|紧扣|结合|梳理|政府信息公开工作|政务公开工作|信息公开工作|虽|进行|承办|答复|转发|报送|编发|新增|做好|抓好)/;

/** Reads the years that lead a sentence about the unit's own work. */
export function readLed(prose: ProseReading, agency: string): LedReading[] {
  const found: LedReading[] = [];
  const years = placesOf(prose.text, YEAR);
  if (years.length === 0) return found;
  const names = agencyWords(agency);
  let next = 0;
  prose.sentences.forEach((sentence, index) => {
    while (next < years.length && (years[next] ?? 0) < sentence.from) next++;
    if ((years[next] ?? Infinity) >= sentence.to || sentence.endNumber === sentence.firstNumber) return;
    const text = prose.text.slice(sentence.from, sentence.to).replace(/^(?:[((][一二三四五六七八九十\d]{1,2}[))]|[一二三四五六七八九十]是|\d{1,2}[.、])/, (marker) => ' '.repeat(marker.length));
    const lead = /^\s*/.exec(text)?.[0].length ?? 0;
    LEAD.lastIndex = 0;
    for (const match of text.slice(lead).matchAll(LEAD)) {
      // `（三）政府信息管理情况 2022年，…`: a heading without a stop before the year; only an item has one.
      if (match[0].startsWith('2') && match.index > 0 && lead === 0) continue;
      const at = lead + match.index + match[0].indexOf(match[1] ?? '');
      const to = at + (match[1] ?? '').length;
      let rest = text.slice(lead + match.index + match[0].length);
      const own = SELF.exec(rest)?.[0] ?? names.find((name) => rest.startsWith(name)) ?? '';
      rest = rest.slice(own.length).replace(/^(?:人民政府)?(?:党政)?(?:办公室)?,?/, '');
      const comma = match[4] === ',';
      if (own === '' && !comma && !/^(?:共计?|累计|主动公开|收到|受理|未收|没有收|未发生|公开|发布)/.test(rest)) continue;
      if (!ACTS.test(rest)) continue;
      found.push({ year: Number(match[2]), from: sentence.from + at, to: sentence.from + to, sentence, index });
      break;
    }
  });
  return found;
}

/** The agency's name and its shorter forms (`青禾县柳溪镇` → `柳溪镇`). */
function agencyWords(agency: string): string[] {
  if (agency.length < 2) return [];
  const words = [agency, agency.replace(/人民政府$/, '')];
  // 县水利局 of 青禾县水利局.
  const local = /([县区旗市][^省市县区旗州盟]{2,12})$/.exec(words[1] ?? '')?.[1];
  if (local) words.push(local);
  const short = /^.{1,12}?[省市县区旗州盟]([^省市县区旗州盟]{2,12})$/.exec(words[1] ?? '')?.[1];
  if (short) words.push(short);
  return words.sort((a, b) => b.length - a.length);
}
