import type { Identity } from './identity';
import { innermost, namesPlace, placeBetween } from './names';

/** Where a report lies, beside what it says. */
export interface Placed {
  readonly path: string;
  readonly identity: Identity;
}

/** Districts of different cities share names, counties hardly ever do. */
const DISTRICT = /^\p{Script=Han}{1,4}区/u;

/**
 * Whether two reports are certainly of one agency. Equal names are, where the name says in which county or city it is (and, for
 * a district, the paths do not name different cities); a
 * name without its place (柳溪镇, 教育局) is in need of a sign: text or path names the place the other name has, or the two lie close
 * together and nothing speaks against it.
 */
export function sameAgency(a: Placed, b: Placed): boolean {
  const [x, y] = [a.identity.name, b.identity.name];
  if (x === '' || y === '') return false;
  if (x === y) return namesPlace(x) ? !(DISTRICT.test(x) && apart(a, b)) : !apart(a, b) && near(a.path, b.path);
  const [longer, shorter] = x.length > y.length ? [a, b] : [b, a];
  const place = placeBetween(longer.identity.name, shorter.identity.name);
  if (place === undefined) return false;
  const inner = innermost(place);
  if (speaksFor(shorter, inner)) return true;
  return !speaksAgainst(shorter, inner) && folderOf(a.path) === folderOf(b.path);
}

const speaksFor = ({ identity }: Placed, place: string): boolean => identity.places.includes(place) || identity.mentions.includes(place);

/** Its path names another place. */
const speaksAgainst = ({ identity }: Placed, place: string): boolean => identity.places.length > 0 && !identity.places.includes(place);

/** The paths name different places. */
function apart(a: Placed, b: Placed): boolean {
  const [x, y] = [a.identity.places, b.identity.places];
  return x.length > 0 && y.length > 0 && !x.some((place) => y.includes(place));
}

export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** In one folder, or in folders of one folder: 柳溪镇/2023.md and 柳溪镇/2024.md, 2023/柳溪镇.md and 2024/柳溪镇.md. */
const near = (a: string, b: string): boolean => folderOf(a) === folderOf(b) || (folderOf(a).includes('/') && folderOf(folderOf(a)) === folderOf(folderOf(b)));
