/** What the page of the search shows: the query, the hits and the types. */
import type { Kind, Passage, Reading, TermCount } from '../../description/index.ts';

export interface SearchHitView {
  readonly iri: string;
  /** Of its document inside the publication. */
  readonly path: string;
  readonly kind: Kind;
  readonly type: string | undefined;
  /** Words of the index that were found in it. */
  readonly terms: readonly string[];
  readonly passage: Passage | undefined;
}

export interface SearchView {
  readonly query: string;
  /** The class to which the search keeps. */
  readonly type: string | undefined;
  /** Those of this page. */
  readonly hits: readonly SearchHitView[];
  readonly total: number;
  /** How many there are of all types. */
  readonly all: number;
  /** How many there are before this page. */
  readonly from: number;
  readonly page: number;
  readonly pages: number;
  readonly fit: 'all' | 'similar' | 'some';
  readonly readings: readonly Reading[];
  /** Whether there were more words than were looked for. */
  readonly isCut: boolean;
  /** Words like those that found nothing. */
  readonly corrections: readonly string[];
  readonly types: readonly (TermCount & { readonly kind: Kind })[];
  readonly entrances: readonly { readonly iri: string; readonly path: string }[];
  /** Resources that the search knows, and that there are. */
  readonly indexed: number;
  readonly resources: number;
}
