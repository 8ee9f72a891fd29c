/** Resources and their representations, in the sense of RFC 9110: what a URL stands for, and the bytes that show it. */

/** Who reads: decides the language of a page, never the data in it. */
export interface Reader {
  /** Language ranges, the most wanted first. */
  readonly languages: readonly string[];
  /** What `lang=` in the URL says, where it says something: links keep it. */
  readonly chosenLanguage?: string | undefined;
  /** Scheme, host and port under which the reader knows the site, for examples to copy. */
  readonly origin: string;
  /** Told where a page shows what may be otherwise the next time: then it must not be kept. */
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

/** One way to show a resource. https://www.rfc-editor.org/rfc/rfc9110#section-8 */
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
  /** Where this one alone is found: path inside the publication. */
  readonly path: string;
  /** Whether it depends on the reader's language. */
  readonly variesByLanguage: boolean;
  readonly write: (reader: Reader) => Promise<string>;
}

export interface Resource {
  /** What the resource is about. */
  readonly iri: string;
  readonly kind: ResourceKind;
  /** Path inside the publication, without the leading slash. */
  readonly path: string;
  /** In the order in which we offer them. */
  readonly representations: readonly [Representation, ...Representation[]];
  /** Classes of what it is about. */
  readonly types?: readonly string[];
  /** What else in its address decides what its page shows. */
  readonly state?: string;
  /** The first page, the ones before and after this one and the last, as paths with a query, where there are several. */
  readonly first?: string;
  readonly previous?: string;
  readonly next?: string;
  readonly last?: string;
}

/** What a path leads to. */
export type Resolution =
  | { readonly kind: 'resource'; readonly resource: Resource; readonly only?: Representation }
  | { readonly kind: 'see-other'; readonly path: string }
  | { readonly kind: 'not-found' };
