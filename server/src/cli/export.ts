import { readFile } from 'node:fs/promises';
import { analyse, type Bilingual } from '../core';
import { both } from '../core/text/bilingual';
import type { ExportOptions } from './arguments';
import { assumeReport, readDraft } from './draft';
import { eachOutput } from './each-output';
import { office } from './office';
import { Problem, reasonOf } from './problem';
import { RunReports } from './run-reports';
import type { Shell } from './shell';

/** Named before an export is declined; a draft with more needs `check`. */
const MOST_NAMED = 5;

/** Makes of each draft the document that is published; a draft with errors only where that was said. @returns the exit code. */
export async function exportFiles(options: ExportOptions, shell: Shell): Promise<number> {
  const { exportReport, leftToFill, OfficeProblem } = await office();
  const template = options.template === undefined ? undefined : await readTemplate(options.template);
  const configs = new RunReports((problem) => shell.tell(problem));
  const make = async (path: string, tell: (said: Bilingual) => void): Promise<Uint8Array | undefined> => {
    const { text } = await readDraft(path);
    configs.useConfigsAbove(path);
    const { severities, format } = configs.settings(path);
    const { findings, document } = analyse(text, { severities, ...assumeReport(path), ...(format === undefined ? {} : { format }) });
    const doubts = [...findings.filter(({ severity }) => severity === 'error'), ...leftToFill(text)];
    for (const { span, message } of doubts.slice(0, MOST_NAMED)) {
      const line = document.source.positionAt(span.start).line + 1;
      tell(both(`第 ${line} 行：${message.zh}`, `line ${line}: ${message.en}`));
    }
    if (doubts.length > 0 && !options.allowErrors) return void tell(both(`有错误、没有填写的地方共 ${doubts.length} 处，没有导出；仍要导出，加 --allow-errors`, `errors and places not filled in: ${doubts.length}; not exported; --allow-errors exports all the same`));
    try {
      const { bytes, notices } = await exportReport(text, { format: options.format, allowPlaceholders: true, ...(template ? { template } : {}) });
      notices.forEach(tell);
      return bytes;
    } catch (error) {
      throw error instanceof OfficeProblem ? new Problem(error.said) : error;
    }
  };
  return eachOutput({ ...options, ending: `.${options.format}` }, shell, make);
}

async function readTemplate(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new Problem(both(`${path}：读不出来（${reasonOf(error)}）`, `${path}: cannot be read (${reasonOf(error)})`));
  }
}
