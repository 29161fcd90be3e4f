import { commands, l10n, Selection, Uri, window, workspace, type QuickPickItem, type TextEditor } from 'vscode';
import { Method, type CellContributions, type SumChoice } from './protocol';
import type { Service } from './service';

/**
 * Sums that need no open draft: a parent whose report is there is opened, to be filled; for one without, a draft is made and written where the
 * user says.
 * @param fill adds up in the draft in front.
 */
export async function chooseSum(service: Service, fill: (editor: TextEditor) => Promise<unknown>): Promise<void> {
  const client = await service.client();
  const title = l10n.t('Add Up Subordinates’ Reports');
  const sums = await client.sendRequest<readonly SumChoice[] | null>(Method.sums, {});
  if (!sums) return void window.showInformationMessage(l10n.t('The reports of the workspace are still being read.'));
  if (sums.length === 0) return void window.showInformationMessage(l10n.t('No disclosure-report.json names subordinates (agency, children) whose reports are there.'));
  const chosen = await window.showQuickPick(sums.map(choice), { title, placeHolder: l10n.t('Whose report, and of which year?'), matchOnDescription: true, matchOnDetail: true });
  if (!chosen) return;
  const { sum } = chosen;
  if (sum.uri !== undefined) return void (await fill(await window.showTextDocument(Uri.parse(sum.uri))));
  const draft = await client.sendRequest<{ readonly text: string } | null>(Method.newSum, { folder: sum.folder, agency: sum.agency, year: sum.year });
  if (!draft) return;
  const defaultUri = Uri.joinPath(Uri.parse(sum.folder), `${sum.agency.replace(/[\\/:*?"<>|]/g, '')}${sum.year}年政府信息公开工作年度报告.md`);
  const place = await window.showSaveDialog({ defaultUri, title, saveLabel: l10n.t('Write the draft'), filters: { Markdown: ['md'], [l10n.t('Text')]: ['txt', 'nianbao'] } });
  if (!place) return;
  await workspace.fs.writeFile(place, new TextEncoder().encode(draft.text));
  await window.showTextDocument(place);
}

interface Choice extends QuickPickItem {
  readonly sum: SumChoice;
}

function choice(sum: SumChoice): Choice {
  const missing = sum.missing.length === 0 ? '' : ` · ${l10n.t('still missing: {0}', sum.missing.join('、'))}`;
  return {
    sum,
    label: `${sum.agency} ${sum.year}`,
    description: sum.uri === undefined ? l10n.t('no report yet: a draft is made') : workspace.asRelativePath(Uri.parse(sum.uri)),
    detail: `${l10n.t('Reports of subordinates: {0}', sum.count)}${missing}`,
  };
}

/** For the value at the cursor: what each subordinate gives to it. Enter goes there. */
export async function showContributions(service: Service, editor: TextEditor): Promise<void> {
  const client = await service.client();
  const { document, selection, viewColumn } = editor;
  const params = client.code2ProtocolConverter.asTextDocumentPositionParams(document, selection.active);
  const answer = await client.sendRequest<CellContributions | null>(Method.contributions, params);
  if (!answer) return void window.showInformationMessage(l10n.t('No subordinates’ figures here: the cursor has to be on a value that disclosure-report.json lets add up.'));
  type Part = QuickPickItem & Partial<CellContributions['parts'][number]>;
  const parts = answer.parts.map((part): Part => ({ ...part, label: part.value ?? l10n.t('not readable'), description: part.agency, detail: workspace.asRelativePath(Uri.parse(part.uri)) }));
  const lacking = answer.missing.map((agency): Part => ({ label: `$(circle-slash) ${l10n.t('no report')}`, description: agency }));
  const chosen = await window.showQuickPick([...parts, ...lacking], { title: `${answer.cell}: ${answer.balance}`, placeHolder: l10n.t('Enter goes to the figure'), matchOnDescription: true });
  if (!chosen?.uri || !chosen.range) return;
  const { range, uri } = chosen;
  const at = client.protocol2CodeConverter.asRange(range);
  await window.showTextDocument(Uri.parse(uri), { selection: new Selection(at.start, at.end), ...(viewColumn === undefined ? {} : { viewColumn }) });
}

/** Both commands. @param fill the code action at the cursor; `false` when the draft in front is none that can be filled. */
export function registerRollUp(service: Service, fill: (editor: TextEditor, quiet: boolean) => Promise<boolean>): { dispose(): void }[] {
  return [
    commands.registerCommand('disclosureReport.rollUp', async () => {
      const editor = window.activeTextEditor;
      if (editor && (await fill(editor, true))) return;
      await chooseSum(service, (opened) => fill(opened, false));
    }),
    commands.registerCommand('disclosureReport.contributions', async () => {
      if (window.activeTextEditor) await showContributions(service, window.activeTextEditor);
    }),
  ];
}
