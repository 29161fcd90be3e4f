import { NotificationType, NotificationType0, RequestType, RequestType0 } from 'vscode-languageserver';

/** Files that may hold reports, and `disclosure-report.json` files, as URIs. */
export interface WorkspaceFiles {
  readonly files: readonly string[];
  readonly configs: readonly string[];
  /** Config files of the folders above the workspace's: they hold below them, but nobody lists the reports they name. */
  readonly configsAbove?: readonly string[];
}

/** A file as it is: `text` is absent for one that is at a glance no report. */
export interface FileText {
  readonly text?: string;
  /** Another one when the file has changed (size and time); absent where that is not certain. */
  readonly stamp?: string;
  /** The stamp is still the one that was asked with: nothing was read. */
  readonly unchanged?: true;
}

/** A piece of the index: the client joins them up to the last and keeps the whole where no other program looks. */
export interface IndexPiece {
  readonly text: string;
  readonly first: boolean;
  readonly last: boolean;
}

/** Server to client: the server reads no files itself, so that it works in a browser and on virtual file systems. */
export const ListFilesRequest = new RequestType0<WorkspaceFiles, void>('disclosureReport/listFiles');
/** Server to client: the text of a file; null for one that is gone or no text. `stamp`: what is known of it already. */
export const ReadFileRequest = new RequestType<{ readonly uri: string; readonly stamp?: string }, FileText | null, void>('disclosureReport/readFile');
/** Server to client: the index as it was kept, piece by piece from 0; null when there is none. */
export const LoadIndexRequest = new RequestType<{ readonly piece: number }, { readonly text: string; readonly last: boolean } | null, void>('disclosureReport/loadIndex');
/** Server to client. */
export const SaveIndexRequest = new RequestType<IndexPiece, null, void>('disclosureReport/saveIndex');
/** Client to server: files were created, changed or deleted (for clients that watch by themselves). */
export const FilesChangedNotification = new NotificationType<{ readonly uris: readonly string[] }>('disclosureReport/filesChanged');
/** Server to client: what `overview` answers is different now. */
export const OverviewChangedNotification = new NotificationType0('disclosureReport/overviewChanged');
