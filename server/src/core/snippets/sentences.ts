import type { FormatDeclaration } from '../format/types';
import { both, type Bilingual } from '../text/bilingual';

/** A standard sentence; `{year}` is filled in. */
export interface Sentence {
  readonly id: string;
  readonly name: Bilingual;
  readonly text: string;
  /** Stands before the first section of a whole report. */
  readonly preamble?: true;
}

/** Sentences nearly every report has. The notice they name is the format's own, so that number and title are right. */
export function sentences(format: FormatDeclaration): readonly Sentence[] {
  const fee = format.sections.find((section) => section.feeSentence !== undefined)?.feeSentence;
  return [
    { id: 'basis', name: both('编制依据', 'legal basis'), text: `根据《中华人民共和国政府信息公开条例》和《${format.notice.title}》（${format.notice.number}）要求，编制本报告。`, preamble: true },
    { id: 'period', name: both('统计期限', 'reporting period'), text: '本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。', preamble: true },
    ...(fee === undefined ? [] : [{ id: 'fee', name: both('信息处理费', 'information-processing fee'), text: fee }]),
  ];
}
