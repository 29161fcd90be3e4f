import { DocumentDropEdit, Uri, window, type DocumentDropEditProvider } from 'vscode';
import { importFile } from './import-report';
import { OfficeFailure, tellNotices, type Office } from './office';

/** Dragged files of these endings are documents to import; others VS Code handles as ever. */
const DOCUMENT = /\.(docx|html?|mht|mhtml)$/i;

/** A Word document or web page dropped into an open draft becomes its text. */
export const dropDocument = (office: Office): DocumentDropEditProvider => ({
  async provideDocumentDropEdits(_document, _position, data, token) {
    const list = await data.get('text/uri-list')?.asString();
    const [uri] = (list ?? '').split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
    if (uri === undefined || !DOCUMENT.test(decodeURIComponent(uri))) return undefined;
    try {
      const imported = await importFile(office, Uri.parse(uri));
      if (!imported || token.isCancellationRequested) return undefined;
      if (imported.notices.length > 0) tellNotices('', imported.notices);
      return new DocumentDropEdit(imported.markdown);
    } catch (error) {
      void window.showErrorMessage(error instanceof OfficeFailure ? error.message : String(error));
      return undefined;
    }
  },
});
