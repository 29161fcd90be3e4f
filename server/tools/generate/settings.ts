import { rules } from '../../src/core/rules';
import type { Rule } from '../../src/core/rules/types';
import { severities } from './labels';
import type { GeneratedFile, ReadFile } from './types';

const SETTING = 'disclosureReport.rules';
const KEY = 'config.rules';
const key = (code: string): string => `${KEY}.${code}`;

interface Manifest {
  contributes?: { configuration?: Configuration | Configuration[] };
}
interface Configuration {
  properties?: Record<string, unknown>;
}

/** The JSON schema of the setting: a property a rule, so that codes and severities complete in settings.json. */
export function settingSchema(): Record<string, unknown> {
  return {
    type: 'object',
    scope: 'resource',
    default: {},
    additionalProperties: false,
    markdownDescription: `%${KEY}%`,
    properties: Object.fromEntries(rules.map((rule) => [rule.code, ruleSchema(rule)])),
  };
}

function ruleSchema({ code, severity }: Rule): Record<string, unknown> {
  return {
    type: 'string',
    enum: severities,
    enumDescriptions: severities.map((each) => `%${KEY}.severity.${each}%`),
    default: severity,
    markdownDescription: `%${key(code)}%`,
  };
}

type Language = 'zh' | 'en';

const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: {
    [KEY]: '每条规则的级别；`off` 不检查。没有写的规则用默认级别。',
    [`${KEY}.severity.error`]: '错误：必须改正',
    [`${KEY}.severity.warning`]: '警告：多半有错，请核实',
    [`${KEY}.severity.information`]: '信息：写法不规范或者可以更好',
    [`${KEY}.severity.hint`]: '提示：只在灯泡菜单里出现',
    [`${KEY}.severity.off`]: '不检查',
  },
  en: {
    [KEY]: 'Severity of each rule; `off` switches it off. Rules that are not named keep their default.',
    [`${KEY}.severity.error`]: 'must be mended',
    [`${KEY}.severity.warning`]: 'most likely wrong: have a look',
    [`${KEY}.severity.information`]: 'not the usual form, or could be better',
    [`${KEY}.severity.hint`]: 'shown by the light bulb only',
    [`${KEY}.severity.off`]: 'not checked',
  },
};

/** All strings of the setting in one language, in a fixed order. */
function strings(language: Language): Record<string, string> {
  return { ...texts[language], ...Object.fromEntries(rules.map((rule) => [key(rule.code), rule.title[language]])) };
}

const serialize = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** The manifest with the setting's schema brought up to date and everything else as it was. */
function manifest(text: string): string {
  const data = JSON.parse(text) as Manifest;
  const configurations = [data.contributes?.configuration ?? []].flat();
  const owner = configurations.find((each) => each.properties && SETTING in each.properties) ?? configurations[0];
  if (!owner) return text;
  owner.properties = { ...owner.properties, [SETTING]: settingSchema() };
  return serialize(data);
}

/** A nls file: own keys replaced in one block where the first of them stood, all others as they were. */
function nls(text: string, language: Language): string {
  const own = (name: string): boolean => name === KEY || name.startsWith(`${KEY}.`);
  const entries = Object.entries(JSON.parse(text) as Record<string, unknown>);
  const at = entries.findIndex(([name]) => own(name));
  const others = entries.filter(([name]) => !own(name));
  const before = at < 0 ? others.length : at;
  return serialize(Object.fromEntries([...others.slice(0, before), ...Object.entries(strings(language)), ...others.slice(before)]));
}

/** Manifest and its texts. A nls file whose name has `zh` is Chinese; the default language of the other is English. */
export function settingsFiles(read: ReadFile): GeneratedFile[] {
  const files: GeneratedFile[] = [];
  const add = (path: string, change: (text: string) => string): void => {
    const text = read(path);
    if (text !== undefined) files.push({ path, content: change(text) });
  };
  add('package.json', manifest);
  add('package.nls.json', (text) => nls(text, 'en'));
  add('package.nls.zh-cn.json', (text) => nls(text, 'zh'));
  return files;
}
