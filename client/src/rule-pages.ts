import { commands, Uri, type ExtensionContext } from 'vscode';

const INDEX = 'README.md';

/**
 * The folder of the rule pages in the extension itself: findings link there, so that no network is needed. The link of a
 * finding may be no command, and a file opens as its source; the manifest's default for `workbench.editorAssociations`
 * makes it open rendered.
 */
export const rulePages = ({ extensionUri }: ExtensionContext): Uri => Uri.joinPath(extensionUri, 'docs/rules');

export function registerRulePages(context: ExtensionContext): void {
  const openRules = async (): Promise<void> => {
    const index = Uri.joinPath(rulePages(context), INDEX);
    try {
      await commands.executeCommand('markdown.showPreview', index);
    } catch {
      // The built-in Markdown extension can be switched off.
      await commands.executeCommand('vscode.open', index);
    }
  };
  context.subscriptions.push(commands.registerCommand('disclosureReport.openRules', openRules));
}
