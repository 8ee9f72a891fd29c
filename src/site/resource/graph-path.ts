/** The path of a graph: below `graph/`, or as a parameter of `graph`. */
import { encodePath } from './path-encoding.ts';
import type { Publication } from '../../publication/index.ts';

/** The path of a graph; a graph with an IRI below `graph/` has the path of its IRI. */
export function pathOfGraph({ base }: Publication, name: string | undefined): string {
  if (name === undefined) return 'graph?default';
  return name.startsWith(`${base}graph/`) && !/[?#]/.test(name)
    ? encodePath(name.slice(base.length))
    : `graph?${new URLSearchParams({ graph: name }).toString()}`;
}
