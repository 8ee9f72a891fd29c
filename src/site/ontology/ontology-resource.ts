/** The page about all classes and properties, and the one about the document of an ontology. */
import {
  type Description,
  type Ontology,
  readOntology,
  readShapes,
  type Shapes,
} from '../../description/index.ts';
import {
  anchorOf,
  type Diagram,
  diagramOf,
  hrefTo,
  isInDocument,
  ONTOLOGY_PATH,
  type OntologyView,
  pageContext,
  renderOntology,
} from '../../pages/index.ts';
import { type LanguageMap, owl, type Term, terms } from '../../rdf/index.ts';
import type { Publication } from '../../publication/index.ts';
import { htmlRepresentation } from '../resource/representations.ts';
import type { Reader, Resource } from '../resource/resource.ts';
import { pageFor } from '../frame/page-context.ts';

interface OntologyData {
  readonly ontology: Ontology;
  readonly shapes: Shapes;
  readonly labels: ReadonlyMap<string, LanguageMap>;
  /** By the IRI of the document; undefined for the page about all terms. */
  readonly diagrams: Map<string | undefined, Diagram>;
}

const ontologyDataOf = (publication: Publication): Promise<OntologyData> =>
  publication.memo.derive('ontology', () => read(publication));

async function read({ dataset, shapesGraphs, descriptions }: Publication): Promise<OntologyData> {
  const ontology = readOntology(dataset);
  const shapes = readShapes(dataset, shapesGraphs);
  const labels = await descriptions.labels(irisIn([ontology, shapes]));
  return { ontology, shapes, labels, diagrams: new Map() };
}

/** Whether a document is shown as an ontology: it is typed as one, or some of its terms are classes or properties. */
export async function isOntology(
  publication: Publication,
  { iri, types, hashTerms }: Description,
): Promise<boolean> {
  if (types.includes(owl('Ontology').value)) return true;
  if (hashTerms.length === 0) return false;
  const { ontology } = await ontologyDataOf(publication);
  return hashTerms.some((term) => ontology.terms.get(term)?.isOwn && term.startsWith(`${iri}#`));
}

/**
 * The link to a class or property on the page about all terms, with a fragment: for terms that the data uses without
 * describing them.
 */
export async function hrefInOntology(
  publication: Publication,
  iris: readonly string[],
  reader: Reader,
): Promise<string | undefined> {
  const { dictionary } = publication.dataset;
  const used = iris.filter((iri) => dictionary.idOf(terms.namedNode(iri)) !== undefined);
  if (used.length === 0) return undefined;
  const { ontology } = await ontologyDataOf(publication);
  const term = used.find((iri) => ontology.terms.has(iri));
  if (term === undefined) return undefined;
  const context = await pageFor(publication, reader, { path: ONTOLOGY_PATH, iris: [] });
  const anchor = anchorOf(term, ontology, context);
  if (anchor === undefined) return undefined;
  return hrefTo(`${ONTOLOGY_PATH}#${encodeURIComponent(anchor)}`, context.site);
}

export function ontologyResource(publication: Publication): Resource {
  return {
    iri: publication.base + ONTOLOGY_PATH,
    kind: 'page',
    path: ONTOLOGY_PATH,
    representations: [
      htmlRepresentation(`${ONTOLOGY_PATH}.html`, (reader) =>
        writeOntologyPage(publication, reader, { path: ONTOLOGY_PATH }),
      ),
    ],
  };
}

export async function writeOntologyPage(
  publication: Publication,
  reader: Reader,
  {
    path,
    document,
  }: {
    readonly path: string;
    readonly document?: Pick<NonNullable<OntologyView['document']>, 'description' | 'formats'>;
  },
): Promise<string> {
  const { ontology, shapes, labels, diagrams } = await ontologyDataOf(publication);
  const iri = document?.description.iri;
  let diagram = diagrams.get(iri);
  if (!diagram) {
    diagram = diagramOf(ontology, (term) => iri === undefined || isInDocument(term, iri));
    // Bounded, since any document with hash terms may be requested as an ontology.
    if (diagrams.size < 100) diagrams.set(iri, diagram);
  }
  const { site, preferredLanguages } = await pageFor(publication, reader, { path, iris: [] });
  const own = document
    ? await publication.descriptions.labels(irisIn([document.description.properties, iri]))
    : new Map<string, LanguageMap>();
  const context = pageContext(site, {
    path,
    preferredLanguages,
    labels: new Map([...labels, ...own]),
  });
  const about = ontology.documents.find((one) => one.iri === iri);
  return renderOntology(
    { ontology, shapes, diagram, document: document && { ...document, about } },
    context,
  );
}

/** All IRIs in a structure of plain objects, for their labels. */
function irisIn(structure: unknown): Set<string> {
  const found = new Set<string>();
  const queue: unknown[] = [structure];
  const seen = new Set<unknown>();
  for (const value of queue) {
    if (typeof value === 'string') {
      if (/^[a-z][a-z0-9+.-]*:/i.test(value)) found.add(value);
      continue;
    }
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (value instanceof Map) queue.push(...value.keys(), ...value.values());
    else if ('termType' in value) {
      const term = value as Term;
      if (term.termType === 'NamedNode') found.add(term.value);
    } else queue.push(...Object.values(value));
  }
  return found;
}
