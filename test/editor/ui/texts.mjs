/** What the window says in each language. */
export const texts = {
  en: { preview: 'Preview beside the Text', finding: /is 8; /, problems: /is missing/ },
  'zh-cn': { preview: '在旁边预览', finding: /填的是 8/, problems: /缺少“/ },
};
