export { filledSentences } from './filled';
export { snippetItems, type Notation, type SnippetItem } from './items';
export { hasPinyin, initials, pinyin } from './pinyin';
export { escapeText } from './body';
export { tableGrid } from './grid';
