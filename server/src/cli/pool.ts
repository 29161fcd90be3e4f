import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { runTask, type Answer, type Task } from './tasks';

/** Fewer files are done before the threads have read the program and warmed up. */
const WORTH_THREADS = 500;
/** More threads wait for the disk and for the one that collects. */
const MOST_THREADS = 8;

/** Threads for so many files, unless the user has said how many. */
export const threadsFor = (files: number, said: number | undefined): number => Math.min(said ?? (files < WORTH_THREADS ? 1 : Math.min(availableParallelism(), MOST_THREADS)), Math.max(1, files));

/** Does tasks: in this thread one after the other, or in several. */
export interface Pool {
  /** How many tasks it is worth giving out at a time. */
  readonly width: number;
  /** Rejects when the thread that had the task is gone. */
  run<T extends Task>(task: T): Promise<Answer<T>>;
  end(): Promise<void>;
}

export const startPool = (threads: number): Pool => (threads <= 1 ? { width: 1, run: runTask, end: () => Promise.resolve() } : new Threads(threads));

interface Job {
  readonly task: Task;
  readonly done: (answer: never) => void;
  readonly failed: (error: Error) => void;
}

class Threads implements Pool {
  readonly width: number;
  private readonly waiting: Job[] = [];
  private readonly idle: Worker[] = [];
  private readonly all = new Map<Worker, Job | undefined>();
  private over = false;

  constructor(threads: number) {
    // Some more than threads: one that has finished need not wait for the collecting thread.
    this.width = threads * 8;
    for (let i = 0; i < threads; i++) this.start();
  }

  run<T extends Task>(task: T): Promise<Answer<T>> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ task, done: resolve as (answer: never) => void, failed: reject });
      this.next();
    });
  }

  async end(): Promise<void> {
    this.over = true;
    await Promise.all([...this.all.keys()].map((worker) => worker.terminate()));
  }

  /** The same file again: there it finds that it is no main thread. */
  private start(): void {
    const worker = new Worker(__filename, { stdout: false, stderr: false });
    this.all.set(worker, undefined);
    this.idle.push(worker);
    let why = new Error('thread ended');
    worker.on('message', (answer: unknown) => {
      this.all.get(worker)?.done(answer as never);
      this.all.set(worker, undefined);
      this.idle.push(worker);
      this.next();
    });
    worker.on('error', (error) => {
      why = error instanceof Error ? error : new Error(String(error));
    });
    worker.on('exit', () => this.lost(worker, why));
  }

  /** The file it had is to blame; another thread takes its place. */
  private lost(worker: Worker, why: Error): void {
    const job = this.all.get(worker);
    this.all.delete(worker);
    if (this.idle.includes(worker)) this.idle.splice(this.idle.indexOf(worker), 1);
    if (this.over) return;
    // One that ends without a task would end again, and so on for ever.
    if (job) this.start();
    job?.failed(why);
    if (this.all.size === 0) for (const each of this.waiting.splice(0)) each.failed(why);
    this.next();
  }

  private next(): void {
    while (this.waiting.length > 0 && this.idle.length > 0) {
      const worker = this.idle.shift() as Worker;
      const job = this.waiting.shift() as Job;
      this.all.set(worker, job);
      worker.postMessage(job.task);
    }
  }
}
