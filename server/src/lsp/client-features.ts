import type { ClientCapabilities } from 'vscode-languageserver';

/** What the client can do, as far as it changes what the server answers. */
export interface ClientFeatures {
  /** It asks for diagnostics itself: then they are never pushed. */
  readonly pull: boolean;
  /** It can be told to ask for diagnostics again. */
  readonly pullRefresh: boolean;
  /** It can be asked for its settings. */
  readonly configuration: boolean;
  /** It wants to be told which settings changes to report. */
  readonly registerConfiguration: boolean;
  readonly versionedEdits: boolean;
  readonly disabledActions: boolean;
  readonly snippets: boolean;
  readonly markdownHover: boolean;
  readonly symbolTree: boolean;
  readonly onlyWholeLineFolds: boolean;
  /** It can be told to ask for inlay hints again. */
  readonly inlayHintRefresh: boolean;
  /** It shows how far work in the background has come. */
  readonly progress: boolean;
  /** It can be asked to tell of files that change. */
  readonly watchFiles: boolean;
}

export function clientFeatures({ textDocument, workspace, window }: ClientCapabilities): ClientFeatures {
  return {
    pull: textDocument?.diagnostic !== undefined && textDocument.diagnostic !== null,
    pullRefresh: workspace?.diagnostics?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    registerConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    disabledActions: textDocument?.codeAction?.disabledSupport === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    onlyWholeLineFolds: textDocument?.foldingRange?.lineFoldingOnly === true,
    inlayHintRefresh: workspace?.inlayHint?.refreshSupport === true,
    progress: window?.workDoneProgress === true,
    watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
  };
}
