import { l10n, StatusBarAlignment, ThemeColor, window, workspace, type Disposable, type StatusBarItem, type TextEditor, type TextEditorDecorationType } from 'vscode';
import { Method, type CellPlace } from './protocol';
import type { Service } from './service';
import type { StatusItem } from './status';

/** The caret rests so long before anybody is asked where it is, in ms. */
const PAUSE = 120;
/** A row's label in the status bar is cut to so many characters; the column's name is what one looks for. */
const LONGEST = 16;

/** Which row and column the caret's number is in: named in the status bar, and tinted in the text without moving it. */
export class CellRuler implements Disposable {
  private item: StatusBarItem | undefined;
  private tint: TextEditorDecorationType | undefined;
  private tinted: TextEditor | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;
  private readonly watchers: Disposable[];

  constructor(
    private readonly service: Service,
    private readonly status: StatusItem,
  ) {
    this.watchers = [
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.later(textEditor)),
      window.onDidChangeActiveTextEditor((editor) => this.later(editor)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => contentChanges.length > 0 && document === window.activeTextEditor?.document && this.later(window.activeTextEditor)),
      workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('disclosureReport.highlightCell') && this.later(window.activeTextEditor)),
      status.onDidChange(() => this.later(window.activeTextEditor)),
    ];
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const each of [...this.watchers, this.item, this.tint]) each?.dispose();
  }

  private later(editor: TextEditor | undefined): void {
    if (editor !== window.activeTextEditor) return;
    clearTimeout(this.timer);
    this.asked++;
    if (!editor || !this.status.isReport(editor.document)) this.show(undefined, null);
    else this.timer = setTimeout(() => void this.look(editor, this.asked).catch(() => this.show(editor, null)), PAUSE);
  }

  private async look(editor: TextEditor, asked: number): Promise<void> {
    const { document, selection } = editor;
    const client = await this.service.client();
    const place = await client.sendRequest<CellPlace | null>(Method.cellPlace, { uri: client.code2ProtocolConverter.asUri(document.uri), position: client.code2ProtocolConverter.asPosition(selection.active) });
    if (asked !== this.asked) return;
    this.show(editor, place && place.version === document.version ? place : null);
    if (!this.tint || !this.tinted) return;
    const ranges = place && workspace.getConfiguration('disclosureReport', document).get<boolean>('highlightCell') ? [...place.row, ...place.column] : [];
    editor.setDecorations(this.tint, ranges.map((range) => client.protocol2CodeConverter.asRange(range)));
  }

  /** @param place null: the caret is in no table, what was shown goes. */
  private show(editor: TextEditor | undefined, place: CellPlace | null): void {
    if (this.tint && this.tinted && (this.tinted !== editor || !place)) this.tinted.setDecorations(this.tint, []);
    this.tinted = place ? editor : undefined;
    if (!place) return this.item?.hide();
    this.tint ??= window.createTextEditorDecorationType({ backgroundColor: new ThemeColor('disclosureReport.crossBackground'), borderRadius: '2px' });
    this.item ??= this.createItem();
    const row = Array.from(place.name.row);
    const cut = row.length > LONGEST ? `${row.slice(0, LONGEST - 1).join('')}…` : place.name.row;
    // Icons are written in a text of the status bar.
    this.item.text = `$(table) ${[cut, place.name.column].filter((part) => part !== '').join(' · ').replaceAll('$(', '$ (')}`;
    this.item.tooltip = place.full;
    this.item.accessibilityInformation = { label: l10n.t('In the table: {0}', place.full) };
    this.item.show();
  }

  private createItem(): StatusBarItem {
    const item = window.createStatusBarItem('disclosureReport.cell', StatusBarAlignment.Right, 102);
    item.name = l10n.t('Row and column of the number');
    return item;
  }
}
