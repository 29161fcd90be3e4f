import { NotificationType, NotificationType0, RequestType, RequestType0 } from 'vscode-languageserver';

/** Files that may hold reports, and `disclosure-report.json` files, as URIs. */
export interface WorkspaceFiles {
  readonly files: readonly string[];
  readonly configs: readonly string[];
}

/** Server to client: the server reads no files itself, so that it works in a browser and on virtual file systems. */
export const ListFilesRequest = new RequestType0<WorkspaceFiles, void>('disclosureReport/listFiles');
/** Server to client: the text of a file; null for one that is gone, no text, or at a glance no report. */
export const ReadFileRequest = new RequestType<{ readonly uri: string }, { readonly text: string } | null, void>('disclosureReport/readFile');
/** Client to server: files were created, changed or deleted (for clients that watch by themselves). */
export const FilesChangedNotification = new NotificationType<{ readonly uris: readonly string[] }>('disclosureReport/filesChanged');
/** Server to client: what `overview` answers is different now. */
export const OverviewChangedNotification = new NotificationType0('disclosureReport/overviewChanged');
