import { exportReport, importReport, OfficeProblem, type Exported, type Imported } from './office/index';

export * from './office/index';

/** What is asked of this bundle where it runs as a worker (the web host); elsewhere its functions are called. */
export type OfficeRequest = { readonly id: number } & ({ readonly import: Parameters<typeof importReport> } | { readonly export: Parameters<typeof exportReport> });
export type OfficeAnswer = { readonly id: number } & ({ readonly done: Imported | Exported } | { readonly problem: OfficeProblem['said'] } | { readonly defect: string });

const worker = globalThis as { importScripts?: unknown; onmessage?: unknown; postMessage?(answer: OfficeAnswer): void };
if (typeof worker.importScripts === 'function')
  worker.onmessage = async ({ data }: { data: OfficeRequest }): Promise<void> => {
    const answer = (rest: object): void => worker.postMessage?.({ id: data.id, ...rest } as OfficeAnswer);
    try {
      answer({ done: await ('import' in data ? importReport(...data.import) : exportReport(...data.export)) });
    } catch (error) {
      answer(error instanceof OfficeProblem ? { problem: error.said } : { defect: String(error) });
    }
  };
