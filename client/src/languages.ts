import type { TextDocument } from 'vscode';

/** A document of this language is a report because its writer says so. */
export const OWN_LANGUAGE = 'disclosure-report';

/** Served languages. No scheme stands here, so that untitled and virtual documents are served as well. */
export const selector = [OWN_LANGUAGE, 'markdown', 'plaintext'].map((language) => ({ language }));

export const isServed = ({ languageId }: TextDocument): boolean => selector.some(({ language }) => language === languageId);
