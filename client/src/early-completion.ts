import { languages, type CompletionItem, type CompletionList, type Disposable, type Position, type TextDocument } from 'vscode';
import type { CompletionList as ServerList } from 'vscode-languageclient';
import { selector } from './languages';
import { looksLikeReport } from './lookalike';
import type { Service } from './service';

/**
 * Who asks for something to insert in the moment in which the server starts gets it when it has started. From then on the
 * editor asks the server itself, and nothing is offered twice.
 */
export function registerEarlyCompletion(service: Service): Disposable {
  const provideCompletionItems = async (document: TextDocument, position: Position): Promise<CompletionList | CompletionItem[] | undefined> => {
    if (service.isRunning || !looksLikeReport(document)) return undefined;
    const client = await service.client();
    const list = await client.sendRequest<ServerList | null>('textDocument/completion', client.code2ProtocolConverter.asTextDocumentPositionParams(document, position));
    return list ? client.protocol2CodeConverter.asCompletionResult(list) : undefined;
  };
  return languages.registerCompletionItemProvider(selector, { provideCompletionItems });
}
