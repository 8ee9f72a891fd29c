/** Lines of N-Triples and N-Quads straight into a store: bytes to numbers, no terms on the way. */
import { type ByteRange, type TermSink, xsd } from '../../rdf/index.ts';
import type { StoreBuilder } from './store-builder.ts';
import { BLANK_NODE, IRI, LITERAL, type TermInterner } from '../dictionary/term-interner.ts';

const LANG_STRING = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString';
const DIR_LANG_STRING = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#dirLangString';

export interface LineSinkOptions {
  /** IRI of the graph of statements that name none. */
  readonly graph: string;
  /** Put before every blank node label. */
  readonly blankNodeScope: string;
  /** Starts of IRIs that become others, and of plain literals that name them. */
  readonly moves?: ReadonlyMap<string, string>;
}

/** A sink that adds what is read to `builder`. */
export class LineSink implements TermSink<number> {
  readonly #builder: StoreBuilder;
  readonly #terms: TermInterner;
  readonly #graph: number;
  readonly #scope: Buffer;
  readonly #plain: number;
  readonly #moves: readonly (readonly [start: Buffer, other: Buffer])[];
  readonly #types = new Map<string, number>();
  readonly #tags = new Map<string, number>();
  readonly #datatypes: { readonly iri: Buffer; readonly type: number }[] = [];

  constructor(
    builder: StoreBuilder,
    { graph, blankNodeScope, moves = new Map() }: LineSinkOptions,
  ) {
    this.#builder = builder;
    this.#terms = builder.terms;
    this.#graph = this.#terms.internText(graph, IRI);
    this.#scope = Buffer.from(blankNodeScope);
    this.#moves = Array.from(moves, ([start, other]) => [Buffer.from(start), Buffer.from(other)]);
    this.#plain = this.#typeOf(xsd('string').value, '', '');
  }

  iri(bytes: Buffer, from: number, to: number): number {
    return this.#intern(bytes, from, to, { kind: IRI, type: 0 });
  }

  blankNode(bytes: Buffer, from: number, to: number): number {
    const label = Buffer.concat([this.#scope, bytes.subarray(from, to)]);
    return this.#terms.internRange(label, 0, label.length, BLANK_NODE, 0);
  }

  plainLiteral(bytes: Buffer, from: number, to: number): number {
    return this.#intern(bytes, from, to, { kind: LITERAL, type: this.#plain });
  }

  taggedLiteral(text: ByteRange, tag: string, direction: '' | 'ltr' | 'rtl'): number {
    const known = direction === '' ? this.#tags.get(tag) : undefined;
    const datatype = direction === '' ? LANG_STRING : DIR_LANG_STRING;
    const type = known ?? this.#typeOf(datatype, tag, direction);
    if (known === undefined && direction === '') this.#tags.set(tag, type);
    return this.#terms.internRange(text.bytes, text.from, text.to, LITERAL, type);
  }

  typedLiteral(text: ByteRange, { bytes, from, to }: ByteRange): number {
    const type = this.#typeOfBytes(bytes, from, to);
    return this.#intern(text.bytes, text.from, text.to, { kind: LITERAL, type });
  }

  tripleTerm(subject: number, predicate: number, object: number): number {
    return this.#terms.internTriple(subject, predicate, object);
  }

  quad(subject: number, predicate: number, object: number, graph: number | undefined): void {
    this.#builder.addIds(subject, predicate, object, graph ?? this.#graph);
  }

  /** Interns a text that may name something below a base that moves. */
  #intern(
    bytes: Buffer,
    from: number,
    to: number,
    { kind, type }: { readonly kind: number; readonly type: number },
  ): number {
    for (const [start, other] of this.#moves) {
      if (to - from < start.length) continue;
      if (bytes.compare(start, 0, start.length, from, from + start.length) !== 0) continue;
      const moved = Buffer.concat([other, bytes.subarray(from + start.length, to)]);
      return this.#terms.internRange(moved, 0, moved.length, kind, type);
    }
    return this.#terms.internRange(bytes, from, to, kind, type);
  }

  /** Datatypes are few: the bytes of those seen are compared, before any text is made of them. */
  #typeOfBytes(bytes: Buffer, from: number, to: number): number {
    for (const known of this.#datatypes)
      if (known.iri.length === to - from && known.iri.compare(bytes, from, to) === 0)
        return known.type;
    const type = this.#typeOf(bytes.toString('utf8', from, to), '', '');
    if (this.#datatypes.length < 16)
      this.#datatypes.push({ iri: Buffer.from(bytes.subarray(from, to)), type });
    return type;
  }

  #typeOf(datatype: string, language: string, direction: '' | 'ltr' | 'rtl'): number {
    const key = `${language}--${direction}^${datatype}`;
    let type = this.#types.get(key);
    if (type === undefined) {
      type = this.#terms.literalTypes.intern({ datatype, language, direction });
      this.#types.set(key, type);
    }
    return type;
  }
}
