/** The engine keeps shorter pieces as texts of their own anyway. */
const SHORT = 13;

/**
 * The same text, for keeping. A piece cut from a text holds on to the whole of it: one line remembered would keep a version
 * of the draft in memory that nobody needs any more. Putting pieces together makes a text that stands alone.
 */
export const own = (text: string): string => (text.length < SHORT ? text : [text.slice(0, 1), text.slice(1)].join(''));
