import type { RowDeclaration, TableDeclaration } from '../../format/types';

/** The groups a row stands in, outermost first. */
export function ancestors(declaration: TableDeclaration, row: RowDeclaration): RowDeclaration[] {
  const parent = declaration.rows.find((each) => each.id === row.parent);
  return parent ? [...ancestors(declaration, parent), parent] : [];
}

/** The value rows of a table that stand in a group, at any depth. */
export const inGroup = (declaration: TableDeclaration, group: RowDeclaration): RowDeclaration[] =>
  declaration.rows.filter((row) => !row.group && ancestors(declaration, row).includes(group));
