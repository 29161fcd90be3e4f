import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';

/** Work that is over sooner shows nothing: editors show what can be cancelled as a message of its own. */
const PATIENCE = 1500;

/** How far work has come, shown only when it takes a while; the user may cancel it then. */
export class LateProgress {
  private shown: WorkDoneProgressServerReporter | undefined;
  private over = false;
  private readonly timer: ReturnType<typeof setTimeout>;

  constructor(
    private readonly connection: Connection,
    private readonly title: string,
    failed: (error: unknown) => void,
  ) {
    this.timer = setTimeout(() => void this.show().catch(failed), PATIENCE);
  }

  get cancelled(): boolean {
    return this.shown?.token.isCancellationRequested === true;
  }

  report(done: number, all: number): void {
    this.shown?.report(Math.floor((done * 100) / all), `${done} / ${all}`);
  }

  end(): void {
    this.over = true;
    clearTimeout(this.timer);
    this.shown?.done();
  }

  private async show(): Promise<void> {
    const progress = await this.connection.window.createWorkDoneProgress();
    progress.begin(this.title, 0, undefined, true);
    if (this.over) progress.done();
    else this.shown = progress;
  }
}
