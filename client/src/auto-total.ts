import { window, workspace, type Disposable, type TextDocument, type TextEditor } from 'vscode';
import type { TextEdit as NewText } from 'vscode-languageclient';
import { valueAt, type ValueTable } from '../../server/src/core/writing/moving';
import { Method } from './protocol';
import type { Service } from './service';
import type { TableValues } from './table-values';

/** A row the caret is in, and what its values were when it came. */
interface Visit {
  readonly document: TextDocument;
  readonly table: number;
  readonly row: number;
  readonly rows: number;
  readonly texts: readonly string[];
}

interface Left {
  readonly document: TextDocument;
  readonly table: number;
  readonly row: number;
  readonly rows: number;
  readonly columns: readonly number[];
}

/**
 * With `disclosureReport.autoTotal`: when the caret leaves a row some of whose values were changed, its totals follow, as a step
 * of their own for undo. Nothing is written while a row is typed in, so never into a composition of an input method.
 */
export class AutoTotal implements Disposable {
  private visit: Visit | undefined;
  /** Rows whose totals could not be written, because the text had moved on: they wait for the caret to leave a row again. */
  private waiting: Left[] = [];
  private readonly watchers: Disposable[];

  constructor(
    private readonly service: Service,
    private readonly values: TableValues,
  ) {
    this.watchers = [
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.look(textEditor)),
      window.onDidChangeActiveTextEditor((editor) => this.look(editor)),
      values.onDidChange(() => this.look(window.activeTextEditor)),
      workspace.onDidCloseTextDocument((document) => (this.waiting = this.waiting.filter((each) => each.document !== document))),
    ];
  }

  dispose(): void {
    for (const watcher of this.watchers) watcher.dispose();
  }

  private look(editor: TextEditor | undefined): void {
    if (!editor || editor !== window.activeTextEditor) return;
    const { document, selection } = editor;
    if (!workspace.getConfiguration('disclosureReport', document).get<boolean>('autoTotal')) {
      this.visit = undefined;
      return;
    }
    const tables = this.values.of(document);
    if (!tables) return;
    const at = valueAt(tables, document.offsetAt(selection.active));
    const { visit } = this;
    if (visit && visit.document === document && visit.table === at?.table && visit.row === at.row) return;
    this.visit = at && { document, table: at.table, row: at.row, rows: tables[at.table]?.length ?? 0, texts: textsOf(document, tables, at.table, at.row) };
    if (visit?.document !== document) return;
    const texts = textsOf(document, tables, visit.table, visit.row);
    // With rows added or taken away it is another row that stands there now.
    if (tables[visit.table]?.length !== visit.rows || texts.length !== visit.texts.length) return;
    const columns = texts.flatMap((text, i) => (text === visit.texts[i] ? [] : [i]));
    if (columns.length > 0) void this.write(editor, [...this.waiting.splice(0), { document, table: visit.table, row: visit.row, rows: visit.rows, columns }]);
  }

  private async write(editor: TextEditor, rows: readonly Left[]): Promise<void> {
    for (const left of rows) {
      if (left.document !== editor.document || editor.document.isClosed) continue;
      if (!(await this.writeRow(editor, left).catch(() => true))) this.waiting.push(left);
    }
  }

  /** False when the text moved on before the totals were there. */
  private async writeRow(editor: TextEditor, { document, table, row, rows, columns }: Left): Promise<boolean> {
    const client = await this.service.client();
    const { version } = document;
    const edits = await client.sendRequest<NewText[] | null>(Method.autoTotal, { uri: client.code2ProtocolConverter.asUri(document.uri), version, table, row, columns });
    if (document.version !== version || !edits) return false;
    const tables = this.values.of(document);
    if (edits.length === 0 || (tables && tables[table]?.length !== rows)) return true;
    return editor.edit(
      (builder) => {
        for (const { range, newText } of edits) builder.replace(client.protocol2CodeConverter.asRange(range), newText);
      },
      { undoStopBefore: true, undoStopAfter: true },
    );
  }
}

const textsOf = (document: TextDocument, tables: readonly ValueTable[], table: number, row: number): readonly string[] => {
  const text = document.getText();
  return (tables[table]?.[row]?.values ?? []).map(({ span }) => text.slice(span.start, span.end).trim());
};
