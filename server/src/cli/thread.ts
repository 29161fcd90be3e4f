import type { MessagePort } from 'node:worker_threads';
import { runTask, type Task } from './tasks';

/** What a thread of the pool does: a task at a time. */
export function serveTasks(port: MessagePort): void {
  port.on('message', (task: Task) => {
    // What it throws ends the thread, and the pool tells of the file.
    void runTask(task).then((answer) => port.postMessage(answer));
  });
}
