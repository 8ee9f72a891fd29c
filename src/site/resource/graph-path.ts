/** Where a graph is found: at an address of its own, or by the query of `graph`. */
import { encodePath } from './path-encoding.ts';
import type { Publication } from '../../publication/index.ts';

/** Where the graph is found; one that lies below `graph/` has an address of its own. */
export function pathOfGraph({ base }: Publication, name: string | undefined): string {
  if (name === undefined) return 'graph?default';
  return name.startsWith(`${base}graph/`) && !/[?#]/.test(name)
    ? encodePath(name.slice(base.length))
    : `graph?${new URLSearchParams({ graph: name }).toString()}`;
}
