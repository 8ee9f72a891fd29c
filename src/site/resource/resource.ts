/** Resources and their representations, in the sense of RFC 9110. */

/** The client of a request. It determines the language of a page, never its data. */
export interface Reader {
  /** Language ranges in order of preference. */
  readonly languages: readonly string[];
  /** The value of `lang=` in the URL, if any; links repeat it. */
  readonly chosenLanguage?: string | undefined;
  /** Scheme, host and port of the request, for examples to copy. */
  readonly origin: string;
  /** Called if a page must not be cached, since its content may differ next time. */
  readonly onVolatile?: () => void;
}

export type ResourceKind =
  | 'home'
  | 'harvest'
  | 'page'
  | 'document'
  | 'graph'
  | 'sparql'
  | 'problem';

/** One representation of a resource. https://www.rfc-editor.org/rfc/rfc9110#section-8 */
export interface Representation {
  /** Short name for `format=`: "turtle", "html". */
  readonly name: string;
  readonly label: string;
  readonly mediaType: string;
  readonly aliases: readonly string[];
  /** File extensions, which `format=` takes too. */
  readonly extensions: readonly string[];
  /** The Content-Type header, with charset. */
  readonly contentType: string;
  /** The path of this representation inside the publication. */
  readonly path: string;
  /** Whether it depends on the reader's language. */
  readonly variesByLanguage: boolean;
  readonly write: (reader: Reader) => Promise<string>;
}

export interface Resource {
  /** The IRI of the resource, or of the resource that it describes. */
  readonly iri: string;
  readonly kind: ResourceKind;
  /** Path inside the publication, without the leading slash. */
  readonly path: string;
  /** In the order of preference of the server. */
  readonly representations: readonly [Representation, ...Representation[]];
  /** Classes of the described resource. */
  readonly types?: readonly string[];
  /** Further parameters of the URL on which the content of the page depends. */
  readonly state?: string;
  /** Paths of the first, previous, next and last page, if there are several. */
  readonly first?: string;
  readonly previous?: string;
  readonly next?: string;
  readonly last?: string;
}

/** The result of resolving a path. */
export type Resolution =
  | { readonly kind: 'resource'; readonly resource: Resource; readonly only?: Representation }
  | { readonly kind: 'see-other'; readonly path: string }
  | { readonly kind: 'not-found' };
