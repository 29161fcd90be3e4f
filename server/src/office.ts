import { exportReport, importReport, leftToFill, OfficeProblem, type Exported, type Imported, type Left } from './office/index';

export * from './office/index';

/** What is asked of this bundle where it runs in a worker: a method and its arguments. */
export type OfficeRequest = { readonly import: Parameters<typeof importReport> } | { readonly export: Parameters<typeof exportReport> } | { readonly left: Parameters<typeof leftToFill> };

/** What was made, or why not: `problem` is for the user, `defect` for whoever mends the program. */
export type OfficeAnswer = { readonly done: Imported | Exported | readonly Left[] } | { readonly problem: OfficeProblem['said'] } | { readonly defect: string };

const done = (request: OfficeRequest): Promise<Imported | Exported> | readonly Left[] =>
  'import' in request ? importReport(...request.import) : 'export' in request ? exportReport(...request.export) : leftToFill(...request.left);

/** Never rejects. */
export async function answer(request: OfficeRequest): Promise<OfficeAnswer> {
  try {
    return { done: await done(request) };
  } catch (error) {
    return error instanceof OfficeProblem ? { problem: error.said } : { defect: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

const worker = globalThis as { importScripts?: unknown; onmessage?: unknown; postMessage?(answer: OfficeAnswer): void };
// A worker of a browser is served right here; one of Node calls `answer`.
if (typeof worker.importScripts === 'function') worker.onmessage = async ({ data }: { readonly data: OfficeRequest }): Promise<void> => worker.postMessage?.(await answer(data));
