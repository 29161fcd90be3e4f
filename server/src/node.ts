import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { startServer } from './lsp/server';

// With --stdio the library keeps `console` away from stdout, which carries the protocol.
const connection = createConnection(ProposedFeatures.all);
for (const event of ['uncaughtException', 'unhandledRejection'] as const) process.on(event, (error: unknown) => connection.console.error(`${event}: ${error instanceof Error ? error.stack : String(error)}`));
startServer(connection, { version, year: () => new Date().getFullYear() });
