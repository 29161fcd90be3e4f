import { both, type Bilingual } from '../core/text/bilingual';
import type { Shell } from './shell';

const WIDTH = 24;
/** Work shorter than this (ms) shows nothing, and nothing is drawn more often. */
const [PATIENCE, PACE] = [400, 80];

export interface Progress {
  /** @param done number of files that are done. */
  step(done: number): void;
  /** Wipes the bar, so that what follows starts on a clean line. */
  clear(): void;
}

/** A bar on a terminal's error stream; nothing at all in a pipe. */
export function progressBar(shell: Shell, total: number, what: Bilingual = both('正在检查', 'checking')): Progress {
  const began = performance.now();
  let drawn = began + PATIENCE - PACE;
  let shown = false;
  return {
    step(done) {
      const now = performance.now();
      if (!shell.progress || now - drawn < PACE) return;
      drawn = now;
      shown = true;
      const filled = Math.round((done / total) * WIDTH);
      const words = what[shell.language];
      shell.draw(`\r${words} ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done}/${total}\u001b[K`);
    },
    clear() {
      if (shown) shell.draw('\r\u001b[K');
      shown = false;
    },
  };
}
