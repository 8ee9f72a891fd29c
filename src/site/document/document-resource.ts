/** The document about one resource: its description in every format, and as a page. */
import type { Description } from '../../description/index.ts';
import { dct, foaf, hydra, type Quad, rdf, terms, voidVocabulary, xsd } from '../../rdf/index.ts';
import { isOntology, writeOntologyPage } from '../ontology/ontology-resource.ts';
import type { Publication } from '../../publication/index.ts';
import {
  alternatesOf,
  htmlRepresentation,
  rdfRepresentations,
} from '../resource/representations.ts';
import type { Resource } from '../resource/resource.ts';
import { writePage } from './resource-view.ts';

/** @param address the path under which it was requested, percent-encoded, without an extension. */
export function documentResource(
  publication: Publication,
  description: Description,
  address: {
    readonly path: string;
    readonly iri?: string | undefined;
    readonly choices?: ReadonlyMap<string, string> | undefined;
  },
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
  const { choices = new Map<string, string>() } = address;
  const property = choices.get('property');
  const html = htmlRepresentation(at('html'), async (reader) => {
    const formats = alternatesOf(rdfForms);
    if (await isOntology(publication, description))
      return writeOntologyPage(publication, reader, {
        path: at(''),
        document: { description, formats },
      });
    return writePage(publication, reader, {
      description,
      request: {
        path: at('', 1),
        again: withChoices(at(''), choices),
        formats,
        previous,
        next,
        choices,
        property,
        pathOfProperty: (iri) => {
          const first = at('', 1);
          return `${first}${first.includes('?') ? '&' : '?'}property=${encodeURIComponent(iri)}`;
        },
      },
    });
  });
  return {
    iri: description.iri,
    kind: 'document',
    path: at(''),
    representations: [...rdfForms, html] as unknown as Resource['representations'],
    types: description.types,
    state: JSON.stringify([...choices]),
    ...(others && { first: others.first, last: others.last }),
    ...(previous !== undefined && { previous }),
    ...(next !== undefined && { next }),
  };
}

/** Maximum length of parameters that are repeated in links, in characters. */
const MAX_LINKED = 2000;

/** The path of the page with the parameters that the reader chose. */
function withChoices(path: string, choices: ReadonlyMap<string, string>): string {
  const parameters = new URLSearchParams([...choices]).toString();
  return parameters === '' || parameters.length > MAX_LINKED
    ? path
    : `${path}${path.includes('?') ? '&' : '?'}${parameters}`;
}

/** The statements about the document itself: its subject, its dataset, its licence. */
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

/** The collection to which the page belongs, and the links to its other pages. https://www.hydra-cg.com/spec/latest/core/#collections */
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
