/** Reads N-Triples and N-Quads into quads. */
import {
  type ByteRange,
  LineReader,
  type LineReaderOptions,
  type TermSink,
} from './line-reader.ts';
import { type NamedNode, type Quad, type Term, terms } from '../terms.ts';

export interface ReadLinesOptions extends LineReaderOptions {
  /** Prefix of all blank node labels. */
  readonly blankNodeScope: string;
}

/** The quads of a document in UTF-8. @throws {RdfSyntaxError} at the first syntax error. */
export function readLines(bytes: Uint8Array, options: ReadLinesOptions): Quad[] {
  const sink = new QuadSink(options.blankNodeScope);
  const reader = new LineReader(options, sink);
  reader.read(bytes);
  reader.end();
  return sink.quads;
}

const textOf = ({ bytes, from, to }: ByteRange): string => bytes.toString('utf8', from, to);

class QuadSink implements TermSink<Term> {
  readonly quads: Quad[] = [];
  readonly #scope: string;
  readonly #nodes = new Map<string, NamedNode>();

  constructor(scope: string) {
    this.#scope = scope;
  }

  iri(bytes: Buffer, from: number, to: number): Term {
    return this.#node(bytes.toString('utf8', from, to));
  }

  blankNode(bytes: Buffer, from: number, to: number): Term {
    return terms.blankNode(this.#scope + bytes.toString('utf8', from, to));
  }

  plainLiteral(bytes: Buffer, from: number, to: number): Term {
    return terms.literal(bytes.toString('utf8', from, to));
  }

  taggedLiteral(text: ByteRange, language: string, direction: '' | 'ltr' | 'rtl'): Term {
    const tag = (direction === '' ? language : { language, direction }) as string;
    return terms.literal(textOf(text), tag);
  }

  typedLiteral(text: ByteRange, datatype: ByteRange): Term {
    return terms.literal(textOf(text), this.#node(textOf(datatype)));
  }

  tripleTerm(subject: Term, predicate: Term, object: Term): Term {
    return terms.quad(subject as never, predicate as never, object as never) as unknown as Term;
  }

  quad(subject: Term, predicate: Term, object: Term, graph: Term | undefined): void {
    const graphTerm = (graph ?? terms.defaultGraph()) as never;
    this.quads.push(terms.quad(subject as never, predicate as never, object as never, graphTerm));
  }

  #node(iri: string): NamedNode {
    let node = this.#nodes.get(iri);
    if (!node) {
      node = terms.namedNode(iri);
      this.#nodes.set(iri, node);
    }
    return node;
  }
}
