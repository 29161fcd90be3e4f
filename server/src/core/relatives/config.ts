import ignore from 'ignore';
import { formats } from '../format';
import { rules } from '../rules';
import type { Severity } from '../rules/types';
import { both, type Bilingual } from '../text/bilingual';
import { canonicalName } from './names';

/** The file's name; it holds for the reports in its folder and below. */
export const CONFIG_FILE = 'disclosure-report.json';

/** A subordinate as the user names it: by its name, or by files (paths and patterns relative to the config's folder). */
export type ChildConfig = { readonly agency: string } | { readonly files: string };

/** Which reports make up the one of a parent. */
export interface ParentConfig {
  readonly agency: string;
  readonly children: readonly ChildConfig[];
}

export interface Config {
  readonly agency?: string;
  /** A name for each other spelling of it. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly parents: readonly ParentConfig[];
  /** @param path relative to the config's folder. */
  readonly ignores: (path: string) => boolean;
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly format?: string;
}

export interface ParsedConfig {
  readonly config: Config;
  /** Each value that is not understood, with the reason; it costs that value and nothing else. */
  readonly problems: readonly Bilingual[];
  /** The text is no JSON object at all, as it is for moments while it is typed. */
  readonly broken: boolean;
}

type Complain = (key: string, zh: string, en: string) => void;
type Json = Readonly<Record<string, unknown>>;

const SEVERITIES: readonly string[] = ['error', 'warning', 'information', 'hint', 'off'];
const KEYS = ['$schema', 'agency', 'aliases', 'children', 'ignore', 'rules', 'format'];

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** Reads the text of a `disclosure-report.json` key by key. Never throws. */
export function parseConfig(text: string): ParsedConfig {
  const problems: Bilingual[] = [];
  const complain: Complain = (key, zh, en) => void problems.push(both(`${key}：${zh}`, `${key}: ${en}`));
  const parsed = parseJson(text, problems);
  const given = parsed ?? {};
  for (const key of Object.keys(given)) if (!KEYS.includes(key)) complain(key, '没有这一项', 'there is no such key');
  const agency = isText(given['agency']) ? given['agency'].trim() : undefined;
  if (given['agency'] !== undefined && agency === undefined) complain('agency', '要写单位名称', 'the name of an agency expected');
  const aliases = new Map<string, string>();
  parseAliases(given['aliases'], agency, aliases, complain);
  const parents: ParentConfig[] = [];
  parseChildren(given['children'], 'children', agency === undefined ? [] : [agency], { aliases, parents }, complain);
  const format = formats.find(({ id }) => id === given['format'])?.id;
  if (given['format'] !== undefined && given['format'] !== 'auto' && format === undefined) complain('format', `只能是 ${['auto', ...formats.map(({ id }) => id)].join('、')}`, `one of ${['auto', ...formats.map(({ id }) => id)].join(', ')} expected`);
  return { config: { ...(agency === undefined ? {} : { agency }), aliases, parents, ignores: parseIgnore(given['ignore'], complain), rules: parseRules(given['rules'], complain), ...(format === undefined ? {} : { format }) }, problems, broken: parsed === undefined };
}

function parseJson(text: string, problems: Bilingual[]): Json | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    if (isObject(value)) return value;
    problems.push(both('应当是一个 JSON 对象', 'a JSON object expected'));
  } catch (error) {
    problems.push(both(`不是正确的 JSON：${(error as Error).message}`, `no JSON: ${(error as Error).message}`));
  }
  return undefined;
}

/** `["柳溪镇政府"]`: spellings of `agency`; `{ "某县柳溪镇": ["柳溪"] }`: spellings of any. */
function parseAliases(value: unknown, agency: string | undefined, into: Map<string, string>, complain: Complain): void {
  if (value === undefined) return;
  const add = (key: string, name: string, others: unknown): void => {
    for (const each of Array.isArray(others) ? (others as readonly unknown[]) : [others]) {
      if (isText(each)) into.set(each.trim(), name);
      else complain(key, `要写单位名称，不能是 ${JSON.stringify(each)}`, `a name expected, got ${JSON.stringify(each)}`);
    }
  };
  if (Array.isArray(value)) {
    if (agency === undefined) complain('aliases', '列出别名要同时写 agency', 'a list of names needs agency');
    else add('aliases', agency, value);
  } else if (isObject(value)) for (const [name, others] of Object.entries(value)) add(`aliases["${name}"]`, name, others);
  else complain('aliases', '要写一列名称，或者“名称: [其他写法]”', 'a list of names, or an object of lists, expected');
}

interface Into {
  readonly aliases: Map<string, string>;
  readonly parents: ParentConfig[];
}

/** No administration has more levels; a file that nests deeper is no honest one. */
const MOST_LEVELS = 20;

/** Names, files, or `{ agency, aliases?, files?, children? }` for a subordinate with subordinates of its own. @param superiors whose they are, the nearest last. */
function parseChildren(value: unknown, key: string, superiors: readonly string[], into: Into, complain: Complain): void {
  const agency = superiors.at(-1);
  if (value === undefined) return;
  if (key.split('.children').length > MOST_LEVELS) return complain(key, `下级最多写 ${MOST_LEVELS} 层`, `${MOST_LEVELS} levels of subordinates at most`);
  if (!Array.isArray(value)) return complain(key, '要写一列下级单位', 'a list of subordinates expected');
  if (agency === undefined) return complain(key, '要同时写 agency：是谁的下级', 'agency is needed: whose subordinates they are');
  const children: ChildConfig[] = [];
  for (const [i, each] of (value as readonly unknown[]).entries()) {
    const place = `${key}[${i}]`;
    const said = isText(each) ? each.trim() : isObject(each) && isText(each['agency']) ? each['agency'].trim() : '';
    if (superiors.some((superior) => canonicalName(superior) === canonicalName(said) && canonicalName(said) !== '')) {
      complain(place, `“${said}”不能是自己的下级`, `${said} cannot be a subordinate of itself`);
      continue;
    }
    if (isText(each)) children.push(isFiles(each) ? { files: each.trim() } : { agency: each.trim() });
    else if (isObject(each) && isText(each['agency'])) {
      const name = each['agency'].trim();
      for (const other of Object.keys(each)) if (!['agency', 'aliases', 'children', 'files'].includes(other)) complain(`${place}.${other}`, '没有这一项', 'there is no such key');
      children.push(isText(each['files']) ? { files: each['files'].trim() } : { agency: name });
      parseAliases(each['aliases'], name, into.aliases, (_, zh, en) => complain(`${place}.aliases`, zh, en));
      parseChildren(each['children'], `${place}.children`, [...superiors, name], into, complain);
    } else complain(place, `要写单位名称，或者“{ "agency": … }”，不能是 ${JSON.stringify(each)}`, `a name or { "agency": … } expected, got ${JSON.stringify(each)}`);
  }
  into.parents.push({ agency, children });
}

const isFiles = (text: string): boolean => /[/*]|\.(?:md|txt|nianbao)$/i.test(text);

function parseIgnore(value: unknown, complain: Complain): Config['ignores'] {
  if (value === undefined) return () => false;
  const patterns = (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter((each) => {
    if (isText(each) && isTooManifold(each)) complain('ignore', `“**”最多写两处：${JSON.stringify(each)}`, `“**” twice at most, got ${JSON.stringify(each)}`);
    else if (isText(each)) return true;
    else complain('ignore', `要写路径，不能是 ${JSON.stringify(each)}`, `a path expected, got ${JSON.stringify(each)}`);
    return false;
  }) as string[];
  return matcher(patterns);
}

/** Each `**` multiplies the ways to try by the depth of the path: a workspace could bring a pattern that never ends. */
const isTooManifold = (pattern: string): boolean => pattern.split('**').length > 3;

/** Patterns as in `.gitignore`, over paths relative to a folder; those of more than two `**` match nothing. */
export function matcher(patterns: readonly string[]): (path: string) => boolean {
  const tests = ignore().add(patterns.filter((pattern) => !isTooManifold(pattern)).map((pattern) => pattern.replace(/^\.\//, '/')));
  return (path) => path !== '' && !path.startsWith('..') && !path.startsWith('/') && tests.ignores(path);
}

function parseRules(value: unknown, complain: Complain): Config['rules'] {
  if (value === undefined) return {};
  if (!isObject(value)) {
    complain('rules', '要写“规则: 级别”', 'an object of severities expected');
    return {};
  }
  const parsed: Record<string, Severity | 'off'> = {};
  for (const [code, severity] of Object.entries(value)) {
    if (!rules.some((rule) => rule.code === code)) complain(`rules["${code}"]`, '没有这条规则', 'there is no such rule');
    else if (typeof severity !== 'string' || !SEVERITIES.includes(severity)) complain(`rules["${code}"]`, `只能是 ${SEVERITIES.join('、')}`, `one of ${SEVERITIES.join(', ')} expected`);
    else parsed[code] = severity as Severity | 'off';
  }
  return parsed;
}
