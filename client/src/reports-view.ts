import { commands, EventEmitter, l10n, MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, window, workspace, type Disposable, type TreeDataProvider } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Method, type AgencyNode, type Overview, type ReportRow } from './protocol';
import type { Service } from './service';
import { summary } from './summary';
import { wordsOf, yearStates } from './year-states';

const VIEW = 'disclosureReport.reports';
/** True once the workspace is known to hold reports: only then does the view show. */
const CONTEXT_KEY = 'disclosureReport.hasReports';

type Node = { readonly agency: AgencyNode } | { readonly report: ReportRow };

/** All reports of the workspace: agencies as a tree, a line a year, what is found in each and what is missing. A click opens it. */
export class ReportsView implements TreeDataProvider<Node>, Disposable {
  private readonly changed = new EventEmitter<undefined>();
  private readonly parts: Disposable[];
  private overview: Overview | null = null;
  private hasReports = false;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly service: Service) {
    this.parts = [
      window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true }),
      commands.registerCommand('disclosureReport.exportSummary', () => this.exportSummary()),
      service.onStart((client) => this.follow(client)),
    ];
  }

  dispose(): void {
    for (const part of this.parts) part.dispose();
    this.changed.dispose();
  }

  getTreeItem(node: Node): TreeItem {
    return 'agency' in node ? agencyItem(node.agency) : reportItem(node.report);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (!node) {
      this.overview = await this.ask(true);
      return (this.overview?.agencies ?? []).map((agency) => ({ agency }));
    }
    if (!('agency' in node)) return [];
    return [...node.agency.reports.map((report) => ({ report })), ...node.agency.children.map((agency) => ({ agency }))];
  }

  private follow(client: BaseLanguageClient): void {
    client.onNotification(Method.overviewChanged, () => void this.refresh());
    void this.refresh();
  }

  private async refresh(): Promise<void> {
    // Whether there are any has to be known before the view can show, and only then.
    if (!this.hasReports) await this.ask(false);
    this.changed.fire(undefined);
  }

  /** @param count findings are counted too, which takes the server a while: only for somebody who looks. */
  private async ask(count: boolean): Promise<Overview | null> {
    try {
      const overview = await (await this.service.client()).sendRequest<Overview | null>(Method.overview, { count });
      this.setContext(overview);
      return overview;
    } catch {
      return null;
    }
  }

  private setContext(overview: Overview | null): void {
    this.hasReports = (overview?.agencies.length ?? 0) > 0;
    void commands.executeCommand('setContext', CONTEXT_KEY, this.hasReports);
  }

  private async exportSummary(): Promise<void> {
    const overview = this.overview ?? (await this.ask(true));
    if (!overview || overview.agencies.length === 0) return void window.showInformationMessage(l10n.t('No reports have been read yet.'));
    await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content: summary(overview, (uri) => workspace.asRelativePath(Uri.parse(uri))) }));
  }
}

function agencyItem(node: AgencyNode): TreeItem {
  const { agency, reports, children } = node;
  const open = children.length > 0 ? TreeItemCollapsibleState.Expanded : reports.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
  const item = new TreeItem(agency || reports[0]?.title || l10n.t('Agency not named'), open);
  item.iconPath = new ThemeIcon(reports.length > 0 ? 'organization' : 'circle-slash');
  const states = yearStates(node);
  item.description = states.map(({ year, mark }) => `${year ?? '?'} ${mark}`).join('  ');
  item.tooltip = [agency, ...states.map(({ year, words }) => `${year ?? '?'}: ${words}`)].join('\n');
  // A screen reader reads no marks.
  item.accessibilityInformation = { label: [agency, ...states.map(({ year, words }) => `${year ?? ''} ${words}`)].join(', ') };
  return item;
}

function reportItem({ uri, title, year, counts, missing }: ReportRow): TreeItem {
  const item = new TreeItem(year === undefined ? title || l10n.t('Year not certain') : String(year));
  item.resourceUri = Uri.parse(uri);
  item.command = { command: 'vscode.open', title: '', arguments: [Uri.parse(uri)] };
  item.iconPath = iconOf(counts);
  const found = wordsOf(counts);
  item.accessibilityInformation = { label: `${year ?? title}, ${found}` };
  item.description = missing.length === 0 ? found : `${found} · ${l10n.t('missing: {0}', missing.length)}`;
  item.tooltip = new MarkdownString().appendText([title, workspace.asRelativePath(Uri.parse(uri)), found, ...(missing.length === 0 ? [] : [l10n.t('Reports of subordinates that are missing: {0}', missing.join('、'))])].join('\n'));
  return item;
}

function iconOf(counts: ReportRow['counts']): ThemeIcon {
  if (!counts) return new ThemeIcon('loading~spin');
  if (counts.error > 0) return new ThemeIcon('error', new ThemeColor('list.errorForeground'));
  if (counts.warning > 0) return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  return new ThemeIcon('pass');
}
