import { previewStyle } from './preview-style';

export interface PageParts {
  /** Language of the page, for its fonts and for what reads it aloud. */
  readonly language: string;
  readonly title: string;
  readonly body: string;
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The page in the editor. Nothing but its own style and script is let in, each by the nonce; no address, no image, no frame. */
export function webviewPage(parts: PageParts & { readonly nonce: string; readonly script: string }): string {
  const { nonce } = parts;
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">`;
  return page(parts, `${policy}\n<style nonce="${nonce}">${previewStyle}</style>`, `<main id="report">${parts.body}</main>\n<div id="note" role="status" hidden></div>\n<script nonce="${nonce}" src="${escape(parts.script)}"></script>`);
}

/** The page that writes what it is told onto the clipboard: it has nothing to show. */
export const copyPage = (nonce: string): string =>
  `<!DOCTYPE html>\n<html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'"></head><body><script nonce="${nonce}">${COPY}</script></body></html>`;

/** Tries the way that needs no key struck in the page itself first; some editors allow only the other. */
const COPY = `
const api = acquireVsCodeApi();
const byEvent = ({ html, text }) => {
  const write = (event) => {
    event.preventDefault();
    event.clipboardData.setData('text/html', html);
    event.clipboardData.setData('text/plain', text);
  };
  addEventListener('copy', write, { once: true });
  return document.execCommand('copy');
};
const blob = (text, type) => new Blob([text], { type });
const byKey = ({ html, text }) => navigator.clipboard.write([new ClipboardItem({ 'text/html': blob(html, 'text/html'), 'text/plain': blob(text, 'text/plain') })]).then(() => true, () => false);
addEventListener('message', async ({ data }) => {
  if (typeof data?.html !== 'string') return;
  let written = false;
  // The list the command was chosen from may take the keyboard back to the text for a moment.
  for (let tries = 15; tries > 0 && !written; tries--) {
    focus();
    written = document.hasFocus() && ((await byKey(data)) || byEvent(data));
    if (!written) await new Promise((resolve) => setTimeout(resolve, 100));
  }
  api.postMessage({ kind: 'done', written });
});
api.postMessage({ kind: 'ready' });`;

export function nonce(): string {
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from(crypto.getRandomValues(new Uint8Array(32)), (value) => signs.charAt(value % signs.length)).join('');
}

/** A page of its own for a browser, to be printed or saved as PDF: no script at all. */
export const printablePage = (parts: PageParts): string =>
  page(parts, `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n<style>${previewStyle}</style>`, `<main>${parts.body}</main>`);

const page = ({ language, title }: PageParts, head: string, body: string): string =>
  `<!DOCTYPE html>\n<html lang="${escape(language)}">\n<head>\n<meta charset="utf-8">\n${head}\n<title>${escape(title)}</title>\n</head>\n<body>\n${body}\n</body>\n</html>\n`;
