import { both } from '../core/text/bilingual';
import { givenLocale, parseCommand } from './arguments';
import { check } from './check';
import { extract } from './extract';
import { pickLanguage } from './language';
import { Problem } from './problem';
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
    if (error instanceof Problem) shell.tell(error.said);
    else shell.tell(both(`程序出错：${traceOf(error)}`, `internal error: ${traceOf(error)}`));
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
    case 'help':
      shell.print(usage[shell.language]);
      return 0;
    case 'version':
      shell.print(`${version}\n`);
      return 0;
  }
}

const traceOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
