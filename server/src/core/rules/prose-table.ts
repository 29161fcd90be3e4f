import { writeProseNumber } from '../fixes/prose-number';
import { readProse } from '../read/prose';
import { hanNumeral } from '../read/numerals';
import { disagreements, type Disagreement } from '../report/disagreements';
import type { Report } from '../report/report';
import type { Expectation } from '../report/statements';
import { both, type Bilingual } from '../text/bilingual';
import { abs, format, subtract, type Exact } from '../text/exact';
import type { RelatedPlace, Rule, RuleFinding } from './types';
import { placeName } from './words';

/** A count in the prose differs from the cell it repeats. */
export const rule: Rule = {
  code: 'prose-table',
  severity: 'warning',
  title: both('正文和表格的数不一致', 'Prose and table disagree'),
  basis: both('格式通知：各部分内容应当准确、前后一致；同一件事正文和表格应是同一个数。', 'The format notice wants the parts accurate and consistent: one fact, one number.'),
  fix: both('把正文的数改为表格的数（不改表格）。', 'Writes the table’s number into the prose (never the other way).'),
  *check(report): Iterable<RuleFinding> {
    for (const each of disagreements(report)) yield finding(report, each);
  },
};

/** Sums of more cells are named, but not listed one by one. */
const FEW = 8;

function finding(report: Report, each: Disagreement): RuleFinding {
  const { statement, said, expected } = each;
  const quoted = quote(report, each);
  const names = expected.map((one) => expectationName(report, one));
  const zh = expected.map((one, i) => `${i === 0 ? '' : '（或者'}${names[i]?.zh}为 ${shown(report, one)}${i === 0 ? '' : '）'}`).join('');
  const en = expected.map((one, i) => `${i === 0 ? '' : ' (or '}${names[i]?.en}: ${shown(report, one)}${i === 0 ? '' : ')'}`).join('');
  const difference = inUnit(abs(subtract(said, expected[0]?.value ?? said)), isMoney(report, expected[0]));
  const related: RelatedPlace[] = [];
  for (const one of expected) {
    if (one.cells.length > FEW) continue;
    one.cells.forEach((cell, i) => {
      const name = nameOf(report, one, i);
      if (!related.some(({ span }) => span.start === cell.span.start)) related.push({ span: cell.span, message: both(`${name.zh}：${cell.text}`, `${name.en}: ${cell.text}`) });
    });
  }
  for (const again of each.again) related.push({ span: again.span, message: both('这里也是这样写的', 'said here as well') });
  const { number } = statement;
  return {
    span: statement.span,
    ...(statement.kind === 'allDone' ? { severity: 'information' as const } : {}),
    message: both(`正文“${quoted}”，${zh}，相差 ${difference}`, `The prose says “${quoted}”, but ${en}; difference ${difference}`),
    related,
    data: { families: statement.families },
    ...(number ? { fixes: expected.flatMap((one) => writeProseNumber(report, number, one.value)) } : {}),
  };
}

/** The words of the draft from the phrase's beginning to the unit. */
function quote(report: Report, { statement }: Disagreement): string {
  const { text } = readProse(report.reading);
  const words = text.slice(statement.phrase, statement.to).replace(/^[、,;:和及与]+/, '');
  return words.length > 40 ? `…${words.slice(-40)}` : words;
}

/** 表三“一、本年新收 · 总计” */
export function expectationName(report: Report, one: Expectation): Bilingual {
  const names = one.terms.map((_, i) => nameOf(report, one, i));
  const [first, ...others] = names;
  if (!first) return both('', '');
  if (others.length === 0) return first;
  const minus = one.terms.some((term) => term.minus);
  if (minus) return both(`${first.zh}减去其他处理`, `${first.en} less those otherwise closed`);
  if (others.length > 2) return both(`${first.zh}等 ${names.length} 格之和`, `the sum of ${names.length} cells from ${first.en} on`);
  return both(`${names.map(({ zh }) => zh).join('与')}之和`, `the sum of ${names.map(({ en }) => en).join(' and ')}`);
}

function nameOf(report: Report, one: Expectation, i: number): Bilingual {
  const term = one.terms[i];
  const { tables, sections } = report.reading.format;
  const table = tables.find(({ id }) => id === term?.table);
  if (!term || !table) return both('', '');
  const name = placeName(table, term);
  const number = hanNumeral(sections.find(({ id }) => id === table.section)?.number ?? 0);
  return both(`表${number}“${name.zh}”`, `table ${number} “${name.en}”`);
}

const isMoney = (report: Report, one: Expectation | undefined): boolean => {
  const term = one?.terms[0];
  return term !== undefined && report.row(term.table, term.row)?.declaration.columns.find(({ id }) => id === term.column)?.unit === '万元';
};

export const shown = (report: Report, one: Expectation): string => inUnit(one.value, isMoney(report, one));

/** Money is compared in 元 and spoken of in 万元. */
function inUnit(value: Exact, money: boolean): string {
  if (!money) return format(value);
  let { units, scale } = { units: value.units, scale: value.scale + 4 };
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n;
    scale--;
  }
  return `${format({ units, scale })} 万元`;
}
