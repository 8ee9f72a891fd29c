/**
 * Who says so: where each claim behind a statement was made. A saved query of the view `source`, bound to the class of
 * claims, can say it with everything a reader wants (`place`, `basis`, `link`, `group`, `order`, `disputed`, `note`
 * with `noteText`); without one, the place that the claim names by a property of provenance.
 */
import type { AnswerTable, ClaimSource } from '../../pages/index.ts';
import type { SavedQuery } from '../../queries/index.ts';
import { dct, prov, rdf, rdfs, type Term, terms } from '../../rdf/index.ts';
import { LruMap } from '../../lru-map.ts';
import { matchQuads } from '../../store/index.ts';
import { queriesAbout } from '../panels/panels-about.ts';
import type { Publication } from '../../publication/index.ts';
import { valuesOf } from './values-of.ts';
import { type PanelPlace, runPanel } from '../panels/run-panel.ts';

/** Claims looked up for one page; a page with more shows who says so on the claims' own pages. */
const MAX_CLAIMS = 200;
/** Claims whose source is remembered. */
const REMEMBERED = 4096;

/** A page does not wait longer for all of them together. */
const PATIENCE_MS = 5000;

/** @param onVolatile told where something may be found the next time that was not found now. */
export async function sourcesOf(
  publication: Publication,
  claims: Iterable<string>,
  onVolatile: () => void = () => {},
): Promise<ReadonlyMap<string, ClaimSource>> {
  const remembered = publication.memo.derive(
    'claim-sources',
    () => new LruMap<string, ClaimSource>(REMEMBERED),
  );
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const sources = new Map<string, ClaimSource>();
  for (const claim of Iterator.from(claims).take(MAX_CLAIMS)) {
    let found = remembered.get(claim);
    if (!found) {
      let isVolatile = false;
      const note = () => {
        isVolatile = true;
      };
      found = await sourceOf(publication, claim, { signal, onVolatile: note });
      if (isVolatile) onVolatile();
      else remembered.set(claim, found);
    }
    sources.set(claim, found);
  }
  return sources;
}

type Asking = Required<Pick<PanelPlace, 'signal' | 'onVolatile'>>;

async function sourceOf(
  publication: Publication,
  claim: string,
  asking: Asking,
): Promise<ClaimSource> {
  const types = objectsOf(publication, claim, rdf('type'));
  const [query] = (await queriesAbout(publication, types)).filter(({ views }) =>
    views.includes('source'),
  );
  const answer = query && (await askSource(publication, query, { claim, ...asking }));
  if (answer && answer.rows.length > 0) return { answer };
  return { place: placeOf(publication, claim) };
}

async function askSource(
  publication: Publication,
  query: SavedQuery,
  { claim, ...asking }: Asking & { readonly claim: string },
): Promise<AnswerTable | undefined> {
  const place = { subject: claim, path: '', choices: new Map<string, string>(), ...asking };
  const { answer } = await runPanel(publication, query, place);
  return answer.kind === 'table' ? answer : undefined;
}

/** Properties by which a claim names the place that makes it, the most exact first. */
const PLACE_PROPERTIES = [
  prov('hadPrimarySource'),
  prov('wasQuotedFrom'),
  dct('source'),
  prov('wasDerivedFrom'),
];

/** The place that makes a claim: by one of those properties, or by one that the ontology puts under it. */
function placeOf(publication: Publication, claim: string): string | undefined {
  const graph = terms.defaultGraph();
  for (const property of PLACE_PROPERTIES) {
    const narrower = matchQuads(publication.dataset, {
      predicate: rdfs('subPropertyOf'),
      object: property,
      graph,
    });
    for (const predicate of [
      ...Iterator.from(narrower).map((quad) => quad.subject as Term),
      property,
    ]) {
      const [first] = objectsOf(publication, claim, predicate);
      if (first !== undefined) return first;
    }
  }
  return undefined;
}

const objectsOf = (publication: Publication, subject: string, predicate: Term): string[] =>
  valuesOf(publication, { subject, predicate }, 'NamedNode');
