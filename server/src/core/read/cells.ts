import { halfWidth, isSpace } from '../text/characters';
import { parseExact, type Exact } from '../text/exact';
import { own } from '../text/own';
import type { Span } from '../text/span';
import type { CellOddity, CellReading } from './types';

const PLACEHOLDERS = new Set(['/', '\\', '-', '--', '---', '一', '无', '無', '不适用', 'n/a', 'na', '…', '……', '*', '——', '—', '–', '―']);
const UNITS = ['万元', '元', '件', '项', '个', '条', '宗', '起', '份', '次', '人', '篇'];
const ZEROS = new Set(['〇', '零']);
const MINUS = new Set([0x2212, 0x2013, 0x2014, 0xff0d]);

/** What a text means as a value; without its place. */
interface Value {
  readonly state: CellReading['state'];
  readonly value?: Exact;
  readonly oddity?: CellOddity;
  /** UTF-16 range of the number inside the text. */
  readonly from: number;
  readonly to: number;
}

/** A change in words: 增加5, 减4. */
const CHANGE = /^(?:增加?|[减減]少?)了?(?=\d)/;

const cache = new Map<string, Value>();
const CACHE_LIMIT = 4096;

/** Half-width, without spaces (they are separators or layout inside a cell) and with one kind of minus. */
function plain(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isSpace(code)) continue;
    out += MINUS.has(code) && text.length > 1 ? '-' : String.fromCharCode(halfWidth(code));
  }
  return out;
}

/** Thousands separators are taken out only where they stand between groups of three. */
function ungroup(text: string): string {
  return /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
}

const odd = (value: Exact): CellOddity | undefined => (value.units < 0n ? 'negative' : value.scale > 0 ? 'fraction' : undefined);

/** Spaces may stand between groups of three (`1 234`), never elsewhere inside a number. */
function spacedDigits(raw: string): boolean {
  const trimmed = raw.trim();
  return !/[\d０-９]\s+[\d０-９]/.test(trimmed) || /^\d{1,3}( \d{3})+$/.test(trimmed);
}

function compute(raw: string): Value {
  const whole = { from: 0, to: raw.length };
  const text = plain(raw);
  if (text === '') return { state: 'blank', ...whole };
  if (ZEROS.has(text)) return { state: 'number', value: { units: 0n, scale: 0 }, ...whole };
  if (PLACEHOLDERS.has(text.toLowerCase())) return { state: 'placeholder', ...whole };
  const number = spacedDigits(raw) ? parseExact(ungroup(text)) : undefined;
  if (number) {
    const oddity = odd(number);
    return { state: 'number', value: number, ...(oddity ? { oddity } : {}), ...whole };
  }
  const unit = UNITS.find((each) => text.endsWith(each));
  const changed = CHANGE.exec(text)?.[0];
  const change = changed === undefined ? undefined : changed.startsWith('增') ? '' : '-';
  const core = text.slice(changed?.length ?? 0, unit ? -unit.length : undefined);
  const withUnit = unit || change !== undefined ? parseExact(change === '-' ? `-${ungroup(core)}` : ungroup(core)) : undefined;
  if (withUnit) {
    const from = raw.search(/[\d０-９]/);
    let to = raw.length;
    while (to > from && !/[\d０-９]/.test(raw.charAt(to - 1))) to--;
    return { state: 'number', value: withUnit, oddity: unit ? 'unit' : withUnit.units < 0n ? 'negative' : 'text', from, to };
  }
  // Digits held apart by spaces are no number with a letter in it: on a line of their own they are a row.
  if (/^[\dOolI]*[OolI][\dOolI]*$/.test(text) && !/\S\s+\S/.test(raw)) return { state: 'unreadable', oddity: 'lookalike', ...whole };
  return { state: 'unreadable', oddity: 'text', ...whole };
}

function evaluate(raw: string): Value {
  if (raw.length > 40) return compute(raw);
  let value = cache.get(raw);
  if (!value) {
    value = compute(raw);
    if (cache.size >= CACHE_LIMIT) cache.clear();
    cache.set(own(raw), value);
  }
  return value;
}

/** Reads the content of a value cell. @param text the raw content of `span`, without surrounding space. */
export function readCell(text: string, span: Span): CellReading {
  const value = evaluate(text);
  return {
    span,
    text,
    state: value.state,
    ...(value.value ? { value: value.value, digits: { start: span.start + value.from, end: span.start + value.to } } : {}),
    ...(value.oddity ? { oddity: value.oddity } : {}),
  };
}

/** Whether a text standing alone looks like a cell's value: a number, a zero sign or a placeholder. */
export function looksLikeValue(text: string): boolean {
  if (text.length === 1) {
    const code = text.charCodeAt(0);
    if (code >= 0x30 && code <= 0x39) return true;
  }
  if (text.length > 40) return false;
  const { state, oddity } = evaluate(text);
  return state === 'number' ? oddity !== 'text' || /^[增减]/.test(text) : state === 'placeholder' || oddity === 'lookalike';
}
