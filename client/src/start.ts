import type { ExtensionContext } from 'vscode';
import { registerCommands } from './commands';
import { onceReport } from './watch';
import { registerRulePages } from './rule-pages';
import { Service, type ClientLibrary } from './service';
import { StatusItem } from './status';

/** What both kinds of host do. The server starts with the first document that looks like a report, or with a command. */
export function start(context: ExtensionContext, library: () => Promise<ClientLibrary>): void {
  const status = new StatusItem();
  const service = new Service(context, library, status);
  context.subscriptions.push(status, onceReport(() => void service.client().catch(() => undefined)));
  registerCommands(context, service);
  registerRulePages(context);
}
