/** A thread that writes one file of columns: a disk may take its time. */
import { workerData } from 'node:worker_threads';
import { type SectionFile, writeSectionFile } from './section-file.ts';

const { path, file } = workerData as { readonly path: string; readonly file: SectionFile };
writeSectionFile(path, file);
