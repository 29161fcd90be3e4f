import { analyse, type AnalysisSettings } from '../core';
import { both } from '../core/text/bilingual';
import type { CheckFormat, CheckOptions } from './arguments';
import { newFindings, readBaseline, writeBaseline } from './baseline';
import { assumeReport } from './draft';
import { eachDraft, type Complain, type DraftFile } from './each-draft';
import type { FoundFile } from './files';
import { fixDraft } from './fix';
import { changedSince } from './git';
import { realPath } from './paths';
import { csvOutput } from './print-csv';
import { jsonOutput } from './print-json';
import { sarifOutput } from './print-sarif';
import { textOutput } from './print-text';
import { Problem } from './problem';
import { fileResult, type FileResult } from './result';
import { write, type Shell } from './shell';
import { countFindings, total } from './summary';

/** Checks the drafts and prints what was found. @returns the exit code. */
export async function check(options: CheckOptions, shell: Shell): Promise<number> {
  const known = options.baseline !== undefined && !options.writeBaseline ? await readBaseline(options.baseline) : undefined;
  const changed = options.changedSince === undefined ? undefined : await changedSince(options.changedSince);
  const wanted = ({ path }: FoundFile): boolean => changed === undefined || changed.has(realPath(path));

  const results: FileResult[] = [];
  const use = async (draft: DraftFile, complain: Complain): Promise<void> => {
    const result = await checkDraft(draft, options, shell, complain);
    if (result.kind === 'report' || draft.named) results.push(result);
  };
  const problems = await eachDraft(options, shell, use, wanted);
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

async function checkDraft(draft: DraftFile, options: CheckOptions, { language }: Shell, complain: Complain): Promise<FileResult> {
  const settings: AnalysisSettings = { severities: options.severities, ...assumeReport(draft.path) };
  const withFixes = options.format === 'sarif';
  const analysis = analyse(draft.text, settings);
  if (options.fix) {
    try {
      const { text, edits } = await fixDraft(draft, analysis);
      if (edits > 0) return fileResult(draft.path, analyse(text, settings), { language, withFixes, fixed: edits });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      complain(error.said);
    }
  }
  return fileResult(draft.path, analysis, { language, withFixes, fixed: 0 });
}

/** What is worth knowing and no finding. */
function tellAsides({ path, kind, fixed, failures }: FileResult, shell: Shell): void {
  if (fixed > 0) shell.tell(both(`${path}：修改了 ${fixed} 处`, `${path}: ${fixed} ${fixed === 1 ? 'edit' : 'edits'} written`));
  if (kind === 'other') shell.tell(both(`${path}：不是政府信息公开年报，没有检查`, `${path}: not such a report; not checked`));
  if (kind === 'before2019') shell.tell(both(`${path}：2018 年度及以前的年报没有统一格式，没有检查`, `${path}: reports up to 2018 have no common format; not checked`));
  for (const failure of failures) shell.tell(both(`${path}：规则出错，其他规则不受影响：${failure}`, `${path}: a rule failed, the others went on: ${failure}`));
}
