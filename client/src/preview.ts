import { env, l10n, languages, Range, Selection, TextEditorRevealType, Uri, ViewColumn, window, workspace, type Disposable, type TextDocument, type TextEditor, type WebviewPanel, type WebviewPanelSerializer } from 'vscode';
import type { FromPage, ToPage } from '../webview/messages';
import { nonce, webviewPage } from './preview-page';
import { Method, type Preview as Page } from './protocol';
import type { Service } from './service';
import type { StatusItem } from './status';

/** Time after typing before the page follows, in ms: as long as findings take, so that it does not say what they do not. */
const PAUSE = 300;
/** After the caret or a click has moved the page, scrolling of the text that comes of it moves it no more, in ms. */
const SETTLE = 250;
const TYPE = 'disclosureReport.preview';

export { TYPE as previewType };

/** The report beside the text, as it will be published. One panel, which follows the report that is worked on. */
export class Preview implements Disposable, WebviewPanelSerializer {
  private panel: WebviewPanel | undefined;
  private document: TextDocument | undefined;
  private shown: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private movedAt = 0;
  private watchers: Disposable[] = [];

  constructor(
    private readonly extension: Uri,
    private readonly service: Service,
    private readonly status: StatusItem,
  ) {}

  dispose(): void {
    this.panel?.dispose();
  }

  /** Opens the panel beside the editor, or brings it to the front. The keyboard stays in the text. */
  async open(editor: TextEditor): Promise<void> {
    if (this.panel) this.panel.reveal(undefined, true);
    else this.create();
    await this.follow(editor);
  }

  /** Takes up the panel of a window that has been loaded anew, with the report it showed. */
  async deserializeWebviewPanel(panel: WebviewPanel, state: unknown): Promise<void> {
    if (this.panel) return panel.dispose();
    const uri = typeof state === 'object' && state !== null && 'uri' in state && typeof state.uri === 'string' ? Uri.parse(state.uri) : undefined;
    panel.webview.options = { enableScripts: true, localResourceRoots: [Uri.joinPath(this.script, '..')] };
    this.adopt(panel);
    const open = workspace.textDocuments.find((document) => document.uri.toString() === uri?.toString());
    // A draft without a file is restored by the editor, or gone for good: then the report in front is shown.
    const document = open ?? (uri && uri.scheme !== 'untitled' ? await Promise.resolve(workspace.openTextDocument(uri)).catch(() => undefined) : undefined);
    if (document) await this.take(document);
  }

  private get script(): Uri {
    return Uri.joinPath(this.extension, 'dist/client/preview.js');
  }

  private create(): void {
    this.adopt(window.createWebviewPanel(TYPE, l10n.t('Preview'), { viewColumn: ViewColumn.Beside, preserveFocus: true }, { enableScripts: true, enableFindWidget: true, localResourceRoots: [Uri.joinPath(this.script, '..')] }));
  }

  private adopt(panel: WebviewPanel): void {
    this.panel = panel;
    this.watchers = [
      panel.webview.onDidReceiveMessage((message: FromPage) => {
        if (message.kind === 'ready') void this.show();
        else void this.reveal(message.start, message.end);
      }),
      panel.onDidDispose(() => this.closed()),
      // A panel in the background has no page; it asks for everything when it is back.
      window.onDidChangeActiveTextEditor((editor) => editor && this.status.isReport(editor.document) && void this.follow(editor)),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.caret(textEditor)),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges: [range] }) => range && this.scroll(textEditor, range.start.line)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => contentChanges.length > 0 && document === this.document && this.later(PAUSE)),
      // Findings come after the text, and without a change of it when settings change.
      languages.onDidChangeDiagnostics(({ uris }) => uris.some((uri) => uri.toString() === this.document?.uri.toString()) && this.later(0)),
      this.status.onDidChange(() => this.later(0)),
    ];
    panel.webview.html = webviewPage({ language: env.language, title: l10n.t('Preview'), body: '', nonce: nonce(), script: panel.webview.asWebviewUri(this.script).toString() });
  }

  private closed(): void {
    for (const watcher of this.watchers) watcher.dispose();
    clearTimeout(this.timer);
    Object.assign(this, { panel: undefined, document: undefined, shown: undefined, watchers: [] });
  }

  private async follow(editor: TextEditor): Promise<void> {
    if (this.document === editor.document) return this.caret(editor);
    await this.take(editor.document);
  }

  private async take(document: TextDocument): Promise<void> {
    this.document = document;
    if (this.panel) this.panel.title = l10n.t('Preview: {0}', document.uri.path.split('/').at(-1) ?? '');
    await this.show();
  }

  private later(pause: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh().catch(() => undefined), pause);
  }

  /** The whole page, with the caret's place. */
  private async show(): Promise<void> {
    this.shown = undefined;
    await this.refresh().catch(() => undefined);
  }

  private async refresh(): Promise<void> {
    const { document } = this;
    if (!document || document.isClosed) return;
    const client = await this.service.client();
    const page = await client.sendRequest<Page | null>(Method.preview, { uri: client.code2ProtocolConverter.asUri(document.uri) });
    // Typing has gone on: it will be asked for again.
    if (document !== this.document || (page && page.version !== document.version)) return;
    const html = page?.html ? page.html : `<p>${l10n.t('Nothing of a report is recognised yet.')}</p>`;
    if (html === this.shown) return;
    this.shown = html;
    this.tell({ kind: 'show', html, uri: document.uri.toString() });
    const editor = this.editor();
    if (editor) this.caret(editor);
  }

  private caret(editor: TextEditor): void {
    if (editor.document !== this.document) return;
    this.movedAt = Date.now();
    const { active } = editor.selection;
    this.tell({ kind: 'caret', offset: editor.document.offsetAt(active), line: active.line });
  }

  private scroll(editor: TextEditor, line: number): void {
    if (editor.document === this.document && Date.now() - this.movedAt > SETTLE) this.tell({ kind: 'scroll', line });
  }

  /** Selects a value, or puts the caret before a paragraph. */
  private async reveal(start: number, end: number): Promise<void> {
    const { document } = this;
    if (!document || document.isClosed) return;
    this.movedAt = Date.now();
    const editor = await window.showTextDocument(document, { viewColumn: this.editor()?.viewColumn ?? ViewColumn.One });
    const [from, to] = [document.positionAt(start), document.positionAt(end)];
    editor.selection = from.line === to.line && end - start < 40 ? new Selection(from, to) : new Selection(from, from);
    editor.revealRange(new Range(from, from), TextEditorRevealType.InCenterIfOutsideViewport);
  }

  private editor(): TextEditor | undefined {
    return window.visibleTextEditors.find(({ document }) => document === this.document);
  }

  private tell(message: ToPage): void {
    void this.panel?.webview.postMessage(message);
  }
}

/** A page for the browser, to be printed or made a PDF of: what is shown in an editor cannot be printed. */
export async function savePrintable(service: Service, { document }: TextEditor, page: (title: string, body: string) => string): Promise<void> {
  const client = await service.client();
  const found = await client.sendRequest<Page | null>(Method.preview, { uri: client.code2ProtocolConverter.asUri(document.uri), unmarked: true });
  if (!found?.html) return void window.showInformationMessage(l10n.t('Nothing of a report is recognised yet.'));
  const name = found.title || (document.uri.path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
  const beside = document.isUntitled ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(document.uri, '..');
  const to = await window.showSaveDialog({ ...(beside ? { defaultUri: Uri.joinPath(beside, `${name}.html`) } : {}), filters: { HTML: ['html'] }, title: l10n.t('Save a page to print') });
  if (!to) return;
  await workspace.fs.writeFile(to, new TextEncoder().encode(page(name, found.html)));
  if (to.scheme === 'file' && !env.remoteName) await env.openExternal(to);
  else void window.showInformationMessage(l10n.t('Saved. Open {0} in a browser to print it.', to.path.split('/').at(-1) ?? ''));
}
