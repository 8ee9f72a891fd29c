/** The facts of a publication from which all documents for harvesters are made. */
import {
  dct,
  type LanguageMap,
  type NamedNode,
  type Prefixes,
  type Term,
  terms,
  xsd,
} from '../rdf/index.ts';
import type { Memo } from '../memo.ts';
import type { SavedQuery } from '../queries/index.ts';
import { matchQuads, type Store } from '../store/index.ts';

export interface HarvestSubject {
  readonly base: string;
  /** Identifies the state of the publication. */
  readonly version: string;
  readonly about: {
    readonly iri: string | undefined;
    readonly titles: LanguageMap;
    readonly descriptions: LanguageMap;
    readonly license: string | undefined;
    readonly languages: readonly string[];
  };
  readonly dataset: Store;
  readonly queries: readonly SavedQuery[];
  readonly prefixes: Prefixes;
  readonly memo: Memo;
  /** The time of the last change of the files; undefined if only their content matters. */
  readonly changed?: Date | undefined;
}

/**
 * The URL of the site, ending in a slash. Identifiers are IRIs below the declared base; addresses of requests are
 * URLs below this one. Without a request, as in the endpoint's own data, both are the same.
 */
export type SiteUrl = string;

/** The dataset's IRI: its own, or else the base. */
export const datasetIri = ({ about, base }: HarvestSubject): NamedNode =>
  terms.namedNode(about.iri ?? base);

/** The values of a property of a resource in the data. */
export const statedOf = ({ dataset }: HarvestSubject, subject: Term, predicate: Term): Term[] =>
  Array.from(
    matchQuads(dataset, { subject, predicate, graph: terms.defaultGraph() }),
    ({ object }) => object as Term,
  );

/** The last change of the dataset: of its files, or else as the data states it. */
export function lastChange(subject: HarvestSubject): Term | undefined {
  const { changed } = subject;
  if (changed) return terms.literal(changed.toISOString().replace(/\.\d+Z$/, 'Z'), xsd('dateTime'));
  const self = datasetIri(subject);
  const dates = [dct('modified'), dct('issued')].map((property) =>
    statedOf(subject, self, property).filter(isDate).toSorted(byValue).at(-1),
  );
  return dates.find((date) => date !== undefined);
}

const byValue = (a: Term, b: Term) => (a.value < b.value ? -1 : 1);

const isDate = (term: Term): boolean =>
  term.termType === 'Literal' &&
  [xsd('date').value, xsd('dateTime').value].includes(term.datatype.value) &&
  /^\d{4}-\d\d-\d\d/.test(term.value) &&
  !Number.isNaN(Date.parse(term.value));

/** A text as literals, one for each language. */
export const textsOf = (map: LanguageMap): Term[] =>
  Array.from(map, ([language, text]) =>
    language === '' ? terms.literal(text) : terms.literal(text, language),
  );
