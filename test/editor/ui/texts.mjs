/** What the window says in each language. */
export const texts = {
  en: { beside: 'Prose beside the table', total: '· total', legal: '· legal-service', pasteTable: 'Paste as Standard Table', preview: 'Preview beside the Text', finding: /is 8; /, problems: /is missing/ },
  'zh-cn': { beside: '正文与表格对照', total: '· 总计', legal: '· 法律服务机构', pasteTable: '粘贴为标准表格', preview: '在旁边预览', finding: /填的是 8/, problems: /缺少“/ },
};
