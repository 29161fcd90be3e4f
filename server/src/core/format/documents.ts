/**
 * The documents every report cites, with the numbers and titles under which they are often miscited (`citation`).
 * Titles stand without book-title marks.
 */

/** 《条例》: revised in 2019, in force since 15 May 2019. */
export const regulation = {
  title: '中华人民共和国政府信息公开条例',
  shortTitle: '政府信息公开条例',
  /** Titles it is miscalled by. */
  miscalled: ['中华人民共和国信息公开条例', '中华人民共和国政府信息公开工作条例', '中华人民共和国政务信息公开条例', '中华人民共和国政府信息公开管理条例'],
  decree: 711,
  decreeText: '国务院令第711号',
  /** The first version, and the report year from which it is no longer the rule. */
  formerDecree: 492,
  formerUntil: 2018,
} as const;

/** Words between 国办 and the year in the number of both format notices, and what they are mistaken for. */
export const noticeSeries = { right: '国办公开办函', wrong: ['国办公开办涵', '国办公开函', '国办公开办', '国办公开办发', '国办公开发', '国办公开', '国办发', '国办函', '国办公函', '国办政务公开办函', '国办公办函', '国办公开办字', '国公开办函', '国办信息公开办函', '国办政公开办函'] } as const;

/** A document number belongs to the format notice when a title with one of these stands directly before or behind it. */
export const noticeTitleCores = [/信息公开.{0,4}报告格式/, /年度报告有关事项/] as const;

/** An organ that passes the notice on gives it a number of its own: titles that begin so are the national notice. */
export const noticeIssuers = ['国务院办公厅', '国办', '关于', '中华人民共和国', '政府信息公开', '国务院政府信息', '〈'] as const;

/** The words a document number ends with before its year: `国办发〔2021〕`. */
export const numberEndings = '发函涵字办令文规通秘知告公电呈请批议';
