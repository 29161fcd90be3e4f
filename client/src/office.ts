import { env, l10n, ProgressLocation, window, type Uri } from 'vscode';
import type { Bilingual } from '../../server/src/core';
import type { Exported, ExportOptions, Imported, Left, OfficeAnswer, OfficeRequest } from '../../server/src/office';

/** The bundle for Word and web pages, running in a worker of its own that serves one request. */
export interface OfficeWorker {
  ask(request: OfficeRequest): void;
  end(): void;
}

/** @param extension where the extension is installed. */
export type StartOffice = (extension: Uri, answers: { done(answer: OfficeAnswer): void; failed(reason: string): void }) => OfficeWorker;

type Done = (OfficeAnswer & { readonly done: unknown })['done'];

/** Longest that a document is worked on. */
const MOST_MS = 120_000;

/** A document that cannot be imported, or a draft that cannot be exported; its message is for the user. */
export class OfficeFailure extends Error {}

/** Word in and out. Nothing of it is loaded before it is used, nor kept after. */
export class Office {
  constructor(
    private readonly extension: Uri,
    private readonly start: StartOffice,
  ) {}

  /** @returns undefined when the user has given up. @throws OfficeFailure */
  async importReport(name: string, bytes: Uint8Array): Promise<Imported | undefined> {
    return (await this.ask({ import: [name, bytes] }, l10n.t('Importing {0}', name))) as Imported | undefined;
  }

  /** @returns undefined when the user has given up. @throws OfficeFailure */
  async exportReport(text: string, options: ExportOptions): Promise<Exported | undefined> {
    return (await this.ask({ export: [text, options] }, l10n.t('Exporting the report'))) as Exported | undefined;
  }

  /** What a draft leaves to fill in. @returns undefined when the user has given up. @throws OfficeFailure */
  async leftToFill(text: string): Promise<readonly Left[] | undefined> {
    return (await this.ask({ left: [text] }, l10n.t('Exporting the report'))) as readonly Left[] | undefined;
  }

  private async ask(request: OfficeRequest, title: string): Promise<Done | undefined> {
    const answer = await window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, (_, given) => {
      let worker: OfficeWorker | undefined;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const answered = new Promise<OfficeAnswer | undefined>((resolve) => {
        worker = this.start(this.extension, { done: resolve, failed: (reason) => resolve({ defect: reason }) });
        given.onCancellationRequested(() => resolve(undefined));
        timer = setTimeout(() => resolve({ defect: l10n.t('It takes too long.') }), MOST_MS);
        worker.ask(request);
      });
      return answered.finally(() => {
        clearTimeout(timer);
        worker?.end();
      });
    });
    if (!answer) return undefined;
    if ('problem' in answer) throw new OfficeFailure(said(answer.problem));
    if ('defect' in answer) throw new OfficeFailure(l10n.t('It did not work: {0}', answer.defect));
    return answer.done;
  }
}

/** In the language of VS Code. */
export const said = ({ zh, en }: Bilingual): string => (env.language.startsWith('zh') ? zh : en);

/** Tells that it is done and what the writer must know of it. @param buttons what else can be done, by its name. */
export function tellNotices(headline: string, notices: readonly Bilingual[], buttons: Readonly<Record<string, () => unknown>> = {}): void {
  void window.showInformationMessage([headline, ...notices.map(said)].join(' '), ...Object.keys(buttons)).then((chosen) => chosen !== undefined && buttons[chosen]?.());
}
