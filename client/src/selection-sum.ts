import { l10n, StatusBarAlignment, window, type Disposable, type StatusBarItem, type TextEditor } from 'vscode';
import type { SelectionSum as Sum } from '../../server/src/core/writing/selection-sum';
import { Method } from './protocol';
import type { Service } from './service';
import type { StatusItem } from './status';

/** A selection that is still being made is not added up, in ms. */
const PAUSE = 100;

/** In the status bar: the sum of the values that are selected, from two values on. */
export class SelectionSum implements Disposable {
  private readonly item: StatusBarItem;
  private readonly watchers: Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  constructor(
    private readonly service: Service,
    private readonly status: StatusItem,
  ) {
    this.item = window.createStatusBarItem('disclosureReport.sum', StatusBarAlignment.Right, 101);
    this.item.name = l10n.t('Sum of the selected values');
    this.watchers = [this.item, window.onDidChangeTextEditorSelection(({ textEditor }) => this.later(textEditor)), window.onDidChangeActiveTextEditor((editor) => this.later(editor))];
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const watcher of this.watchers) watcher.dispose();
  }

  private later(editor: TextEditor | undefined): void {
    if (editor !== window.activeTextEditor) return;
    clearTimeout(this.timer);
    this.asked++;
    const ranges = editor && this.status.isReport(editor.document) ? editor.selections.filter(({ isEmpty }) => !isEmpty) : [];
    if (!editor || ranges.length === 0) this.item.hide();
    else this.timer = setTimeout(() => void this.add(editor, this.asked).catch(() => this.item.hide()), PAUSE);
  }

  private async add({ document, selections }: TextEditor, asked: number): Promise<void> {
    const client = await this.service.client();
    const ranges = selections.filter(({ isEmpty }) => !isEmpty).map((selection) => client.code2ProtocolConverter.asRange(selection));
    const sum = await client.sendRequest<Sum | null>(Method.sum, { uri: client.code2ProtocolConverter.asUri(document.uri), ranges });
    if (asked !== this.asked) return;
    if (!sum) return this.item.hide();
    this.item.text = l10n.t('Sum {0} ({1} values)', sum.sum, sum.count);
    this.item.tooltip = l10n.t('Sum of the selected values');
    this.item.accessibilityInformation = { label: this.item.text };
    this.item.show();
  }
}
