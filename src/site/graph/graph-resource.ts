/**
 * The triples of one graph; for a browser, the page about it.
 * https://www.w3.org/TR/sparql11-http-rdf-update/#http-get
 */
import type { Description } from '../../description/index.ts';
import { terms } from '../../rdf/index.ts';
import { matchQuads } from '../../store/index.ts';
import type { Publication } from '../../publication/index.ts';
import {
  alternatesOf,
  htmlRepresentation,
  rdfRepresentations,
} from '../resource/representations.ts';
import type { Resource } from '../resource/resource.ts';
import { writePage } from '../document/resource-view.ts';

/** @param name its IRI; undefined for the default graph. @param path with the query that identifies it, if any. */
export function graphResource(
  publication: Publication,
  name: string | undefined,
  path: string,
): Resource {
  const graph = name === undefined ? terms.defaultGraph() : terms.namedNode(name);
  const iri = name ?? publication.base + path;
  const triples = () =>
    Iterator.from(matchQuads(publication.dataset, { graph })).map(
      ({ subject, predicate, object }) => terms.quad(subject, predicate, object),
    );
  const at = (extension: string) =>
    path.includes('?') ? `${path}&format=${extension}` : `${path}.${extension}`;
  const forms = rdfRepresentations(triples, publication.prefixes, at);
  const html = htmlRepresentation(at('html'), async (reader) => {
    const description = (await publication.descriptions.describe(iri)) ?? emptyDescription(iri);
    return writePage(publication, reader, {
      description,
      request: {
        path,
        again: path,
        formats: alternatesOf(forms),
        choices: new Map(),
        pathOfProperty: () => path,
      },
    });
  });
  return {
    iri,
    kind: 'graph',
    path,
    representations: [...forms, html] as unknown as Resource['representations'],
  };
}

/** The description of a graph about which there are no statements. */
const emptyDescription = (iri: string): Description => ({
  iri,
  labels: new Map(),
  types: [],
  properties: [],
  claimed: [],
  incoming: [],
  incomingTotal: 0,
  hashTerms: [],
  quads: [],
  page: 1,
  pages: 1,
});
