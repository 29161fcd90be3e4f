export { snippetItems, type Notation, type SnippetItem } from './items';
export { hasPinyin, initials, pinyin } from './pinyin';
