/** What the extension tells the page. */
export type ToPage =
  /** The report anew; the page keeps its place, and what it shows for when the window is loaded anew. */
  | { readonly kind: 'show'; readonly html: string; readonly uri: string }
  /** The caret is at an offset, on a line: its place is outlined and brought into view. */
  | { readonly kind: 'caret'; readonly offset: number; readonly line: number }
  /** The text has been scrolled: this line is the first one seen. */
  | { readonly kind: 'scroll'; readonly line: number };

/** What the page tells the extension. */
export type FromPage =
  /** It can be told things from now on. */
  | { readonly kind: 'ready' }
  /** Somebody wants to see a place in the text. */
  | { readonly kind: 'reveal'; readonly start: number; readonly end: number };
