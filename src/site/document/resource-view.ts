/** Collects the content of the page about a resource, with the labels of all IRIs on it. */
import type { Description, PropertyStatements } from '../../description/index.ts';
import { renderResource, type ResourceView, SHOWN_VALUES } from '../../pages/index.ts';
import { sourcesOf } from './claim-sources.ts';
import { neighboursOf, relatedPlaces, timeSpansOf } from './neighbourhood.ts';
import { panelsAbout } from '../panels/panels-about.ts';
import type { Publication } from '../../publication/index.ts';
import type { Reader } from '../resource/resource.ts';
import { irisIn } from '../panels/run-panel.ts';
import { pageFor } from '../frame/page-context.ts';

export interface DocumentRequest extends Pick<
  ResourceView,
  'formats' | 'previous' | 'next' | 'property' | 'pathOfProperty'
> {
  readonly path: string;
  /** Path of the page as requested, with the parameters that the reader chose. */
  readonly again: string;
  /** Parameters of the URL, with which readers filter panels. */
  readonly choices: ReadonlyMap<string, string>;
}

export async function writePage(
  publication: Publication,
  reader: Reader,
  {
    description,
    request,
  }: { readonly description: Description; readonly request: DocumentRequest },
): Promise<string> {
  const { choices, again, ...links } = request;
  const { onVolatile } = reader;
  const hasAllProperties = request.property === undefined;
  const { panels, others } = hasAllProperties
    ? await panelsAbout(publication, description, { ...request, choices, onVolatile })
    : { panels: [], others: [] };
  const mentioned = irisOn(description, request.property);
  const sources = await sourcesOf(publication, mentioned.claims, onVolatile);
  const view: ResourceView = {
    ...links,
    description,
    sources,
    panels,
    otherQueries: others,
    neighbours: hasAllProperties ? await neighboursOf(publication, description) : [],
    places: hasAllProperties ? relatedPlaces(publication, description) : [],
    spans: hasAllProperties ? timeSpansOf(publication, description) : [],
  };
  const marked = new Set([description.iri, ...irisIn(panels)]);
  for (const { iri } of [...view.neighbours, ...view.places, ...view.spans]) marked.add(iri);
  const iris = new Set([...mentioned.iris, ...marked]);
  for (const { predicate } of view.neighbours) iris.add(predicate);
  for (const { iri, answer } of sources.values()) {
    if (iri !== undefined) iris.add(iri);
    if (answer)
      for (const term of answer.rows.flat())
        if (term?.termType === 'NamedNode') iris.add(term.value);
  }
  const context = await pageFor(publication, reader, { path: again, iris, marked });
  return renderResource(view, context);
}

/** All IRIs of the description that may be labelled on the page, and the claims about its statements. */
function irisOn(description: Description, property: string | undefined) {
  const iris = new Set([description.iri, ...description.types, ...description.hashTerms]);
  const claims = new Set<string>();
  const visit = (properties: readonly PropertyStatements[]): void => {
    for (const { predicate, statements } of properties) {
      iris.add(predicate);
      // The page sorts values by label and shows the first of them, so more labels are looked up than shown.
      const shown = predicate === property ? statements : statements.slice(0, SHOWN_VALUES * 4);
      for (const { value, graphs, reifiers, nested } of shown) {
        if (value.termType === 'NamedNode') iris.add(value.value);
        for (const graph of graphs) iris.add(graph);
        for (const claim of reifiers) {
          claims.add(claim);
          iris.add(claim);
        }
        visit(nested);
      }
    }
  };
  visit(description.properties);
  visit(description.claimed);
  for (const { predicate, subjects, reifiers } of description.incoming) {
    iris.add(predicate);
    for (const subject of subjects) iris.add(subject);
    for (const claim of [...reifiers.values()].flat()) {
      claims.add(claim);
      iris.add(claim);
    }
  }
  return { iris, claims };
}
