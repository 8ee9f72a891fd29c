/** One named graph, as it is. https://www.w3.org/TR/sparql11-http-rdf-update/#http-get */
import { terms } from '../rdf/index.ts';
import { matchQuads } from '../store/index.ts';
import type { Publication } from './publication.ts';
import { rdfRepresentations } from './representations.ts';
import type { Resource } from './resource.ts';

export function graphResource(publication: Publication, iri: string, path: string): Resource {
  const graph = terms.namedNode(iri);
  const triples = () =>
    Iterator.from(matchQuads(publication.dataset, { graph })).map(
      ({ subject, predicate, object }) => terms.quad(subject, predicate, object),
    );
  const forms = rdfRepresentations(
    triples,
    publication.prefixes,
    (extension) => `${path}.${extension}`,
  );
  return {
    iri,
    kind: 'graph',
    path,
    representations: forms as unknown as Resource['representations'],
  };
}
