/** Finds LibreOffice, with which the tests make and open documents of a program that is not ours. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const places = [process.env.SOFFICE, '/usr/bin/soffice', '/usr/bin/libreoffice', '/opt/libreoffice/program/soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice', 'C:\\Program Files\\LibreOffice\\program\\soffice.exe'];

/** Path of LibreOffice; `undefined` where there is none: the tests that need it are skipped then. CI installs it before (`test/programs.mjs`). */
export const soffice = () => places.find((path) => path && existsSync(path));

/** Why tests with LibreOffice are skipped; `false` where it is there. */
export const withoutLibreOffice = () => (soffice() ? false : 'LibreOffice is not installed (Debian: sudo apt-get install libreoffice-writer), or set SOFFICE to its path');

/**
 * Converts files all at once, for a start of LibreOffice takes longer than a file.
 * @param to as `--convert-to` has it: `docx`, `pdf`, `html:HTML (StarWriter):UTF8`
 * @returns the paths of the new files in the order of the old ones. Throws an Error with what LibreOffice said where one is not there.
 */
export function convert(files, to, folder) {
  const profile = mkdtempSync(join(tmpdir(), 'libreoffice-'));
  try {
    const { stdout, stderr } = spawnSync(soffice(), ['--headless', '--norestore', `-env:UserInstallation=file://${profile}`, '--convert-to', to, '--outdir', folder, ...files], { encoding: 'utf8', timeout: 180_000 });
    const made = files.map((file) => join(folder, `${basename(file).replace(/\.[^.]*$/, '')}.${to.split(':')[0]}`));
    for (const file of made) if (!existsSync(file)) throw new Error(`LibreOffice did not make ${basename(file)}: ${stdout}${stderr}`);
    return made;
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
