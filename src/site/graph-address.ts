/**
 * Graphs by their URLs: directly, below `graph/`, and indirectly, by a parameter of `graph`.
 * https://www.w3.org/TR/sparql11-http-rdf-update/#graph-identification
 */
import { graphResource } from './graph/graph-resource.ts';
import type { Publication } from '../publication/index.ts';
import type { Resource } from './resource/resource.ts';
import { pathOfGraph } from './resource/graph-path.ts';
import { decodePath } from './resource/path-encoding.ts';
import { isGraph } from './url-space.ts';

/** The IRI of the graph at a path, whether the graph exists or not. Escapes are decoded once. */
export function graphAtPath(publication: Publication, path: string): string {
  const { base } = publication;
  const decoded = decodePath(path);
  if (!isGraph(publication, base + path) && IRI_CHARACTERS.test(decoded)) return base + decoded;
  return base + path;
}

// oxlint-disable-next-line no-control-regex
const IRI_CHARACTERS = /^[^\u0000-\u0020<>"{}|\\^`%?#]*$/;

/** The graph of that name, or the default graph if the name is undefined. @returns undefined if it does not exist. */
export function graphNamed(
  publication: Publication,
  name: string | undefined,
): Resource | undefined {
  if (name !== undefined && !isGraph(publication, name)) return undefined;
  return graphResource(publication, name, pathOfGraph(publication, name));
}
