import { formats, rules, type Severity } from '../core';
import { isObject } from './options';

/** Name of the settings' section. */
export const SECTION = 'disclosureReport';

export interface Settings {
  /** Severity by code; rules that are not named keep their own. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Id of the format to read by; absent: told from the text. */
  readonly format?: string;
  /** Characters of ambiguous East Asian width count two columns. */
  readonly ambiguousWide: boolean;
  /** Whether fixes are offered that write a suppression comment. */
  readonly suppressionFixes: boolean;
  /** Whether a report is compared with others: last year's, the subordinates'. */
  readonly crossCheck: boolean;
  /** Whether the column's name stands before each value. */
  readonly inlayHints: boolean;
}

const SEVERITIES: readonly string[] = ['error', 'warning', 'information', 'hint', 'off'];
const AUTO = 'auto';

/**
 * Reads the settings key by key: one bad value costs that value and nothing else.
 * @param complain is told of each value that is not understood.
 */
export function parseSettings(value: unknown, complain: (text: string) => void): Settings {
  if (value !== undefined && value !== null && !isObject(value)) complain(`${SECTION}: an object expected, got ${JSON.stringify(value)}`);
  const given = isObject(value) ? value : {};
  const bad = (key: string, expected: string): void => complain(`${SECTION}.${key}: ${expected} expected, got ${JSON.stringify(given[key])}; the default is used`);

  const oneOf = (key: string, choices: readonly string[], fallback: string): string => {
    const chosen = given[key];
    if (chosen === undefined || chosen === null) return fallback;
    if (typeof chosen === 'string' && choices.includes(chosen)) return chosen;
    bad(key, choices.map((each) => JSON.stringify(each)).join(' | '));
    return fallback;
  };

  const format = oneOf('format', [AUTO, ...formats.map(({ id }) => id)], AUTO);
  const yesOrNo = (key: string, fallback: boolean): boolean => {
    const chosen = given[key];
    if (typeof chosen === 'boolean') return chosen;
    if (chosen !== undefined && chosen !== null) bad(key, 'true | false');
    return fallback;
  };
  return {
    rules: parseRules(given['rules'], complain),
    ...(format === AUTO ? {} : { format }),
    ambiguousWide: oneOf('ambiguousWidth', ['wide', 'narrow'], 'wide') === 'wide',
    suppressionFixes: yesOrNo('suppressionFixes', true),
    crossCheck: yesOrNo('crossCheck', true),
    inlayHints: yesOrNo('inlayHints', false),
  };
}

function parseRules(value: unknown, complain: (text: string) => void): Settings['rules'] {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) {
    complain(`${SECTION}.rules: an object expected, got ${JSON.stringify(value)}`);
    return {};
  }
  const known = new Set(rules.map(({ code }) => code));
  const parsed: Record<string, Severity | 'off'> = {};
  for (const [code, severity] of Object.entries(value)) {
    if (!known.has(code)) complain(`${SECTION}.rules: there is no rule ${JSON.stringify(code)}`);
    else if (typeof severity !== 'string' || !SEVERITIES.includes(severity)) complain(`${SECTION}.rules[${JSON.stringify(code)}]: ${SEVERITIES.join(' | ')} expected, got ${JSON.stringify(severity)}; the default is used`);
    else parsed[code] = severity as Severity | 'off';
  }
  return parsed;
}
