/**
 * Triple Pattern Fragments: the triples that match one pattern, in pages, with their count and the form for other
 * patterns. https://linkeddatafragments.org/specification/triple-pattern-fragments/
 */
import {
  dct,
  foaf,
  hydra,
  type Quad,
  rdf,
  type Term,
  terms,
  voidVocabulary,
  xsd,
} from '../../rdf/index.ts';
import { patternRange, type Store, type TermId, triplesIn } from '../../store/index.ts';

/** Triples on one page. */
const FRAGMENT_PAGE_SIZE = 100;

const POSITIONS = ['subject', 'predicate', 'object'] as const;
export type FragmentPosition = (typeof POSITIONS)[number];

/** The bound positions of a pattern. */
export type FragmentPattern = Readonly<Partial<Record<FragmentPosition, Term>>>;

export interface Fragment {
  /** The exact number of matching triples of the default graph. */
  readonly count: number;
  readonly pages: number;
  readonly triples: readonly Quad[];
}

/** @param page from 1. */
export function readFragment(store: Store, pattern: FragmentPattern, page: number): Fragment {
  const ids: Partial<Record<FragmentPosition, TermId>> = {};
  for (const position of POSITIONS) {
    const term = pattern[position];
    if (!term) continue;
    const id = store.dictionary.idOf(term);
    if (id === undefined) return { count: 0, pages: 1, triples: [] };
    ids[position] = id;
  }
  const run = patternRange(store.defaultIndex, ids);
  const count = run.end - run.start;
  const term = (id: TermId) => store.dictionary.termOf(id) as never;
  return {
    count,
    pages: Math.max(1, Math.ceil(count / FRAGMENT_PAGE_SIZE)),
    triples: triplesIn(run, (page - 1) * FRAGMENT_PAGE_SIZE, FRAGMENT_PAGE_SIZE).map(
      ({ subject, predicate, object }) => terms.quad(term(subject), term(predicate), term(object)),
    ),
  };
}

export interface FragmentAddress {
  /** The URL of fragments, without parameters. */
  readonly endpoint: string;
  /** The prefix of skolem IRIs, by which clients can request blank nodes. */
  readonly genid: string;
  /** The URL of the page with this number. */
  readonly pageUrl: (page: number) => string;
  readonly page: number;
}

/** The page as a dataset: its triples in the default graph, the metadata in a graph of its own. */
export function describeFragment(
  { count, pages, triples }: Fragment,
  { endpoint, genid, pageUrl, page }: FragmentAddress,
): Quad[] {
  const url = pageUrl(page);
  const metadata = terms.namedNode(`${url}#metadata`);
  const quads: Quad[] = [];
  const add = (subject: Quad['subject'], predicate: Quad['predicate'], object: Term) =>
    quads.push(terms.quad(subject, predicate, object as Quad['object'], metadata));
  const integer = (value: number) => terms.literal(String(value), xsd('integer'));
  const fragment = terms.namedNode(url);
  const dataset = terms.namedNode(`${endpoint}#dataset`);
  const form = terms.blankNode('form');
  add(metadata, foaf('primaryTopic'), dataset);
  add(dataset, rdf('type'), voidVocabulary('Dataset'));
  add(dataset, rdf('type'), hydra('Collection'));
  add(dataset, voidVocabulary('subset'), fragment);
  add(dataset, hydra('search'), form);
  add(form, hydra('template'), terms.literal(`${endpoint}{?${POSITIONS.join(',')}}`));
  add(form, hydra('variableRepresentation'), hydra('ExplicitRepresentation'));
  for (const position of POSITIONS) {
    const mapping = terms.blankNode(position);
    add(form, hydra('mapping'), mapping);
    add(mapping, hydra('variable'), terms.literal(position));
    add(mapping, hydra('property'), rdf(position));
  }
  add(fragment, rdf('type'), hydra('PartialCollectionView'));
  add(fragment, dct('source'), dataset);
  add(fragment, hydra('totalItems'), integer(count));
  add(fragment, voidVocabulary('triples'), integer(count));
  add(fragment, hydra('itemsPerPage'), integer(FRAGMENT_PAGE_SIZE));
  add(fragment, hydra('first'), terms.namedNode(pageUrl(1)));
  if (page > 1) add(fragment, hydra('previous'), terms.namedNode(pageUrl(page - 1)));
  if (page < pages) add(fragment, hydra('next'), terms.namedNode(pageUrl(page + 1)));
  return [...triples.map((triple) => skolemized(triple, genid)), ...quads];
}

/** https://www.w3.org/TR/rdf11-concepts/#section-skolemization */
function skolemized({ subject, predicate, object }: Quad, genid: string): Quad {
  const named = (term: Term): Term =>
    term.termType === 'BlankNode' ? terms.namedNode(genid + encodeURIComponent(term.value)) : term;
  return terms.quad(named(subject) as Quad['subject'], predicate, named(object) as Quad['object']);
}

/** The blank node of a skolem IRI; other terms are returned unchanged. */
export function unskolemized(term: Term, genid: string): Term {
  if (term.termType !== 'NamedNode' || !term.value.startsWith(genid)) return term;
  const label = term.value.slice(genid.length);
  return label === '' ? term : terms.blankNode(decodeLabel(label));
}

function decodeLabel(label: string): string {
  try {
    return decodeURIComponent(label);
  } catch {
    return label;
  }
}
