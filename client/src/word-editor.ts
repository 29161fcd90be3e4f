import type { CustomReadonlyEditorProvider, Uri } from 'vscode';
import { importReports } from './import-report';
import type { Office } from './office';

/** Name of the editor in the manifest. It is one of several for a Word document, never the one that opens by itself. */
export const WORD_EDITOR = 'disclosureReport.word';

/** “Open With…” of a Word document: the draft it becomes takes the place of the editor. */
export const wordEditor = (office: Office): CustomReadonlyEditorProvider => ({
  openCustomDocument: (uri: Uri) => ({ uri, dispose: () => undefined }),
  async resolveCustomEditor({ uri }, panel) {
    await importReports(office, [uri]);
    panel.dispose();
  },
});
