/** A case in which engines disagree, and what the specification says. */
export interface DecidedCase {
  readonly what: string;
  readonly data: string;
  readonly query: string;
  readonly answer: unknown;
  /** A section of https://www.w3.org/TR/sparql11-query/ and its words. */
  readonly section: string;
  readonly words: string;
  readonly differs: readonly ('Comunica' | 'Oxigraph')[];
}
