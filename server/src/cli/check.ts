import { mayBeReport } from '../core';
import { both } from '../core/text/bilingual';
import type { CheckFormat, CheckOptions } from './arguments';
import { newFindings, readBaseline, writeBaseline } from './baseline';
import { CheckRun } from './check-run';
import { readDraft } from './draft';
import { findFiles } from './files';
import { changedSince } from './git';
import { gitIgnore } from './gitignore';
import { realPath } from './paths';
import { startPool, threadsFor } from './pool';
import { csvOutput } from './print-csv';
import { jsonOutput } from './print-json';
import { sarifOutput } from './print-sarif';
import { textOutput } from './print-text';
import { Problem, reasonOf } from './problem';
import type { FileResult } from './result';
import { namedReport, type RunReports } from './run-reports';
import { write, type Shell } from './shell';
import { countFindings, total } from './summary';

/** Checks the drafts and prints what was found. @returns the exit code. */
export async function check(options: CheckOptions, shell: Shell): Promise<number> {
  const known = options.baseline !== undefined && !options.writeBaseline ? await readBaseline(options.baseline) : undefined;
  const changed = options.changedSince === undefined ? undefined : await changedSince(options.changedSince);

  const { files, problems: notFound } = await findFiles(options.paths, options.gitignore ? gitIgnore() : () => false);
  const chosen = files.filter(({ path }) => changed === undefined || changed(path));
  const taken = new Set(chosen);
  const others = files.filter((file) => !taken.has(file)).map(({ path }) => path);
  const run = new CheckRun(options, shell, startPool(threadsFor(chosen.length, options.jobs)));
  const { results, reports, problems } = run;
  try {
    notFound.forEach((problem) => run.complain(problem));
    // Each by itself first; then, once all are known, those that have others to be compared with.
    await run.checkEach(chosen);
    if (options.lastYear !== undefined) await useLastYear(options.lastYear, results, reports);
    await readAround(others, options, reports);
    await run.compareEach();
  } finally {
    await run.pool.end();
  }
  results.forEach((result) => tellAsides(result, shell));

  if (options.writeBaseline && options.baseline !== undefined) {
    await writeBaseline(options.baseline, results);
    const count = total(countFindings(results));
    shell.tell(both(`${options.baseline}：记下现有的提示 ${count} 条`, `${options.baseline}: ${count} present findings noted`));
    return problems.length > 0 ? 2 : 0;
  }
  const shown = known && options.baseline !== undefined ? newFindings(results, known, options.baseline) : results;
  const hidden = total(countFindings(results)) - total(countFindings(shown));
  if (hidden > 0) shell.tell(both(`基线里已有的提示 ${hidden} 条，没有列出`, `${hidden} findings of the baseline are not listed`));
  write(shell, outputs[options.format](shown, problems, shell), options.bom);
  return problems.length > 0 ? 2 : countFindings(shown).error > 0 ? 1 : 0;
}

const outputs: Readonly<Record<CheckFormat, (results: readonly FileResult[], problems: readonly string[], shell: Shell) => string>> = {
  text: (results, _, { language, colours }) => textOutput(results, language, colours),
  json: jsonOutput,
  sarif: (results, problems, { language }) => sarifOutput(results, problems, language),
  csv: csvOutput,
};

async function useLastYear(path: string, results: readonly FileResult[], reports: RunReports): Promise<void> {
  const [only, another] = results.filter(({ kind }) => kind === 'report');
  if (another) throw new Problem(both('--last-year 只能和一份年报一起用；检查一批时把上一年的年报也放在路径里', '--last-year goes with one report; to check many, give last year’s among the paths'));
  let text: string;
  try {
    ({ text } = await readDraft(path));
  } catch (error) {
    throw error instanceof Problem ? error : new Problem(both(`${path}：读不出来（${reasonOf(error)}）`, `${path}: cannot be read (${reasonOf(error)})`));
  }
  const report = namedReport(path, text);
  if (!report) throw new Problem(both(`${path}：不是政府信息公开年报`, `${path}: not such a report`));
  const [year, last] = [only?.year, report.year?.value];
  if (typeof year === 'number' && last !== undefined && last !== year - 1) throw new Problem(both(`${path} 是 ${last} 年的年报，不是 ${year} 年的上一年`, `${path} is about ${last}, not the year before ${year}`));
  reports.useLastYear(path);
}

/** Reads, without checking them, the drafts left out and those below a config file: they may be subordinates or last year's. */
async function readAround(others: readonly string[], { gitignore }: CheckOptions, reports: RunReports): Promise<void> {
  const folders = [...reports.configFolders];
  const around = folders.length === 0 ? [] : (await findFiles(folders, gitignore ? gitIgnore() : () => false)).files.map(({ path }) => path);
  const real = new Set(reports.collection.entries().map(({ id }) => realPath(id)));
  for (const path of [...others, ...around]) {
    if (real.has(realPath(path))) continue;
    real.add(realPath(path));
    try {
      const { text } = await readDraft(path);
      if (!mayBeReport(text)) continue;
      reports.useConfigsAbove(path);
      if (!reports.settings(path).ignored) reports.addText(path, text);
    } catch {
      // It was not asked for: what cannot be read is no relative.
    }
  }
}

/** What is worth knowing and no finding. */
function tellAsides({ path, kind, fixed, failures }: FileResult, shell: Shell): void {
  if (fixed > 0) shell.tell(both(`${path}：修改了 ${fixed} 处`, `${path}: ${fixed} ${fixed === 1 ? 'edit' : 'edits'} written`));
  if (kind === 'other') shell.tell(both(`${path}：不是政府信息公开年报，没有检查`, `${path}: not such a report; not checked`));
  if (kind === 'before2019') shell.tell(both(`${path}：2018 年度及以前的年报没有统一格式，没有检查`, `${path}: reports up to 2018 have no common format; not checked`));
  for (const failure of failures) shell.tell(both(`${path}：规则出错，其他规则不受影响：${failure}`, `${path}: a rule failed, the others went on: ${failure}`));
}
