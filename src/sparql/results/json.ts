/** SPARQL 1.1 Query Results JSON Format, as bytes. https://www.w3.org/TR/sparql11-results-json/ */
import type { ConcreteTerm } from '../../rdf/index.ts';
import { type ByteWriter, encode, escapeTable } from './byte-writer.ts';
import type { TermBytes } from './term-bytes.ts';
import type { RowFormat, SolutionFormat } from './write-solutions.ts';

const ESCAPES = escapeTable({
  ...Object.fromEntries(
    Array.from({ length: 32 }, (_, code) => [
      String.fromCharCode(code),
      JSON.stringify(String.fromCharCode(code)).slice(1, -1),
    ]),
  ),
  '"': String.raw`\"`,
  '\\': '\\\\',
});

const QUOTE = 0x22;
const CLOSE = 0x7d;
const URI = encode('{"type":"uri","value":"');
const BNODE = encode('{"type":"bnode","value":"');
const LITERAL = encode('{"type":"literal","value":"');
const LANG = encode(',"xml:lang":');
const DIRECTION = encode(',"its:dir":');
const DATATYPE = encode(',"datatype":');

export const JSON_FORMAT: SolutionFormat = {
  boolean: (value) => `{"head":{},"boolean":${value}}\n`,
  head: (variables) => `{"head":{"vars":${JSON.stringify(variables)}},"results":{"bindings":[`,
  tail: '\n]}}\n',
  rows: (variables, writer) => new JsonRows(variables, writer),
};

class JsonRows implements RowFormat {
  readonly #writer: ByteWriter;
  readonly #members: readonly Uint8Array[];
  /** Quoted datatypes and language tags: few values that are repeated often. */
  readonly #quoted = new Map<string, Uint8Array>();
  #isFirstCell = true;

  constructor(variables: readonly string[], writer: ByteWriter) {
    this.#writer = writer;
    this.#members = variables.map((name) => encode(`${JSON.stringify(name)}:`));
  }

  beginRow = (isFirst: boolean): void => {
    this.#writer.text(isFirst ? '\n{' : ',\n{');
    this.#isFirstCell = true;
  };

  cell = (column: number, id: number, term: TermBytes): void => {
    if (!this.#isFirstCell) this.#writer.byte(0x2c);
    this.#isFirstCell = false;
    this.#writer.copy(this.#members[column] as Uint8Array);
    term.read(id);
    if (term.kind === 'triple') this.#triple(term.termOf(id), term);
    else this.#term(term);
  };

  endRow = (): void => {
    this.#writer.byte(CLOSE);
  };

  #term(term: TermBytes): void {
    const writer = this.#writer;
    writer.copy(term.kind === 'iri' ? URI : term.kind === 'blank' ? BNODE : LITERAL);
    writer.copyEscaped(term.bytes, term, ESCAPES);
    writer.byte(QUOTE);
    if (term.language !== '') {
      writer.copy(LANG);
      writer.copy(this.#quote(term.language));
      if (term.direction !== '') {
        writer.copy(DIRECTION);
        writer.copy(this.#quote(term.direction));
      }
    } else if (term.datatype !== '') {
      writer.copy(DATATYPE);
      writer.copy(this.#quote(term.datatype));
    }
    writer.byte(CLOSE);
  }

  #triple(triple: ConcreteTerm, term: TermBytes): void {
    if (triple.termType !== 'Quad') {
      term.readTerm(triple);
      this.#term(term);
      return;
    }
    this.#writer.text('{"type":"triple","value":{"subject":');
    this.#triple(triple.subject as ConcreteTerm, term);
    this.#writer.text(',"predicate":');
    this.#triple(triple.predicate as ConcreteTerm, term);
    this.#writer.text(',"object":');
    this.#triple(triple.object as ConcreteTerm, term);
    this.#writer.text('}}');
  }

  #quote(text: string): Uint8Array {
    let quoted = this.#quoted.get(text);
    if (!quoted) {
      quoted = encode(JSON.stringify(text));
      this.#quoted.set(text, quoted);
    }
    return quoted;
  }
}
