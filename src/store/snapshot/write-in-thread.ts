/** Writes a file of columns in a thread. The columns are shared memory and are not copied. */
import { Worker } from 'node:worker_threads';
import type { SectionFile } from './section-file.ts';

/** Rejects with what went wrong; the file is then as it was before. */
export function writeInThread(path: string, file: SectionFile): Promise<void> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const url = new URL(`./section-writer.${extension}`, import.meta.url);
  return new Promise((resolve, reject) => {
    const thread = new Worker(url, { workerData: { path, file } });
    thread.once('error', reject);
    thread.once('exit', () => resolve());
  });
}
