import { fold } from '../text/fold';
import type { FieldMeaning, Labels, RowEntry } from './labels';
import type { Field, Unit } from './pieces';

/** A label-like field. */
export interface TextItem {
  readonly field: Field;
  readonly unit: Unit;
  readonly meaning: FieldMeaning;
  /** A run of values has taken this text as (part of) its label. */
  used: boolean;
}

/** Neighbouring value fields, with the texts that may be their label. */
export interface Run {
  readonly fields: Field[];
  readonly unit: Unit;
  /** Texts of the same unit since the run before, in order. */
  readonly own: readonly TextItem[];
  /** All texts since the run before, own ones last. */
  readonly before: readonly TextItem[];
  /** Index in `unit.fields` of the first value field. */
  readonly at: number;
  /** Runs between two headings or paragraphs share a zone. */
  readonly zone: number;
  readonly section?: string;
  entry?: RowEntry;
  /** Texts that make up the label, once resolved. */
  label?: readonly TextItem[];
}

/** Layouts in which a row's empty cells keep their place. */
export const showsBlanks = (layout: Unit['layout']): boolean => layout !== 'stacked' && layout !== 'spaced';

/** Whether this run's empty cells are there to be seen (one-cell lines may show them by lone pipes). */
export const blanksShown = (run: Run): boolean => showsBlanks(run.unit.layout) || run.fields.some((field) => field.text === '');

/** A label is never wrapped over more texts than this; it also bounds the work on text that is no such table. */
const MAX_BEFORE = 40;

/** Cuts the fields of units into texts and runs of values. One collector reads one zone after the other. */
export class RunCollector {
  readonly runs: Run[] = [];
  readonly texts: TextItem[] = [];
  private pending: TextItem[] = [];
  private zone = 0;
  private lastRunZone = -1;
  private afterLast: TextItem[] = [];
  private section: string | undefined;

  constructor(private readonly labels: Labels) {}

  /** A heading or a paragraph: what comes behind it is no longer the same stretch of table. */
  breakZone(section?: string | undefined): void {
    if (this.lastRunZone === this.zone) this.afterLast = this.pending;
    this.zone++;
    this.pending = [];
    if (section !== undefined) this.section = section;
  }

  get currentSection(): string | undefined {
    return this.section;
  }

  /** Texts behind the last run. */
  get trailing(): readonly TextItem[] {
    return this.lastRunZone === this.zone ? this.pending : this.afterLast;
  }

  add(unit: Unit): void {
    const blanks = showsBlanks(unit.layout);
    let own: TextItem[] = [];
    let run: Run | undefined;
    const close = (): void => {
      if (!run) return;
      const filled = run.fields.some((field) => field.text !== '');
      const label = own.at(-1);
      // Empty cells behind a label are blank values; behind a header cell they are what a merged cell left over.
      if (filled || (label && label.meaning.kind === 'row' && (blanks || run.fields.length >= (label.meaning.rows.at(-1)?.row.columns.length ?? 0))) || (own.length === 0 && run.fields.length >= 10)) {
        this.runs.push(run);
        this.lastRunZone = this.zone;
        this.pending = [];
        own = [];
      }
      run = undefined;
    };
    const open = (index: number): Run => ({
      fields: [],
      unit,
      own: [...own],
      before: this.pending.slice(-MAX_BEFORE),
      at: index,
      zone: this.zone,
      ...(this.section === undefined ? {} : { section: this.section }),
    });
    for (let index = 0; index < unit.fields.length; index++) {
      const field = unit.fields[index];
      if (!field) continue;
      if (field.text === '') {
        if (run) run.fields.push(field);
        else if ((blanks || unit.layout === 'stacked') && (own.length > 0 || unit.fields.length >= 15)) (run = open(index)).fields.push(field);
        continue;
      }
      if (field.isValue) {
        (run ??= open(index)).fields.push(field);
        continue;
      }
      const meaning = field.meaning ?? this.labels.meaning(field.text);
      if (meaning.kind === 'other' && blanks && own.some((text) => text.meaning.kind === 'row')) {
        // Words where a value belongs: kept, as unreadable.
        (run ??= open(index)).fields.push(field);
        continue;
      }
      if (run && unit.layout !== 'stacked' && run.fields.every((each) => each.text === '')) run = undefined;
      else close();
      const item: TextItem = { field, unit, meaning, used: false };
      own.push(item);
      this.pending.push(item);
      if (this.pending.length > 2 * MAX_BEFORE) this.pending = this.pending.slice(-MAX_BEFORE);
      this.texts.push(item);
    }
    close();
  }
}

export const foldTexts = (texts: readonly TextItem[]): string => fold(texts.map((text) => text.field.text).join(''));
