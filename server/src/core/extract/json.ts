import { format, type Exact } from '../text/exact';

const isExact = (value: unknown): value is Exact => typeof value === 'object' && value !== null && typeof (value as Exact).units === 'bigint';

/**
 * JSON text of plain data that holds exact numbers: they become JSON numbers with the digits as written, however many
 * (`12.30`, forty digits), which a detour over floats would not keep. @param indent spaces a level.
 */
export function toJson(value: unknown, indent = 2, level = 0): string {
  const line = `\n${' '.repeat(indent * (level + 1))}`;
  const last = `\n${' '.repeat(indent * level)}`;
  if (isExact(value)) return format(value);
  if (Array.isArray(value)) {
    const flat = value.every((each) => each === null || typeof each !== 'object' || isExact(each));
    const items = value.map((each) => toJson(each, indent, level + 1));
    return flat ? `[${items.join(', ')}]` : `[${line}${items.join(`,${line}`)}${last}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    return entries.length === 0 ? '{}' : `{${line}${entries.map(([key, each]) => `${JSON.stringify(key)}: ${toJson(each, indent, level + 1)}`).join(`,${line}`)}${last}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
