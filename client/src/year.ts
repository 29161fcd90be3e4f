/** The format in force is for report years from here on. */
const FIRST = 2021;
const LAST = 2099;

/** The report year in what was typed: digits of either width, 年 behind them or not. `undefined` when it is none. */
export function yearOf(text: string): number | undefined {
  const digits = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).trim();
  const year = /^(\d{4})\s*年?度?$/.exec(digits)?.[1];
  return year !== undefined && Number(year) >= FIRST && Number(year) <= LAST ? Number(year) : undefined;
}
