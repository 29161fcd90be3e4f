import { commands, Uri, type Diagnostic, type ExtensionContext } from 'vscode';
import type { Middleware } from 'vscode-languageclient';

const OPEN_RULE = 'disclosureReport.openRule';
const INDEX = 'README';

/** Opens pages of the extension's own copy, as rendered Markdown where VS Code can: no network is needed. */
export function registerRulePages(context: ExtensionContext): void {
  const open = async (name: string): Promise<void> => {
    const page = Uri.joinPath(context.extensionUri, 'docs/rules', `${name}.md`);
    try {
      await commands.executeCommand('markdown.showPreview', page);
    } catch {
      // The built-in Markdown extension can be switched off.
      await commands.executeCommand('vscode.open', page);
    }
  };
  context.subscriptions.push(
    commands.registerCommand('disclosureReport.openRules', () => open(INDEX)),
    commands.registerCommand(OPEN_RULE, (code: unknown) => open(typeof code === 'string' && /^[a-z-]+$/.test(code) ? code : INDEX)),
  );
}

/** A click on a finding's code would show the page's source; here it opens the page rendered. */
function link(diagnostics: readonly Diagnostic[]): void {
  for (const { code } of diagnostics) {
    if (typeof code !== 'object') continue;
    code.target = Uri.from({ scheme: 'command', path: OPEN_RULE, query: JSON.stringify([code.value]) });
  }
}

/** For diagnostics that are sent and for those that are asked for. */
export const openRuleInstead: Middleware = {
  handleDiagnostics(uri, diagnostics, next) {
    link(diagnostics);
    next(uri, diagnostics);
  },
  async provideDiagnostics(document, previousResultId, token, next) {
    const report = await next(document, previousResultId, token);
    if (report && 'items' in report) link(report.items);
    return report;
  },
};
