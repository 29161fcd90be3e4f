import { l10n, Position, Range, Selection, SnippetString, window, workspace, type ExtensionContext, type QuickPickItem, type TextDocument, Uri } from 'vscode';
import { chooseReport, textOf, type ChosenReport } from './last-report';
import type { Office } from './office';
import { OWN_LANGUAGE } from './languages';
import { Method, type BlankReport, type ReportIdentity, type RolledOver } from './protocol';
import type { Service } from './service';
import { yearOf } from './year';

/** Name under which the agency is kept for the next time. */
const AGENCY = 'agency';

/** What is known before anybody is asked; a caller may give all of it. */
export interface NewReport {
  readonly kind?: 'blank' | 'rollOver';
  /** Last year's report. */
  readonly from?: Uri;
  readonly year?: number;
  readonly agency?: string;
}

/** Asks what it has to know and opens an untitled draft: the standard skeleton, or last year's report rolled over. */
export async function newReport(context: ExtensionContext, service: Service, office: Office, given: NewReport = {}): Promise<void> {
  const title = l10n.t('New annual report');
  // The server starts while questions are answered, not between them.
  const starting = service.client();
  starting.catch(() => undefined);
  const kind = given.kind ?? (await askKind(title));
  if (!kind) return;
  const last = kind === 'rollOver' ? (given.from ? { uri: given.from, text: await textOf(given.from, office) } : await chooseReport(title, office)) : undefined;
  if (kind === 'rollOver' && !last) return;
  const identity = last && (await (await starting).sendRequest<ReportIdentity | null>(Method.identify, { text: last.text }));
  if (last && !identity) return notReport(last);
  const year = given.year ?? (await askYear(title, identity?.year === undefined ? new Date().getFullYear() - 1 : identity.year + 1));
  if (year === undefined) return;
  const agency = given.agency ?? (await askAgency(title, identity?.agency || context.globalState.get<string>(AGENCY, '')));
  if (agency === undefined) return;
  if (agency !== '') await context.globalState.update(AGENCY, agency);
  const client = await starting;
  if (last) await openRolledOver(await client.sendRequest<RolledOver | null>(Method.rollOver, { text: last.text, year, agency }), last);
  else await openBlank(await client.sendRequest<BlankReport | null>(Method.blankReport, { year, agency }));
}

async function askKind(title: string): Promise<NewReport['kind']> {
  interface Choice extends QuickPickItem {
    readonly value: NonNullable<NewReport['kind']>;
  }
  const choices: Choice[] = [
    { label: l10n.t('Roll over last year’s report'), detail: l10n.t('Structure, contact details and carried-over requests stay; figures are emptied, sentences marked for rewriting.'), value: 'rollOver' },
    { label: l10n.t('Blank report'), detail: l10n.t('The standard skeleton with its three tables.'), value: 'blank' },
  ];
  return (await window.showQuickPick(choices, { title, placeHolder: l10n.t('What does it begin with?'), ignoreFocusOut: true }))?.value;
}

async function askYear(title: string, value: number): Promise<number | undefined> {
  const validateInput = (text: string): string | undefined => (yearOf(text) === undefined ? l10n.t('A year from 2021 on, such as {0}', value) : undefined);
  const text = await window.showInputBox({ title, value: String(value), prompt: l10n.t('The year the report is about'), validateInput, ignoreFocusOut: true });
  return text === undefined ? undefined : yearOf(text);
}

async function askAgency(title: string, value: string): Promise<string | undefined> {
  const text = await window.showInputBox({ title, value, prompt: l10n.t('The reporting unit, as in the title'), placeHolder: l10n.t('××县××局'), ignoreFocusOut: true });
  return text?.trim();
}

/** Signs that file systems do not take. */
const UNFIT = /[\\/:*?"<>|\s]+/g;
const MOST_NAMES = 20;

/**
 * An untitled draft: Markdown by its looks, but in the language of reports, where the editor offers what comes next by itself.
 * In a folder it has its title as name already, so that saving asks nothing.
 */
async function newDocument(title: string): Promise<TextDocument> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const name = title.replace(UNFIT, '');
  if (folder?.scheme === 'file' && name !== '') {
    for (let i = 1; i <= MOST_NAMES; i++) {
      const uri = Uri.joinPath(folder, `${name}${i === 1 ? '' : `-${i}`}.nianbao`);
      const draft = uri.with({ scheme: 'untitled' });
      const taken = workspace.textDocuments.some((each) => each.uri.toString() === draft.toString()) || (await workspace.fs.stat(uri).then(() => true, () => false));
      if (!taken) return workspace.openTextDocument(draft);
    }
  }
  return workspace.openTextDocument({ language: OWN_LANGUAGE, content: '' });
}

async function openBlank(answer: BlankReport | null): Promise<void> {
  if (!answer) return;
  const editor = await window.showTextDocument(await newDocument(answer.title));
  await editor.insertSnippet(new SnippetString(answer.body));
}

/** The first sentence to rewrite is selected; the next ones are a key away (F8). */
async function openRolledOver(answer: RolledOver | null, last: ChosenReport): Promise<void> {
  if (!answer) return notReport(last);
  const editor = await window.showTextDocument(await newDocument(answer.title));
  await editor.edit((builder) => builder.insert(new Position(0, 0), answer.text), { undoStopBefore: false, undoStopAfter: true });
  if (!answer.first) return;
  // Counted in lines: the editor may end them otherwise than the answer does.
  const place = (offset: number): Position => {
    const lines = answer.text.slice(0, offset).split('\n');
    return new Position(lines.length - 1, lines.at(-1)?.length ?? 0);
  };
  const [start, end] = [place(answer.first.start), place(answer.first.end)];
  editor.selection = new Selection(start, end);
  editor.revealRange(new Range(start, end));
}

function notReport({ uri }: ChosenReport): void {
  void window.showErrorMessage(l10n.t('{0} is no annual report that can be read.', uri.path.slice(uri.path.lastIndexOf('/') + 1)));
}
