import { Uri } from 'vscode';
import type { OfficeAnswer } from '../../server/src/office';
import type { StartOffice } from './office';

/** The part of a worker this needs; Node's types have no such thing. */
interface OfficeWorker {
  onmessage: ((event: { readonly data: OfficeAnswer }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
  postMessage(message: unknown): void;
  terminate(): void;
}
declare const Worker: new (url: string) => OfficeWorker;

export const startOffice: StartOffice = (extension, { done, failed }) => {
  const worker = new Worker(Uri.joinPath(extension, 'dist/office.js').toString(true));
  worker.onmessage = ({ data }) => done(data);
  worker.onerror = ({ message }) => failed(message ?? 'worker');
  return { ask: (request) => worker.postMessage(request), end: () => worker.terminate() };
};
