/** The IRI of the graph that a file becomes. */

/** File names may hold what an IRI may not, and what would end its path. https://www.rfc-editor.org/rfc/rfc3987#section-2.2 */
export const graphIri = (graphName: string | undefined, base: string): string =>
  // oxlint-disable-next-line no-control-regex
  `${base}graph/${(graphName ?? '').replace(/[\u0000-\u0020<>"{}|\\^`%?#]/g, encodeURIComponent)}`;
