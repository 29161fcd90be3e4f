import { commands, Range, Selection, window, type Disposable, type TextDocument, type TextEditor } from 'vscode';
import { moveFrom, valueAt, type Direction, type ValueAt, type ValuePlace, type ValueTable } from '../../server/src/core/writing/moving';
import { KeyOrder, type HeldKey } from './key-order';
import type { TableValues } from './table-values';

/** True while the keys that move from value to value have somewhere to go: on a row of a recognised table, or at a value. */
const CONTEXT = { row: 'disclosureReport.inTable', value: 'disclosureReport.inValue' } as const;

/** A key waits for no longer than this, in ms; then it does what it always does. */
const PATIENCE = 100;

/** Tab, Shift+Tab and Enter in tables: the manifest binds them where the context keys are true. */
export class TableKeys implements Disposable {
  private readonly order = new KeyOrder();
  private readonly watchers: Disposable[];
  private readonly told = new Map<string, boolean>();
  /** Whether a key has moved since the caret came into the tables. */
  private moved = false;
  private line: { readonly document: TextDocument; readonly number: number } | undefined;

  constructor(private readonly values: TableValues) {
    this.watchers = [
      this.order,
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.look(textEditor)),
      window.onDidChangeActiveTextEditor((editor) => this.look(editor)),
      values.onDidChange(() => this.look(window.activeTextEditor)),
    ];
    this.look(window.activeTextEditor);
  }

  dispose(): void {
    for (const watcher of this.watchers) watcher.dispose();
  }

  /** Selects the value the key leads to; does what the key always does where it leads nowhere. */
  move(direction: Direction): Promise<unknown> {
    return this.order.move(() => this.go(direction));
  }

  /** A key as the manifest binds it: a move, or what is struck behind one. */
  held(key: HeldKey): Promise<unknown> {
    const { move } = key;
    if (!move) return this.order.held(key);
    this.moved = true;
    return this.order.move(() => this.go(move, key.inSnippet));
  }

  private async go(direction: Direction, inSnippet = false): Promise<void> {
    const editor = window.activeTextEditor;
    if (!editor) return;
    const { document } = editor;
    const tables = await this.values.within(document, PATIENCE);
    const to = tables && placeOf(editor, tables) && moveFrom(tables, document.offsetAt(editor.selection.active), direction);
    const from = document.offsetAt(editor.selection.active);
    if (to && inSnippet) return through(editor, to, stepsTo(tables, from, to));
    if (to) return select(editor, to);
    const at = tables && placeOf(editor, tables);
    const row = at && tables[at.table]?.[at.row];
    if (!row || !at.inside || direction === 'previous') return usual(direction);
    // Behind the last value: neither a tab nor a line belongs into the cell. The caret leaves it, the next stroke is the key's own.
    if (inSnippet) return onward(tables[at.table]?.slice(at.row).flatMap(({ values }) => values).slice(at.column).length ?? 1);
    const end = document.positionAt(row.lines.end);
    if (direction === 'below' && editor.selection.isEmpty && editor.selection.active.isEqual(end)) return usual(direction);
    editor.selection = new Selection(end, end);
  }

  private look(editor: TextEditor | undefined): void {
    if (editor !== window.activeTextEditor) return;
    const tables = editor && this.values.of(editor.document);
    // While the text is read again the keys stay as they are on the line.
    if (editor && !tables && this.line?.document === editor.document && this.line.number === editor.selection.active.line && editor.selections.length === 1) return;
    const at = editor && tables && placeOf(editor, tables);
    this.line = editor && at ? { document: editor.document, number: editor.selection.active.line } : undefined;
    if (!at && this.moved) {
      this.moved = false;
      this.order.release();
    }
    this.tell(CONTEXT.row, at !== undefined);
    this.tell(CONTEXT.value, at?.inside === true);
  }

  private tell(key: string, value: boolean): void {
    if ((this.told.get(key) ?? false) === value) return;
    this.told.set(key, value);
    void commands.executeCommand('setContext', key, value);
  }
}

/** What the key does outside of tables. */
async function usual(direction: Direction): Promise<void> {
  if (direction === 'below') await commands.executeCommand('type', { text: '\n' });
  else await commands.executeCommand(direction === 'next' ? 'tab' : 'outdent');
}

/** Where one caret is in the tables; a selection counts only when it is just one value, as moving leaves it. */
function placeOf({ document, selection, selections }: TextEditor, tables: readonly ValueTable[]): ValueAt | undefined {
  if (selections.length !== 1) return undefined;
  const at = valueAt(tables, document.offsetAt(selection.active));
  if (!at || selection.isEmpty) return at;
  const target = tables[at.table]?.[at.row]?.values[at.column]?.target;
  return at.inside && target && document.offsetAt(selection.start) === target.start && document.offsetAt(selection.end) === target.end ? at : undefined;
}

/** How many values lie between the one at an offset and another of its table, itself counted; 0 when it is not behind. */
function stepsTo(tables: readonly ValueTable[], offset: number, to: ValuePlace): number {
  const at = valueAt(tables, offset);
  const values = (at && tables[at.table])?.map((row) => row.values) ?? [];
  const from = values.slice(0, at?.row).flat().length + (at?.column ?? 0);
  return Math.max(0, values.flat().indexOf(to) - from);
}

/** In a table that a snippet has just written, every value is a tab stop: the snippet is told to go on, so that Tab goes on from there. */
async function through(editor: TextEditor, to: ValuePlace, steps: number): Promise<void> {
  await onward(steps);
  const { start } = editor.selection;
  if (editor.document.offsetAt(start) === to.target.start) return;
  // The stops are others than the values.
  await commands.executeCommand('leaveSnippet');
  select(editor, to);
}

const onward = async (stops: number): Promise<void> => void (await commands.executeCommand('runCommands', { commands: Array.from({ length: stops }, () => 'jumpToNextSnippetPlaceholder') }));

function select(editor: TextEditor, { target }: ValuePlace): void {
  const [start, end] = [editor.document.positionAt(target.start), editor.document.positionAt(target.end)];
  editor.selection = new Selection(start, end);
  editor.revealRange(new Range(start, end));
}
