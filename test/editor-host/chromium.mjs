/** Finds a Chromium to drive, or installs Debian's with a Chinese font, without which Chinese is boxes in pictures. */
import { existsSync, readdirSync } from 'node:fs';
import { install, mayInstall } from '../programs.mjs';

const places = [
  process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const find = () => places.find((path) => path && existsSync(path));
const hasFont = () => process.platform !== 'linux' || ['/usr/share/fonts/opentype/noto', '/usr/share/fonts'].some((folder) => existsSync(folder) && readdirSync(folder, { recursive: true }).some((name) => /cjk|wqy|droidsansfallback|sourcehan/i.test(String(name))));

/** Path of a Chromium or Chrome. Throws an Error that says what to install where there is none and none may be installed. */
export function installChromium() {
  if (find() && hasFont()) return find();
  if (mayInstall()) install('chromium', 'fonts-noto-cjk');
  const path = find();
  if (!path) throw new Error('The editor tests need Chromium: install it (Debian: sudo apt-get install chromium fonts-noto-cjk) or set CHROMIUM to the path of a Chromium or Chrome.');
  return path;
}

/** What keeps a browser quiet: no sandbox (root in a container), no calls home. */
export const chromiumFlags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];
