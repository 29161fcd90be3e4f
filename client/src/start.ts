import type { ExtensionContext } from 'vscode';
import { AutoTotal } from './auto-total';
import { registerCommands } from './commands';
import { Office, type StartOffice } from './office';
import { registerOffice } from './office-commands';
import { registerEarlyCompletion } from './early-completion';
import { onceReport } from './watch';
import { registerRulePages } from './rule-pages';
import { registerSeeing } from './seeing';
import { ReportsView } from './reports-view';
import { SelectionSum } from './selection-sum';
import { Service, type ClientLibrary } from './service';
import { StatusItem } from './status';
import { TableKeys } from './table-keys';
import { TableValues } from './table-values';

/** What both kinds of host do. The server starts with the first document that looks like a report, or with a command. */
export function start(context: ExtensionContext, library: () => Promise<ClientLibrary>, startOffice: StartOffice): void {
  const status = new StatusItem();
  const service = new Service(context, library, status);
  const values = new TableValues(service, status);
  const keys = new TableKeys(values);
  context.subscriptions.push(values, keys, new AutoTotal(service, values), new SelectionSum(service, status));
  context.subscriptions.push(status, onceReport(() => void service.client().catch(() => undefined)));
  const office = new Office(context.extensionUri, startOffice);
  context.subscriptions.push(registerEarlyCompletion(service));
  registerCommands(context, service, keys, office);
  registerSeeing(context, service, status);
  registerOffice(context, office, service);
  registerRulePages(context);
  context.subscriptions.push(new ReportsView(service));
}
