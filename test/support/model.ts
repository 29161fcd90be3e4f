import fc from 'fast-check';
import { format2019, format2021, valueRows } from '../../server/src/core/format';
import type { FormatDeclaration, TableDeclaration } from '../../server/src/core/format/types';
import { randomFrom } from './dice';

/** What a report says, before anybody writes it down. All places are invented. */
export interface Model {
  readonly format: FormatDeclaration;
  readonly agency: string;
  readonly year: number;
  /** Plain digits by `table/row/column`; every equation of the tables holds. */
  readonly values: ReadonlyMap<string, string>;
}

/** `requests/newReceived/total` */
export const cellKey = (table: string, row: string, column: string): string => `${table}/${row}/${column}`;

export const valueOf = (model: Model, table: string, row: string, column: string): string => model.values.get(cellKey(table, row, column)) ?? '';

const AGENCIES = ['云溪县青禾镇人民政府', '临岚市人民政府', '望川区教育和体育局', '𠮷水县民政局', '松原沟苏木人民政府', '滨江新区管理委员会', '䶮山县水利局', '南浦街道办事处', '澄江市市场监督管理局'];

const SIZES = ['nothing', 'few', 'some', 'many', 'huge'] as const;
export type Size = (typeof SIZES)[number];

function numbers(format: FormatDeclaration, size: Size, seed: number): Map<string, string> {
  const random = randomFrom(seed);
  const limit = { nothing: 1, few: 3, some: 30, many: 2000, huge: 3_000_000 }[size];
  const count = (): number => (size !== 'huge' && random(3) > 0 ? 0 : random(limit));
  const values = new Map<string, string>();
  for (const table of format.tables) {
    for (const row of valueRows(table)) {
      for (const column of row.columns) {
        const n = count();
        const decimals = size === 'nothing' ? '' : ['', '', '.5', '.25', `.${String(random(9999) + 1).padStart(4, '0')}`][random(5)] ?? '';
        const sign = column.type === 'signedCount' && n > 0 ? (['-', '+', ''][random(3)] ?? '') : '';
        const whole = `${sign}${n}`;
        values.set(cellKey(table.id, row.id, column.id), column.type === 'amount' || column.type === 'money' ? `${whole}${decimals}` : whole);
      }
    }
  }
  balance(format, values, random);
  inForce(format, values);
  return values;
}

/** No row says that fewer documents are in force than were issued and not repealed. */
function inForce(format: FormatDeclaration, values: Map<string, string>): void {
  const get = (row: string, column: string): number => Number(values.get(cellKey('proactiveDisclosure', row, column)));
  const table = format.tables[0] as TableDeclaration;
  // Only organs with the power to make rules report any.
  for (const column of valueRows(table)[0]?.columns ?? []) values.set(cellKey(table.id, 'rules', column.id), '0');
  if (format.id !== '2021') return;
  const least = get('normativeDocuments', 'issued') - get('normativeDocuments', 'repealed');
  values.set(cellKey('proactiveDisclosure', 'normativeDocuments', 'inForce'), String(Math.max(least, 0) + get('normativeDocuments', 'inForce')));
}

/** Makes every total the sum of its parts and lets what came in be what went out. */
function balance(format: FormatDeclaration, values: Map<string, string>, random: (n: number) => number): void {
  const get = (row: string, column: string): number => Number(values.get(cellKey('requests', row, column)));
  const set = (row: string, column: string, value: number): void => void values.set(cellKey('requests', row, column), String(value));
  const table = format.tables.find((each) => each.id === 'requests');
  const rows = table ? valueRows(table) : [];
  const parts = (rows[0]?.columns ?? []).map((column) => column.id).filter((id) => id !== 'total');
  const boundary = new Set(['newReceived', 'carriedIn', 'outcomesTotal', 'carriedOut']);
  for (const column of parts) {
    const done = rows.filter((row) => !boundary.has(row.id)).reduce((sum, row) => sum + get(row.id, column), 0);
    set('outcomesTotal', column, done);
    const all = done + get('carriedOut', column);
    set('carriedIn', column, Math.min(all, random(Math.min(all, 200) + 1)));
    set('newReceived', column, all - get('carriedIn', column));
  }
  for (const row of rows) set(row.id, 'total', parts.reduce((sum, column) => sum + get(row.id, column), 0));
  for (const group of ['review', 'litigationDirect', 'litigationAfterReview']) {
    const results = ['upheld', 'corrected', 'otherResult', 'pending'].map((result) => Number(values.get(cellKey('reviewLitigation', 'cases', `${group}.${result}`))));
    values.set(cellKey('reviewLitigation', 'cases', `${group}.total`), String(results.reduce((a, b) => a + b, 0)));
  }
}

export const makeModel = (format: FormatDeclaration, agency: string, year: number, size: Size, seed: number): Model => ({ format, agency, year, values: numbers(format, size, seed) });

/** Consistent reports of both formats. */
export const model: fc.Arbitrary<Model> = fc
  .record({ newForm: fc.integer({ min: 0, max: 3 }), agency: fc.constantFrom(...AGENCIES), year: fc.nat(4), size: fc.constantFrom(...SIZES), seed: fc.integer() })
  .map(({ newForm, agency, year, size, seed }) => {
    const format = newForm > 0 ? format2021 : format2019;
    return makeModel(format, agency, newForm > 0 ? 2021 + year : 2019 + (year % 2), size, seed);
  });
