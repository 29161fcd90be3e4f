import { isMainThread, parentPort } from 'node:worker_threads';
import { main } from './cli/main';
import { serveTasks } from './cli/thread';

if (isMainThread || !parentPort) {
  // A reader that stops early (`| head`) is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

  // Not `process.exit`: what is still on its way into a pipe would be lost.
  void main(process.argv.slice(2)).then((code) => (process.exitCode = code));
} else {
  serveTasks(parentPort);
}
