import fc from 'fast-check';
import { format2021, valueRows } from '../../server/src/core/format';
import { layouts } from '../support/layouts';
import { model, type Model } from '../support/model';
import { writeReport } from '../support/report';

/** The sizes of the tables, in bytes of UTF-8: a draft, and the same repeated. */
export const SIZES = { '7 KB': 7_000, '64 KB': 64 << 10, '1 MB': 1 << 20, '10 MB': 10 << 20 } as const;

const bytes = (text: string): number => Buffer.byteLength(text);

/** Faultless reports of the current format, as many as wanted and always the same ones. */
export function models(count: number): Model[] {
  return fc.sample(model.filter((each) => each.format === format2021 && [...each.values.values()].some((value) => value !== '0')), { seed: 2021, numRuns: count });
}

/** A draft of about 7 KB: what a report says, and more of the same under its first heading until it has that size. */
export function draft(layout: (typeof layouts)[number], report: Model): string {
  const { text } = writeReport(report, { layout, tape: [] });
  const at = text.indexOf('（二）依申请公开情况');
  let more = '';
  for (let i = 1; bytes(text) + bytes(more) < SIZES['7 KB']; i++) {
    more += `全年围绕第${i}个重点领域公开信息${i * 7 + 5}条，其中政策文件${i * 3 + 2}条、办事指南${i * 4 + 3}条；答复咨询${i + 20}次，群众满意率${90 + (i % 9)}.5%。组织${'各股室、各村'.slice(0, 3 + (i % 4))}学习相关规定，明确责任到人。\n`;
  }
  return text.slice(0, at) + more + text.slice(at);
}

/** A text of about `size` bytes, made of whole drafts. */
export function repeated(drafts: readonly string[], size: number): string {
  const parts: string[] = [];
  for (let i = 0, sum = 0; sum < size; i++) {
    const text = `${drafts[i % drafts.length] ?? ''}\n`;
    parts.push(text);
    sum += bytes(text);
  }
  return parts.join('');
}

export { layouts, valueRows };
