import { fold } from '../text/fold';
import { fullDepartment } from './departments';

/** What forms leave where a name belongs: such a report has no name yet. */
const PLACEHOLDER = /[×✕╳○●*＊_＿…{}｛｝xXｘＸ]|\.{3}/;

/** The unit of administration a government bears in its name. */
const GOVERNMENT = /(乡|镇|苏木|街道|县|区|市|省|旗|州|盟)(?:人民)?政府$/;
const OFFICE = /(?:人民)?政府办公?(室|厅)?$/;

/**
 * An agency's name as it is compared: 柳溪镇人民政府 is 柳溪镇, 东门街道办事处 is 东门街道, 某县卫健委 is 某县卫生健康委员会. The office of a
 * government (某县人民政府办公室) is a reporting unit of its own and never the government. Empty for a placeholder.
 */
export function canonicalName(written: string): string {
  let name = known.get(written);
  if (name === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(written, (name = compute(written)));
  }
  return name;
}

const known = new Map<string, string>();
const MOST_KNOWN = 20_000;

function compute(written: string): string {
  if (PLACEHOLDER.test(written)) return '';
  const name = fold(written).replace(/^关于/, '');
  if (name.length < 2) return '';
  if (OFFICE.test(name)) return name.replace(OFFICE, (_, kind: string | undefined) => `政府办公${kind ?? '室'}`);
  return fullDepartment(
    name
      .replace(/街道办(?:事处)?$/, '街道')
      .replace(/管理委员会$/, '管委会')
      .replace(/地区(?:行政公署|行署)$/, '地区')
      .replace(GOVERNMENT, '$1'),
  );
}

/** Names of one or more units of administration, one in the other: 某省某市某县. */
const PLACES = /^(?:\p{Script=Han}{1,11}?(?:省|市|县|区|旗|州|盟))+$/u;

/**
 * The place in which the longer of two canonical names is the shorter: 某县柳溪镇 and 柳溪镇 give 某县. `undefined` when the
 * names are not of that kind: 青平县 is not 平县, for 青 is no place.
 */
export function placeBetween(longer: string, shorter: string): string | undefined {
  if (shorter.length < 2 || longer.length <= shorter.length || !longer.endsWith(shorter)) return undefined;
  const place = longer.slice(0, longer.length - shorter.length);
  return place.length >= 2 && PLACES.test(place) ? place : undefined;
}

/** The last unit of a place: 某省某市某县 is in 某县. */
export const innermost = (place: string): string => /(?:^|[省市县区旗州盟])(\p{Script=Han}{1,11}?(?:省|市|县|区|旗|州|盟))$/u.exec(place)?.[1] ?? place;

const NO_PLACE = /^(?:.{0,2}城市|市场|.{0,3}社区|(?:经济|技术|高新|国家级?|产业|工业|物流|旅游|度假|生态|保税|自贸|示范)*(?:开发区|新区|园区|景区|度假区|保税区|示范区|高新区|经开区))/;

/** Whether a canonical name says where the agency is: 某县教育局 does, 教育局 and 柳溪镇 do not. */
export const namesPlace = (name: string): boolean => /^\p{Script=Han}{1,11}?(?:省|自治区|市|县|区|旗|州|盟)/u.test(name) && !NO_PLACE.test(name);

/** Places a text names, as far as they may stand before an agency: the few characters up to each unit. */
export function mentionsOf(text: string): string {
  const found = new Set<string>();
  for (const match of text.matchAll(/\p{Script=Han}{1,8}[县区市旗州]/gu)) {
    found.add(match[0]);
    if (found.size >= 60) break;
  }
  return [...found].join(' ');
}

/** The county-level places a path names: 资料/青禾县/2024. */
export const placesInPath = (path: string): readonly string[] => path.split('/').flatMap((part) => /^(?![各全本年所])\p{Script=Han}{1,8}[县区市旗州](?=$|[^\p{Script=Han}]|人民政府|政府)/u.exec(part.replace(/^[\d\s._-]+/, ''))?.[0] ?? []);
