import type { ExtensionContext } from 'vscode';
import { startOffice } from './browser-office';
import { start } from './start';

/** VS Code in a browser. The library behind the import is run when the first report is there, not for every text. */
export const activate = (context: ExtensionContext): void => start(context, () => import('./browser-client'), startOffice);
