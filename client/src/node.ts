import type { ExtensionContext } from 'vscode';
import { startOffice } from './node-office';
import { start } from './start';

/** Desktop and remote. The library behind the import is run when the first report is there, not for every text. */
export const activate = (context: ExtensionContext): void => start(context, () => import('./node-client'), startOffice);
