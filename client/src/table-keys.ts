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
    return key.move ? this.move(key.move) : this.order.held(key);
  }

  private async go(direction: Direction): Promise<void> {
    const editor = window.activeTextEditor;
    if (!editor) return;
    const { document } = editor;
    const tables = await this.values.within(document, PATIENCE);
    const to = tables && placeOf(editor, tables) && moveFrom(tables, document.offsetAt(editor.selection.active), direction);
    if (to) return select(editor, to);
    // Behind the last value a selected value must not be replaced by the key: it is let go of, the next stroke is the key's own.
    if (tables && !editor.selection.isEmpty && direction !== 'previous' && placeOf(editor, tables)) editor.selection = new Selection(editor.selection.end, editor.selection.end);
    else await usual(direction);
  }

  private look(editor: TextEditor | undefined): void {
    if (editor !== window.activeTextEditor) return;
    const tables = editor && this.values.of(editor.document);
    // While the text is read again the keys stay as they are on the line.
    if (editor && !tables && this.line?.document === editor.document && this.line.number === editor.selection.active.line && editor.selections.length === 1) return;
    const at = editor && tables && placeOf(editor, tables);
    this.line = editor && at ? { document: editor.document, number: editor.selection.active.line } : undefined;
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
function usual(direction: Direction): Thenable<unknown> {
  if (direction === 'below') return commands.executeCommand('type', { text: '\n' });
  return commands.executeCommand(direction === 'next' ? 'tab' : 'outdent');
}

/** Where one caret is in the tables; a selection counts only when it is just one value, as moving leaves it. */
function placeOf({ document, selection, selections }: TextEditor, tables: readonly ValueTable[]): ValueAt | undefined {
  if (selections.length !== 1) return undefined;
  const at = valueAt(tables, document.offsetAt(selection.active));
  if (!at || selection.isEmpty) return at;
  const target = tables[at.table]?.[at.row]?.values[at.column]?.target;
  return at.inside && target && document.offsetAt(selection.start) === target.start && document.offsetAt(selection.end) === target.end ? at : undefined;
}

function select(editor: TextEditor, { target }: ValuePlace): void {
  const [start, end] = [editor.document.positionAt(target.start), editor.document.positionAt(target.end)];
  editor.selection = new Selection(start, end);
  editor.revealRange(new Range(start, end));
}
