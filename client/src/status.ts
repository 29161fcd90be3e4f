import { commands, EventEmitter, l10n, languages, LanguageStatusSeverity, window, workspace, type Disposable, type LanguageStatusItem, type TextDocument, type Uri } from 'vscode';
import { OWN_LANGUAGE, selector } from './languages';
import type { DocumentStatus } from './protocol';

/** True in the context of an editor with a report: menus show their entries by it. */
const CONTEXT_KEY = 'disclosureReport.isReport';

const SHOW_PROBLEMS = 'workbench.actions.view.problems';
/** Registered by the service, whose log it is. */
export const SHOW_LOG = 'disclosureReport.showLog';

/** What is said of the active document, in the language status beside the language's name. Other documents get nothing. */
export class StatusItem implements Disposable {
  private readonly item: LanguageStatusItem;
  private readonly known = new Map<string, DocumentStatus>();
  private readonly watchers: Disposable[];
  private readonly changed = new EventEmitter<void>();
  private inReport = false;
  private server: 'starting' | 'running' | 'stopped' | undefined;

  /** What is known of documents has changed. */
  readonly onDidChange = this.changed.event;

  constructor() {
    this.item = languages.createLanguageStatusItem('disclosureReport.status', []);
    this.item.name = '政府信息公开年报';
    this.watchers = [
      window.onDidChangeActiveTextEditor(() => this.show()),
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.known.delete(uri.toString());
        this.show();
      }),
    ];
    this.show();
  }

  dispose(): void {
    this.item.dispose();
    this.changed.dispose();
    for (const watcher of this.watchers) watcher.dispose();
  }

  update(uri: Uri, status: DocumentStatus): void {
    this.known.set(uri.toString(), status);
    this.show();
    this.changed.fire();
  }

  /** Whether a document is a report: the server has said so, or its writer. */
  isReport({ uri, languageId }: TextDocument): boolean {
    return languageId === OWN_LANGUAGE || this.known.get(uri.toString())?.kind === 'report';
  }

  /** Forgets what a server said that is gone. */
  reset(): void {
    this.known.clear();
    this.show();
    this.changed.fire();
  }

  starting(): void {
    this.server = 'starting';
    this.show();
  }

  running(): void {
    this.server = 'running';
    this.show();
  }

  stopped(): void {
    this.server = 'stopped';
    this.show();
  }

  private show(): void {
    const document = window.activeTextEditor?.document;
    const status = document && this.known.get(document.uri.toString());
    const own = document?.languageId === OWN_LANGUAGE;
    const recognised = status !== undefined && (status.kind !== 'other' || status.longest !== undefined || status.defect === true);
    this.setContext(own || status?.kind === 'report');
    // The item belongs to the active document alone: without one that is a report it applies to none.
    this.item.selector = own || recognised ? selector : [];
    this.item.busy = this.server === 'starting';
    if (this.server === 'stopped') this.say(LanguageStatusSeverity.Error, l10n.t('Not checked'), l10n.t('The language server has stopped.'), { title: l10n.t('Restart'), command: 'disclosureReport.restart' });
    else if (this.server === 'starting' || !status) this.say(LanguageStatusSeverity.Information, l10n.t('Annual report'), '');
    else if (status.defect) this.say(LanguageStatusSeverity.Error, l10n.t('Not checked'), l10n.t('A defect of the extension keeps this report from being checked.'), { title: l10n.t('Show Log'), command: SHOW_LOG });
    else if (status.kind === 'before2019') this.say(LanguageStatusSeverity.Information, l10n.t('Format before 2019'), l10n.t('Reports in formats before 2019 are not checked.'));
    else if (status.longest !== undefined) this.say(LanguageStatusSeverity.Warning, l10n.t('Not checked'), l10n.t('Texts of more than {0} characters are not checked.', status.longest));
    else if (status.kind === 'other') this.say(LanguageStatusSeverity.Information, l10n.t('Annual report'), l10n.t('Nothing of a report is recognised yet.'));
    else if (status.failed) this.say(LanguageStatusSeverity.Error, headline(status), l10n.t('{0}; not checked because of a defect of the extension: {1}', findings(status), status.failed.join(', ')), { title: l10n.t('Show Log'), command: SHOW_LOG });
    else this.say(severityOf(status), headline(status), findings(status), { title: l10n.t('Show Problems'), command: SHOW_PROBLEMS });
  }

  private say(severity: LanguageStatusSeverity, text: string, detail: string, command?: { title: string; command: string }): void {
    this.item.severity = severity;
    this.item.text = text;
    this.item.detail = detail;
    this.item.command = command;
  }

  private setContext(isReport: boolean): void {
    if (isReport === this.inReport) return;
    this.inReport = isReport;
    void commands.executeCommand('setContext', CONTEXT_KEY, isReport);
  }
}

function severityOf({ counts }: DocumentStatus): LanguageStatusSeverity {
  if (counts.error > 0) return LanguageStatusSeverity.Error;
  return counts.warning > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
}

/** Format and report year. */
function headline({ formatName, year }: DocumentStatus): string {
  const format = formatName ?? l10n.t('Annual report');
  return year === undefined ? format : l10n.t('{0}, report of {1}', format, year);
}

function findings({ counts: { error, warning, information }, shown }: DocumentStatus): string {
  if (error + warning + information === 0) return l10n.t('Nothing to report');
  const counts = l10n.t('Errors: {0}, warnings: {1}, information: {2}', error, warning, information);
  return shown === undefined ? counts : l10n.t('{0}; the first {1} are shown', counts, shown);
}
