/**
 * N-Triples and N-Quads, straight from bytes, to whoever takes terms as bytes. Our own code, since big data comes in
 * these two.
 * https://www.w3.org/TR/n-triples/#n-triples-grammar · https://www.w3.org/TR/n-quads/#sec-grammar
 * With the triple terms and text directions of RDF 1.2: https://www.w3.org/TR/rdf12-n-triples/
 */
import { isUtf8 } from 'node:buffer';
import { positionAt, RdfSyntaxError } from './syntax-error.ts';

export interface LineReaderOptions {
  /** Whether a statement may name its graph (N-Quads). */
  readonly holdsGraphs: boolean;
}

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const HASH = 0x23;
const CLOSE = 0x29;
const MINUS = 0x2d;
const DOT = 0x2e;
const COLON = 0x3a;
const LESS = 0x3c;
const GREATER = 0x3e;
const AT = 0x40;
const LETTER_V = 0x56;
const BACKSLASH = 0x5c;
const CARET = 0x5e;
const UNDERSCORE = 0x5f;

/** Bytes that an IRI cannot hold unescaped. https://www.w3.org/TR/n-triples/#grammar-production-IRIREF */
const NOT_IN_IRI = new Uint8Array(256);
for (let byte = 0; byte <= 0x20; byte += 1) NOT_IN_IRI[byte] = 1;
for (const char of '<"{}|^`') NOT_IN_IRI[char.charCodeAt(0)] = 1;

/** Without the colon, which RDF 1.2 took out again. https://www.w3.org/TR/rdf12-n-triples/#grammar-production-PN_CHARS_U */
const PN_CHARS_U =
  'A-Za-z_\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const PN_CHARS = `${PN_CHARS_U}0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040-`;
/** https://www.w3.org/TR/n-triples/#grammar-production-BLANK_NODE_LABEL */
const BLANK_NODE_LABEL = new RegExp(`^[${PN_CHARS_U}0-9](?:[.${PN_CHARS}]*[${PN_CHARS}])?$`, 'u');
const ABSOLUTE_IRI = /^[A-Za-z][A-Za-z0-9+.-]*:/;
const LANGUAGE = /^([A-Za-z]+(?:-[A-Za-z0-9]+)*)(?:--(ltr|rtl))?$/;
const ESCAPE = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([tbnrf"'\\])|.?)/gs;
const ECHARS: Readonly<Record<string, string>> = { t: '\t', b: '\b', n: '\n', r: '\r', f: '\f' };

/** Triple terms inside one another; more than this is an attack. */
const MAX_DEPTH = 64;

/** Takes what is read. Texts are UTF-8 in bytes[from, to), which are only lent. */
export interface TermSink<Term> {
  iri(bytes: Buffer, from: number, to: number): Term;
  /** The label without its scope. */
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

/**
 * Reads documents in UTF-8, in pieces that may end anywhere.
 * @throws {RdfSyntaxError} from `read` and `end`, at the first place that is not in the syntax.
 */
export class LineReader<Term> {
  readonly #options: LineReaderOptions;
  readonly #sink: TermSink<Term>;
  #bytes: Buffer = Buffer.alloc(0);
  #at = 0;
  /** Lines that ended before the one at hand. */
  #lines = 0;
  #isStart = true;
  /** Whether the IRI passed last holds an escape. */
  #hasEscape = false;

  constructor(options: LineReaderOptions, sink: TermSink<Term>) {
    this.#options = options;
    this.#sink = sink;
  }

  /** Reads the lines that are whole by now. */
  read(piece: Uint8Array): void {
    const buffer = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    const end = buffer.lastIndexOf(LF) + 1;
    if (end === 0) {
      this.#bytes = Buffer.concat([this.#bytes, buffer]);
      return;
    }
    // The open line is short; the rest of the piece is not copied.
    if (this.#bytes.length > 0) {
      const first = buffer.indexOf(LF) + 1;
      this.#readWhole(Buffer.concat([this.#bytes, buffer.subarray(0, first)]));
      this.#readWhole(buffer.subarray(first, end));
    } else this.#readWhole(buffer.subarray(0, end));
    this.#bytes = Buffer.from(buffer.subarray(end));
  }

  /** Reads what is left. */
  end(): void {
    const rest = this.#bytes;
    this.#bytes = Buffer.alloc(0);
    this.#readWhole(rest);
  }

  #readWhole(bytes: Buffer): void {
    if (bytes.length === 0) return;
    if (!isUtf8(bytes)) {
      const lenient = bytes.toString('utf8');
      const { line, column } = positionAt(lenient, lenient.indexOf('\uFFFD'));
      throw new RdfSyntaxError('is not UTF-8 text', { line: line + this.#lines, column });
    }
    const open = this.#bytes;
    this.#bytes = bytes;
    const hasMark = this.#isStart && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    this.#at = hasMark ? 3 : 0;
    this.#isStart = false;
    this.#readLines();
    this.#bytes = open;
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
    const subject = this.#subject();
    this.#skipBlank();
    const predicate = this.#iri('a predicate');
    this.#skipBlank();
    const object = this.#object(0);
    this.#skipBlank();
    const hasGraph = this.#options.holdsGraphs && this.#bytes[this.#at] !== DOT;
    const graph = hasGraph ? this.#subject() : undefined;
    this.#skipBlank();
    if (this.#bytes[this.#at] !== DOT) this.#fail('"." is missing at the end of the statement');
    this.#at += 1;
    this.#endOfLine();
    this.#sink.quad(subject, predicate, object, graph);
  }

  #subject(): Term {
    return this.#bytes[this.#at] === UNDERSCORE
      ? this.#blankNode()
      : this.#iri('an IRI or a blank node');
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

  #iri(expected: string): Term {
    const start = this.#iriRange(expected);
    const end = this.#at - 1;
    if (!this.#hasEscape) return this.#sink.iri(this.#bytes, start, end);
    const bytes = this.#unescapedIri(start, end);
    return this.#sink.iri(bytes, 0, bytes.length);
  }

  /** Passes an IRI. @returns where its text starts; it ends before the ">" behind which the reader stands then. */
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
    // A label may hold dots, but the last one ends the statement.
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

/** https://www.rfc-editor.org/rfc/rfc3986#section-3.1 */
function startsWithScheme(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] as number;
    if (byte === COLON) return at > from;
    if (IN_SCHEME[byte] === 0 || (at === from && !isLetter(byte))) return false;
  }
  return false;
}

const isLetter = (byte: number): boolean =>
  (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);

const IN_SCHEME = new Uint8Array(256);
for (const char of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.')
  IN_SCHEME[char.charCodeAt(0)] = 1;

/** Letters and digits alone: most labels. */
function isPlainLabel(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] as number;
    if (!isLetter(byte) && !(byte >= 48 && byte <= 57)) return false;
  }
  return to > from;
}

/** Where a label ends: at space, at the end, or where another term begins. */
const isBoundary = (byte: number | undefined): boolean =>
  byte === undefined ||
  byte <= SPACE ||
  byte === LESS ||
  byte === QUOTE ||
  byte === HASH ||
  byte === CLOSE;

const isTagByte = (byte: number | undefined): boolean =>
  byte !== undefined &&
  (byte === MINUS ||
    (byte >= 48 && byte <= 57) ||
    (byte >= 65 && byte <= 90) ||
    (byte >= 97 && byte <= 122));
