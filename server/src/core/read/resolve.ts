import type { TableDeclaration } from '../format/types';
import { fold } from '../text/fold';
import type { Labels, RowEntry } from './labels';
import { foldTexts, showsBlanks, type Run, type TextItem } from './runs';

/** How many filled values a run has. */
export const filledCount = (run: Run): number => run.fields.reduce((count, field) => count + (field.text === '' ? 0 : 1), 0);

/**
 * Finds the declared row of every run: by the distinctive core of its label, by a label wrapped around its values, and
 * only then by order between two rows that are certain. Counting alone never decides. @param trailing texts behind the last run.
 */
export function resolveRuns(runs: readonly Run[], labels: Labels, trailing: readonly TextItem[] = []): void {
  let previous: RowEntry | undefined;
  let zone = -1;
  for (const [i, run] of runs.entries()) {
    if (run.zone !== zone && previous && run.section !== undefined && previous.table.section !== run.section) previous = undefined;
    zone = run.zone;
    const above = runs[i - 1];
    const open = above !== undefined && above.zone === run.zone && !above.entry && filledCount(above) > 0;
    let found = byOwnTexts(run, previous) ?? byTextsBefore(run, labels, previous, open) ?? unlabelled(run, labels, previous);
    if (!found) continue;
    for (const text of found.label) text.used = true;
    // The two halves of a label in rows of their own, one of them without values.
    if (above && above.zone === run.zone && (above.entry ? above.entry.row === found.entry.row : found.entry.row.columns.length === filledCount(above) && above.own.length > 0)) {
      if (filledCount(run) === 0) {
        if (!above.entry) Object.assign(above, { entry: found.entry, label: [...above.own.slice(-1), ...found.label] });
        continue;
      }
      if (above.entry && filledCount(above) === 0) {
        found = { entry: found.entry, label: [...(above.label ?? []), ...found.label] };
        delete above.entry;
      }
    }
    run.entry = found.entry;
    run.label = found.label;
    previous = found.entry;
  }
  wrappedLabels(runs, labels, trailing);
  byOrder(runs);
  joinTornRows(runs);
}

/** Rows whose values the layout of a page has put on two lines, one below the other: together they are one row, and add up. */
function joinTornRows(runs: readonly Run[]): void {
  for (let i = 0; i + 1 < runs.length; i++) {
    const [upper, lower] = [runs[i], runs[i + 1]];
    const entry = upper?.entry ?? lower?.entry;
    if (!upper || !lower || !entry || (upper.entry && lower.entry) || upper.zone !== lower.zone) continue;
    if (upper.unit.layout !== 'spaced' || lower.unit.layout !== 'spaced' || lower.unit.firstLine - upper.unit.lastLine > 1) continue;
    const fields = [...upper.fields, ...lower.fields];
    if (filledCount(upper) === 0 || filledCount(lower) === 0 || fields.length !== entry.row.columns.length || !addsUp(fields.map(({ text }) => Number(text)))) continue;
    const [whole, rest] = upper.entry ? [upper, lower] : [lower, upper];
    whole.fields.splice(0, whole.fields.length, ...fields);
    rest.fields.length = 0;
  }
}

/** Whether the last of several numbers is the sum of the others. */
const addsUp = (numbers: readonly number[]): boolean => numbers.length >= 4 && numbers.slice(0, -1).reduce((sum, each) => sum + each, 0) === numbers.at(-1);

interface Found {
  readonly entry: RowEntry;
  readonly label: readonly TextItem[];
}

/** Rows recognised only by a whole label come behind another row of their table (unless they open it). */
const fits = (entry: RowEntry, previous: RowEntry | undefined): boolean =>
  !entry.row.whole || entry.index === 0 || (previous !== undefined && previous.table === entry.table && previous.index < entry.index);

function byOwnTexts(run: Run, previous: RowEntry | undefined): Found | undefined {
  for (let i = run.own.length - 1; i >= 0; i--) {
    const text = run.own[i];
    if (!text || text.meaning.rows.length === 0) continue;
    const otherHeaders = run.own.some((each) => each !== text && each.meaning.kind === 'header');
    if (text.meaning.kind === 'header' && otherHeaders) return undefined;
    for (let k = text.meaning.rows.length - 1; k >= 0; k--) {
      const entry = text.meaning.rows[k];
      if (entry && fits(entry, previous)) return { entry, label: [text] };
    }
  }
  return undefined;
}

/**
 * A label cut by a line or page break: its parts stand before the values, in lines or rows of their own.
 * @param aboveIsOpen the run above has values and no row yet
 */
function byTextsBefore(run: Run, labels: Labels, previous: RowEntry | undefined, aboveIsOpen: boolean): Found | undefined {
  const unknown = run.own.some((text) => text.meaning.kind === 'other');
  if (unknown || run.before.length === 0) return undefined;
  const ownGroup = run.own.some((text) => text.meaning.kind === 'group');
  if (ownGroup && showsBlanks(run.unit.layout)) return undefined;
  const free = sinceLabelStart(withoutHeader(run.before).filter((text) => !text.used), labels);
  // They may be the end of the label of the row above, as long as that one has none.
  if (aboveIsOpen && !labels.startsRow(free[0]?.meaning.folded ?? '')) return undefined;
  const matches = matchJoined(free, labels).filter((entry) => !beginsOtherwise(free, entry, labels));
  for (let i = matches.length - 1; i >= 0; i--) {
    const entry = matches[i];
    if (entry && (previous === undefined || previous.table !== entry.table || previous.index < entry.index || (matches.length === 1 && previous.row !== entry.row))) return { entry, label: labelTexts(free, entry) };
  }
  const last = free.at(-1);
  if (last && !run.own.some((text) => text.meaning.kind === 'header' && text !== last)) {
    const whole = last.meaning.rows.find((entry) => entry.row.whole && fits(entry, previous));
    if (whole && (last.meaning.kind === 'row' || free.length === 1)) return { entry: whole, label: [last] };
  }
  return undefined;
}

/** The texts from the one the core begins in to the last. */
function labelTexts(texts: readonly TextItem[], entry: RowEntry): readonly TextItem[] {
  for (let from = texts.length - 1; from >= 0; from--) {
    const folded = foldTexts(texts.slice(from));
    if (entry.row.cores.some((core) => folded.includes(core))) return texts.slice(from);
  }
  return texts;
}

/** The data row of a table whose row has no label: enough values behind that table's header, or exactly as many as it has. */
function unlabelled(run: Run, labels: Labels, previous: RowEntry | undefined): Found | undefined {
  if (run.own.some((text) => text.meaning.kind === 'row' || text.meaning.kind === 'group')) return undefined;
  for (const table of labels.format.tables) {
    const index = table.rows.findIndex((row) => row.label === '');
    const row = table.rows[index];
    if (!row) continue;
    const columns = row.columns.length;
    const filled = filledCount(run);
    const header = run.before.some((text) => text.meaning.headerOf?.length === 1 && text.meaning.headerOf[0] === table);
    const expected = header || run.section === table.section;
    const last = run.before.at(-1);
    if (last && last.meaning.kind === 'row') continue;
    const blank = filled === 0 && run.fields.length >= columns && header;
    if ((expected && filled >= Math.ceil(columns / 2)) || blank || (filled === columns && (expected || comesBefore(previous, table, labels)))) {
      return { entry: { row, table, index }, label: [] };
    }
  }
  return undefined;
}

/** The row before belongs to a table that stands before this one. */
const comesBefore = (previous: RowEntry | undefined, table: TableDeclaration, labels: Labels): boolean =>
  previous !== undefined && labels.format.tables.indexOf(previous.table) < labels.format.tables.indexOf(table);

/** The values stand on the middle line of a wrapped label: its end is read after them. */
function wrappedLabels(runs: readonly Run[], labels: Labels, trailing: readonly TextItem[]): void {
  const following: (RowEntry | undefined)[] = [];
  for (let i = runs.length - 1, next: RowEntry | undefined; i >= 0; i--) {
    following[i] = next;
    next = runs[i]?.entry ?? next;
  }
  let before: RowEntry | undefined;
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i];
    before = runs[i - 1]?.entry ?? before;
    if (!run || run.entry) continue;
    const unknown = run.own.some((text) => text.meaning.kind === 'other');
    if (unknown && (run.own.length > 2 || !showsBlanks(run.unit.layout))) continue;
    const next = following[i];
    const inMargin = (text: TextItem): boolean => !showsBlanks(run.unit.layout) && (text.meaning.kind === 'group' || labels.isGroupOnly(text.meaning.folded));
    const head = sinceLabelStart(withoutHeader(run.before).filter((text) => !text.used && !inMargin(text)), labels);
    const after = untilLabelStart(i + 1 < runs.length ? runs[i + 1]?.before ?? [] : trailing, run, labels).filter((text) => !inMargin(text));
    // A text that means nothing by itself must mean a row together with what follows, and not what follows alone.
    const joined = [...head, ...after];
    const matches = [joined, joined.filter((text) => isLong(text) || !labels.inGroup(text.meaning.folded)), joined.filter(isLong), joined.filter((text) => !labels.inGroup(text.meaning.folded))].flatMap((texts) => labels.matchRows(foldTexts(texts))).filter((each) => !beginsOtherwise(head, each, labels)).filter((each) => !unknown || !matchJoined(after, labels).includes(each));
    const stands = (each: RowEntry): boolean => each !== next && (!before || each.table !== before.table || each.index > before.index) && (!next || each.table !== next.table || each.index < next.index);
    const entry = matches.find(stands) ?? (unknown ? undefined : begunAlone(head, run, labels, stands));
    if (entry && filledCount(run) > 0) {
      run.entry = entry;
      run.label = [...head, ...after];
      for (const text of run.label) text.used = true;
    }
  }
}

/** Characters of a label that are no accident. */
const SURE = 5;

/** The one row whose label begins as the texts do, where the rest of it was lost among the labels of the margin. */
function begunAlone(head: readonly TextItem[], run: Run, labels: Labels, stands: (entry: RowEntry) => boolean): RowEntry | undefined {
  const first = head[0]?.meaning.folded ?? '';
  const begun = first.length < SURE ? [] : labels.rowsBegun(first);
  const [entry] = begun;
  return begun.length === 1 && entry && stands(entry) && filledCount(run) === entry.row.columns.length ? entry : undefined;
}

/** Whether the texts begin as the label of other rows. */
function beginsOtherwise(texts: readonly TextItem[], entry: RowEntry, labels: Labels): boolean {
  const first = texts[0]?.meaning.folded ?? '';
  const begun = first.length < 3 ? [] : labels.rowsBegun(first);
  return begun.length > 0 && !begun.some((each) => each.row === entry.row);
}

/** Texts without those of a header repeated on a new page. */
function withoutHeader(texts: readonly TextItem[]): readonly TextItem[] {
  const isHeader = (text: TextItem): boolean => text.meaning.kind === 'header';
  return texts.filter(isHeader).length < 5 ? texts : texts.filter((text) => !isHeader(text));
}

/** The texts from the last one that begins the label of a value row; all of them when none does. */
function sinceLabelStart(texts: readonly TextItem[], labels: Labels): readonly TextItem[] {
  for (let i = texts.length - 1; i > 0; i--) if (labels.startsRow(texts[i]?.meaning.folded ?? '')) return texts.slice(i);
  return texts;
}

/** The texts of the same zone up to the next one that begins a label. */
function untilLabelStart(texts: readonly TextItem[], run: Run, labels: Labels): readonly TextItem[] {
  const end = texts.findIndex((text) => labels.startsRow(text.meaning.folded) || (text.meaning.kind === 'group' && showsBlanks(run.unit.layout)));
  const near = end < 0 ? texts : texts.slice(0, end);
  // A page may end inside the label, with the header repeated before the rest of it.
  const header = near.filter((text) => text.meaning.kind === 'header').length;
  return near.filter((text) => text.meaning.kind !== 'header' && text.field.line - run.unit.lastLine <= (header >= 5 ? 12 : 3) && text.field.line >= run.unit.firstLine);
}

/** Rows whose core stands in the joined texts; single characters may be a label set down the margin, so try without them too. */
function matchJoined(texts: readonly TextItem[], labels: Labels): readonly RowEntry[] {
  const matches = labels.matchRows(foldTexts(texts));
  return matches.length > 0 ? matches : labels.matchRows(foldTexts(texts.filter(isLong)));
}

const isLong = (text: TextItem): boolean => text.meaning.folded.length > 1;

/** Runs without a readable label between two certain rows, exactly as many as the rows between: they are those rows. */
function byOrder(runs: readonly Run[]): void {
  let i = 0;
  while (i < runs.length) {
    if (runs[i]?.entry) {
      i++;
      continue;
    }
    let end = i;
    while (end < runs.length && !runs[end]?.entry) end++;
    const before = runs[i - 1]?.entry;
    const after = runs[end]?.entry;
    if (before && after && before.table === after.table) {
      const between = before.table.rows
        .map((row, index) => ({ row, table: before.table, index }))
        .filter(({ row, index }) => !row.group && index > before.index && index < after.index);
      const open = runs.slice(i, end);
      const certain = open.every((run, k) => {
        const entry = between[k];
        const texts = run.own.length > 0 ? run.own : run.before;
        return entry !== undefined && filledCount(run) === entry.row.columns.length && texts.every((text) => !text.meaning.rows.some((each) => each.row !== entry.row)) && texts.some((text) => partOf(text, entry));
      });
      if (between.length === open.length && certain) {
        open.forEach((run, k) => {
          const entry = between[k];
          if (entry) run.entry = entry;
          run.label = run.before.filter((text) => !text.used);
          for (const text of run.label) text.used = true;
        });
      }
    }
    i = end + 1;
  }
}

/** Whether a text is part of a row's label, a slip aside. */
function partOf(text: TextItem, entry: RowEntry): boolean {
  const [written, label] = [foldTexts([text]), fold(entry.row.label)];
  return written.length > 0 && (label.includes(written) || (written.length >= 5 && shareOf(written, label) >= 0.6));
}

/** The share of a text's pairs of neighbouring characters that stand in another. */
export function shareOf(text: string, other: string): number {
  let same = 0;
  for (let i = 0; i + 1 < text.length; i++) if (other.includes(text.slice(i, i + 2))) same++;
  return same / Math.max(1, text.length - 1);
}
