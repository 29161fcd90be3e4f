/** Where the page of a rule stands when the client does not bring the pages along: those of this very version. */
const REPOSITORY_PAGES = 'https://github.com/disclosure-report/disclosure-report/blob/v{version}/docs/rules/';

/** Base URI of the rule pages. @param given `initializationOptions.rulePages`, a base URI with or without the last slash. */
export function rulePages(given: string | undefined, version: string): string {
  if (given === undefined || given === '') return REPOSITORY_PAGES.replace('{version}', version);
  return given.endsWith('/') ? given : `${given}/`;
}

export const rulePage = (base: string, code: string): string => `${base}${code}.md`;
