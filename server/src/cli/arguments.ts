import { parseArgs, type ParseArgsConfig } from 'node:util';
import { rules, type Severity } from '../core';
import type { ExportFormat } from '../office';
import { both } from '../core/text/bilingual';
import { Problem } from './problem';

export type CheckFormat = 'text' | 'json' | 'sarif' | 'csv';
export type ExtractFormat = 'json' | 'csv';

export interface FileOptions {
  readonly paths: readonly string[];
  /** Files that git ignores are left out of folders and patterns. */
  readonly gitignore: boolean;
  /** A byte order mark before the output, by which Excel knows UTF-8. */
  readonly bom: boolean;
}

export interface CheckOptions extends FileOptions {
  readonly format: CheckFormat;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly fix: boolean;
  readonly baseline?: string;
  readonly writeBaseline: boolean;
  readonly changedSince?: string;
  /** Last year's report, for the one report that is checked. */
  readonly lastYear?: string;
  /** Threads; absent: as many as are worth it. */
  readonly jobs?: number;
}

export interface ExtractOptions extends FileOptions {
  readonly format: ExtractFormat;
  /** Adds what was read from the prose. */
  readonly prose: boolean;
}

/** Where what is made goes. */
export interface MadeOptions {
  readonly paths: readonly string[];
  readonly gitignore: boolean;
  /** A file, a folder, or `-` for the standard output; absent: beside the input. */
  readonly output?: string;
  /** A file that is there may be replaced. */
  readonly force: boolean;
}

export type ImportOptions = MadeOptions;

export interface ExportOptions extends MadeOptions {
  readonly format: ExportFormat;
  /** A `.docx` whose fonts, margins and header are taken. */
  readonly template?: string;
  /** Exports a draft with findings at error level, or with places left to fill. */
  readonly allowErrors: boolean;
}

export type Command =
  | { readonly name: 'check'; readonly options: CheckOptions }
  | { readonly name: 'extract'; readonly options: ExtractOptions }
  | { readonly name: 'import'; readonly options: ImportOptions }
  | { readonly name: 'export'; readonly options: ExportOptions }
  | { readonly name: 'help' | 'version' };

type OptionTable = NonNullable<ParseArgsConfig['options']>;

const COMMON = {
  locale: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  bom: { type: 'boolean' },
  'no-gitignore': { type: 'boolean' },
  format: { type: 'string' },
} as const satisfies OptionTable;

const EXTRACT = { ...COMMON, prose: { type: 'boolean' } } as const satisfies OptionTable;

const CHECK = {
  ...COMMON,
  rule: { type: 'string', multiple: true },
  fix: { type: 'boolean' },
  baseline: { type: 'string' },
  'write-baseline': { type: 'boolean' },
  'changed-since': { type: 'string' },
  'last-year': { type: 'string' },
  jobs: { type: 'string', short: 'j' },
} as const satisfies OptionTable;

const MADE = { locale: COMMON.locale, help: COMMON.help, version: COMMON.version, 'no-gitignore': COMMON['no-gitignore'], output: { type: 'string', short: 'o' }, force: { type: 'boolean' } } as const satisfies OptionTable;

const EXPORT = { ...MADE, format: COMMON.format, template: { type: 'string' }, 'allow-errors': { type: 'boolean' } } as const satisfies OptionTable;

/** The options of each command. */
export const options = { check: CHECK, extract: EXTRACT, import: MADE, export: EXPORT } as const;

/** More threads than any machine has use for. */
const MOST_JOBS = 256;

const SEVERITIES: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];

/** The language asked for, read before anything else so that even a complaint about the arguments is in it. */
export const givenLocale = (args: readonly string[]): string | undefined => loosely(args).values.locale;

const loosely = (args: readonly string[]) => {
  const { values, positionals } = parseArgs({ args: [...args], options: CHECK, allowPositionals: true, strict: false });
  // Without `strict` an option may come without its value.
  return { values: { ...values, locale: typeof values.locale === 'string' ? values.locale : undefined }, positionals };
};

/** @throws Problem on any wrong use. */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = loosely(args);
  if (values.help === true || positionals[0] === 'help') return { name: 'help' };
  if (values.version === true) return { name: 'version' };
  switch (positionals[0]) {
    case 'check':
      return { name: 'check', options: checkOptions(args) };
    case 'extract':
      return { name: 'extract', options: extractOptions(args) };
    case 'import':
      return { name: 'import', options: importOptions(args) };
    case 'export':
      return { name: 'export', options: exportOptions(args) };
    case undefined:
      throw new Problem(both('要做什么？check 检查，extract 提取数据，import 导入，export 导出；--help 看用法', 'say check, extract, import or export; --help tells how'));
    default:
      throw new Problem(both(`没有“${positionals[0]}”这个命令；有 check、extract、import、export`, `no command ${positionals[0]}; there are check, extract, import and export`));
  }
}

function checkOptions(args: readonly string[]): CheckOptions {
  const { values, positionals } = strictly(args, CHECK);
  const [baseline, changedSince, lastYear] = [values.baseline, values['changed-since'], values['last-year']];
  const writeBaseline = values['write-baseline'] === true;
  if (writeBaseline && baseline === undefined) throw new Problem(both('--write-baseline 要和 --baseline 文件 一起用', '--write-baseline needs --baseline FILE'));
  return {
    ...fileOptions(values, positionals),
    format: oneOf('--format', values.format ?? 'text', ['text', 'json', 'sarif', 'csv']),
    severities: Object.fromEntries((values.rule ?? []).map(parseRule)),
    fix: values.fix === true,
    ...(baseline === undefined ? {} : { baseline }),
    writeBaseline,
    ...(changedSince === undefined ? {} : { changedSince }),
    ...(lastYear === undefined ? {} : { lastYear }),
    ...(values.jobs === undefined ? {} : { jobs: parseJobs(values.jobs) }),
  };
}

function extractOptions(args: readonly string[]): ExtractOptions {
  const { values, positionals } = strictly(args, EXTRACT);
  const format = oneOf('--format', values.format ?? 'json', ['json', 'csv']);
  const prose = values.prose === true;
  if (prose && format === 'csv') throw new Problem(both('--prose 只有 --format json 才有', '--prose is for --format json only'));
  return { ...fileOptions(values, positionals), format, prose };
}

function exportOptions(args: readonly string[]): ExportOptions {
  const { values, positionals } = strictly(args, EXPORT);
  const format = oneOf('--format', values.format ?? 'docx', ['docx', 'html']);
  const { template } = values;
  if (template !== undefined && format !== 'docx') throw new Problem(both('--template 只有 --format docx 才有', '--template is for --format docx only'));
  return { ...madeOptions(values, positionals), format, allowErrors: values['allow-errors'] === true, ...(template === undefined ? {} : { template }) };
}

function importOptions(args: readonly string[]): ImportOptions {
  const { values, positionals } = strictly(args, MADE);
  return madeOptions(values, positionals);
}

function madeOptions(values: { readonly output?: string; readonly force?: boolean; readonly 'no-gitignore'?: boolean }, positionals: readonly string[]): MadeOptions {
  const { paths, gitignore } = fileOptions(values, positionals);
  return { paths, gitignore, force: values.force === true, ...(values.output === undefined ? {} : { output: values.output }) };
}

function fileOptions(values: { readonly bom?: boolean; readonly 'no-gitignore'?: boolean }, positionals: readonly string[]): FileOptions {
  const paths = positionals.slice(1);
  if (paths.length === 0) throw new Problem(both('没有给出文件、文件夹或通配符', 'no file, folder or pattern given'));
  return { paths, gitignore: values['no-gitignore'] !== true, bom: values.bom === true };
}

function strictly<T extends OptionTable>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const option = /'(-[^' ]*)/.exec(message)?.[1] ?? '';
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new Problem(both(`没有 ${option} 这个选项；--help 看用法`, `no option ${option}; --help tells which there are`));
    throw new Problem(both(`选项 ${option} 用得不对：${message}`, message));
  }
}

function oneOf<T extends string>(option: string, given: string, choices: readonly T[]): T {
  const chosen = choices.find((each) => each === given);
  if (chosen === undefined) throw new Problem(both(`${option} 只能是 ${choices.join('、')}，不能是“${given}”`, `${option} takes ${choices.join(', ')}; got ${given}`));
  return chosen;
}

function parseJobs(given: string): number {
  const jobs = /^[0-9]{1,3}$/.test(given) ? Number(given) : 0;
  if (jobs < 1 || jobs > MOST_JOBS) throw new Problem(both(`--jobs 是线程数，1 到 ${MOST_JOBS}，不能是“${given}”`, `--jobs takes a number of threads from 1 to ${MOST_JOBS}; got ${given}`));
  return jobs;
}

function parseRule(given: string): [string, Severity | 'off'] {
  const at = given.indexOf('=');
  if (at < 0) throw new Problem(both(`--rule 要写成 代码=级别，不能是“${given}”`, `--rule takes CODE=SEVERITY; got ${given}`));
  const code = given.slice(0, at);
  if (!rules.some((rule) => rule.code === code)) throw new Problem(both(`没有“${code}”这条规则`, `no rule ${code}`));
  return [code, oneOf(`--rule ${code}`, given.slice(at + 1), SEVERITIES)];
}
