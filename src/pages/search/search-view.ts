/** The content of the search page: query, results, classes. */
import type { Kind, Snippet, Substitution, TermCount } from '../../description/index.ts';

export interface SearchHitView {
  readonly iri: string;
  /** The path of its document inside the publication. */
  readonly path: string;
  readonly kind: Kind;
  readonly type: string | undefined;
  /** The terms of the index that match. */
  readonly terms: readonly string[];
  readonly snippet: Snippet | undefined;
}

export interface SearchView {
  readonly query: string;
  /** The class to which the search is restricted. */
  readonly type: string | undefined;
  /** The results on this page. */
  readonly hits: readonly SearchHitView[];
  readonly total: number;
  /** The number of results of all classes. */
  readonly all: number;
  /** The number of results before this page. */
  readonly from: number;
  readonly page: number;
  readonly pages: number;
  readonly fit: 'all' | 'similar' | 'some';
  readonly substitutions: readonly Substitution[];
  /** Whether the query was longer than is searched. */
  readonly isCut: boolean;
  /** Corrections of words without results. */
  readonly corrections: readonly string[];
  readonly types: readonly (TermCount & { readonly kind: Kind })[];
  readonly entrances: readonly { readonly iri: string; readonly path: string }[];
  /** The number of indexed resources, and of all. */
  readonly indexed: number;
  readonly resources: number;
}
