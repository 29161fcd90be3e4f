/**
 * Departments with the short forms they sign with, full form first. One place has one of each, so within a place they are
 * the same organ. 局, 厅 and 委 are told apart: a province has the 厅, a county the 局.
 */
const FORMS: readonly (readonly string[])[] = [
  ['发展和改革委员会', '发展改革委员会', '发展和改革委', '发展改革委', '发改委'],
  ['发展和改革局', '发展改革局', '发改局'],
  ['人力资源和社会保障局', '人力资源社会保障局', '人社局'],
  ['人力资源和社会保障厅', '人力资源社会保障厅', '人社厅'],
  ['住房和城乡建设局', '住房城乡建设局', '住建局'],
  ['住房和城乡建设厅', '住房城乡建设厅', '住建厅'],
  ['卫生健康委员会', '卫生健康委', '卫健委'],
  ['卫生健康局', '卫健局'],
  ['市场监督管理局', '市场监管局'],
  ['文化广电和旅游局', '文化广电旅游局'],
  ['文化和旅游局', '文化旅游局', '文旅局'],
  ['自然资源和规划局', '自然资源规划局'],
  ['工业和信息化局', '工业信息化局', '工信局'],
  ['工业和信息化厅', '工业信息化厅', '工信厅'],
  ['退役军人事务局', '退役军人局'],
  ['应急管理局', '应急局'],
  ['医疗保障局', '医保局'],
  ['城市管理局', '城管局'],
  ['科学技术局', '科技局'],
  ['国有资产监督管理委员会', '国资委'],
  ['林业和草原局', '林业草原局', '林草局'],
  ['民族宗教事务局', '民宗局'],
];

/** Longest first: 发展改革委员会 ends in no shorter form, but 人力资源社会保障局 must not be taken for something it ends with. */
const endings = FORMS.flatMap(([full = '', ...short]) => short.map((form) => [form, full] as const)).sort(([a], [b]) => b.length - a.length);

/** The name with a department's short form at its end written out. */
export function fullDepartment(name: string): string {
  for (const [form, full] of endings) if (name.endsWith(form)) return name.slice(0, name.length - form.length) + full;
  return name;
}
