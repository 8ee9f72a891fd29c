/**
 * The sources of the claims about a statement. A saved query of the view `source`, bound to the class of claims,
 * returns the details (`place`, `basis`, `link`, `group`, `order`, `disputed`, `note` with `noteText`). Without such a
 * query, the source is the value of a provenance property of the claim.
 */
import type { AnswerTable, ClaimSource } from '../../pages/index.ts';
import type { SavedQuery } from '../../queries/index.ts';
import { dct, prov, rdf, rdfs, type Term, terms } from '../../rdf/index.ts';
import { LruMap } from '../../lru-map.ts';
import { matchQuads } from '../../store/index.ts';
import { queriesAbout } from '../panels/panels-about.ts';
import type { Publication } from '../../publication/index.ts';
import { valuesOf } from './values-of.ts';
import { type PanelRequest, runPanel } from '../panels/run-panel.ts';

/** Maximum number of claims per page whose sources are queried. Further claims are linked without a source. */
const MAX_CLAIMS = 200;
/** Maximum number of cached sources of claims. */
const MAX_CACHED = 4096;

/** Time limit for all queries of one page together, in milliseconds. */
const TIMEOUT_MS = 5000;

/** @param onVolatile called if the result must not be cached, since it may differ next time. */
export async function sourcesOf(
  publication: Publication,
  claims: Iterable<string>,
  onVolatile: () => void = () => {},
): Promise<ReadonlyMap<string, ClaimSource>> {
  const cached = publication.memo.derive(
    'claim-sources',
    () => new LruMap<string, ClaimSource>(MAX_CACHED),
  );
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const sources = new Map<string, ClaimSource>();
  for (const claim of Iterator.from(claims).take(MAX_CLAIMS)) {
    let found = cached.get(claim);
    if (!found) {
      let isVolatile = false;
      const note = () => {
        isVolatile = true;
      };
      found = await sourceOf(publication, claim, { signal, onVolatile: note });
      if (isVolatile) onVolatile();
      else cached.set(claim, found);
    }
    sources.set(claim, found);
  }
  return sources;
}

type SourceOptions = Required<Pick<PanelRequest, 'signal' | 'onVolatile'>>;

async function sourceOf(
  publication: Publication,
  claim: string,
  options: SourceOptions,
): Promise<ClaimSource> {
  const types = objectsOf(publication, claim, rdf('type'));
  const [query] = (await queriesAbout(publication, types)).filter(({ views }) =>
    views.includes('source'),
  );
  const answer = query && (await querySource(publication, query, { claim, ...options }));
  if (answer && answer.rows.length > 0) return { answer };
  return { iri: sourceIriOf(publication, claim) };
}

async function querySource(
  publication: Publication,
  query: SavedQuery,
  { claim, ...options }: SourceOptions & { readonly claim: string },
): Promise<AnswerTable | undefined> {
  const request = { subject: claim, path: '', choices: new Map<string, string>(), ...options };
  const { answer } = await runPanel(publication, query, request);
  return answer.kind === 'table' ? answer : undefined;
}

/** Properties from a claim to its source, the most specific first. */
const SOURCE_PROPERTIES = [
  prov('hadPrimarySource'),
  prov('wasQuotedFrom'),
  dct('source'),
  prov('wasDerivedFrom'),
];

/** The IRI of the source of a claim: the value of one of those properties or of their subproperties. */
function sourceIriOf(publication: Publication, claim: string): string | undefined {
  const graph = terms.defaultGraph();
  for (const property of SOURCE_PROPERTIES) {
    const subproperties = matchQuads(publication.dataset, {
      predicate: rdfs('subPropertyOf'),
      object: property,
      graph,
    });
    for (const predicate of [
      ...Iterator.from(subproperties).map((quad) => quad.subject as Term),
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
