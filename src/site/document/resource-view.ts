/** The page about a resource: what it shows gathered, with a name for everything on it. */
import type { Description, PropertyStatements } from '../../description/index.ts';
import { renderResource, type ResourceView, SHOWN_VALUES } from '../../pages/index.ts';
import { sourcesOf } from './claim-sources.ts';
import { neighboursOf, placesNear, timeSpansOf } from './neighbourhood.ts';
import { panelsAbout } from '../panels/panels-about.ts';
import type { Publication } from '../../publication/index.ts';
import type { Reader } from '../resource/resource.ts';
import { irisIn } from '../panels/run-panel.ts';
import { pageFor } from '../frame/page-context.ts';

export interface DocumentPlace extends Pick<
  ResourceView,
  'formats' | 'previous' | 'next' | 'property' | 'pathOfProperty'
> {
  readonly path: string;
  /** Path of the page as it was requested, with all that the reader chose. */
  readonly again: string;
  /** Parameters of the URL, by which readers choose among what panels show. */
  readonly choices: ReadonlyMap<string, string>;
}

export async function writePage(
  publication: Publication,
  reader: Reader,
  { description, place }: { readonly description: Description; readonly place: DocumentPlace },
): Promise<string> {
  const { choices, again, ...links } = place;
  const { onVolatile } = reader;
  const isWhole = place.property === undefined;
  const { panels, others } = isWhole
    ? await panelsAbout(publication, description, { ...place, choices, onVolatile })
    : { panels: [], others: [] };
  const mentioned = irisOn(description, place.property);
  const sources = await sourcesOf(publication, mentioned.claims, onVolatile);
  const view: ResourceView = {
    ...links,
    description,
    sources,
    panels,
    otherQueries: others,
    neighbours: isWhole ? await neighboursOf(publication, description) : [],
    places: isWhole ? placesNear(publication, description) : [],
    spans: isWhole ? timeSpansOf(publication, description) : [],
  };
  const marked = new Set([description.iri, ...irisIn(panels)]);
  for (const { iri } of [...view.neighbours, ...view.places, ...view.spans]) marked.add(iri);
  const iris = new Set([...mentioned.iris, ...marked]);
  for (const { predicate } of view.neighbours) iris.add(predicate);
  for (const { place: at, answer } of sources.values()) {
    if (at !== undefined) iris.add(at);
    if (answer)
      for (const term of answer.rows.flat())
        if (term?.termType === 'NamedNode') iris.add(term.value);
  }
  const context = await pageFor(publication, reader, { path: again, iris, marked });
  return renderResource(view, context);
}

/** Every IRI of the description that the page may name, and the claims behind its statements. */
function irisOn(description: Description, property: string | undefined) {
  const iris = new Set([description.iri, ...description.types, ...description.hashTerms]);
  const claims = new Set<string>();
  const visit = (properties: readonly PropertyStatements[]): void => {
    for (const { predicate, statements } of properties) {
      iris.add(predicate);
      // Of very many values some are shown; labels come first in no order, so a few more are looked up.
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
