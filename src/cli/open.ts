/** Opens a folder from the command line, with progress on a terminal. */
import { type OpenOptions, openPublication } from '../graphpress.ts';
import type { Publication } from '../library/index.ts';
import type { Flag } from './command.ts';
import { showProgress } from './progress.ts';

export const BASE_FLAG: Record<'base', Flag> = {
  base: {
    value: 'IRI',
    summary: 'publish at this base instead of the declared one (GRAPHPRESS_BASE)',
  },
};

/** The folder that was given, or the current one. */
export async function openFolder(
  folder: string | undefined,
  base: string | true | undefined,
  options: Omit<OpenOptions, 'base' | 'onProgress'> = {},
): Promise<Publication> {
  const requested = typeof base === 'string' ? base : process.env['GRAPHPRESS_BASE'];
  const progress = showProgress();
  try {
    return await openPublication(folder ?? '.', {
      ...options,
      base: requested,
      onProgress: progress.step,
    });
  } finally {
    progress.end();
  }
}
