/** Programs of Debian's that tests work with. Where they may be installed (root, apt-get) they are; elsewhere whoever asks says what is missing. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Whether packages may be installed here. */
export const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Installs Debian packages. One call at a time: two would be in each other's way. Throws an Error where it does not work. */
export function install(...packages) {
  console.log(`apt-get install ${packages.join(' ')}`);
  const run = (...args) => execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  run('update', '-qq');
  run('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

/** In CI, what tests would skip without: installed before the first of them runs, for they run side by side. */
export function installForCI() {
  if (!process.env.CI || !mayInstall()) return;
  const wanted = { '/usr/bin/soffice': ['libreoffice-writer', 'fonts-noto-cjk'], '/usr/bin/nvim': ['neovim'], '/usr/bin/emacs': ['emacs-nox', 'elpa-eglot'] };
  const missing = Object.entries(wanted).filter(([path]) => !existsSync(path)).flatMap(([, packages]) => packages);
  if (missing.length > 0) install(...missing);
}
