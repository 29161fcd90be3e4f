/** What the window says in each language. */
export const texts = {
  en: { beside: 'Prose beside the table', total: '· total', legal: '· legal-service', copyTable: 'Copy the Table', pasteTable: 'Paste as Standard Table', preview: 'Preview beside the Text', finding: /is 8; /, problems: /is missing/, import: 'Import from Word or a Web Page', exportWord: 'Export as Word Document', exportWebPage: 'Export as Web Page', showFirst: 'Show the first', newReport: 'New Annual Report', rollOver: 'Roll over', year: 'The year', unit: 'The reporting unit', openWith: 'View: Reopen Editor With', wordEditor: 'Draft of an annual report' },
  'zh-cn': { beside: '正文与表格对照', total: '· 总计', legal: '· 法律服务机构', copyTable: '复制光标处的表格', pasteTable: '粘贴为标准表格', preview: '在旁边预览', finding: /填的是 8/, problems: /缺少“/, import: '从 Word、网页导入', exportWord: '导出为 Word 文档', exportWebPage: '导出为网页', showFirst: '看第一处', newReport: '新建年度报告', rollOver: '结转', year: '年度', unit: '单位', openWith: '重新打开编辑器的方式', wordEditor: '年报草稿' },
};
