/**
 * What no XML file may hold, and what is no character at all: control characters, halves of surrogate pairs, the
 * noncharacters. Line ends and tabs become spaces where they stand in the middle of a text.
 */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Nothing of use to a reader: zero-width characters and soft hyphens that pages leave in a copied text. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

/** A text that may stand in any XML or HTML file. Half a surrogate pair becomes U+FFFD, as a decoder would make it; spaces in a row are one, as a page shows them. */
export const sound = (text: string): string => text.replace(FORBIDDEN, (c) => (c >= '\ud800' && c <= '\udfff' ? '\ufffd' : '')).replace(INVISIBLE, '').replace(/ {2,}/g, ' ');
