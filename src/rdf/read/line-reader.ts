/**
 * Parser of N-Triples and N-Quads: reads bytes and passes terms as byte ranges to a sink. Not a library, because large
 * files are in these two syntaxes and a parser of bytes is faster.
 * https://www.w3.org/TR/n-triples/#n-triples-grammar · https://www.w3.org/TR/n-quads/#sec-grammar
 * With the triple terms and text directions of RDF 1.2: https://www.w3.org/TR/rdf12-n-triples/
 */
import { isUtf8 } from 'node:buffer';
import {
  ABSOLUTE_IRI,
  AT,
  BACKSLASH,
  BLANK_NODE_LABEL,
  CARET,
  COLON,
  CR,
  DOT,
  ECHARS,
  ESCAPE,
  GREATER,
  HASH,
  LANGUAGE,
  LESS,
  LETTER_V,
  LF,
  NOT_IN_IRI,
  QUOTE,
  SPACE,
  TAB,
  UNDERSCORE,
  isBoundary,
  isPlainLabel,
  isTagByte,
  startsWithScheme,
} from './line-syntax.ts';
import { positionAt, RdfSyntaxError } from '../syntax-error.ts';

export interface LineReaderOptions {
  /** Whether a statement may name its graph (N-Quads). */
  readonly holdsGraphs: boolean;
}

/** Depth of nested triple terms; deeper ones are rejected, to bound the recursion. */
const MAX_DEPTH = 64;

/** Receives the terms and quads. Texts are UTF-8 in bytes[from, to); the buffer is valid during the call only. */
export interface TermSink<Term> {
  iri(bytes: Buffer, from: number, to: number): Term;
  /** @param bytes the label, without the scope. */
  blankNode(bytes: Buffer, from: number, to: number): Term;
  plainLiteral(bytes: Buffer, from: number, to: number): Term;
  /** @param tag in lower case. */
  taggedLiteral(text: ByteRange, tag: string, direction: '' | 'ltr' | 'rtl'): Term;
  typedLiteral(text: ByteRange, datatype: ByteRange): Term;
  tripleTerm(subject: Term, predicate: Term, object: Term): Term;
  /** @param graph undefined for the default graph. */
  quad(subject: Term, predicate: Term, object: Term, graph: Term | undefined): void;
}

export interface ByteRange {
  readonly bytes: Buffer;
  readonly from: number;
  readonly to: number;
}

/** The last IRI in one position of a statement, and its byte range in the current chunk, with the angle brackets. */
interface LastIri<Term> {
  from: number;
  to: number;
  term: Term | undefined;
}

/**
 * Reads documents in UTF-8, in chunks that may end at any byte.
 * @throws {RdfSyntaxError} from `read` and `end`, at the first syntax error.
 */
export class LineReader<Term> {
  readonly #options: LineReaderOptions;
  readonly #sink: TermSink<Term>;
  #bytes: Buffer = Buffer.alloc(0);
  #at = 0;
  /** The number of lines before the current one. */
  #lines = 0;
  #isStart = true;
  /** Whether the last IRI contains an escape. */
  #hasEscape = false;
  readonly #lastSubject: LastIri<Term> = { from: 0, to: 0, term: undefined };
  readonly #lastPredicate: LastIri<Term> = { from: 0, to: 0, term: undefined };
  readonly #lastGraph: LastIri<Term> = { from: 0, to: 0, term: undefined };

  constructor(options: LineReaderOptions, sink: TermSink<Term>) {
    this.#options = options;
    this.#sink = sink;
  }

  /** Reads the lines that are complete with this chunk. */
  read(chunk: Uint8Array): void {
    const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const end = buffer.lastIndexOf(LF) + 1;
    if (end === 0) {
      this.#bytes = Buffer.concat([this.#bytes, buffer]);
      return;
    }
    // Only the first line is copied: it starts in the previous chunk.
    if (this.#bytes.length > 0) {
      const first = buffer.indexOf(LF) + 1;
      this.#readComplete(Buffer.concat([this.#bytes, buffer.subarray(0, first)]));
      this.#readComplete(buffer.subarray(first, end));
    } else this.#readComplete(buffer.subarray(0, end));
    this.#bytes = Buffer.from(buffer.subarray(end));
  }

  /** Reads the last line, which may lack a line end. */
  end(): void {
    const rest = this.#bytes;
    this.#bytes = Buffer.alloc(0);
    this.#readComplete(rest);
  }

  #readComplete(bytes: Buffer): void {
    if (bytes.length === 0) return;
    if (!isUtf8(bytes)) {
      const lenient = bytes.toString('utf8');
      const { line, column } = positionAt(lenient, lenient.indexOf('\uFFFD'));
      throw new RdfSyntaxError('is not UTF-8 text', { line: line + this.#lines, column });
    }
    const incomplete = this.#bytes;
    this.#bytes = bytes;
    const hasByteOrderMark =
      this.#isStart && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    this.#at = hasByteOrderMark ? 3 : 0;
    this.#isStart = false;
    // The ranges of the last IRIs refer to the previous buffer.
    for (const last of [this.#lastSubject, this.#lastPredicate, this.#lastGraph])
      last.term = undefined;
    this.#readLines();
    this.#bytes = incomplete;
  }

  #readLines(): void {
    for (;;) {
      this.#skipBlank();
      const byte = this.#bytes[this.#at];
      if (byte === undefined) return;
      if (byte === LF) {
        this.#lines += 1;
        this.#at += 1;
      } else if (byte === CR) this.#at += 1;
      else if (byte === HASH) this.#skipLine();
      else if (byte === LETTER_V) this.#version();
      else this.#statement();
    }
  }

  #statement(): void {
    const subject = this.#repeatedIri(this.#lastSubject) ?? this.#subject(this.#lastSubject);
    this.#skipBlank();
    const predicate =
      this.#repeatedIri(this.#lastPredicate) ?? this.#iri('a predicate', this.#lastPredicate);
    this.#skipBlank();
    const object = this.#object(0);
    this.#skipBlank();
    const hasGraph = this.#options.holdsGraphs && this.#bytes[this.#at] !== DOT;
    const graph = hasGraph
      ? (this.#repeatedIri(this.#lastGraph) ?? this.#subject(this.#lastGraph))
      : undefined;
    this.#skipBlank();
    if (this.#bytes[this.#at] !== DOT) this.#fail('"." is missing at the end of the statement');
    this.#at += 1;
    this.#endOfLine();
    this.#sink.quad(subject, predicate, object, graph);
  }

  /** The IRI of the previous statement, if it is repeated here, as most subjects are. Saves a lookup in the sink. */
  #repeatedIri({ from, to, term }: LastIri<Term>): Term | undefined {
    const bytes = this.#bytes;
    const shift = this.#at - from;
    if (term === undefined || bytes[to - 1 + shift] !== GREATER) return undefined;
    // Backwards, because IRIs mostly differ at the end.
    for (let at = to - 1; at >= from; at -= 1)
      if (bytes[at] !== bytes[at + shift]) return undefined;
    this.#at = to + shift;
    return term;
  }

  #subject(last?: LastIri<Term>): Term {
    return this.#bytes[this.#at] === UNDERSCORE
      ? this.#blankNode()
      : this.#iri('an IRI or a blank node', last);
  }

  #object(depth: number): Term {
    const byte = this.#bytes[this.#at];
    if (byte === QUOTE) return this.#literal();
    if (byte === UNDERSCORE) return this.#blankNode();
    return this.#startsWith('<<(') ? this.#tripleTerm(depth) : this.#iri('an object');
  }

  #tripleTerm(depth: number): Term {
    if (depth === MAX_DEPTH) this.#fail(`triple terms are nested more than ${MAX_DEPTH} deep`);
    this.#at += 3;
    this.#skipBlank();
    const subject = this.#subject();
    this.#skipBlank();
    const predicate = this.#iri('a predicate');
    this.#skipBlank();
    const object = this.#object(depth + 1);
    this.#skipBlank();
    if (!this.#startsWith(')>>')) this.#fail('")>>" is missing');
    this.#at += 3;
    return this.#sink.tripleTerm(subject, predicate, object);
  }

  /** @param last where to store the IRI for the next statement. */
  #iri(expected: string, last?: LastIri<Term>): Term {
    const start = this.#iriRange(expected);
    const end = this.#at - 1;
    if (!this.#hasEscape) {
      const term = this.#sink.iri(this.#bytes, start, end);
      if (last) {
        last.from = start - 1;
        last.to = end + 1;
        last.term = term;
      }
      return term;
    }
    const bytes = this.#unescapedIri(start, end);
    return this.#sink.iri(bytes, 0, bytes.length);
  }

  /** Reads an IRI. @returns the start of its text. Afterwards the reader is behind the ">" that ends it. */
  #iriRange(expected: string): number {
    const bytes = this.#bytes;
    if (bytes[this.#at] !== LESS) this.#fail(`${expected} is expected here`);
    const start = this.#at + 1;
    let end = start;
    let hasEscape = false;
    for (;;) {
      const byte = bytes[end] as number;
      if (NOT_IN_IRI[byte ?? 0] !== 0) break;
      if (byte === GREATER) break;
      if (byte === BACKSLASH) hasEscape = true;
      end += 1;
    }
    if (bytes[end] !== GREATER) this.#fail('this character cannot stand in an IRI', end);
    this.#hasEscape = hasEscape;
    this.#at = end + 1;
    if (!hasEscape && !startsWithScheme(bytes, start, end))
      this.#fail('an IRI must be absolute here', start - 1);
    return start;
  }

  #unescapedIri(start: number, end: number): Buffer {
    const iri = this.#unescape(start, end, 'an IRI');
    if (!ABSOLUTE_IRI.test(iri)) this.#fail('an IRI must be absolute here', start - 1);
    // oxlint-disable-next-line no-control-regex
    if (/[\u0000-\u0020<>"{}|^`\\]/.test(iri))
      this.#fail('an escape hides what no IRI can hold', start);
    return Buffer.from(iri);
  }

  #blankNode(): Term {
    const start = this.#at + 2;
    if (this.#bytes[this.#at + 1] !== COLON) this.#fail('":" is missing after "_"', start - 1);
    let end = start;
    while (!isBoundary(this.#bytes[end])) end += 1;
    // A label may contain dots, but a final dot ends the statement.
    while (end > start && this.#bytes[end - 1] === DOT) end -= 1;
    if (
      !isPlainLabel(this.#bytes, start, end) &&
      !BLANK_NODE_LABEL.test(this.#bytes.toString('utf8', start, end))
    )
      this.#fail('this is no label of a blank node', start);
    this.#at = end;
    return this.#sink.blankNode(this.#bytes, start, end);
  }

  #literal(): Term {
    const bytes = this.#bytes;
    const start = this.#at + 1;
    let end = start;
    let hasEscape = false;
    for (; bytes[end] !== QUOTE; end += 1) {
      const byte = bytes[end];
      if (byte === BACKSLASH) {
        end += 1;
        hasEscape = true;
      } else if (byte === undefined || byte === LF || byte === CR)
        this.#fail('the quotation mark that ends the literal is missing', end);
    }
    const unescaped = hasEscape ? Buffer.from(this.#unescape(start, end, 'a literal')) : undefined;
    const from = unescaped ? 0 : start;
    const to = unescaped ? unescaped.length : end;
    const text = unescaped ?? bytes;
    this.#at = end + 1;
    if (bytes[this.#at] === AT) return this.#tagged({ bytes: text, from, to });
    if (bytes[this.#at] !== CARET) return this.#sink.plainLiteral(text, from, to);
    if (bytes[this.#at + 1] !== CARET) this.#fail('"^^" is missing before the datatype');
    this.#at += 2;
    const datatypeFrom = this.#iriRange('a datatype');
    const datatypeTo = this.#at - 1;
    const escaped = this.#hasEscape ? this.#unescapedIri(datatypeFrom, datatypeTo) : undefined;
    const datatype = escaped
      ? { bytes: escaped, from: 0, to: escaped.length }
      : { bytes, from: datatypeFrom, to: datatypeTo };
    return this.#sink.typedLiteral({ bytes: text, from, to }, datatype);
  }

  #tagged(text: ByteRange): Term {
    const start = this.#at + 1;
    let end = start;
    while (isTagByte(this.#bytes[end])) end += 1;
    const [, tag, direction = ''] = LANGUAGE.exec(this.#bytes.toString('latin1', start, end)) ?? [];
    if (tag === undefined) this.#fail('this is no language tag', start);
    this.#at = end;
    return this.#sink.taggedLiteral(text, tag.toLowerCase(), direction as '' | 'ltr' | 'rtl');
  }

  #unescape(start: number, end: number, where: string): string {
    const text = this.#bytes.toString('utf8', start, end);
    if (!text.includes('\\')) return text;
    return text.replace(ESCAPE, (_: string, short?: string, long?: string, char?: string) => {
      if (char !== undefined && where === 'a literal') return ECHARS[char] ?? char;
      const point = Number.parseInt(short ?? long ?? 'none', 16);
      const isScalar = point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
      if (!isScalar) this.#fail(`this escape cannot stand in ${where}`, start);
      return String.fromCodePoint(point);
    });
  }

  /** https://www.w3.org/TR/rdf12-n-triples/#grammar-production-directive */
  #version(): void {
    const end = this.#bytes.indexOf(LF, this.#at);
    const line = this.#bytes.toString('utf8', this.#at, end === -1 ? this.#bytes.length : end);
    if (!/^VERSION[ \t]*(?:"[^"\\]*"|'[^'\\]*')[ \t]*(?:#.*)?\r?$/.test(line))
      this.#fail('a statement is expected here');
    this.#skipLine();
  }

  #endOfLine(): void {
    this.#skipBlank();
    const byte = this.#bytes[this.#at];
    if (byte === HASH) this.#skipLine();
    else if (byte !== undefined && byte !== LF && byte !== CR)
      this.#fail('nothing can follow a statement on its line');
  }

  #skipBlank(): void {
    while (this.#bytes[this.#at] === SPACE || this.#bytes[this.#at] === TAB) this.#at += 1;
  }

  #skipLine(): void {
    while (
      this.#at < this.#bytes.length &&
      this.#bytes[this.#at] !== LF &&
      this.#bytes[this.#at] !== CR
    )
      this.#at += 1;
  }

  #startsWith(text: string): boolean {
    for (let index = 0; index < text.length; index += 1)
      if (this.#bytes[this.#at + index] !== text.charCodeAt(index)) return false;
    return true;
  }

  #fail(reason: string, at = this.#at): never {
    const lineStart = this.#bytes.lastIndexOf(LF, Math.max(0, at - 1)) + 1;
    const column = this.#bytes.toString('utf8', Math.min(lineStart, at), at).length + 1;
    throw new RdfSyntaxError(reason, { line: this.#lines + 1, column });
  }
}
