/**
 * Graphs by their addresses: directly, below `graph/`, and indirectly, by the query of `graph`.
 * https://www.w3.org/TR/sparql11-http-rdf-update/#graph-identification
 */
import { graphResource } from './graph/graph-resource.ts';
import type { Publication } from '../publication/index.ts';
import type { Resource } from './resource/resource.ts';
import { pathOfGraph } from './resource/graph-path.ts';
import { decodePath } from './resource/path-encoding.ts';
import { isGraph } from './url-space.ts';

/** The IRI of the graph that a path names, whether there is one or not. Escapes are resolved once. */
export function graphAtPath(publication: Publication, path: string): string {
  const { base } = publication;
  const decoded = decodePath(path);
  if (!isGraph(publication, base + path) && MAY_STAND_IN_IRI.test(decoded)) return base + decoded;
  return base + path;
}

// oxlint-disable-next-line no-control-regex
const MAY_STAND_IN_IRI = /^[^\u0000-\u0020<>"{}|\\^`%?#]*$/;

/** The graph of that name, undefined for the default graph. @returns undefined where there is none. */
export function graphNamed(
  publication: Publication,
  name: string | undefined,
): Resource | undefined {
  if (name !== undefined && !isGraph(publication, name)) return undefined;
  return graphResource(publication, name, pathOfGraph(publication, name));
}
