import type { Bilingual } from '../core';
import { both } from '../core/text/bilingual';
import type { CheckOptions } from './arguments';
import type { FoundFile } from './files';
import { inOrder } from './in-order';
import type { Pool } from './pool';
import { defect } from './problem';
import { progressBar, type Progress } from './progress';
import type { FileResult } from './result';
import { RunReports } from './run-reports';
import type { Shell } from './shell';
import type { CheckAnswer, CheckTask, CompareTask } from './tasks';

/** One run over many drafts. Whatever does the work, everything is told and kept in the order of the files. */
export class CheckRun {
  readonly results: FileResult[] = [];
  /** What was told, in the user's language; any makes the exit code 2. */
  readonly problems: string[] = [];
  /** Values in config files that are not understood, told with the file that led to them. */
  private configProblems: Bilingual[] = [];
  readonly reports = new RunReports((problem) => this.configProblems.push(problem));
  private progress: Progress | undefined;

  constructor(
    private readonly options: CheckOptions,
    private readonly shell: Shell,
    readonly pool: Pool,
  ) {}

  complain(problem: Bilingual): void {
    this.tell(problem);
    this.problems.push(problem[this.shell.language]);
  }

  /** Checks each draft by itself. */
  async checkEach(files: readonly FoundFile[]): Promise<void> {
    const progress = (this.progress = progressBar(this.shell, files.length));
    const begin = async (file: FoundFile): Promise<CheckAnswer & { readonly configs: readonly Bilingual[] }> => {
      const { path, named } = file;
      this.reports.useConfigsAbove(path);
      const configs = this.configProblems.splice(0);
      if (!named && this.reports.settings(path).ignored) return { facts: [], problems: [], configs };
      const task: CheckTask = { kind: 'check', named, fix: this.options.fix, ...this.common(path) };
      return { ...(await this.pool.run(task).catch((error: unknown) => ({ facts: [], problems: [defect(error)] }))), configs };
    };
    await inOrder(files, this.pool.width, begin, ({ result, facts, problems, configs }, { path, named }, i) => {
      progress.step(i);
      configs.forEach((problem) => this.tell(problem));
      for (const { zh, en } of problems) this.complain(both(`${path}：${zh}`, `${path}: ${en}`));
      if (!result) return;
      this.reports.add(path, facts);
      if (result.kind === 'report' || named) this.results.push(result);
    });
    progress.clear();
  }

  /** Checks those once more that have others to be compared with. */
  async compareEach(): Promise<void> {
    this.configProblems.splice(0).forEach((problem) => this.tell(problem));
    const compared = this.results.flatMap((result, index) => (this.reports.hasRelatives(result.path) ? [{ result, index }] : []));
    const progress = (this.progress = progressBar(this.shell, compared.length, both('正在互相核对', 'comparing')));
    const begin = ({ result: { path, fixed } }: { readonly result: FileResult }): Promise<FileResult | Error | null> => {
      const task: CompareTask = { kind: 'compare', fixed, relatives: this.reports.relativesOf(path), ...this.common(path) };
      return this.pool.run(task).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
    };
    await inOrder(compared, this.pool.width, begin, (answer, { result: { path }, index }, i) => {
      progress.step(i);
      if (answer instanceof Error) {
        const { zh, en } = defect(answer);
        this.complain(both(`${path}：${zh}`, `${path}: ${en}`));
      } else if (answer) this.results[index] = answer;
    });
    progress.clear();
  }

  private tell(problem: Bilingual): void {
    this.progress?.clear();
    this.shell.tell(problem);
  }

  /** What is said on the command line wins over the config file. */
  private common(path: string): Pick<CheckTask, 'path' | 'settings' | 'language' | 'withFixes'> {
    const { severities, format } = this.reports.settings(path);
    return { path, settings: { severities: { ...severities, ...this.options.severities }, ...(format === undefined ? {} : { format }) }, language: this.shell.language, withFixes: this.options.format === 'sarif' };
  }
}
