import type { InitializeParams } from 'vscode-languageserver';
import type { ServerHost } from './host';
import { rulePages } from './rule-page';

/** Long enough that the letters of an input method, which reach the document one by one, draw no findings. */
const DEFAULT_DELAY = 300;
const MAX_DELAY = 60_000;

/** What is settled once, when the client connects. */
export interface ServerOptions {
  readonly language: 'zh' | 'en';
  /** Time between the last edit and the findings, in ms; 0 answers at once. */
  readonly diagnosticDelay: number;
  /** Base URI of the rule pages, with a slash at its end. */
  readonly rulePages: string;
  /** Settings to start from, for clients that cannot be asked for them. */
  readonly settings: unknown;
  /** The client answers the server's questions about the files of the workspace (`disclosureReport/listFiles`, `readFile`). */
  readonly workspaceFiles: boolean;
  /** The client keeps the index of the workspace between sessions (`disclosureReport/loadIndex`, `saveIndex`). */
  readonly keepsIndex: boolean;
  /** The client has the snippets of `snippets/` itself, in Markdown and plain text. */
  readonly contributedSnippets: boolean;
}

/** Reads what the client sends, key by key; a key that makes no sense is reported and takes its default. */
export function serverOptions(params: InitializeParams, host: ServerHost, complain: (text: string) => void): ServerOptions {
  const given: Record<string, unknown> = isObject(params.initializationOptions) ? params.initializationOptions : {};
  return {
    language: /^zh(?:$|[-_])/i.test(params.locale ?? '') ? 'zh' : 'en',
    diagnosticDelay: delay(given['diagnosticDelay'], complain),
    rulePages: rulePages(uri(given['rulePages'], complain), host.version),
    settings: given['settings'],
    workspaceFiles: given['workspaceFiles'] === true,
    keepsIndex: given['keepsIndex'] === true,
    contributedSnippets: given['contributedSnippets'] === true,
  };
}

export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function delay(value: unknown, complain: (text: string) => void): number {
  if (value === undefined || value === null) return DEFAULT_DELAY;
  if (typeof value === 'number' && value >= 0 && value <= MAX_DELAY) return value;
  complain(`initializationOptions.diagnosticDelay: a number of ms from 0 to ${MAX_DELAY} expected, got ${JSON.stringify(value)}; ${DEFAULT_DELAY} is used`);
  return DEFAULT_DELAY;
}

function uri(value: unknown, complain: (text: string) => void): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && /^[a-z][a-z0-9+.-]*:/i.test(value)) return value;
  complain(`initializationOptions.rulePages: a URI expected, got ${JSON.stringify(value)}`);
  return undefined;
}
