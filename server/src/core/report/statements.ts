import type { CellTerm, StatementDeclaration, StatementSet } from '../format/statements';
import type { FormatDeclaration } from '../format/types';
import { asRead } from '../read/moved';
import type { CellReading, TableReading } from '../read/types';
import type { LimitReading, StatementReading } from '../read/prose';
import { add, compare, equal, subtract, ZERO, type Exact } from '../text/exact';
import type { Report } from './report';

/** One way to read what a statement must equal: cells with their signs and the value they make. */
export interface Expectation {
  readonly terms: readonly CellTerm[];
  readonly cells: readonly CellReading[];
  readonly value: Exact;
}

/** A statement beside the table. */
export interface StatementCheck {
  readonly statement: StatementReading;
  /** Number said; 0 where the words say none. */
  readonly said: Exact;
  readonly state: 'agrees' | 'differs' | 'unassessable';
  /** All sums of cells it may equal, in declared order; empty when one of them cannot be told. */
  readonly expected: readonly Expectation[];
}

/** Whether the statement speaks of this report: its organ, its year, all ways in. In doubt it does not. */
export function speaksOfReport(report: Report, statement: StatementReading): boolean {
  const year = report.year?.value;
  if (statement.number?.approximate || statement.number?.change) return false;
  if (year !== undefined) {
    if (statement.year !== undefined && statement.year !== year) return false;
    if (statement.otherYears.some((each) => each !== year)) return false;
    if (statement.carriedYear !== undefined && statement.carriedYear !== year + (statement.families.includes('carriedIn') ? -1 : 1)) return false;
  } else if (statement.year !== undefined || statement.carriedYear !== undefined || statement.otherYears.length > 0) return false;
  // 全县各部门: where the territory is the report's own, all its organs are meant.
  const whole = statement.limits.some((limit) => limit.kind === 'territory' && ownTerritory(report.agency, limit));
  return statement.limits.every((limit) => {
    switch (limit.kind) {
      case 'own':
        return true;
      case 'territory':
        return ownTerritory(report.agency, limit);
      case 'organ':
        return ownOrgan(report.agency, limit.word);
      case 'others':
        return whole && /^(?:各|部门|单位|乡镇|镇街|街镇|有关|相关)/.test(limit.word);
      default:
        return false;
    }
  });
}

const plainAgency = (name: string): string => name.replace(/人民政府|办事处$/g, '');

/** 全县, 我县: the report of a county is about it; that of an office or a township in it is not. */
function ownTerritory(agency: string, limit: LimitReading): boolean {
  const kind = limit.word.charAt(1);
  return agency !== '' && plainAgency(agency).endsWith(kind);
}

const TERRITORIAL = /[县区市旗州盟省]$/;

/** A short name of the reporting organ: 县教育局 for 青禾县教育局. */
function ownOrgan(agency: string, word: string): boolean {
  if (agency === '') return /^(?:街道|苏木|镇|乡|局)$/.test(word);
  const name = plainAgency(agency).replace(/政府/g, '');
  const said = plainAgency(word).replace(/政府/g, '');
  if (said.length < 2 && said !== '镇' && said !== '乡') return false;
  if (said !== name && !name.endsWith(said) && !said.endsWith(name)) return false;
  // 县政府 in the report of a county is one organ of many.
  return !(TERRITORIAL.test(name) && /政府/.test(word) && !/人民政府$/.test(agency));
}

const declarations = new WeakMap<StatementSet, ReadonlyMap<string, StatementDeclaration>>();

/** The declared families of statements by their ids. */
export function familiesOf(set: StatementSet): ReadonlyMap<string, StatementDeclaration> {
  let families = declarations.get(set);
  if (!families) declarations.set(set, (families = new Map(set.families.map((family) => [family.id, family]))));
  return families;
}

/** Compares a statement with the cells it repeats. `unassessable` unless every cell of every reading is there. */
export function checkStatement(report: Report, statement: StatementReading): StatementCheck {
  const said = statement.number?.value ?? ZERO;
  const declared = familiesOf(report.reading.format.statements);
  const families = statement.families.flatMap((id) => declared.get(id) ?? []);
  const ways = statement.joined ? joinedWays(families) : families.flatMap(({ equals, role }) => (role === 'applicant' && statement.of === 'newReceived' ? equals.slice(0, 1) : equals));
  const expected: Expectation[] = [];
  for (const terms of ways) {
    const one = expectation(report, terms);
    if (!one) return { statement, said, state: 'unassessable', expected: [] };
    if (compare(one.value, ZERO) >= 0 && !expected.some(({ value }) => equal(value, one.value))) expected.push(one);
  }
  if (expected.length === 0) return { statement, said, state: 'unassessable', expected };
  const agrees = expected.some(({ terms, value }) => fits(said, value, statement) || mended(report, terms, said));
  return { statement, said, state: agrees ? 'agrees' : 'differs', expected };
}

/** 予以公开和部分公开: the sum of what each says. */
const joinedWays = (families: readonly StatementDeclaration[]): CellTerm[][] => [families.flatMap(({ equals }) => equals[0] ?? [])];

function expectation(report: Report, terms: readonly CellTerm[]): Expectation | undefined {
  const cells: CellReading[] = [];
  let value = ZERO;
  for (const term of terms) {
    const cell = report.cell(term.table, term.row, term.column);
    // A count with a sign or decimals is a fault of its own, and nothing is judged by it.
    if (!cell?.value || cell.oddity === 'negative' || (cell.oddity === 'fraction' && !isMoney(report, term)) || twice(report, term)) return undefined;
    cells.push(cell);
    value = (term.minus ? subtract : add)(value, inProse(report, term, cell.value));
  }
  return { terms, cells, value };
}

const doubled = new WeakMap<TableReading, ReadonlySet<string>>();

/** The row stands in its table more than once. */
function twice(report: Report, term: CellTerm): boolean {
  const table = report.table(term.table);
  if (!table) return false;
  const read = asRead(table);
  let ids = doubled.get(read);
  if (!ids) {
    const all = read.rows.map(({ declaration }) => declaration.id);
    doubled.set(read, (ids = new Set(all.filter((id, i) => all.indexOf(id) < i))));
  }
  return ids.has(term.row);
}

/** Money is read in 元, and the form has it in 万元. */
function inProse(report: Report, term: CellTerm, value: Exact): Exact {
  return isMoney(report, term) ? { units: value.units * 10_000n, scale: value.scale } : value;
}

const money = new WeakMap<FormatDeclaration, WeakMap<CellTerm, boolean>>();

/** Whether the column is an amount of money: as it is declared, for no row has to be looked at for that. */
function isMoney(report: Report, term: CellTerm): boolean {
  const { format } = report.reading;
  let known = money.get(format);
  if (!known) money.set(format, (known = new WeakMap()));
  let is = known.get(term);
  if (is === undefined) {
    const row = format.tables.find(({ id }) => id === term.table)?.rows.find(({ id }) => id === term.row);
    known.set(term, (is = row?.columns.find(({ id }) => id === term.column)?.unit === '万元'));
  }
  return is;
}

/** An amount in 万 or 亿 may be rounded or cut at the last digit written. */
function fits(said: Exact, value: Exact, { number }: StatementReading): boolean {
  if (equal(said, value)) return true;
  if (!number || number.factor === 0) return false;
  const decimals = /\.(\d+)/.exec(number.text)?.[1]?.length ?? 0;
  const step = number.factor - decimals;
  const unit: Exact = step >= 0 ? { units: 10n ** BigInt(step), scale: 0 } : { units: 1n, scale: -step };
  const difference = subtract(said, value);
  const size: Exact = difference.units < 0n ? { units: -difference.units, scale: difference.scale } : difference;
  return compare(size, unit) < 0;
}

/**
 * The table itself does not add up, and its own sums speak for the number in the prose: the fault stands in the table, where it
 * is reported.
 */
function mended(report: Report, terms: readonly CellTerm[], said: Exact): boolean {
  const [term] = terms;
  const table = term && report.table(term.table);
  if (!term || !table) return false;
  const { suspect, failing } = report.reconciliation(table);
  const here = (row: string, column: string): boolean => terms.some((each) => each.row === row && each.column === column);
  if (suspect && here(suspect.place.row, suspect.place.column)) {
    const other = expectation(report, terms);
    const change = subtract(suspect.value, suspect.cell.value ?? ZERO);
    const sign = terms.find((each) => each.row === suspect.place.row && each.column === suspect.place.column)?.minus;
    return other !== undefined && equal((sign ? subtract : add)(other.value, change), said);
  }
  if (terms.length !== 1) return false;
  return failing.some(({ equation, leftSum, rightSum }) => {
    if (equation.at.row !== term.row || equation.at.column !== term.column || !leftSum || !rightSum) return false;
    const difference = subtract(leftSum, rightSum);
    const own = report.value(term.table, term.row, term.column) ?? ZERO;
    return equal(add(own, difference), said);
  });
}
