/** Control characters, and those that turn the direction of the text round or break the line. */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A text for one line of a terminal: a draft or a file name cannot move the cursor, set colours or hide what stands there. */
export const printable = (text: string): string => text.replace(UNPRINTABLE, (character) => (character === '\n' || character === '\t' ? ' ' : escaped(character)));

/** The same for a text of several lines whose line ends and tabs are meant. */
export const printableLines = (text: string): string => text.replace(UNPRINTABLE, (character) => ('\n\r\t'.includes(character) ? character : escaped(character)));

/** JSON text that means the same and is plain for a terminal: JSON itself only escapes the characters below the space. */
export const printableJson = (text: string): string => text.replace(UNPRINTABLE, (character) => (character === '\n' ? character : escaped(character)));
