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

/** A page of its own for a browser, to be printed or saved as PDF: no script at all. */
export const printablePage = (parts: PageParts): string =>
  page(parts, `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n<style>${previewStyle}</style>`, `<main>${parts.body}</main>`);

const page = ({ language, title }: PageParts, head: string, body: string): string =>
  `<!DOCTYPE html>\n<html lang="${escape(language)}">\n<head>\n<meta charset="utf-8">\n${head}\n<title>${escape(title)}</title>\n</head>\n<body>\n${body}\n</body>\n</html>\n`;
