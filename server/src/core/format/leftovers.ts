/** Stands before every sentence taken from last year that has to be written anew; found by `leftover` until it is gone. */
export const TO_REWRITE = '【待改写】';

/** Instructions to the writer that stand in templates and must not stand in a report (`leftover`); matched without space, half-width. */
export const instructions: readonly RegExp[] = [
  /\((?:此处|这里)?(?:用)?文字(?:描述|表述|说明|叙述)[^()]{0,20}\)/g,
  /该部分(?:以|用)(?:表格|文字)(?:形式)?(?:报告|描述|表述|说明)(?:[。,:]?表格如下:?)?/g,
  /[([【](?:此处|这里|请在此处?)(?:请)?(?:填写|填入|填报|插入|输入|补充|粘贴|写明)[^()[\]【】。;\n]{0,20}[)\]】]/g,
  /此处(?:请)?(?:填写|填入|填报|插入|粘贴)[^()[\]【】。,;\n]{0,12}/g,
  /[([【](?:请)?(?:填写|填入|填报|写明)(?:本单位|本机关|本部门|本地|单位|机关|具体|数字|数量|数据|有关|相关|实际|年份|名称|内容|情况)[^()[\]【】\n]{0,30}[)\]】]/g,
  /[([【](?:请)?(?:各单位|各部门|各地|根据实际|结合实际|可根据|按实际|视情况|据实|如实|如有请|如无请)[^()[\]【】\n]{0,30}(?:填写|填报|描述|修改|增减|删除|补充|撰写|表述|说明|删减)[^()[\]【】\n]{0,20}[)\]】]/g,
  /[([【](?:待改写|待补充|待填|待填写|待定|待核实|待确认|待更新|单位名称|单位全称|机关名称|填写单位名称|具体数字|填数字|填年份|备注:[^()[\]【】\n]{0,30}填[^()[\]【】\n]{0,20})[)\]】]/g,
  /[([【](?:字数)?(?:不少于|不超过|控制在)\d+字[^()[\]【】\n]{0,10}[)\]】]/g,
];

/** What a unit calls itself, by the last character of its kind. */
export interface SelfWord {
  /** Characters the agency's name has when it is of that kind. */
  readonly kind: string;
  readonly word: string;
  /** What must not follow, because another word begins with it. */
  readonly notBefore: string;
}

export const selfWords: readonly SelfWord[] = [
  { kind: '局', word: '我局', notBefore: '限部面势促' },
  { kind: '委', word: '我委', notBefore: '托派屈任员婉' },
  { kind: '厅', word: '我厅', notBefore: '' },
  { kind: '院', word: '我院', notBefore: '' },
  { kind: '校', word: '我校', notBefore: '' },
  { kind: '镇', word: '我镇', notBefore: '定静压' },
  { kind: '乡', word: '我乡', notBefore: '村下土镇贤愁亲里音情' },
  { kind: '街道', word: '我街道', notBefore: '' },
  { kind: '苏木', word: '我苏木', notBefore: '' },
];

/** Kinds of units; a name that tells none of them is not judged. */
export const selfKinds: readonly { readonly name: RegExp; readonly strange: readonly string[] }[] = [
  { name: /(?:乡|镇|苏木|街道|街道办事处|街道办)(?:人民政府|党政办公室|党政综合办公室)?$/, strange: ['我局', '我委', '我厅', '我院', '我校', '我镇', '我乡', '我街道', '我苏木'] },
  { name: /局$/, strange: ['我委', '我厅', '我镇', '我乡', '我街道', '我苏木', '我校'] },
  { name: /委员会$|委$/, strange: ['我局', '我厅', '我镇', '我乡', '我街道', '我苏木', '我校'] },
  { name: /厅$/, strange: ['我局', '我委', '我镇', '我乡', '我街道', '我苏木', '我校'] },
];
