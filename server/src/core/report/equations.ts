import type { EquationDeclaration, TableDeclaration } from '../format/types';
import type { Equation } from './reconcile';

const memo = new WeakMap<TableDeclaration, readonly Equation[]>();

/** The single equations a table's declaration stands for (39 for table 三 of the 2021 format, 3 for table 四). */
export function equations(table: TableDeclaration): readonly Equation[] {
  let all = memo.get(table);
  if (!all) memo.set(table, (all = table.equations.flatMap((each) => expand(table, each))));
  return all;
}

function expand(table: TableDeclaration, declaration: EquationDeclaration): Equation[] {
  const { code, name } = declaration;
  const rows = table.rows.filter((row) => !row.group);
  switch (declaration.kind) {
    case 'rowTotal':
      return rows.map((row) => ({
        code,
        name,
        left: declaration.parts.map((column) => ({ row: row.id, column })),
        right: [{ row: row.id, column: declaration.total }],
        at: { row: row.id, column: declaration.total },
      }));
    case 'columnTotal':
      return (rows[0]?.columns ?? []).map(({ id: column }) => ({
        code,
        name,
        left: declaration.parts.map((row) => ({ row, column })),
        right: [{ row: declaration.total, column }],
        at: { row: declaration.total, column },
      }));
    case 'balance':
      return (rows[0]?.columns ?? []).map(({ id: column }) => ({
        code,
        name,
        left: declaration.left.map((row) => ({ row, column })),
        right: declaration.right.map((row) => ({ row, column })),
        at: { row: declaration.at, column },
      }));
  }
}
