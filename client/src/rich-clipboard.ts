import { l10n, ViewColumn, window } from 'vscode';
import type { CopiedTable } from './protocol';
import { copyPage, nonce } from './preview-page';

/** A page that has not written by then cannot, in ms. */
const PATIENCE = 6000;

/**
 * Puts a table on the clipboard as HTML with merged cells and as text. Extensions can write text only; a page in the editor can write
 * both while it has the keyboard, so one is opened for a moment. False where it could not.
 */
export async function writeRich(table: CopiedTable): Promise<boolean> {
  const panel = window.createWebviewPanel('disclosureReport.copy', l10n.t('Copying the table'), { viewColumn: ViewColumn.Active, preserveFocus: false }, { enableScripts: true, localResourceRoots: [] });
  try {
    return await new Promise<boolean>((resolve) => {
      setTimeout(() => resolve(false), PATIENCE);
      panel.onDidDispose(() => resolve(false));
      panel.webview.onDidReceiveMessage((message: { readonly kind: string; readonly written?: boolean }) => {
        if (message.kind === 'ready') {
          panel.reveal(undefined, false);
          void panel.webview.postMessage(table);
        } else resolve(message.written === true);
      });
      panel.webview.html = copyPage(nonce());
    });
  } finally {
    panel.dispose();
  }
}
