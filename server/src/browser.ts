import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../package.json';
import { startServer } from './lsp/server';

type Failure = { readonly error?: unknown; readonly reason?: unknown; readonly message?: string };
/** The worker this runs in. */
const worker = globalThis as unknown as { addEventListener(event: string, listener: (failure: Failure) => void): void };
const port = worker as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];

const connection = createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port));
for (const event of ['error', 'unhandledrejection']) worker.addEventListener(event, (failure) => connection.console.error(`${event}: ${String(failure.error ?? failure.reason ?? failure.message)}`));
startServer(connection, { version, year: () => new Date().getFullYear() });
