/** The internal format `terms` between threads: a header line of JSON, then one line of JSON per row. */
import { type ConcreteTerm, type Term, terms as makeTerms } from '../../rdf/index.ts';
import type { Batch } from '../exec/batch/batch.ts';
import type { QueryTerms } from '../values/query-terms.ts';
import { type ByteWriter, CHUNK_BYTES, encode } from './byte-writer.ts';
import type { RowFormat, SolutionFormat } from './write-solutions.ts';

/** A term as JSON: 0 is unbound. */
export type PlainTerm =
  | 0
  | readonly ['iri' | 'blank', string]
  | readonly ['literal', string, datatype: string, language: string, direction: string]
  | readonly ['triple', PlainTerm, PlainTerm, PlainTerm];

/** The header line. */
export type PlainHead =
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'solutions'; readonly variables: readonly string[] }
  | { readonly kind: 'quads' };

const head = (value: PlainHead): string => `${JSON.stringify(value)}\n`;

export const TERMS_FORMAT: SolutionFormat = {
  boolean: (value) => head({ kind: 'boolean', value }),
  head: (variables) => head({ kind: 'solutions', variables }),
  tail: '',
  rows: (_, writer) => plainRows(writer),
};

function plainRows(writer: ByteWriter): RowFormat {
  let row: PlainTerm[] = [];
  return {
    beginRow: () => {
      row = [];
    },
    unbound: () => row.push(0),
    cell: (_, id, term) => row.push(toPlain(term.termOf(id))),
    endRow: () => writer.text(`${JSON.stringify(row)}\n`),
  };
}

export function* writeQuadsAsTerms(
  batches: Iterable<Batch>,
  terms: QueryTerms,
): Generator<Uint8Array> {
  let text = head({ kind: 'quads' });
  for (const { columns, length } of batches)
    for (let row = 0; row < length; row += 1) {
      const plain = columns.map((column) => toPlain(terms.termOf(column[row] as number)));
      text += `${JSON.stringify(plain)}\n`;
      if (text.length < CHUNK_BYTES) continue;
      yield encode(text);
      text = '';
    }
  yield encode(text);
}

export function toPlain(term: ConcreteTerm | Term): PlainTerm {
  switch (term.termType) {
    case 'NamedNode':
      return ['iri', term.value];
    case 'BlankNode':
      return ['blank', term.value];
    case 'Literal': {
      const direction = (term as { direction?: string | null }).direction ?? '';
      return ['literal', term.value, term.datatype.value, term.language, direction];
    }
    case 'Quad':
      return [
        'triple',
        toPlain(term.subject as Term),
        toPlain(term.predicate as Term),
        toPlain(term.object as Term),
      ];
    default:
      throw new TypeError(`a ${term.termType} is not a value of a solution`);
  }
}

export function fromPlain(plain: PlainTerm): Term | undefined {
  if (plain === 0) return undefined;
  switch (plain[0]) {
    case 'iri':
      return makeTerms.namedNode(plain[1]);
    case 'blank':
      return makeTerms.blankNode(plain[1]);
    case 'literal': {
      const [, text, datatype, language, direction] = plain;
      if (language === '') return makeTerms.literal(text, makeTerms.namedNode(datatype));
      return makeTerms.literal(
        text,
        (direction === '' ? language : { language, direction }) as string,
      );
    }
    case 'triple':
      return makeTerms.quad(
        fromPlain(plain[1]) as never,
        fromPlain(plain[2]) as never,
        fromPlain(plain[3]) as never,
      ) as unknown as Term;
  }
}
