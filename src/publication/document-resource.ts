/** The document about one resource: its description in every format, and as a page. */
import type { Description, PropertyStatements } from '../description/index.ts';
import { renderResource, type ResourceView } from '../pages/index.ts';
import {
  dct,
  foaf,
  hydra,
  prov,
  type Quad,
  rdf,
  rdfs,
  type Term,
  terms,
  voidVocabulary,
  xsd,
} from '../rdf/index.ts';
import { matchQuads } from '../store/index.ts';
import type { Publication } from './publication.ts';
import { alternatesOf, htmlRepresentation, rdfRepresentations } from './representations.ts';
import type { Reader, Resource } from './resource.ts';
import { pageFor } from './site.ts';

/** @param address the path under which it was asked for, percent-encoded, without an extension. */
export function documentResource(
  publication: Publication,
  description: Description,
  address: { readonly path: string; readonly iri?: string | undefined },
): Resource {
  const { path } = address;
  const at = (extension: string, page = description.page) => {
    const parameters = new URLSearchParams();
    if (address.iri !== undefined) parameters.set('iri', address.iri);
    if (page > 1) parameters.set('page', String(page));
    const isNamed = address.iri === undefined && extension !== '';
    if (!isNamed && extension !== '') parameters.set('format', extension);
    const query = parameters.toString();
    return `${path}${isNamed ? `.${extension}` : ''}${query === '' ? '' : `?${query}`}`;
  };
  const documentIri = publication.base + at('');
  const { page, pages } = description;
  const previous = page > 1 ? at('', page - 1) : undefined;
  const next = page < pages ? at('', page + 1) : undefined;
  const others = pages > 1 ? { first: at('', 1), previous, next, last: at('', pages) } : undefined;
  const rdfForms = rdfRepresentations(
    () => [
      ...description.quads,
      ...aboutDocument(publication, description, documentIri),
      ...(others ? aboutPage(publication.base, others, { view: documentIri, description }) : []),
    ],
    publication.prefixes,
    at,
  );
  const html = htmlRepresentation(at('html'), (reader) =>
    writePage(publication, reader, {
      path: at(''),
      view: { description, formats: alternatesOf(rdfForms), previous, next },
    }),
  );
  return {
    iri: description.iri,
    kind: 'document',
    path: at(''),
    representations: [...rdfForms, html] as unknown as Resource['representations'],
    types: description.types,
    ...(others && { first: others.first, last: others.last }),
    ...(previous !== undefined && { previous }),
    ...(next !== undefined && { next }),
  };
}

/** The page about a resource, with the labels and the provenance of everything on it. */
export async function writePage(
  publication: Publication,
  reader: Reader,
  { path, view }: { readonly path: string; readonly view: Omit<ResourceView, 'placesOfClaims'> },
): Promise<string> {
  const { iris, placesOfClaims } = mentioned(publication, view.description);
  const context = await pageFor(publication, reader, { path, iris });
  return renderResource({ ...view, placesOfClaims }, context);
}

/** What the document says of itself: its subject, its dataset, its licence. */
function aboutDocument({ about }: Publication, { iri }: Description, documentIri: string): Quad[] {
  if (documentIri === iri) return [];
  const document = terms.namedNode(documentIri);
  const quads = [
    terms.quad(document, rdf('type'), foaf('Document')),
    terms.quad(document, foaf('primaryTopic'), terms.namedNode(iri)),
  ];
  if (about.iri !== undefined)
    quads.push(terms.quad(document, voidVocabulary('inDataset'), terms.namedNode(about.iri)));
  if (about.license !== undefined)
    quads.push(terms.quad(document, dct('license'), terms.namedNode(about.license)));
  return quads;
}

/** Of what it is a page, and where the others are. https://www.hydra-cg.com/spec/latest/core/#collections */
function aboutPage(
  base: string,
  {
    first,
    previous,
    next,
    last,
  }: Readonly<Record<'first' | 'last', string>> &
    Readonly<Record<'previous' | 'next', string | undefined>>,
  { view: viewIri, description }: { readonly view: string; readonly description: Description },
): Quad[] {
  const collection = terms.namedNode(base + first);
  const view = terms.namedNode(viewIri);
  const total = terms.literal(String(description.incomingTotal), xsd('integer'));
  const links = Object.entries({ first, previous, next, last }).flatMap(([name, path]) =>
    path === undefined ? [] : [terms.quad(view, hydra(name), terms.namedNode(base + path))],
  );
  return [
    terms.quad(collection, rdf('type'), hydra('Collection')),
    terms.quad(collection, hydra('totalItems'), total),
    terms.quad(collection, hydra('view'), view),
    terms.quad(view, rdf('type'), hydra('PartialCollectionView')),
    ...links,
  ];
}

/** Every IRI that the page may name, and where each claim was made. */
function mentioned(publication: Publication, description: Description) {
  const iris = new Set([description.iri, ...description.types, ...description.hashTerms]);
  const placesOfClaims = new Map<string, string>();
  const visit = (properties: readonly PropertyStatements[]): void => {
    for (const { predicate, statements } of properties) {
      iris.add(predicate);
      for (const { value, graphs, reifiers, nested } of statements) {
        if (value.termType === 'NamedNode') iris.add(value.value);
        for (const graph of graphs) iris.add(graph);
        for (const claim of reifiers) {
          const place = placeOf(publication, claim);
          if (place !== undefined) placesOfClaims.set(claim, place);
          iris.add(place ?? claim);
        }
        visit(nested);
      }
    }
  };
  visit(description.properties);
  for (const { predicate, subjects } of description.incoming) {
    iris.add(predicate);
    for (const subject of subjects) iris.add(subject);
  }
  return { iris, placesOfClaims };
}

/** Properties by which a claim names the place that makes it, the most exact first. */
const PLACE_PROPERTIES = [
  prov('hadPrimarySource'),
  prov('wasQuotedFrom'),
  dct('source'),
  prov('wasDerivedFrom'),
];

/** The place that makes a claim: by one of those properties, or by one that the ontology puts under it. */
function placeOf({ dataset }: Publication, claim: string): string | undefined {
  const graph = terms.defaultGraph();
  const subject = terms.namedNode(claim);
  for (const property of PLACE_PROPERTIES) {
    const narrower = matchQuads(dataset, {
      predicate: rdfs('subPropertyOf'),
      object: property,
      graph,
    });
    for (const predicate of [
      ...Iterator.from(narrower).map((quad) => quad.subject as Term),
      property,
    ]) {
      const [first] = matchQuads(dataset, { subject, predicate, graph });
      if (first && (first.object as Term).termType === 'NamedNode') return first.object.value;
    }
  }
  return undefined;
}
