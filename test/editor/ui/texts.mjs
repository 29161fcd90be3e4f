/** What the window says in each language. */
export const texts = {
  en: { newReport: 'New Report', finding: /says 8|is 8|8, /, status: /Disclosure Report|政府信息公开年报/, problems: /missing/i },
  'zh-cn': { newReport: '新建年报', finding: /填的是 8/, status: /政府信息公开年报/, problems: /缺少“/ },
};
