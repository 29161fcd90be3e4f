/** Language of messages. */
export type Language = 'zh' | 'en';

/**
 * The language asked for, else the one the environment names (`LC_ALL`, `LC_MESSAGES`, `LANG`, in that order). As in the
 * editor `zh*` is Chinese and every other language English; an environment that names none (`C`, `POSIX`) gets Chinese.
 * @param given value of `--locale`; `undefined` when it names neither language.
 */
export function pickLanguage(given: string | undefined, env: NodeJS.ProcessEnv): Language | undefined {
  if (given !== undefined) return /^(zh|en)(?![a-z])/i.exec(given)?.[1]?.toLowerCase() as Language | undefined;
  const named = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '') ?? '';
  return named === '' || /^(C|POSIX|zh)(?![a-z])/i.test(named) ? 'zh' : 'en';
}
