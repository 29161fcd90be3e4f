import { both } from '../core/text/bilingual';
import { givenLocale, parseCommand } from './arguments';
import { check } from './check';
import { exportFiles } from './export';
import { extract } from './extract';
import { importFiles } from './import';
import { pickLanguage } from './language';
import { defect, Problem } from './problem';
import { processShell, type Shell } from './shell';
import { usage } from './usage';
import { version } from './version';

/** Runs the command line. Never throws. @param args without node and script. @returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const locale = givenLocale(args);
  const asked = pickLanguage(locale, process.env);
  const shell = processShell(asked ?? 'zh');
  try {
    if (asked === undefined) throw new Problem(both(`--locale 只能是 zh、en，不能是“${locale ?? ''}”`, `--locale takes zh, en; got ${locale ?? ''}`));
    return await run(args, shell);
  } catch (error) {
    shell.tell(error instanceof Problem ? error.said : defect(error));
    return 2;
  }
}

async function run(args: readonly string[], shell: Shell): Promise<number> {
  const command = parseCommand(args);
  switch (command.name) {
    case 'check':
      return check(command.options, shell);
    case 'extract':
      return extract(command.options, shell);
    case 'import':
      return importFiles(command.options, shell);
    case 'export':
      return exportFiles(command.options, shell);
    case 'help':
      shell.print(usage[shell.language]);
      return 0;
    case 'version':
      shell.print(`${version}\n`);
      return 0;
  }
}
