import { l10n, Uri } from 'vscode';
import type { OfficeAnswer } from '../../server/src/office';
import type { StartOffice } from './office';

/** Runs in the thread: the bundle is made for both kinds of host and knows nothing of Node's threads. */
const THREAD = `const { parentPort, workerData } = require('node:worker_threads');
parentPort.once('message', async (request) => parentPort.postMessage(await require(workerData).answer(request)));`;

/** What a document may take in memory before its thread is ended. */
const MOST_MEMORY_MB = 1024;

/** A thread, so that a huge document does not hold up the other extensions. What makes threads is loaded when one is wanted. */
export const startOffice: StartOffice = (extension, { done, failed }) => {
  const starting = import('node:worker_threads').then(({ Worker }) => {
    const worker = new Worker(THREAD, { eval: true, workerData: Uri.joinPath(extension, 'dist/office.js').fsPath, resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } });
    worker.once('message', (answer: OfficeAnswer) => done(answer));
    worker.once('error', (error: Error) => failed(error.message));
    // After an answer this is not heard any more.
    worker.once('exit', () => failed(l10n.t('The worker has ended.')));
    return worker;
  });
  return { ask: (request) => void starting.then((worker) => worker.postMessage(request), (error: unknown) => failed(String(error))), end: () => void starting.then((worker) => worker.terminate(), () => undefined) };
};
