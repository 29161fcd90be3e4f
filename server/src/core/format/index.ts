import { format2019 } from './2019';
import { format2021 } from './2021';
import type { FormatDeclaration, RowDeclaration, TableDeclaration } from './types';

/** All formats, the one in force first. */
export const formats: readonly FormatDeclaration[] = [format2021, format2019];

export const currentFormat = format2021;

export const formatById = (id: string): FormatDeclaration | undefined => formats.find((format) => format.id === id);

/** The format prescribed for a report year; `undefined` before 2019. */
export const formatForYear = (year: number): FormatDeclaration | undefined =>
  formats.find((format) => year >= format.years.from && year <= (format.years.to ?? Infinity));

/** Rows that carry values, in order. */
export const valueRows = (table: TableDeclaration): readonly RowDeclaration[] => table.rows.filter((row) => !row.group);

export { format2019, format2021 };
