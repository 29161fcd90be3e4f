import type { Connection, InitializeParams, InitializeResult, ServerCapabilities } from 'vscode-languageserver';
import { beforeExport } from './before-export';
import { cellPlace } from './cell-place';
import { clipboard } from './clipboard';
import { clientFeatures } from './client-features';
import { codeActions } from './code-actions';
import { completion } from './completion';
import { Documents } from './documents';
import { folding } from './folding';
import type { ServerHost } from './host';
import { hover } from './hover';
import { inlayHints, refreshInlayHints } from './inlay-hints';
import { Log } from './log';
import { newReport } from './new-report';
import { serverOptions } from './options';
import { preview } from './preview';
import { PullDiagnostics } from './pull';
import { PushDiagnostics } from './push';
import { semanticTokens } from './semantic-tokens';
import { Session, type Feature } from './session';
import { SettingsStore } from './settings-store';
import { severalFeatures } from './several';
import { WorkspaceReports } from './several/workspace-reports';
import { snippets } from './snippets';
import { StatusReporter } from './status';
import { symbols } from './symbols';
import { tables } from './tables';

/**
 * Serves one client. What a feature declares stands beside its handler, so that nothing is declared that is not served.
 * @param connection not listening yet; it is when this returns.
 */
export function startServer(connection: Connection, host: ServerHost): void {
  const log = new Log(connection.console);
  const documents = new Documents(host, log);
  documents.listen(connection);
  connection.onInitialize((params: InitializeParams): InitializeResult => ({ capabilities: initialize(connection, host, log, documents, params), serverInfo: { name: 'disclosure-report', version: host.version } }));
  connection.listen();
}

function initialize(connection: Connection, host: ServerHost, log: Log, documents: Documents, params: InitializeParams): ServerCapabilities {
  const features = clientFeatures(params.capabilities);
  const options = serverOptions(params, host, (text) => log.warn(text));
  const settings = new SettingsStore(connection, features, log, options.settings);
  const several = new WorkspaceReports(connection, log, { canRead: options.workspaceFiles, canKeep: options.keepsIndex, version: host.version, progress: features.progress, watch: features.watchFiles, say: (text) => text[options.language], isOpen: (uri) => documents.versionOf(uri) !== undefined, openText: (uri) => documents.open.get(uri)?.getText() });
  documents.several = several;
  const session = new Session(connection, host, features, options, documents, settings, several, log);

  const status = new StatusReporter();
  // Asked for or sent, never both: a client would show each finding twice.
  const diagnostics = features.pull ? new PullDiagnostics(status) : new PushDiagnostics(status);
  const served: readonly Feature[] = [diagnostics, codeActions, completion, hover, folding, symbols, snippets, tables, newReport, preview, clipboard, beforeExport, cellPlace, inlayHints, semanticTokens, ...severalFeatures()];
  for (const feature of served) feature.register(session);
  settings.listen(() => {
    diagnostics.refresh(session);
    refreshInlayHints(session);
  });
  several.listen();
  connection.onInitialized(() => {
    settings.initialized();
    several.initialized();
  });
  several.onChange((uris) => {
    if ([...uris].some((uri) => documents.versionOf(uri) !== undefined)) diagnostics.refresh(session);
  });
  documents.open.onDidClose(({ document: { uri } }) => {
    status.forget(uri);
    settings.forget(uri);
    several.closed(uri);
  });
  session.atEnd(() => several.stop());
  connection.onShutdown(() => session.end());
  return Object.assign({}, ...served.map((feature) => feature.capabilities(session))) as ServerCapabilities;
}
