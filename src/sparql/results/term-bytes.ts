/** The lexical forms of terms as bytes: in place for terms of the store, encoded for terms that the query computed. */
import { type ConcreteTerm, xsd } from '../../rdf/index.ts';
import type { TermId } from '../../store/index.ts';
import type { QueryTerms } from '../values/query-terms.ts';
import { encode } from './byte-writer.ts';

export type TermKind = 'iri' | 'blank' | 'literal' | 'triple';

const STRING = xsd('string').value;

/** A cursor: `read` sets its properties to the parts of a term. */
export class TermBytes {
  kind: TermKind = 'iri';
  /** IRI, label or lexical form: bytes[from, to). */
  bytes: Uint8Array = new Uint8Array(0);
  from = 0;
  to = 0;
  /** Empty for literals without a tag. */
  language = '';
  direction = '';
  /** Empty for plain strings and for tagged ones. */
  datatype = '';
  readonly #terms: QueryTerms;

  constructor(terms: QueryTerms) {
    this.#terms = terms;
  }

  read(id: number): void {
    const { dictionary } = this.#terms;
    const { ranges } = dictionary;
    if (id >= ranges.tripleTerms[0]) {
      this.readTerm(this.#terms.termOf(id));
      return;
    }
    this.bytes = dictionary.bytes;
    this.from = dictionary.offsets[id] as number;
    this.to = dictionary.offsets[id + 1] as number;
    this.language = '';
    this.direction = '';
    this.datatype = '';
    if (id < ranges.blankNodes[1]) this.kind = 'blank';
    else if (id < ranges.iris[1]) this.kind = 'iri';
    else {
      this.kind = 'literal';
      const type = dictionary.literalTypes[dictionary.typeOf(id as TermId)];
      if (!type) return;
      this.language = type.language;
      this.direction = type.direction;
      if (type.language === '' && type.datatype !== STRING) this.datatype = type.datatype;
    }
  }

  readTerm(term: ConcreteTerm): void {
    this.kind =
      term.termType === 'NamedNode'
        ? 'iri'
        : term.termType === 'BlankNode'
          ? 'blank'
          : term.termType === 'Literal'
            ? 'literal'
            : 'triple';
    this.bytes = encode(term.value);
    this.from = 0;
    this.to = this.bytes.length;
    this.language = '';
    this.direction = '';
    this.datatype = '';
    if (term.termType !== 'Literal') return;
    this.language = term.language;
    this.direction = (term as { direction?: string | null }).direction ?? '';
    if (term.language === '' && term.datatype.value !== STRING) this.datatype = term.datatype.value;
  }

  termOf(id: number): ConcreteTerm {
    return this.#terms.termOf(id);
  }
}
