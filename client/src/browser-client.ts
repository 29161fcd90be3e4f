import { Uri } from 'vscode';
import { LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/browser';
import type { ClientLibrary } from './service';

export { CloseAction, ErrorAction, State } from 'vscode-languageclient/browser';

/** The part of a worker this needs; the library's types come with a DOM that Node's do not have. */
interface ServerWorker {
  terminate(): void;
}
declare const Worker: new (url: string) => ServerWorker;

class WorkerClient extends LanguageClient {
  constructor(
    private readonly worker: ServerWorker,
    ...[id, name, options]: [string, string, LanguageClientOptions]
  ) {
    // Given as it is: what VS Code makes of `new Worker` is no instance of `Worker`, which the library asks of the result of a function.
    super(id, name, worker as never, options);
  }

  /** The library leaves the worker running. */
  override async dispose(timeout?: number): Promise<void> {
    try {
      await super.dispose(timeout);
    } finally {
      this.worker.terminate();
    }
  }
}

/** The server is a worker of the extension host. */
export const createClient: ClientLibrary['createClient'] = (extension, ...rest) => new WorkerClient(new Worker(Uri.joinPath(extension, 'dist/server/browser.js').toString(true)), ...rest);
